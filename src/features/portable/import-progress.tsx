/** How far an import is, and what came of it. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useData, useRefresh } from '../../tab/api.ts';
import { Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { ImportReply } from './contract.ts';
import { ImportResult } from './import-result.tsx';

const everyMs = 1_000;

const useStyles = makeStyles({
  all: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start', minWidth: 0 },
  bar: { width: '100%', maxWidth: '30rem', accentColor: tokens.colorBrandBackground },
});

export function ImportProgress({ id, again }: { id: string; again: () => void }) {
  const words = useWords();
  const styles = useStyles();
  const refresh = useRefresh();
  const { data, error, mutate } = useData<ImportReply>(`/api/playbook/imports/${id}`, {
    refreshInterval: (last) => (last?.state === 'done' ? 0 : everyMs),
  });
  const isDone = data?.state === 'done';
  useEffect(() => {
    if (isDone) void refresh('/api/scenarios', '/api/workflows', '/api/review');
  }, [isDone, refresh]);
  if (!data) return error ? <Failed error={error} retry={() => mutate()} /> : <Loading />;
  return (
    <div className={styles.all}>
      <progress className={styles.bar} max={data.total} value={data.done} aria-label={words('portable.progress')} />
      <Text role="status" weight="semibold">
        {words(isDone ? 'portable.done' : 'portable.running', { done: data.done, total: data.total })}
      </Text>
      {isDone && <ImportResult reply={data} />}
      {isDone && <Button onClick={again}>{words('portable.another')}</Button>}
    </div>
  );
}
