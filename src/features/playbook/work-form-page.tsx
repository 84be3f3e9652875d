/** A workflow begun, and changed: what it is, its steps, and who answers for it. */
import { useLocation } from 'wouter';
import { useApi, useData, useRefresh } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import { BackToWorkflow, BackToWorkflows } from './back.tsx';
import { type TypedWork, WorkForm } from './work-form.tsx';
import type { OpenWork } from './work-page.tsx';
import type { WorkflowOptions } from './workflow-contract.ts';

const optionsPath = '/api/workflow-options';
const emptyStep = { title: '', roleId: '', isAiStep: false };

export function NewPage() {
  const words = useWords();
  const api = useApi();
  const refresh = useRefresh();
  const [, goTo] = useLocation();
  const { data, error, mutate } = useData<WorkflowOptions>(optionsPath, { revalidateOnFocus: false });
  const [department] = data?.departments ?? [];
  const begin: TypedWork = {
    ...{ name: '', problem: '', departmentId: department?.id ?? '', ownerId: '', hrLeadId: '' },
    steps: [emptyStep, { ...emptyStep, isAiStep: true }],
  };
  const send = async ({ name, problem, departmentId, steps }: TypedWork) => {
    const body = { name, problem, departmentId, steps: stepsOf(steps) };
    const { id } = await api.send<OpenWork>('/api/workflows', { body });
    await refresh('/api/workflows', '/api/pilot');
    goTo(`/workflows/${id}`);
  };
  return (
    <Frame title={words('workflow.new')}>
      <BackToWorkflows />
      {error && !data && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && !department && <Empty title={words('workflow.cannotMake')} text={words('workflow.cannotMakeText')} />}
      {data && department && <WorkForm begin={begin} options={data} isNew go={words('workflow.create')} send={send} />}
    </Frame>
  );
}

const stepsOf = (steps: TypedWork['steps']): object[] =>
  steps.map(({ roleId, ...step }) => ({ ...step, ...(roleId ? { roleId } : {}) }));

export function ChangePage({ id }: { id: string }) {
  const words = useWords();
  const path = `/api/workflows/${encodeURIComponent(id)}`;
  const work = useData<OpenWork>(`${path}/work`, { revalidateOnFocus: false });
  const options = useData<WorkflowOptions>(optionsPath, { revalidateOnFocus: false });
  const error = work.error ?? options.error;
  const { data } = work;
  return (
    <Frame title={words('workflow.changeTitle')}>
      <BackToWorkflow id={id} name={data?.name} />
      {error && !data && <Failed error={error} retry={() => work.mutate()} />}
      {!(data && options.data) && !error && <Loading />}
      {data && !data.mayEdit && <Empty title={words('work.lostTitle')} text={words('workflow.cannotChange')} />}
      {data?.mayEdit && options.data && <Change work={data} options={options.data} again={() => work.mutate()} />}
    </Frame>
  );
}

interface ChangeProps {
  readonly work: OpenWork;
  readonly options: WorkflowOptions;
  readonly again: () => Promise<unknown>;
}

function Change({ work, options, again }: ChangeProps) {
  const words = useWords();
  const api = useApi();
  const refresh = useRefresh();
  const [, goTo] = useLocation();
  const { id, version, name, problem, department, owner, hrLead } = work;
  const begin: TypedWork = {
    ...{ name, problem, departmentId: department.id, ownerId: owner?.id ?? '', hrLeadId: hrLead?.id ?? '' },
    steps: work.steps.map(({ title, roleId = '', isAiStep }) => ({ title, roleId, isAiStep })),
  };
  const send = async ({ steps, departmentId: _, ownerId, hrLeadId, ...words }: TypedWork) => {
    // Who answers for it is said only where that changes: each is looked at anew.
    const people = {
      ...(ownerId && ownerId !== owner?.id ? { ownerId } : {}),
      ...(hrLeadId && hrLeadId !== hrLead?.id ? { hrLeadId } : {}),
    };
    const body = { ...words, ...people, steps: stepsOf(steps) };
    await api.send<OpenWork>(`/api/workflows/${id}`, { method: 'PATCH', body, version });
    await refresh('/api/workflows', '/api/pilot');
    goTo(`/workflows/${id}`);
  };
  return <WorkForm begin={begin} options={options} go={words('worksheet.save')} send={send} again={again} />;
}
