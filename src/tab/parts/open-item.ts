/** One open item: kept still while one reads and types, told of what others do, and acted on by its version. */
import { useCallback, useEffect, useState } from 'react';
import { ApiError, useApi } from '../api.ts';
import { isOvertaken, itemPathOf, keyOf, type OpenItem, pathOf, useLive } from './work.ts';

export type Body = Readonly<Record<string, string | boolean>>;

/** What one may not see answers like what is not there. */
export const isLost = (error: ApiError | undefined): boolean =>
  error?.code === 'not_found' || error?.code === 'forbidden';

export type Ran =
  | { readonly kind: 'done'; readonly item: OpenItem }
  /** Somebody was faster; the newer state is shown by now. */
  | { readonly kind: 'overtaken'; readonly error: ApiError }
  | { readonly kind: 'refused'; readonly error: ApiError };

export interface Opened {
  /** Undefined until the first answer, and for good where there is nothing to see. */
  readonly item: OpenItem | undefined;
  readonly error: ApiError | undefined;
  /** What a colleague made of it since. */
  readonly newer: OpenItem | undefined;
  /** Why the last press came too late; gone with the next one. */
  readonly late: ApiError | undefined;
  readonly isRunning: boolean;
  showNewer(): void;
  run(event: string, body?: Body): Promise<Ran>;
  retry(): void;
}

/** `onChanged` hears of the item as this reader changed it or came to see it. */
export function useOpened(named: { kind: string; id: string }, onChanged: (item: OpenItem) => void): Opened {
  const api = useApi();
  const path = pathOf(named);
  const { data: newest, error, mutate } = useLive<OpenItem>(itemPathOf(named));
  const [item, setItem] = useState<OpenItem>();
  const [late, setLate] = useState<ApiError>();
  const [isRunning, setRunning] = useState(false);
  useEffect(() => {
    if (newest && keyOf(newest) === keyOf(named)) setItem((shown) => shown ?? newest);
  }, [newest, named]);

  const show = useCallback(
    (next: OpenItem) => {
      setItem(next);
      onChanged(next);
    },
    [onChanged],
  );
  async function send(event: string, body: Body): Promise<Ran> {
    try {
      const done = await api.send<OpenItem>(`${path}/${event}`, { body, version: item?.version ?? '' });
      show(done);
      await mutate(done, { revalidate: false });
      return { kind: 'done', item: done };
    } catch (thrown) {
      const problem = thrown instanceof ApiError ? thrown : new ApiError('internal', '');
      // Asked for again, so that a page whose reader may no longer see it says so.
      if (isLost(problem)) void mutate().catch(() => undefined);
      if (!isOvertaken(problem)) return { kind: 'refused', error: problem };
      const stored = await mutate().catch(() => undefined);
      if (stored) show(stored);
      setLate(problem);
      return { kind: 'overtaken', error: problem };
    }
  }
  return {
    item,
    error,
    newer: newest && item && newest.version !== item.version ? newest : undefined,
    late,
    isRunning,
    showNewer: () => newest && show(newest),
    async run(event, body = {}) {
      setRunning(true);
      setLate(undefined);
      return send(event, body).finally(() => setRunning(false));
    },
    retry: () => void mutate(),
  };
}
