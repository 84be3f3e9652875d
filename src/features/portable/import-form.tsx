/** A file is chosen, looked at without writing anything, and brought in with a second press. */
import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { ApiError, useAll, useApi } from '../../tab/api.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { ImportReply } from './contract.ts';
import { ImportProgress } from './import-progress.tsx';
import { ImportResult } from './import-result.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
  field: { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
  pick: { minWidth: 0, '& select': { minWidth: 0, width: '100%' } },
  file: { maxWidth: '100%', font: 'inherit', color: tokens.colorNeutralForeground1 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  problems: { margin: 0, paddingLeft: '1.3em', overflowWrap: 'anywhere' },
});

interface Workflows {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

export function ImportForm() {
  const words = useWords();
  const styles = useStyles();
  const { data } = useAll<Workflows>('/api/workflows');
  const { file, choose, workflowId, setWorkflow, plan, isRunning, problem, ask, startedId } = useImport();
  if (startedId) return <ImportProgress id={startedId} again={() => choose(undefined)} />;
  return (
    <div className={styles.form}>
      <Text>{words('portable.importText')}</Text>
      <Field label={words('portable.file')} hint={words('portable.fileHint')} className={styles.field}>
        {(field) => (
          <input
            {...field}
            className={styles.file}
            type="file"
            accept=".json,.csv,application/json,text/csv"
            onChange={({ target }) => choose(target.files?.[0])}
          />
        )}
      </Field>
      <Field label={words('portable.workflow')} hint={words('portable.workflowHint')} className={styles.field}>
        <Select className={styles.pick} value={workflowId} onChange={(_, { value }) => setWorkflow(value)}>
          <option value="">{words('portable.noWorkflow')}</option>
          {data?.items.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.row}>
        <Button
          appearance={plan ? 'secondary' : 'primary'}
          disabledFocusable={!file || isRunning}
          onClick={() => ask(true)}
        >
          {words('portable.look')}
        </Button>
        {plan && plan.counts.new + plan.counts.changed + plan.counts.library + plan.counts.proposed > 0 && (
          <Button appearance="primary" disabledFocusable={isRunning} onClick={() => ask(false)}>
            {words('portable.bringIn')}
          </Button>
        )}
      </div>
      {problem !== undefined && <Wrong problem={problem} />}
      {plan && <ImportResult reply={plan} />}
    </div>
  );
}

function useImport() {
  const api = useApi();
  const [file, setFile] = useState<File>();
  const [workflowId, setWorkflowId] = useState('');
  const [plan, setPlan] = useState<ImportReply>();
  const [problem, setProblem] = useState<unknown>();
  const [isRunning, setRunning] = useState(false);
  const [startedId, setStartedId] = useState('');
  const anew = () => {
    setPlan(undefined);
    setProblem(undefined);
    setStartedId('');
  };
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    anew();
  };
  const setWorkflow = (id: string) => {
    setWorkflowId(id);
    anew();
  };
  const ask = async (dryRun: boolean) => {
    if (!file) return;
    setRunning(true);
    setProblem(undefined);
    try {
      const sent = { name: file.name.slice(0, 120), file: await base64Of(file), dryRun };
      const body = workflowId === '' ? sent : { ...sent, workflowId };
      const reply = await api.send<ImportReply>('/api/playbook/import', { body });
      if (dryRun) setPlan(reply);
      else setStartedId(reply.id);
    } catch (error) {
      setPlan(undefined);
      setProblem(error);
    }
    setRunning(false);
  };
  return { file, choose, workflowId, setWorkflow, plan, isRunning, problem, ask, startedId };
}

/** All rows that are wrong, each with its number. */
function Wrong({ problem }: { problem: unknown }) {
  const styles = useStyles();
  const rows = problem instanceof ApiError ? problem.fields : [];
  return (
    <>
      <Failed error={problem} />
      {rows.length > 1 && (
        <ul className={styles.problems}>
          {rows.slice(1).map(({ path, message }) => (
            <li key={`${path} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
    </>
  );
}

const chunk = 32_768;

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk) text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
}
