/** A pilot planned, and its plan changed: name and goal are typed, the rest has its usual value already. */
import { useLocation, useSearchParams } from 'wouter';
import { useApi, useData, useRefresh } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { useReader } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import type { Cockpit, PilotOptions } from './contract.ts';
import type { OpenPilot } from './pilot-page.tsx';
import { Back } from './pilot-parts.tsx';
import { PlanForm } from './plan-form.tsx';
import { bodyOf, type TypedPlan, typedOf } from './plan-typed.tsx';

export function NewPage() {
  const words = useWords();
  const [query] = useSearchParams();
  const { data, error, mutate } = useData<PilotOptions>('/api/pilot-options', { revalidateOnFocus: false });
  const asked = query.get('workflow');
  const first = data?.workflows.find(({ id }) => id === asked) ?? data?.workflows[0];
  return (
    <Frame title={words('pilot.planTitle')}>
      <Back />
      {error && !data && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && !first && <Empty title={words('pilot.cannotPlan')} text={words('pilot.cannotPlanText')} />}
      {data && first && <New options={data} first={first} />}
    </Frame>
  );
}

type OfWorkflow = PilotOptions['workflows'][number];

function New({ options, first }: { options: PilotOptions; first: OfWorkflow }) {
  const words = useWords();
  const api = useApi();
  const refresh = useRefresh();
  const [, goTo] = useLocation();
  const { me } = useReader();
  const begin: TypedPlan = {
    ...{ workflowId: first.id, name: words('pilot.usualName', { workflow: first.name }), goal: '' },
    ...{
      hrLeadId: leadOf(options, first, me.id),
      weeks: String(options.weeks.usual),
      zone: options.zone,
      startDate: '',
    },
    ...{ people: [], scenarioIds: first.scenarios.slice(0, mostScenarios).map(({ id }) => id) },
    ...{ meetBarShare: '', minutesChange: '', weeklyActiveShare: '' },
  };
  return (
    <PlanForm
      begin={begin}
      open="all"
      options={options}
      go={words('pilot.planGo')}
      send={async (typed) => {
        const body = { ...bodyOf(typed, 'all'), workflowId: typed.workflowId };
        const { id } = await api.send<OpenPilot>('/api/pilots', { body });
        await refresh('/api/pilots');
        goTo(`/workflows/pilots/${id}`);
      }}
    />
  );
}

/** As many as a pilot usually has. */
const mostScenarios = 5;

/** Where there is one who may be it, nobody has to be picked. */
function leadOf({ hrLeads }: PilotOptions, { hrLeadId }: OfWorkflow, me: string): string {
  const others = hrLeads.filter(({ id }) => id !== me);
  return hrLeadId ?? (others.length === 1 ? (others[0]?.id ?? '') : '');
}

export function ChangePage({ id }: { id: string }) {
  const words = useWords();
  const path = `/api/pilots/${encodeURIComponent(id)}`;
  const { data, error, mutate } = useData<OpenPilot>(path, { revalidateOnFocus: false });
  const options = useData<PilotOptions>('/api/pilot-options', { revalidateOnFocus: false });
  const failed = error ?? options.error;
  const cockpit = data?.cockpit;
  return (
    <Frame title={words('pilot.changeTitle')}>
      <Back href={`/workflows/pilots/${id}`} text={data?.name} />
      {failed && !data && <Failed error={failed} retry={() => mutate()} />}
      {(!data || !options.data) && !failed && <Loading />}
      {data && !cockpit?.plan && <Empty title={words('work.lostTitle')} text={words('pilot.cannotChange')} />}
      {data && cockpit?.plan && options.data && (
        <Change pilot={data} cockpit={cockpit} plan={cockpit.plan} options={options.data} again={() => mutate()} />
      )}
    </Frame>
  );
}

interface ChangeProps {
  readonly pilot: OpenPilot;
  readonly cockpit: Cockpit;
  readonly plan: NonNullable<Cockpit['plan']>;
  readonly options: PilotOptions;
  readonly again: () => Promise<unknown>;
}

function Change({ pilot, cockpit, plan, options, again }: ChangeProps) {
  const words = useWords();
  const api = useApi();
  const refresh = useRefresh();
  const [, goTo] = useLocation();
  const { id, version, workflow } = pilot;
  const people = cockpit.people.filter((person) => plan.memberIds.includes(person.id));
  return (
    <PlanForm
      begin={typedOf(workflow.id, plan, people)}
      open={plan.open}
      options={options}
      go={words('pilot.save')}
      again={again}
      send={async (typed) => {
        await api.send<OpenPilot>(`/api/pilots/${id}`, { method: 'PATCH', body: bodyOf(typed, plan.open), version });
        await refresh('/api/pilots');
        goTo(`/workflows/pilots/${id}`);
      }}
    />
  );
}
