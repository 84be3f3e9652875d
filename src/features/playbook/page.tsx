/** The playbook: which of its pages a path means. */
import { Route, Switch } from 'wouter';
import { opened } from '../../tab/opened.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Empty } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import { LibraryPage } from './library.tsx';

const ReadingPage = opened(async () => (await import('./reading.tsx')).ReadingPage);
const PrintPage = opened(async () => (await import('./print-page.tsx')).PrintPage);
const EditPage = opened(async () => (await import('./edit-page.tsx')).EditPage);
const NewPage = opened(async () => (await import('./new-page.tsx')).NewPage);
const VersionsPage = opened(async () => (await import('./versions-page.tsx')).VersionsPage);
const WorkflowPage = opened(async () => (await import('./workflow-view.tsx')).WorkflowPage);

export function PlaybookPage() {
  return (
    <Switch>
      <Route path="/playbook">
        <LibraryPage />
      </Route>
      <Route path="/playbook/new">
        <NewPage />
      </Route>
      <Route path="/playbook/s/:id/edit">{({ id }) => <EditPage id={id} />}</Route>
      <Route path="/playbook/s/:id/versions">{({ id }) => <VersionsPage id={id} />}</Route>
      <Route path="/playbook/s/:id">{({ id }) => <ReadingPage id={id} />}</Route>
      <Route path="/playbook/s/:id/print">{({ id }) => <PrintPage id={id} />}</Route>
      <Route path="/playbook/w/:id">{({ id }) => <WorkflowPage id={id} />}</Route>
      <Route>
        <Nowhere />
      </Route>
    </Switch>
  );
}

function Nowhere() {
  const words = useWords();
  return (
    <Frame title={words('nowhere.title')}>
      <Empty title={words('page.playbook')} text={words('nowhere.text')} />
    </Frame>
  );
}
