/** What waits to be decided, in one list, with the opened item beside it. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { WorkLine } from '../../core/work-item.ts';
import { useRefresh } from '../../tab/api.ts';
import { opened } from '../../tab/opened.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Lines, type Ticks } from '../../tab/parts/lines.tsx';
import { Away, News } from '../../tab/parts/news.tsx';
import { type Queue, useQueue } from '../../tab/parts/queue.ts';
import { Split } from '../../tab/parts/split.tsx';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { Typed } from '../../tab/parts/typed.tsx';
import { useWhereabouts } from '../../tab/parts/whereabouts.ts';
import { type Drafts, keyOf, type OpenItem } from '../../tab/parts/work.ts';
import { useWords } from '../../tab/words.ts';
import { allStillRight, BulkBar, type Offer, TickedBar } from './bulk.tsx';
import { type Step, useBulk } from './bulk-run.tsx';
import { Filters } from './filters.tsx';
import { useLinePress } from './line-press.tsx';
import { isNarrowed, pathOf, useQuestion } from './question.tsx';
import { Views } from './views.tsx';
import { WeekHead } from './week-head.tsx';

/** Its forms weigh more than the list, which is there first. */
const Item = opened(async () => (await import('../../tab/parts/item.tsx')).Item);

const useStyles = makeStyles({
  above: { display: 'grid', gap: tokens.spacingVerticalM },
  /** In sight wherever the list stands, and never moving it. */
  below: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'grid',
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalS,
    ':empty': { display: 'none' },
  },
  behind: { '@media (max-width: 899px)': { display: 'none' } },
});

export function ReviewPage() {
  const styles = useStyles();
  const words = useWords();
  const { search, question, change, ask } = useQuestion();
  const queue = useQueue(pathOf(question));
  const where = useWhereabouts('/review');
  const [drafts] = useState<Drafts>(() => new Map());
  const { put } = queue;
  const onChanged = useCallback((item: OpenItem) => put(item), [put]);
  const { ticks, ticked, clear } = useTicks(queue.lines ?? []);
  const bulk = useBulk(onChanged);
  useRoleCheck(queue);
  const { open } = where;
  const lines = queue.lines ?? [];
  const start = ({ label, steps }: Offer) => {
    clear();
    return bulk.start(
      label,
      steps.map((step) => fresh(step, lines)),
    );
  };
  const pressing = useLinePress(start, queue.retry);
  const isBusy = bulk.run !== undefined && bulk.run.state !== 'finished';
  if (queue.error?.code === 'forbidden')
    return (
      <Frame title={words('page.review')}>
        <Empty title={words('review.notYoursTitle')} text={words('review.notYoursText')} />
        {open && <Typed drafts={drafts} named={open} actions={[]} />}
      </Frame>
    );
  return (
    <Frame
      title={words('page.review')}
      actions={
        <>
          <News queue={queue} />
          {!isBusy && (
            <div className={mergeClasses(open && styles.behind)}>
              <StillRight lines={lines} start={start} />
            </div>
          )}
        </>
      }
    >
      <div className={mergeClasses(styles.above, open && styles.behind)}>
        <WeekHead />
        <Filters
          question={question}
          change={change}
          clear={() => ask({ ...(question.sort ? { sort: question.sort } : {}) })}
        />
        <Views question={question} search={search} />
      </div>
      <Away queue={queue} />
      <Split
        list={
          <>
            {pressing.error && <Failed error={pressing.error} />}
            <List
              {...{ queue, ticks, where }}
              press={isBusy ? undefined : pressing.press}
              isNarrowed={isNarrowed(question)}
              clear={() => ask({})}
            />
            <div className={styles.below}>
              <BulkBar bulk={{ ...bulk, start: (label, steps) => start({ label, steps }) }} open={where.go} />
              {ticked.length > 0 && (
                <TickedBar
                  lines={ticked}
                  all={lines.length}
                  isBusy={isBusy}
                  start={start}
                  tickAll={() => ticks.set(lines.map(keyOf), true)}
                  clear={clear}
                />
              )}
            </div>
          </>
        }
        item={
          open && (
            <Item
              key={keyOf(open)}
              {...open}
              drafts={drafts}
              next={nextOf(lines, keyOf(open))}
              onNext={where.go}
              onChanged={onChanged}
              onClose={where.close}
            />
          )
        }
      />
    </Frame>
  );
}

interface ListProps {
  readonly queue: Queue;
  readonly ticks: Ticks;
  readonly where: ReturnType<typeof useWhereabouts>;
  readonly isNarrowed: boolean;
  /** Left out while many are being done. */
  readonly press: ((line: WorkLine) => void) | undefined;
  clear(): void;
}

function List({ queue, ticks, where, isNarrowed, press, clear }: ListProps) {
  const words = useWords();
  const { lines, error } = queue;
  if (!lines) return error ? <Failed error={error} retry={queue.retry} /> : <Loading />;
  // A page may come with nothing that fits and still have more behind it.
  if (lines.length === 0 && !queue.hasMore)
    return isNarrowed ? (
      <Empty title={words('review.noneTitle')} text={words('review.noneText')}>
        <Button onClick={clear}>{words('review.clear')}</Button>
      </Empty>
    ) : (
      <Empty title={words('review.clearTitle')} text={words('review.clearText')} />
    );
  const { open, hrefOf } = where;
  return (
    <Lines
      {...{ queue, ticks, press }}
      label={words('review.list')}
      openKey={open && keyOf(open)}
      hrefOf={(line) => line.path ?? hrefOf(line)}
    />
  );
}

function StillRight({ lines, start }: { lines: readonly WorkLine[]; start(offer: Offer): void }) {
  const words = useWords();
  const offer = allStillRight(lines);
  if (!offer) return undefined;
  return (
    <Button appearance="primary" onClick={() => start(offer)}>
      {words('review.allOf', { label: offer.label, count: offer.steps.length })}
    </Button>
  );
}

/** What came with the list since is what is acted on. */
const fresh = (step: Step, lines: readonly WorkLine[]): Step => {
  const known = lines.find((line) => keyOf(line) === keyOf(step.line));
  return step.event === 'undo' || !known ? step : { ...step, line: known };
};

/** The first after this one that still waits, else the first of all. */
function nextOf(lines: readonly WorkLine[], openKey: string): WorkLine | undefined {
  const at = lines.findIndex((line) => keyOf(line) === openKey);
  const waits = (line: WorkLine) => line.dueAt !== undefined && keyOf(line) !== openKey;
  return lines.slice(at + 1).find(waits) ?? lines.find(waits);
}

function useTicks(lines: readonly WorkLine[]) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const ticks: Ticks = {
    ticked: keys,
    set(changed, isOn) {
      setKeys((old) => {
        const next = new Set(old);
        for (const key of changed)
          if (isOn) next.add(key);
          else next.delete(key);
        return next;
      });
    },
  };
  return { ticks, ticked: lines.filter((line) => keys.has(keyOf(line))), clear: () => setKeys(new Set()) };
}

/** A role that was taken shows in the menu as well. */
function useRoleCheck({ error }: Queue): void {
  const refresh = useRefresh();
  const isRefused = error?.code === 'forbidden';
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal.
  useEffect(() => {
    if (isRefused) void refresh('/api/me');
  }, [isRefused]);
}
