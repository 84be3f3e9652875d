/** Pilots as lines: what each is about, how far it is, and what it is to this reader. */
import { Button, Link as Looks, Text } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { Link } from 'wouter';
import { useAll } from '../../tab/api.ts';
import { useListStyles } from '../../tab/parts/list-styles.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { Status } from '../../tab/parts/status.tsx';
import { useWords } from '../../tab/words.ts';
import type { PilotLine, PilotList as Reply } from './contract.ts';
import { Part, usePilotStyles } from './pilot-parts.tsx';

interface Props {
  /** Left out: those of all workflows. */
  readonly workflowId?: string;
  /** A pilot may be planned in this workflow now. */
  readonly mayPlan?: boolean;
}

/** Says nothing where there is nothing to say: most people have no pilot. */
export function PilotList({ workflowId, mayPlan }: Props) {
  const words = useWords();
  const styles = usePilotStyles();
  const { data, error, mutate } = useAll<Reply>('/api/pilots');
  if (error && !data) return <Failed error={error} retry={() => mutate()} />;
  const items = (data?.items ?? []).filter(({ workflow }) => workflowId === undefined || workflow.id === workflowId);
  const canPlan = data !== undefined && (mayPlan ?? data.mayPlan);
  if (items.length === 0 && !canPlan) return undefined;
  return (
    <Part title={words('pilot.pilots')}>
      {items.length === 0 && <Text className={styles.quiet}>{words('pilot.noneYet')}</Text>}
      <ul className={styles.plain}>
        {items.map((line) => (
          <li key={line.id}>
            <Card line={line} hasWorkflow={workflowId === undefined} />
          </li>
        ))}
      </ul>
      {canPlan && <Plan {...(workflowId ? { workflowId } : {})} />}
    </Part>
  );
}

function Plan({ workflowId }: { workflowId?: string }) {
  const words = useWords();
  const styles = usePilotStyles();
  return (
    <div className={styles.stack}>
      <Link href={`/workflows/pilots/new${workflowId ? `?workflow=${workflowId}` : ''}`} asChild>
        <Button as="a" icon={<AddRegular />}>
          {words('pilot.plan')}
        </Button>
      </Link>
    </div>
  );
}

function Card({ line, hasWorkflow }: { line: PilotLine; hasWorkflow: boolean }) {
  const words = useWords();
  const styles = useListStyles();
  const shared = usePilotStyles();
  const { id, name, workflow, department, state, weekLine, mine } = line;
  const about = [weekLine, hasWorkflow ? workflow.name : '', department].filter(Boolean).join(' · ');
  return (
    <article className={styles.card} aria-label={name}>
      <div className={styles.head}>
        <h3 className={styles.title}>
          <Link href={`/workflows/pilots/${id}`} asChild>
            <Looks appearance="subtle" className={styles.name}>
              {name}
            </Looks>
          </Link>
        </h3>
        <Status status={mine === 'asked' ? { word: words('pilot.asked'), tone: 'warning' } : state} />
      </div>
      <Text size={200} className={shared.quiet}>
        {about}
      </Text>
      {mine === 'member' && <Text size={200}>{words('pilot.member')}</Text>}
    </article>
  );
}
