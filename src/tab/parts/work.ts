/** Items that people act on, as the pages of the tab keep them. */
import type { WorkItem, WorkLine } from '../../core/work-item.ts';
import type { ApiError } from '../api.ts';
import { useData } from '../api.ts';

/** What `GET /api/<kind>/<id>` and every event answer. */
export type OpenItem = WorkItem & { readonly version: string };

export interface LinesPage {
  readonly items: readonly WorkLine[];
  readonly next?: string;
}

/** What was typed for one event of an item, by the names of its fields; a switch that is on holds `yes`. */
export type Draft = Readonly<Record<string, string>>;

export interface Typed {
  readonly values: Draft;
  /** What was written in words, apart from what was picked. */
  readonly texts: readonly string[];
}
export type Drafts = Map<string, Typed>;

type Named = Pick<WorkLine, 'kind' | 'id'>;

export const keyOf = ({ kind, id }: Named): string => `${kind}/${id}`;
/** Where events of an item go. */
export const pathOf = ({ kind, id }: Named): string => `/api/${kind}/${encodeURIComponent(id)}`;

/** Where an item is read; a scenario is read there as everybody reads it, and as an item beside it. */
export const itemPathOf = (named: Named): string =>
  named.kind === 'scenarios' ? `${pathOf(named)}/item` : pathOf(named);

/** Somebody was faster, or what was shown is not what is stored any more. */
export const isOvertaken = ({ status }: ApiError): boolean => status === 409 || status === 412;

const everyMs = 10_000;

const waitMs = ({ waitSeconds, status }: ApiError): number =>
  Math.max(waitSeconds * 1_000, status >= 400 && status < 500 ? everyMs : 3_000);

/** What a path answers, asked again every ten seconds while it is seen; after a failure too. */
export function useLive<T>(path: string | undefined) {
  return useData<T>(path, {
    everyMs,
    // Whatever failed may be right again: a role given back, the server there again, enough time passed.
    shouldRetryOnError: true,
    onErrorRetry: (error, _key, _config, revalidate, { retryCount }) => {
      setTimeout(() => revalidate({ retryCount }), waitMs(error) * (1 + Math.random() / 2));
    },
  });
}
