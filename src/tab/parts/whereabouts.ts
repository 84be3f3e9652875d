/** Which item of a page stands open, by its address, and how one gets there and back. */
import { useCallback } from 'react';
import { useLocation, useRoute, useSearch } from 'wouter';
import type { WorkLine } from '../../core/work-item.ts';
import { keyOf } from './work.ts';

type Named = Pick<WorkLine, 'kind' | 'id'>;

export interface Whereabouts {
  readonly open: Named | undefined;
  hrefOf(named: Named): string;
  go(named: Named): void;
  /** Back to the list; the line that was open takes the focus. */
  close(): void;
}

/** `base` is the page's path: `/review`. */
export function useWhereabouts(base: string): Whereabouts {
  const [, navigate] = useLocation();
  const search = useSearch();
  const [isOpen, params] = useRoute<{ kind: string; id: string }>(`${base}/:kind/:id`);
  const hrefOf = useCallback(
    ({ kind, id }: Named) => `${base}/${kind}/${encodeURIComponent(id)}${search === '' ? '' : `?${search}`}`,
    [base, search],
  );
  const open = isOpen ? { kind: params.kind, id: params.id } : undefined;
  return {
    open,
    hrefOf,
    go: (named) => navigate(hrefOf(named)),
    close() {
      const key = open && keyOf(open);
      navigate(search === '' ? base : `${base}?${search}`);
      requestAnimationFrame(() => focusLine(key));
    },
  };
}

function focusLine(key: string | undefined): void {
  const line = [...document.querySelectorAll<HTMLElement>('[data-line]')].find(({ dataset }) => dataset.line === key);
  const target = line?.querySelector('a') ?? document.querySelector<HTMLElement>('h1');
  target?.focus();
  line?.scrollIntoView({ block: 'nearest' });
}
