/** One workflow: for those who work on it with its worksheet and what they may do; for everybody else as it reads. */
import { MessageBar, MessageBarBody, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { useData, useRefresh } from '../../tab/api.ts';
import { opened } from '../../tab/opened.ts';
import { ButtonLink } from '../../tab/parts/button-link.tsx';
import { DoneBar } from '../../tab/parts/done-bar.tsx';
import { Frame } from '../../tab/parts/frame.tsx';
import { History } from '../../tab/parts/history.tsx';
import { PressActions } from '../../tab/parts/press-actions.tsx';
import { Failed, Loading } from '../../tab/parts/states.tsx';
import { Status } from '../../tab/parts/status.tsx';
import { useWhens } from '../../tab/parts/when.ts';
import type { Drafts } from '../../tab/parts/work.ts';
import { useWords } from '../../tab/words.ts';
import { BackToWorkflows } from './back.tsx';
import { WorkScenarios } from './work-scenarios.tsx';
import { WorkSheet } from './work-sheet.tsx';
import type { WorkflowWork } from './workflow-contract.ts';
import { Steps } from './workflow-steps.tsx';
import type { PilotsShown } from './workflows-page.tsx';

const WorkflowPage = opened(async () => (await import('./workflow-view.tsx')).WorkflowPage);

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXL, maxWidth: '52rem' },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalXXS },
});

export type OpenWork = WorkflowWork & { readonly version: string };

export interface WorkProps {
  readonly work: OpenWork;
  readonly show: (work: OpenWork) => Promise<unknown>;
  readonly again: () => Promise<unknown>;
}

export function WorkPage({ id, Pilots }: { id: string; Pilots: PilotsShown }) {
  const words = useWords();
  const refresh = useRefresh();
  const { data, error, mutate } = useData<OpenWork>(`/api/workflows/${encodeURIComponent(id)}/work`);
  // Whoever may not see what is prepared in it reads what is there for everybody.
  if (error?.code === 'not_found') return <WorkflowPage id={id} Back={BackToWorkflows} />;
  const show = async (work: OpenWork) => {
    await mutate(work, { revalidate: false });
    await refresh('/api/workflows?', '/api/pilot');
  };
  return (
    <Frame
      title={data?.name ?? words('playbook.workflow')}
      actions={
        data?.mayEdit && (
          <ButtonLink href={`/workflows/${id}/change`} icon={<EditRegular />}>
            {words('workflow.change')}
          </ButtonLink>
        )
      }
    >
      <BackToWorkflows />
      {error && !data && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && <Whole work={data} show={show} again={() => mutate()} Pilots={Pilots} />}
    </Frame>
  );
}

function Whole({ Pilots, ...props }: WorkProps & { Pilots: PilotsShown }) {
  const words = useWords();
  const styles = useStyles();
  const [drafts] = useState<Drafts>(() => new Map());
  const { work, show, again } = props;
  const { id, name, version, problem, stage, steps, missing, mayEdit, actions, lessons, history } = work;
  /** What can wait stands below what one came to read. */
  const hasMain = actions.some(({ look }) => look === 'primary');
  const press = (
    <PressActions<OpenWork>
      of={{ kind: 'workflows', id, title: name, version }}
      {...{ actions, drafts, show, again }}
    />
  );
  return (
    <div className={styles.page}>
      <DoneBar<OpenWork> of={work} path={`/api/workflows/${encodeURIComponent(id)}`} {...{ show, again }} />
      <div className={styles.part}>
        <div className={styles.head}>
          <Status status={{ word: stage.word, tone: toneOf(stage.id) }} />
          <People work={work} />
        </div>
        <Text size={400}>{problem}</Text>
        <Retired work={work} />
        <Signed work={work} />
      </div>
      {hasMain && press}
      {stage.id === 'candidate' && missing.length > 0 && (
        <Part title={words('workflow.missing')}>
          <List lines={missing} />
        </Part>
      )}
      <Pilots workflowId={id} mayPlan={mayEdit && stage.id === 'candidate'} />
      <WorkSheet {...props} />
      <Part title={words('playbook.steps')}>
        <Steps steps={steps.map((step, at) => ({ ...step, order: at + 1 }))} />
      </Part>
      <WorkScenarios work={work} />
      {lessons.length > 0 && (
        <Part title={words('workflow.lessons')}>
          <List lines={lessons.map(({ text }) => text)} />
        </Part>
      )}
      {!hasMain && press}
      <History history={history} />
    </div>
  );
}

const tones = { candidate: 'neutral', pilot: 'info', proven: 'good', scaled: 'good', retired: 'neutral' } as const;
const toneOf = (stage: string) => Object.entries(tones).find(([id]) => id === stage)?.[1] ?? 'neutral';

export function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{title}</h2>
      {children}
    </section>
  );
}

function List({ lines }: { lines: readonly string[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function People({ work: { department, owner, hrLead } }: { work: OpenWork }) {
  const words = useWords();
  const styles = useStyles();
  const people = [
    department.name,
    owner ? words('playbook.owner', { name: owner.name }) : words('workflow.noOwner'),
    hrLead ? words('playbook.hrLead', { name: hrLead.name }) : '',
  ];
  return <Text className={styles.quiet}>{people.filter(Boolean).join(' · ')}</Text>;
}

function Retired({ work: { retired } }: { work: OpenWork }) {
  const words = useWords();
  if (!retired) return undefined;
  const instead = retired.replacement && words('workflow.instead', { name: retired.replacement.name });
  return <Text>{[words('workflow.retiredFor', { reason: retired.reason }), instead].filter(Boolean).join(' ')}</Text>;
}

function Signed({ work: { signing } }: { work: OpenWork }) {
  const words = useWords();
  const { near } = useWhens();
  if (!signing) return undefined;
  const { by, at, isMine } = signing;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        {words('workflow.signedBy', { by, near: near(at) })}{' '}
        {words(isMine ? 'workflow.otherSigns' : 'workflow.youSign')}
      </MessageBarBody>
    </MessageBar>
  );
}
