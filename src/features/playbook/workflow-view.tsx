/** One workflow: its problem, steps, people and scenarios. */
import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ComponentType } from 'react';
import { useData } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import { BackToPlaybook } from './back.tsx';
import type { WorkflowReading } from './contract.ts';
import { ScenarioCard } from './scenario-card.tsx';
import { Steps } from './workflow-steps.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400 },
  section: { display: 'grid', gap: tokens.spacingVerticalS },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(20rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

/** `Back`: to where one came from. */
export function WorkflowPage({ id, Back = BackToPlaybook }: { id: string; Back?: ComponentType }) {
  const words = useWords();
  const { data, error, mutate } = useData<WorkflowReading>(`/api/workflows/${id}`);
  return (
    <Frame title={data?.name ?? words('playbook.workflow')}>
      <Back />
      {error && !data && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && <Body workflow={data} />}
    </Frame>
  );
}

function Body({ workflow }: { workflow: WorkflowReading }) {
  const words = useWords();
  const styles = useStyles();
  const people = [
    workflow.department,
    workflow.owner && words('playbook.owner', { name: workflow.owner }),
    workflow.hrLead && words('playbook.hrLead', { name: workflow.hrLead }),
  ];
  return (
    <>
      <div className={styles.head}>
        <Badge appearance="outline" color="informative">
          {workflow.stage.word}
        </Badge>
        <Text className={styles.quiet}>{people.filter(Boolean).join(' · ')}</Text>
      </div>
      <Text size={400}>{workflow.problem}</Text>
      <section className={styles.section}>
        <h2 className={styles.heading}>{words('playbook.steps')}</h2>
        <Steps steps={workflow.steps} />
      </section>
      <section className={styles.section}>
        <h2 className={styles.heading}>{words('playbook.scenarios')}</h2>
        {workflow.scenarios.length === 0 && (
          <Empty title={words('playbook.noneTitle')} text={words('playbook.noneText')} />
        )}
        <ul className={styles.list}>
          {workflow.scenarios.map((line) => (
            <li key={line.id}>
              <ScenarioCard line={line} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
