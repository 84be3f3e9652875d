/** What a host may do with a session or a series; what was typed is kept as long as the office hours stand open. */
import { type ComponentProps, useContext, useState } from 'react';
import { PressActions } from '../../tab/parts/press-actions.tsx';
import type { Drafts } from '../../tab/parts/work.ts';
import { KeptContext } from './kept.tsx';

export function HostActions<T extends object>(props: Omit<ComponentProps<typeof PressActions<T>>, 'drafts'>) {
  return <PressActions<T> {...props} drafts={useDrafts()} />;
}

function useDrafts(): Drafts {
  const kept = useContext(KeptContext);
  const [drafts] = useState<Drafts>(() => (kept.get('drafts') as Drafts | undefined) ?? new Map());
  kept.set('drafts', drafts);
  return drafts;
}
