/** One pilot: for people in it what they are asked and what is recorded; for those who lead it the whole cockpit. */
import { Text } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import { useData, useRefresh } from '../../tab/api.ts';
import { ButtonLink } from '../../tab/parts/button-link.tsx';
import { DoneBar } from '../../tab/parts/done-bar.tsx';
import { Frame } from '../../tab/parts/frame.tsx';
import { History } from '../../tab/parts/history.tsx';
import { PressActions } from '../../tab/parts/press-actions.tsx';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { Status } from '../../tab/parts/status.tsx';
import type { Drafts } from '../../tab/parts/work.ts';
import { useWords } from '../../tab/words.ts';
import { CockpitParts } from './cockpit-parts.tsx';
import type { PilotDetail } from './contract.ts';
import { NextStep } from './next-step.tsx';
import { Back, Part, Rules, ScenarioLink, useDay, usePilotStyles, WorkflowLink } from './pilot-parts.tsx';
import { Weeks } from './weeks.tsx';

export type OpenPilot = PilotDetail & { readonly version: string };

export interface PilotProps {
  readonly pilot: OpenPilot;
  readonly drafts: Drafts;
  readonly show: (pilot: OpenPilot) => Promise<unknown>;
  readonly again: () => Promise<unknown>;
}

export function PilotPage({ id, drafts }: { id: string; drafts: Drafts }) {
  const words = useWords();
  const refresh = useRefresh();
  const { data, error, mutate } = useData<OpenPilot>(`/api/pilots/${encodeURIComponent(id)}`, { everyMs: 30_000 });
  const isLost = error?.code === 'not_found';
  const show = async (pilot: OpenPilot) => {
    await mutate(pilot, { revalidate: false });
    await refresh('/api/pilots?', '/api/workflows');
  };
  return (
    <Frame title={data?.name ?? words('pilot.pilot')} actions={data?.cockpit && <Print id={id} />}>
      <Back />
      {isLost && <Empty title={words('work.lostTitle')} text={words('pilot.lostText')} />}
      {error && !isLost && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && !isLost && <Whole pilot={data} drafts={drafts} show={show} again={() => mutate()} />}
    </Frame>
  );
}

function Print({ id }: { id: string }) {
  const words = useWords();
  return (
    <ButtonLink href={`/workflows/pilots/${id}/print`} icon={<PrintRegular />}>
      {words('pilot.onePage')}
    </ButtonLink>
  );
}

function Whole(props: PilotProps) {
  const styles = usePilotStyles();
  const { pilot, show, again } = props;
  const { cockpit, history, mine } = pilot;
  const isAsked = mine === 'asked';
  return (
    <div className={styles.page}>
      <DoneBar<OpenPilot> of={pilot} path={`/api/pilots/${encodeURIComponent(pilot.id)}`} {...{ show, again }} />
      <Head pilot={pilot} />
      {!cockpit && !isAsked && <Tried pilot={pilot} />}
      {cockpit ? <NextStep {...props} cockpit={cockpit} /> : <Asked {...props} />}
      {cockpit ? <CockpitParts {...props} cockpit={cockpit} /> : isAsked && <Tried pilot={pilot} />}
      <Rules {...pilot} />
      <History history={history} />
    </div>
  );
}

function Head({ pilot }: { pilot: OpenPilot }) {
  const words = useWords();
  const styles = usePilotStyles();
  const day = useDay();
  const { state, weekLine, week, goal, workflow, department, owner, hrLead, startDate, endDate } = pilot;
  const people = [department, words('pilot.leads', { owner: owner.name, hrLead: hrLead.name })];
  const days =
    startDate && endDate
      ? words('pilot.days', { from: day(startDate), to: day(endDate) })
      : startDate && words('pilot.planned', { from: day(startDate) });
  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <Status status={state} />
        <Text weight="semibold">{weekLine}</Text>
      </div>
      {week && week.number > 0 && <Weeks week={week} />}
      <Text size={400} className={styles.text}>
        {goal}
      </Text>
      <Text className={styles.quiet}>
        <WorkflowLink id={workflow.id} name={workflow.name} /> · {people.filter(Boolean).join(' · ')}
      </Text>
      {days && <Text className={styles.quiet}>{days}</Text>}
    </div>
  );
}

/** What is asked of somebody, after what will be recorded of them. */
function Asked({ pilot, drafts, show, again }: PilotProps) {
  const words = useWords();
  const styles = usePilotStyles();
  const { id, name, version, mine, recorded, actions } = pilot;
  const isAsked = mine === 'asked';
  const { data: contact } = useData<{ name: string }>('/api/contact');
  return (
    <Part title={words(isAsked ? 'pilot.askedTitle' : 'pilot.memberTitle')} isBoxed>
      <Text>{words(isAsked ? 'pilot.askedText' : 'pilot.memberText')}</Text>
      <ul className={styles.list}>
        {recorded.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {contact?.name && !isAsked && <Text>{words('pilot.tellWhom', { name: contact.name })}</Text>}
      <PressActions<OpenPilot>
        of={{ kind: 'pilots', id, title: name, version }}
        {...{ actions, drafts, show, again }}
      />
    </Part>
  );
}

function Tried({ pilot: { scenarios, state } }: { pilot: OpenPilot }) {
  const words = useWords();
  const styles = usePilotStyles();
  const isOpen = state.id === 'running' || state.id === 'deciding' || state.id === 'scaled';
  return (
    <Part title={words('pilot.scenarios')}>
      <ul className={styles.list}>
        {scenarios.map(({ id, title }) => (
          <li key={id}>{isOpen ? <ScenarioLink id={id} title={title} /> : title}</li>
        ))}
      </ul>
    </Part>
  );
}
