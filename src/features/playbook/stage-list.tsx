/** The workflows that a reader sees, by how far each is; above them the pilots that are theirs. */
import { Link as Looks, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { Link } from 'wouter';
import { useAll } from '../../tab/api.ts';
import { ButtonLink } from '../../tab/parts/button-link.tsx';
import { Frame } from '../../tab/parts/frame.tsx';
import { useListStyles } from '../../tab/parts/list-styles.ts';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { holdsAny, useReader } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import type { WorkflowLine } from './contract.ts';
import type { PilotsShown } from './workflows-page.tsx';

const useStyles = makeStyles({
  stage: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, maxWidth: '52rem' },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
});

const stages = ['pilot', 'candidate', 'proven', 'scaled', 'retired'] as const;

export function StageList({ Pilots }: { Pilots: PilotsShown }) {
  const words = useWords();
  const styles = useStyles();
  const { me } = useReader();
  const { data, error, mutate } = useAll<{ items: WorkflowLine[] }>('/api/workflows?with=retired');
  const mayMake = holdsAny(me, ['author', 'manager', 'hrLead', 'owner']);
  return (
    <Frame title={words('workflow.workflows')} actions={mayMake && <New />}>
      {error && !data && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      <div className={styles.stage}>
        <Pilots />
      </div>
      {data?.items.length === 0 && <Empty title={words('playbook.noneTitle')} text={words('playbook.noneText')} />}
      {stages.map((stage) => (
        <Stage key={stage} lines={(data?.items ?? []).filter((line) => line.stage.id === stage)} />
      ))}
    </Frame>
  );
}

function New() {
  const words = useWords();
  return (
    <ButtonLink href="/workflows/new" icon={<AddRegular />}>
      {words('workflow.new')}
    </ButtonLink>
  );
}

function Stage({ lines }: { lines: readonly WorkflowLine[] }) {
  const words = useWords();
  const styles = useStyles();
  const lists = useListStyles();
  const [first] = lines;
  if (!first) return undefined;
  const id = `stage-${first.stage.id}`;
  return (
    <section className={styles.stage} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {first.stage.word}
      </h2>
      <ul className={lists.list}>
        {lines.map(({ id: workflowId, name, problem, department, scenarioIds, work }) => (
          <li key={workflowId}>
            <article className={lists.card} aria-label={name}>
              <h3 className={lists.title}>
                <Link href={`/workflows/${workflowId}`} asChild>
                  <Looks appearance="subtle" className={lists.name}>
                    {name}
                  </Looks>
                </Link>
              </h3>
              <Text>{problem}</Text>
              <Text size={200} className={lists.quiet}>
                {department} · {words('playbook.workflowAbout', { count: scenarioIds.length })}
                {work?.points !== undefined && ` · ${words('workflow.points', { points: work.points })}`}
              </Text>
            </article>
          </li>
        ))}
      </ul>
    </section>
  );
}
