/** What can be done to all ticked lines at once, and how far it is. */
import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { WorkLine } from '../../core/work-item.ts';
import { sentenceOf } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { Bulk, BulkRun, Step } from './bulk-run.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    background: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
  },
  grow: { flex: '1 1 8rem' },
  progress: { display: 'grid', gap: tokens.spacingVerticalXS, flex: '1 1 12rem' },
  failed: {
    maxHeight: '30vh',
    overflowY: 'auto',
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingInlineStart: tokens.spacingHorizontalL,
  },
});

export interface Offer {
  readonly label: string;
  readonly steps: readonly Step[];
}

/** What every one of these lines allows. Events go by their name: what reads alike is one button. */
export function sharedBy(lines: readonly WorkLine[]): Offer[] {
  const [first] = lines;
  return (first?.bulk ?? []).flatMap(({ label }) => {
    const steps = lines.flatMap((line) => stepOf(line, label));
    return steps.length === lines.length ? [{ label, steps }] : [];
  });
}

const stepOf = (line: WorkLine, label: string): Step[] =>
  line.bulk.filter((each) => each.label === label).map(({ event }) => ({ line, event }));

const reviewed: ReadonlySet<string> = new Set(['scenarios', 'decisions', 'guardrails']);

/** What only comes due with age is confirmed in one press: the first thing of a Monday (product L11). */
export function allStillRight(lines: readonly WorkLine[]): Offer | undefined {
  const due = lines.filter(({ kind, bulk, dueAt }) => reviewed.has(kind) && bulk.length > 0 && dueAt !== undefined);
  const [offer] = sharedBy(due);
  return due.length > 1 ? offer : undefined;
}

interface TickedProps {
  readonly lines: readonly WorkLine[];
  readonly all: number;
  readonly isBusy: boolean;
  start(offer: Offer): void;
  tickAll(): void;
  clear(): void;
}

export function TickedBar({ lines, all, isBusy, start, tickAll, clear }: TickedProps) {
  const words = useWords();
  const styles = useStyles();
  const offers = sharedBy(lines);
  return (
    <section className={styles.bar} aria-label={words('review.bulk')}>
      <Text className={styles.grow} role="status" weight="semibold">
        {words('review.ticked', { count: lines.length })}
      </Text>
      {offers.map((offer, at) => (
        <Button
          key={offer.label}
          appearance={at === 0 ? 'primary' : 'secondary'}
          disabledFocusable={isBusy}
          onClick={() => start(offer)}
        >
          {offer.label}
        </Button>
      ))}
      {offers.length === 0 && <Text size={200}>{words('review.nothingShared')}</Text>}
      {lines.length < all && <Button onClick={tickAll}>{words('review.tickAll', { count: all })}</Button>}
      <Button appearance="subtle" onClick={clear}>
        {words('review.untick')}
      </Button>
    </section>
  );
}

export function BulkBar({ bulk, open }: { bulk: Bulk; open(line: Step['line']): void }) {
  const { run } = bulk;
  if (!run) return undefined;
  return run.state === 'finished' ? <Finished run={run} bulk={bulk} open={open} /> : <Running run={run} bulk={bulk} />;
}

function Running({ run, bulk }: { run: BulkRun; bulk: Bulk }) {
  const words = useWords();
  const styles = useStyles();
  const { label, of, state, waitSeconds } = run;
  const done = run.done + run.failed.length;
  return (
    <section className={styles.bar} aria-label={words('review.bulk')}>
      <div className={styles.progress}>
        <Text weight="semibold">{words('review.progress', { label, done, of })}</Text>
        <ProgressBar value={done} max={of} aria-label={words('review.progress', { label, done, of })} />
        {state === 'waiting' && <Text size={200}>{words('review.waiting', { seconds: waitSeconds })}</Text>}
      </div>
      <Button onClick={bulk.stop}>{words('review.stop')}</Button>
    </section>
  );
}

function Finished({ run, bulk, open }: { run: BulkRun; bulk: Bulk; open(line: Step['line']): void }) {
  const words = useWords();
  const styles = useStyles();
  const { label, done, of, failed, undo, wasStopped } = run;
  return (
    <MessageBar intent={failed.length > 0 ? 'warning' : 'success'} layout="multiline" role="status">
      <MessageBarBody>
        <MessageBarTitle>{words('review.finished', { label, done, of })}</MessageBarTitle>
        {wasStopped && words('review.stopped')}
        {failed.length > 0 && (
          <ul className={styles.failed}>
            {failed.map(({ line, error }) => (
              <li key={line.id}>
                <Link as="button" inline onClick={() => open(line)}>
                  {line.title}
                </Link>
                : {sentenceOf(error, words)}
              </li>
            ))}
          </ul>
        )}
      </MessageBarBody>
      <MessageBarActions>
        {failed.length > 0 && (
          <Button size="small" onClick={() => bulk.start(label, failed)}>
            {words('review.again', { count: failed.length })}
          </Button>
        )}
        {undo.length > 0 && (
          <Button size="small" onClick={() => bulk.start(words('review.undo'), undo)}>
            {words('review.undo')}
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={bulk.close}>
          {words('work.close')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
