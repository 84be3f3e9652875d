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
export type Drafts = Map<string, Draft>;

type Named = Pick<WorkLine, 'kind' | 'id'>;

export const keyOf = ({ kind, id }: Named): string => `${kind}/${id}`;
export const pathOf = ({ kind, id }: Named): string => `/api/${kind}/${encodeURIComponent(id)}`;

/** Somebody was faster, or what was shown is not what is stored any more. */
export const isOvertaken = ({ status }: ApiError): boolean => status === 409 || status === 412;

const everyMs = 10_000;

/** What a path answers, asked again every ten seconds while it is seen; after a failure the wait stays short. */
export function useLive<T>(path: string | undefined) {
  return useData<T>(path, {
    everyMs,
    onErrorRetry: (_error, _key, _config, revalidate, { retryCount }) => {
      setTimeout(() => revalidate({ retryCount }), 3_000 + Math.random() * 2_000);
    },
  });
}
