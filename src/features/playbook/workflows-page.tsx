/** Workflows: which of its pages a path means. What pilots show on them is handed over. */
import type { ComponentType } from 'react';
import { Route, Switch } from 'wouter';
import { opened } from '../../tab/opened.ts';
import { StageList } from './stage-list.tsx';

const WorkPage = opened(async () => (await import('./work-page.tsx')).WorkPage);
const NewPage = opened(async () => (await import('./work-form-page.tsx')).NewPage);
const ChangePage = opened(async () => (await import('./work-form-page.tsx')).ChangePage);

export type PilotsShown = ComponentType<{ readonly workflowId?: string; readonly mayPlan?: boolean }>;

export function WorkflowsPage({ Pilots }: { Pilots: PilotsShown }) {
  return (
    <Switch>
      <Route path="/workflows">
        <StageList Pilots={Pilots} />
      </Route>
      <Route path="/workflows/new">
        <NewPage />
      </Route>
      <Route path="/workflows/:id/change">{({ id }) => <ChangePage key={id} id={id} />}</Route>
      <Route path="/workflows/:id">{({ id }) => <WorkPage key={id} id={id} Pilots={Pilots} />}</Route>
    </Switch>
  );
}
