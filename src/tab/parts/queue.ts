/** A list that stands still while one reads: what came or went meanwhile is counted, and shown when it is asked for. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { WorkLine } from '../../core/work-item.ts';
import { type ApiError, useApi } from '../api.ts';
import { keyOf, type LinesPage, useLive } from './work.ts';

interface Shown {
  readonly path: string;
  readonly lines: readonly WorkLine[];
  readonly next?: string | undefined;
  /** Changed by this reader since: they stay where they are. */
  readonly own: ReadonlySet<string>;
}

export interface Queue {
  /** Undefined until the first answer. */
  readonly lines: readonly WorkLine[] | undefined;
  /** The lines are still those of another question. */
  readonly isOld: boolean;
  readonly error: ApiError | undefined;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** Keys of lines that are not part of this list any more. */
  readonly gone: ReadonlySet<string>;
  readonly newcomers: number;
  more(): void;
  showNewest(): void;
  /** Says a line anew, where it stands. */
  put(line: WorkLine): void;
  retry(): void;
}

/** `path` has its question already: `/api/review?limit=50`. */
export function useQueue(path: string): Queue {
  const api = useApi();
  const { data: first, error, mutate } = useLive<LinesPage>(path);
  const [shown, setShown] = useState<Shown>();
  const [isLoading, setLoading] = useState(false);
  const [moreError, setMoreError] = useState<ApiError>();
  useEffect(() => {
    if (first) setShown((old) => (old?.path === path ? renewed(old, first) : begun(path, first)));
  }, [first, path]);

  const isOld = shown !== undefined && shown.path !== path;
  const news = useMemo(() => newsOf(shown, isOld ? undefined : first), [shown, isOld, first]);
  const next = isOld ? undefined : shown?.next;
  const more = useCallback(() => {
    if (!next || isLoading) return;
    setLoading(true);
    api
      .get<LinesPage>(`${path}&cursor=${encodeURIComponent(next)}`)
      .then((page) => {
        setMoreError(undefined);
        setShown((old) => (old?.path === path && old.next === next ? longer(old, page) : old));
      }, setMoreError)
      .finally(() => setLoading(false));
  }, [api, path, next, isLoading]);
  const put = useCallback((line: WorkLine) => setShown((old) => old && changed(old, line)), []);
  return {
    lines: shown?.lines,
    isOld,
    error: error ?? moreError,
    hasMore: next !== undefined,
    isLoading,
    ...news,
    more,
    showNewest: useCallback(() => first && setShown(begun(path, first)), [first, path]),
    put,
    retry: useCallback(() => void mutate(), [mutate]),
  };
}

const begun = (path: string, { items, next }: LinesPage): Shown => ({ path, lines: items, next, own: new Set() });

function renewed(shown: Shown, { items }: LinesPage): Shown {
  const fresh = new Map(items.map((line) => [keyOf(line), line]));
  return { ...shown, lines: shown.lines.map((line) => fresh.get(keyOf(line)) ?? line) };
}

function longer(shown: Shown, { items, next }: LinesPage): Shown {
  const known = new Set(shown.lines.map(keyOf));
  return { ...shown, lines: [...shown.lines, ...items.filter((line) => !known.has(keyOf(line)))], next };
}

function changed(shown: Shown, line: WorkLine): Shown {
  const key = keyOf(line);
  return {
    ...shown,
    lines: shown.lines.map((each) => (keyOf(each) === key ? line : each)),
    own: new Set([...shown.own, key]),
  };
}

/** Compares as far as both reach: what a page pushed over its end is neither new nor gone. */
export function newsOf(
  shown: Shown | undefined,
  first: LinesPage | undefined,
): { newcomers: number; gone: ReadonlySet<string> } {
  if (!shown || !first) return { newcomers: 0, gone: new Set() };
  const here = shown.lines.map(keyOf);
  const fresh = first.items.map(keyOf);
  const isHere = new Set(here);
  const isFresh = new Set(fresh);
  const freshEnd = shown.next === undefined ? fresh.length : fresh.findLastIndex((key) => isHere.has(key));
  const hereEnd = first.next === undefined ? here.length : here.findLastIndex((key) => isFresh.has(key));
  return {
    newcomers: fresh.filter((key, at) => at < freshEnd && !isHere.has(key)).length,
    gone: new Set(here.filter((key, at) => at < hereEnd && !isFresh.has(key) && !shown.own.has(key))),
  };
}
