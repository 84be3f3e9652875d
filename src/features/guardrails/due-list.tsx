/** What those who decide about tools should look at again: one press says that it is still right. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { WorkLine } from '../../core/work-item.ts';
import { useApi, useData, useRefresh } from '../../tab/api.ts';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import { useDays } from './cell-dialog.tsx';
import type { DueList as Due } from './decision-contract.ts';
import { PageLink, Panel, Quiet } from './parts.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none' },
  },
});

export const duePath = '/api/rules/due?limit=100';

export function DueList() {
  const words = useWords();
  const styles = useStyles();
  const { data, error, mutate } = useData<Due>(duePath);
  if (error && !data) return <Failed error={error} retry={() => mutate()} />;
  if (!data) return <Loading />;
  if (data.items.length === 0) return <Empty title={words('tools.noneDueTitle')} text={words('tools.noneDueText')} />;
  return (
    <Panel>
      <ul className={styles.list}>
        {data.items.map((line) => (
          <DueLine key={line.id} line={line} />
        ))}
      </ul>
    </Panel>
  );
}

function DueLine({ line }: { line: WorkLine }) {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const refresh = useRefresh();
  const { date } = useDays();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const path = `/api/decisions/${encodeURIComponent(line.id)}`;
  const day = line.dueAt ? date(line.dueAt.slice(0, 10)) : '';

  async function confirm() {
    setBusy(true);
    setError(undefined);
    try {
      const { version } = await api.get<{ version: string }>(path);
      await api.send(`${path}/confirm`, { version });
      await refresh('/api/rules', '/api/tools', '/api/decisions');
    } catch (failed) {
      setError(failed);
    }
    setBusy(false);
  }

  return (
    <li className={styles.line}>
      <div>
        <PageLink to={`/tools/decisions/${encodeURIComponent(line.id)}`}>{line.title}</PageLink>
        <Quiet>
          {[line.status.word, line.about, words(line.isLate ? 'tools.wasDue' : 'tools.nextLook', { date: day })].join(
            ' · ',
          )}
        </Quiet>
        {error !== undefined && <Failed error={error} />}
      </div>
      <Button
        size="small"
        onClick={confirm}
        disabledFocusable={isBusy}
        aria-label={words('tools.stillRightOf', { title: line.title })}
      >
        {words('tools.stillRight')}
      </Button>
    </li>
  );
}
