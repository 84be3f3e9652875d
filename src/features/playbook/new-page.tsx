/** A new scenario begins with a title, its workflow and whom it is for; from a copy or from what can be prepared. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { ApiError, useApi, useData, useRefresh } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import { BackToPlaybook } from './back.tsx';
import type { NewScenario, ScenarioEdit, ScenarioOptions } from './edit-contract.ts';
import { MissingContext, PickIn, TextIn } from './edit-fields.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    maxWidth: '40rem',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  start: { justifySelf: 'start' },
});

export function NewPage() {
  const words = useWords();
  const { data, error, mutate } = useData<ScenarioOptions>('/api/scenario-options', { revalidateOnFocus: false });
  return (
    <Frame title={words('playbook.new')}>
      <BackToPlaybook />
      {error && !data && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data?.workflows.length === 0 && <Empty title={words('draft.noWorkflow')} text={words('draft.noWorkflowText')} />}
      {data && data.workflows.length > 0 && <Begin options={data} />}
    </Frame>
  );
}

function Begin({ options }: { options: ScenarioOptions }) {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const refresh = useRefresh();
  const [, go] = useLocation();
  const [sent, setSent] = useState<NewScenario>({ title: '', workflowId: '', roleId: '' });
  const [copyOf, setCopyOf] = useState('');
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const change = (next: Partial<NewScenario>) => setSent({ ...sent, ...next });
  async function begin(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    try {
      const body = { ...sent, ...(copyOf ? { copyOf } : {}) };
      const { id } = await api.send<ScenarioEdit>('/api/scenarios', { body });
      await refresh('/api/scenarios');
      go(`/playbook/s/${id}/edit`);
    } catch (failed) {
      setError(failed);
      setBusy(false);
    }
  }
  const fields = error instanceof ApiError ? error.fields : [];
  const workflows = options.workflows.map(({ id, name, department }) => ({ id, title: `${name} (${department})` }));
  return (
    <MissingContext value={fields}>
      <form className={styles.form} noValidate onSubmit={begin}>
        <Text>{words('draft.newAbout')}</Text>
        <TextIn path="title" label={words('draft.title')} value={sent.title} change={(title) => change({ title })} />
        <PickIn
          path="workflowId"
          label={words('playbook.workflow')}
          options={workflows}
          isNeeded
          value={sent.workflowId}
          change={(workflowId) => change({ workflowId })}
        />
        <PickIn
          path="roleId"
          label={words('draft.roleIds')}
          options={options.roles}
          isNeeded
          value={sent.roleId}
          change={(roleId) => change({ roleId })}
        />
        <PickIn
          path="copyOf"
          label={words('draft.copyOf')}
          hint={words('draft.copyOfHint')}
          options={options.scenarios}
          value={copyOf}
          change={setCopyOf}
        />
        {error !== undefined && fields.length === 0 && <Failed error={error} />}
        <Button type="submit" appearance="primary" className={styles.start} disabledFocusable={isBusy}>
          {words('draft.begin')}
        </Button>
      </form>
    </MissingContext>
  );
}
