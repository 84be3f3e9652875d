/** One press on a line of the list: its event is done at once, or it is put off for a week. */
import { useState } from 'react';
import type { WorkLine } from '../../core/work-item.ts';
import { ApiError, useApi, useRefresh } from '../../tab/api.ts';
import type { Offer } from './bulk.tsx';
import { weekPath } from './week-head.tsx';

interface Pressing {
  readonly error: ApiError | undefined;
  press(line: WorkLine): void;
}

export function useLinePress(start: (offer: Offer) => unknown, retry: () => void): Pressing {
  const api = useApi();
  const refresh = useRefresh();
  const [error, setError] = useState<ApiError>();
  async function press(line: WorkLine): Promise<void> {
    setError(undefined);
    const { press: asked, kind, id } = line;
    if (!asked) return;
    if (asked.event !== 'snooze') await start({ label: asked.label, steps: [{ line, event: asked.event }] });
    else
      try {
        await api.send('/api/review/snooze', { body: { kind, id } });
        retry();
      } catch (failed) {
        setError(failed instanceof ApiError ? failed : new ApiError('internal', ''));
      }
    await refresh(weekPath);
  }
  return { error, press: (line) => void press(line) };
}
