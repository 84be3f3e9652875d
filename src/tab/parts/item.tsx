/** An open item as a whole: what it is, what happened meanwhile, what it says, what one may do, its history. */
import { Button, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowLeftRegular, DismissRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { Section, WorkLine } from '../../core/work-item.ts';
import { useRefresh } from '../api.ts';
import { useWords } from '../words.ts';
import { Actions } from './actions.tsx';
import { Due } from './due.tsx';
import { History } from './history.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { isLost, useOpened } from './open-item.ts';
import { Sections } from './sections.tsx';
import { isWide } from './split.tsx';
import { Empty, Failed, Loading } from './states.tsx';
import { Status } from './status.tsx';
import { Typed } from './typed.tsx';
import { useWhens } from './when.ts';
import type { Drafts, OpenItem } from './work.ts';

const useStyles = makeStyles({
  item: {
    containerType: 'inline-size',
    containerName: 'item',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    alignContent: 'start',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  top: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    justifyContent: 'space-between',
    flexWrap: 'wrap',
  },
  over: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  head: { display: 'grid', gap: tokens.spacingVerticalXS },
  title: { ...typographyStyles.subtitle1, margin: 0, overflowWrap: 'anywhere', ':focus': { outline: 'none' } },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  urgent: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  /** In sight wherever one reads, and nowhere while there is nothing to say. */
  bars: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    position: 'sticky',
    top: 0,
    zIndex: 1,
    outline: 'none',
    ':empty': { display: 'none' },
  },
  back: { flex: 'none', '@media (min-width: 900px)': { display: 'none' } },
  close: { '@media (max-width: 899px)': { display: 'none' } },
});

/** A short question is its own title, and is not read twice. */
const repeats = (section: Section, title: string): boolean =>
  section.kind === 'quote' && !section.heading && section.text.replaceAll(/\s+/g, ' ').trim() === title;

interface Props {
  readonly kind: string;
  readonly id: string;
  readonly drafts: Drafts;
  /** The line to offer once something is done with this one. */
  readonly next?: WorkLine | undefined;
  onNext(line: WorkLine): void;
  onChanged(item: OpenItem): void;
  onClose(): void;
}

/** Give it `key`: each item is a new one, with nothing of the one before. */
export function Item({ kind, id, drafts, next, onNext, onChanged, onClose }: Props) {
  const styles = useStyles();
  const words = useWords();
  const opened = useOpened({ kind, id }, onChanged);
  const bars = useRef<HTMLDivElement>(null);
  const refresh = useRefresh();
  const { item, error } = opened;
  const isGone = isLost(error);
  // A right that is gone here is gone in the list and in the menu as well.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each loss.
  useEffect(() => {
    if (isGone) void refresh('/api/me', '/api/review');
  }, [isGone]);
  if (!item && !error) return <Loading />;
  if (!item || isGone)
    return (
      <div className={styles.item}>
        <Top onClose={onClose} />
        {isGone ? (
          <Empty title={words('work.lostTitle')} text={words('work.lostText')} />
        ) : (
          <Failed error={error} retry={opened.retry} />
        )}
        <Typed drafts={drafts} named={{ kind, id }} actions={[]} />
      </div>
    );
  return (
    <article className={styles.item} aria-label={item.title}>
      <Top onClose={onClose} over={item.heading === item.title ? '' : item.heading} />
      <Head item={item} />
      <div ref={bars} tabIndex={-1} className={styles.bars}>
        <Meanwhile opened={opened} item={item} next={next} onNext={onNext} />
      </div>
      <Sections sections={item.sections.filter((section) => !repeats(section, item.title))} />
      <Actions
        item={item}
        opened={opened}
        drafts={drafts}
        onRan={({ kind: ran }) => {
          if (ran !== 'refused') bars.current?.focus();
        }}
      />
      <Typed drafts={drafts} named={item} actions={item.actions} />
      <History history={item.history} />
    </article>
  );
}

function Top({ over, onClose }: { over?: string; onClose(): void }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.top}>
      <Button className={styles.back} appearance="subtle" icon={<ArrowLeftRegular />} onClick={onClose}>
        {words('work.back')}
      </Button>
      <Text className={styles.over}>{over}</Text>
      <Button
        className={styles.close}
        appearance="subtle"
        size="small"
        icon={<DismissRegular />}
        aria-label={words('work.close')}
        onClick={onClose}
      />
    </div>
  );
}

function Head({ item }: { item: OpenItem }) {
  const styles = useStyles();
  const words = useWords();
  const whens = useWhens();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Beside the list the focus stays in the list; alone, this is where one is.
    if (!isWide()) title.current?.focus();
  }, []);
  const { assignee, people, createdAt } = item;
  return (
    <header className={styles.head}>
      <h2 ref={title} tabIndex={-1} className={styles.title}>
        {item.title}
      </h2>
      {item.about && <Text>{item.about}</Text>}
      <div className={styles.facts}>
        <Status status={item.status} />
        {item.isUrgent && item.dueAt && <span className={styles.urgent}>{words('work.urgent')}</span>}
        <Due line={item} whens={whens} isWhole />
        {assignee && <span>{assignee.isMe ? words('work.withMe') : words('work.with', { name: assignee.name })}</span>}
        {people > 1 && <span>{words('work.people', { count: people })}</span>}
        <span title={whens.exact(createdAt)}>{words('work.since', { near: whens.near(createdAt) })}</span>
      </div>
    </header>
  );
}
