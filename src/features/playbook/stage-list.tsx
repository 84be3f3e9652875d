/** The workflows that a reader sees, by how far each is; above them the pilots that are theirs. */
import { Link as Looks, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { Suspense } from 'react';
import { Link } from 'wouter';
import { useAll } from '../../tab/api.ts';
import { ButtonLink } from '../../tab/parts/button-link.tsx';
import { Frame } from '../../tab/parts/frame.tsx';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { holdsAny, useReader } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import type { WorkflowLine } from './contract.ts';
import type { PilotsShown } from './workflows-page.tsx';

const useStyles = makeStyles({
  stage: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, maxWidth: '52rem' },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
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
      <Suspense>
        <div className={styles.stage}>
          <Pilots />
        </div>
      </Suspense>
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
  const [first] = lines;
  if (!first) return undefined;
  const id = `stage-${first.stage.id}`;
  return (
    <section className={styles.stage} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {first.stage.word}
      </h2>
      <ul className={styles.list}>
        {lines.map(({ id: workflowId, name, problem, department, scenarioIds, work }) => (
          <li key={workflowId}>
            <article className={styles.card} aria-label={name}>
              <h3 className={styles.title}>
                <Link href={`/workflows/${workflowId}`} asChild>
                  <Looks appearance="subtle" className={styles.name}>
                    {name}
                  </Looks>
                </Link>
              </h3>
              <Text>{problem}</Text>
              <Text size={200} className={styles.quiet}>
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
