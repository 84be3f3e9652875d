/** The playbook's first page: search as one types, filters, where to start, and the same work by workflow. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular, ArrowDownloadRegular } from '@fluentui/react-icons';
import { Link, useSearchParams } from 'wouter';
import { useAll } from '../../tab/api.ts';
import { opened } from '../../tab/opened.ts';
import { Choices } from '../../tab/parts/choices.tsx';
import { Frame } from '../../tab/parts/frame.tsx';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { holdsAny, useReader } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import type { ScenarioList } from './contract.ts';
import { found, LibraryFilters, type Narrowed, namesOfFilters } from './library-filters.tsx';
import { ScenarioCard } from './scenario-card.tsx';

const WorkflowList = opened(async () => (await import('./workflow-list.tsx')).WorkflowList);

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(20rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  panel: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL, minWidth: 0 },
  count: { color: tokens.colorNeutralForeground2 },
});

export function LibraryPage() {
  const words = useWords();
  const styles = useStyles();
  const { me } = useReader();
  const { narrowed, narrow } = useNarrowed();
  const isWorkflows = narrowed.tab === 'workflows';
  const mayWrite = holdsAny(me, ['author', 'owner']);
  return (
    <Frame title={words('page.playbook')} actions={<Actions mayWrite={mayWrite} />}>
      <Choices
        label={words('page.playbook')}
        choices={[
          { name: words('playbook.scenarios'), href: '/playbook', isHere: !isWorkflows },
          { name: words('playbook.workflows'), href: '/playbook?tab=workflows', isHere: isWorkflows },
        ]}
      />
      <div className={styles.panel}>
        {isWorkflows ? <WorkflowList /> : <Scenarios narrowed={narrowed} narrow={narrow} />}
      </div>
    </Frame>
  );
}

function Actions({ mayWrite }: { mayWrite: boolean }) {
  const words = useWords();
  const { me } = useReader();
  return (
    <>
      <Link href="/files" asChild>
        <Button as="a" icon={<ArrowDownloadRegular />}>
          {words(holdsAny(me, ['admin']) ? 'portable.bothWays' : 'portable.export')}
        </Button>
      </Link>
      {mayWrite && <NewScenario />}
    </>
  );
}

function NewScenario() {
  const words = useWords();
  return (
    <Link href="/playbook/new" asChild>
      <Button as="a" icon={<AddRegular />}>
        {words('playbook.new')}
      </Button>
    </Link>
  );
}

/** What the list is narrowed to stands in the address, so that going back finds it again. */
function useNarrowed() {
  const [query, setQuery] = useSearchParams();
  const narrowed: Narrowed = Object.fromEntries(namesOfFilters.map((name) => [name, query.get(name) ?? '']));
  const narrow = (change: Narrowed) =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change)) value ? next.set(name, value) : next.delete(name);
        return next;
      },
      { replace: true },
    );
  return { narrowed, narrow };
}

function Scenarios({ narrowed, narrow }: { narrowed: Narrowed; narrow: (change: Narrowed) => void }) {
  const words = useWords();
  const styles = useStyles();
  const { data, error, mutate } = useAll<ScenarioList>('/api/scenarios');
  if (error && !data) return <Failed error={error} retry={() => mutate()} />;
  if (!data) return <Loading />;
  if (data.items.length === 0) return <Empty title={words('playbook.noneTitle')} text={words('playbook.noneText')} />;
  const isNarrowed = Object.entries(narrowed).some(([name, value]) => name !== 'tab' && value !== '');
  const items = found(data.items, narrowed);
  const start = isNarrowed ? undefined : items.find(({ id }) => id === data.startId);
  return (
    <>
      <LibraryFilters list={data} narrowed={narrowed} narrow={narrow} />
      <Text className={styles.count} role="status" size={200}>
        {words('playbook.count', { count: items.length })}
      </Text>
      {items.length === 0 && (
        <Empty title={words('playbook.nothingFound')} text={words('playbook.nothingFoundText')}>
          <Button onClick={() => narrow(Object.fromEntries(namesOfFilters.map((name) => [name, ''])))}>
            {words('playbook.showAll')}
          </Button>
        </Empty>
      )}
      {start && <ScenarioCard line={start} note={words('playbook.startHere')} />}
      <ul className={styles.list}>
        {items
          .filter((line) => line !== start)
          .map((line) => (
            <li key={line.id}>
              <ScenarioCard line={line} />
            </li>
          ))}
      </ul>
    </>
  );
}
