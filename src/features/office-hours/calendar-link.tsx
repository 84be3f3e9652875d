/** One calendar by link: made, copied, made anew, taken back. */
import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useApi } from '../../tab/api.ts';
import { copied } from '../../tab/parts/copied.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { useDates } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import type { FeedList, FeedMade } from './feed-contract.ts';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  text: { display: 'grid', minWidth: 0, flex: '1 1 14rem' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  made: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
  link: { flex: '1 1 16rem', minWidth: 0, '& input': { minWidth: 0 } },
});

type Feed = FeedList['items'][number];

interface Props {
  /** `mine`, or that of a community. */
  readonly id: string;
  readonly name: string;
  readonly feed: Feed | undefined;
  readonly again: () => Promise<unknown>;
}

export function CalendarLink({ id, name, feed, again }: Props) {
  const styles = useStyles();
  const words = useWords();
  const api = useApi();
  const [url, setUrl] = useState('');
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const run = async (work: () => Promise<void>) => {
    setRunning(true);
    setProblem(undefined);
    await work().catch(setProblem);
    await again();
    setRunning(false);
  };
  const make = () =>
    run(async () => {
      const body = id === 'mine' ? {} : { communityId: id };
      const { path } = await api.send<FeedMade>('/api/feeds', { body });
      setUrl(new URL(path, window.location.origin).href);
    });
  const remove = () =>
    run(async () => {
      await api.send(`/api/feeds/${id}`, { method: 'DELETE' });
      setUrl('');
    });
  const label = (key: string) => ({ 'aria-label': words('hours.topicAct', { act: words(key), title: name }) });
  return (
    <article className={styles.box} aria-label={name}>
      <div className={styles.head}>
        <div className={styles.text}>
          <h2 className={styles.name}>{name}</h2>
          <Text size={200} className={styles.quiet}>
            <Standing feed={feed} />
          </Text>
        </div>
        <div className={styles.buttons}>
          <Button disabledFocusable={isRunning} onClick={make} {...label(feed ? 'hours.makeAnew' : 'hours.makeLink')}>
            {words(feed ? 'hours.makeAnew' : 'hours.makeLink')}
          </Button>
          {feed && (
            <Button disabledFocusable={isRunning} onClick={remove} {...label('hours.takeBack')}>
              {words('hours.takeBack')}
            </Button>
          )}
        </div>
      </div>
      {problem !== undefined && <Failed error={problem} />}
      {url !== '' && <Made key={url} url={url} />}
    </article>
  );
}

function Standing({ feed }: Pick<Props, 'feed'>) {
  const words = useWords();
  const dates = useDates();
  if (!feed) return words('hours.noLink');
  const made = words('hours.linkMade', { day: dates.day(feed.createdAt) });
  const used = feed.usedOn ? words('hours.linkUsed', { day: dates.day(feed.usedOn) }) : words('hours.linkEnded');
  return `${made} ${used}`;
}

/** Said once. Where the host forbids copying, the text itself stands selected. */
function Made({ url }: { url: string }) {
  const styles = useStyles();
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [said, say] = useState('');
  const copy = async () => {
    const isCopied = await copied(url);
    if (!isCopied) field.current?.select();
    say(words(isCopied ? 'hours.linkCopied' : 'hours.linkByHand'));
  };
  return (
    <>
      <div className={styles.made}>
        <Field className={styles.link} label={words('hours.yourLink')} hint={words('hours.shownOnce')}>
          <Input input={{ ref: field }} value={url} readOnly onFocus={(event) => event.currentTarget.select()} />
        </Field>
        <Button appearance="primary" onClick={copy}>
          {words('hours.copyLink')}
        </Button>
      </div>
      <Text size={200} role="status">
        {said}
      </Text>
    </>
  );
}
