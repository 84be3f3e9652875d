/** The playbook by workflow: what the work is, its steps, and where AI helps in it. */
import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useAll } from '../../tab/api.ts';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { WorkflowLine } from './contract.ts';
import { Steps } from './workflow-steps.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  card: {
    position: 'relative',
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
    ':hover': { background: tokens.colorNeutralBackground1Hover },
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    '& a': { color: tokens.colorNeutralForeground1, textDecoration: 'none' },
    '& a:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    '& a::after': { content: '""', position: 'absolute', inset: 0 },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function WorkflowList() {
  const words = useWords();
  const styles = useStyles();
  const { data, error, mutate } = useAll<{ items: WorkflowLine[] }>('/api/workflows');
  if (error && !data) return <Failed error={error} retry={() => mutate()} />;
  if (!data) return <Loading />;
  if (data.items.length === 0) return <Empty title={words('playbook.noneTitle')} text={words('playbook.noneText')} />;
  return (
    <ul className={styles.list}>
      {data.items.map((line) => (
        <li key={line.id} className={styles.card}>
          <div className={styles.head}>
            <h2 className={styles.title}>
              <Link href={`/playbook/w/${line.id}`}>{line.name}</Link>
            </h2>
            <Badge appearance="outline" color="informative">
              {line.stage.word}
            </Badge>
            <Text size={200} className={styles.quiet}>
              {line.department} · {words('playbook.workflowAbout', { count: line.scenarioIds.length })}
            </Text>
          </div>
          <Text>{line.problem}</Text>
          <Steps steps={line.steps} />
        </li>
      ))}
    </ul>
  );
}
