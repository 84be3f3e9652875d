/** A list of work that thousands of lines do not slow: arrows walk it, Enter opens, Space ticks, Shift ticks a range. */
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import type { WorkLine } from '../../core/work-item.ts';
import { useWords } from '../words.ts';
import { Line } from './line.tsx';
import type { Queue } from './queue.ts';
import { useWhens } from './when.ts';
import { keyOf } from './work.ts';

const useStyles = makeStyles({
  box: { containerType: 'inline-size', display: 'grid', gap: tokens.spacingVerticalS, alignContent: 'start' },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    overflow: 'hidden',
  },
  old: { opacity: 0.6 },
  more: { display: 'grid', justifyItems: 'center', padding: tokens.spacingVerticalS },
});

export interface Ticks {
  readonly ticked: ReadonlySet<string>;
  set(keys: readonly string[], isOn: boolean): void;
}

interface Props {
  readonly queue: Queue;
  readonly label: string;
  readonly openKey: string | undefined;
  hrefOf(line: WorkLine): string;
  readonly ticks?: Ticks;
  /** Does the one thing that a line offers; left out, lines offer none. */
  readonly press?: ((line: WorkLine) => void) | undefined;
}

export function Lines({ queue, label, openKey, hrefOf, ticks, press }: Props) {
  const styles = useStyles();
  const whens = useWhens();
  const list = useRef<HTMLUListElement>(null);
  const [entry, setEntry] = useState<string>();
  const lines = queue.lines ?? [];
  const keys = lines.map(keyOf);
  const entryKey = [entry, openKey].find((key) => key !== undefined && keys.includes(key)) ?? keys[0];
  const tick = useTicking(keys, ticks);
  return (
    <div className={styles.box}>
      <ul
        ref={list}
        aria-label={label}
        aria-busy={queue.isOld}
        className={styles.list}
        onKeyDown={(event) => walked(event, list.current, tick)}
        onClick={(event) => {
          const key = pressedIn(event.target);
          const line = lines.find((each) => keyOf(each) === key);
          if (line) press?.(line);
          else tick(event);
        }}
        onFocus={(event) => setEntry(lineOf(event.target))}
      >
        {lines.map((line) => (
          <Line
            key={keyOf(line)}
            line={line}
            href={hrefOf(line)}
            whens={whens}
            isOpen={openKey === keyOf(line)}
            isGone={queue.gone.has(keyOf(line))}
            isEntry={entryKey === keyOf(line)}
            isTicked={ticks?.ticked.has(keyOf(line))}
            hasPress={press !== undefined && line.press !== undefined && !queue.gone.has(keyOf(line))}
          />
        ))}
      </ul>
      {queue.hasMore && <More queue={queue} />}
    </div>
  );
}

const lineOf = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-line]')?.dataset.line : undefined;

/** Of the line whose button it is. */
const pressedIn = (target: EventTarget): string | undefined =>
  target instanceof Element && target.closest('[data-press]') ? lineOf(target) : undefined;

type Tick = (event: MouseEvent | KeyboardEvent) => void;

/** From the line that was ticked last to this one, while Shift is held. */
function useTicking(keys: readonly string[], ticks: Ticks | undefined): Tick {
  const last = useRef<string>(undefined);
  return (event) => {
    const key = lineOf(event.target);
    const isBox = event.target instanceof HTMLInputElement;
    if (!ticks || key === undefined || !(isBox || event.type === 'keydown')) return;
    const [from, to] = [keys.indexOf(last.current ?? key), keys.indexOf(key)].toSorted((a, b) => a - b);
    last.current = key;
    const range = event.shiftKey && from !== undefined && from >= 0 ? keys.slice(from, (to ?? 0) + 1) : [key];
    ticks.set(range, !ticks.ticked.has(key));
  };
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

function walked(event: KeyboardEvent<HTMLUListElement>, list: HTMLUListElement | null, tick: Tick): void {
  if (event.key === ' ' && event.target instanceof HTMLAnchorElement) {
    event.preventDefault();
    tick(event);
    return;
  }
  const step = steps[event.key];
  if (!step || !list) return;
  event.preventDefault();
  const links = [...list.querySelectorAll<HTMLAnchorElement>('a')];
  const at = links.findIndex((link) => link.closest('li')?.contains(document.activeElement));
  const link = links[step(at, links.length)];
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
}

/** Loads on when it comes near the edge of what is seen; the button is for whoever does not scroll. */
function More({ queue }: { queue: Queue }) {
  const words = useWords();
  const styles = useStyles();
  const edge = useRef<HTMLDivElement>(null);
  const { more, isLoading, error } = queue;
  useEffect(() => {
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && !error && more(), {
      rootMargin: '600px',
    });
    if (edge.current) seen.observe(edge.current);
    return () => seen.disconnect();
  }, [more, error]);
  return (
    <div ref={edge} className={styles.more}>
      {isLoading ? (
        <Spinner size="tiny" label={words('loading')} />
      ) : (
        <Button onClick={more}>{words('work.more')}</Button>
      )}
    </div>
  );
}
