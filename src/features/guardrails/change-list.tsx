/** What changed in the tools: the newest first, with the scenarios that still wait for a look. */
import { useData } from '../../tab/api.ts';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import { useDays } from './cell-dialog.tsx';
import type { ChangeLine } from './contract.ts';
import { PageLink, Panel, Plain, Quiet } from './parts.tsx';

export function ChangeList() {
  const words = useWords();
  const { data, error, mutate } = useData<{ items: ChangeLine[] }>('/api/tool-changes');
  if (error && !data) return <Failed error={error} retry={() => mutate()} />;
  if (!data) return <Loading />;
  if (data.items.length === 0) return <Empty title={words('tools.noChangeTitle')} text={words('tools.noChangeText')} />;
  return data.items.map((change) => <ChangePanel key={change.id} change={change} />);
}

export function ChangePanel({ change }: { change: ChangeLine }) {
  const words = useWords();
  const { date } = useDays();
  const { id, title, what, tool, kindWord, happenedOn, affected, waiting } = change;
  return (
    <Panel>
      <h3 style={{ margin: 0, fontSize: 'inherit' }}>
        <PageLink to={`/tools/changes/${id}`}>{title}</PageLink>
      </h3>
      <Quiet>{[tool, kindWord, date(happenedOn)].join(' · ')}</Quiet>
      <Plain>{what}</Plain>
      {affected > 0 && <Quiet>{words('tools.waiting', { waiting, affected })}</Quiet>}
    </Panel>
  );
}
