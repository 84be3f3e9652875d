/** One line of a list of work: what it is, how it stands, until when, whose it is. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { Link } from 'wouter';
import type { WorkLine } from '../../core/work-item.ts';
import { useWords } from '../words.ts';
import { Due } from './due.tsx';
import { Status } from './status.tsx';
import type { Whens } from './when.ts';
import { keyOf } from './work.ts';

const wide = '@container (min-width: 46rem)';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 5.5rem',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
    ':hover': { background: tokens.colorNeutralBackground2 },
    ':last-child': { borderBottom: 'none' },
    [wide]: { containIntrinsicSize: 'auto 3.75rem' },
  },
  plain: { gridTemplateColumns: 'minmax(0, 1fr)' },
  pressed: { gridTemplateColumns: 'auto minmax(0, 1fr) auto', alignItems: 'center' },
  plainPressed: { gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center' },
  press: { marginInlineEnd: tokens.spacingHorizontalS },
  open: {
    background: tokens.colorNeutralBackground3,
    ':hover': { background: tokens.colorNeutralBackground3 },
    boxShadow: `inset 3px 0 ${tokens.colorBrandStroke1}`,
  },
  tick: { display: 'grid', placeItems: 'center', padding: `0 0 0 ${tokens.spacingHorizontalM}`, cursor: 'pointer' },
  box: {
    width: '1rem',
    height: '1rem',
    margin: tokens.spacingHorizontalXS,
    cursor: 'pointer',
    accentColor: tokens.colorCompoundBrandBackground,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  link: {
    display: 'grid',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground1,
    textDecoration: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    [wide]: { gridTemplateColumns: 'minmax(0, 1fr) 26rem' },
  },
  text: { display: 'grid', minWidth: 0 },
  title: {
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflow: 'hidden',
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflowWrap: 'anywhere',
    [wide]: { WebkitLineClamp: 1 },
  },
  about: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  meta: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    [wide]: { display: 'grid', gridTemplateColumns: 'minmax(0, 11rem) minmax(0, 1fr)', justifyItems: 'start' },
  },
  facts: { display: 'contents', [wide]: { display: 'flex', flexDirection: 'column', minWidth: 0 } },
  together: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  urgent: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  gone: { color: tokens.colorNeutralForeground3 },
});

export interface LineProps {
  readonly line: WorkLine;
  readonly href: string;
  readonly whens: Whens;
  readonly isOpen: boolean;
  readonly isGone: boolean;
  /** The one line that the Tab key reaches. */
  readonly isEntry: boolean;
  /** Left out: lines cannot be ticked. */
  readonly isTicked?: boolean | undefined;
  /** Its one thing to do is a button beside it. */
  readonly hasPress?: boolean;
}

/** Says nothing by itself when pressed: the list around it listens for all its lines. */
export const Line = memo(function Line(props: LineProps) {
  const { line, href, whens, isOpen, isGone, isEntry, isTicked, hasPress = false } = props;
  const words = useWords();
  const styles = useStyles();
  const tabIndex = isEntry ? 0 : -1;
  return (
    <li
      data-line={keyOf(line)}
      className={mergeClasses(
        styles.line,
        isTicked === undefined && styles.plain,
        hasPress && (isTicked === undefined ? styles.plainPressed : styles.pressed),
        isOpen && styles.open,
      )}
    >
      {isTicked !== undefined && (
        <label className={styles.tick}>
          <input
            type="checkbox"
            className={styles.box}
            checked={isTicked}
            onChange={() => undefined}
            aria-label={words('work.tick', { title: line.title })}
            tabIndex={tabIndex}
          />
        </label>
      )}
      <Link href={href} className={styles.link} aria-current={isOpen ? 'true' : undefined} tabIndex={tabIndex}>
        <span className={styles.text}>
          <span className={mergeClasses(styles.title, isGone && styles.gone)}>{line.title}</span>
          {line.about && <span className={styles.about}>{line.about}</span>}
        </span>
        <Meta line={line} whens={whens} isGone={isGone} />
      </Link>
      {hasPress && line.press && (
        <Button
          size="small"
          data-press
          className={styles.press}
          aria-label={words('work.pressOf', { label: line.press.label, title: line.title })}
          tabIndex={tabIndex}
        >
          {line.press.label}
        </Button>
      )}
    </li>
  );
});

function Meta({ line, whens, isGone }: Pick<LineProps, 'line' | 'whens' | 'isGone'>) {
  const words = useWords();
  const styles = useStyles();
  const { assignee, people, isUrgent, dueAt } = line;
  const who = [
    ...(assignee ? [assignee.isMe ? words('work.mine') : assignee.name] : []),
    ...(people > 1 ? [words('work.people', { count: people })] : []),
  ].join(' · ');
  return (
    <span className={styles.meta}>
      <Status status={line.status} />
      <span className={styles.facts}>
        <span className={styles.together}>
          {isUrgent && dueAt && <span className={styles.urgent}>{words('work.urgent')}</span>}
          {dueAt ? <Due line={line} whens={whens} /> : whens.near(line.createdAt)}
        </span>
        {isGone && <span>{words('work.gone')}</span>}
        {who && <span>{who}</span>}
      </span>
    </span>
  );
}
