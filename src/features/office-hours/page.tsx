/** Office hours: which of its pages a path means. */
import { useState } from 'react';
import { Route, Switch } from 'wouter';
import { opened } from '../../tab/opened.ts';
import { HoursPage as List } from './hours-list.tsx';
import { type Kept, KeptContext } from './kept.tsx';

const SessionPage = opened(async () => (await import('./session-page.tsx')).SessionPage);
const PlanPage = opened(async () => (await import('./plan-page.tsx')).PlanPage);
const ChangePage = opened(async () => (await import('./plan-page.tsx')).ChangePage);
const SeriesPage = opened(async () => (await import('./series-page.tsx')).SeriesPage);

export function HoursPage() {
  /** What is typed stays while one looks at another of these pages. */
  const [kept] = useState<Kept>(() => new Map());
  return (
    <KeptContext value={kept}>
      <Switch>
        <Route path="/hours">
          <List />
        </Route>
        <Route path="/hours/plan">
          <PlanPage />
        </Route>
        <Route path="/hours/series/:id">{({ id }) => <SeriesPage key={id} id={id} />}</Route>
        <Route path="/hours/series/:id/change">{({ id }) => <ChangePage key={id} id={id} />}</Route>
        <Route path="/hours/:id">{({ id }) => <SessionPage key={id} id={id} />}</Route>
      </Switch>
    </KeptContext>
  );
}
