/** Pilots: which of its pages a path means, and the list that the page of workflows shows. */
import { useState } from 'react';
import { Route, Switch } from 'wouter';
import { opened } from '../../tab/opened.ts';
import type { Drafts } from '../../tab/parts/work.ts';

const PilotPage = opened(async () => (await import('./pilot-page.tsx')).PilotPage);
const NewPage = opened(async () => (await import('./plan-page.tsx')).NewPage);
const ChangePage = opened(async () => (await import('./plan-page.tsx')).ChangePage);
const PrintPage = opened(async () => (await import('./print-page.tsx')).PrintPage);

/** Of one workflow, or all that the reader has something to do with. */
export const PilotList = opened(async () => (await import('./pilot-list.tsx')).PilotList, null);

export function PilotsPage() {
  /** What is typed stays while one looks at another of these pages. */
  const [drafts] = useState<Drafts>(() => new Map());
  return (
    <Switch>
      <Route path="/workflows/pilots/new">
        <NewPage />
      </Route>
      <Route path="/workflows/pilots/:id/change">{({ id }) => <ChangePage key={id} id={id} />}</Route>
      <Route path="/workflows/pilots/:id/print">{({ id }) => <PrintPage key={id} id={id} />}</Route>
      <Route path="/workflows/pilots/:id">{({ id }) => <PilotPage key={id} id={id} drafts={drafts} />}</Route>
    </Switch>
  );
}
