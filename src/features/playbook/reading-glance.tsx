/** The six questions, always in this order: what for, for whom, which tool, what goes in, how long, who stands for it. */
import { Link as Looks, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useWords } from '../../tab/words.ts';
import type { ScenarioWhole } from './contract.ts';
import { Sign } from './sign.tsx';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(19rem, 100%), 1fr))',
    gap: '1px',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralStroke2,
    margin: 0,
  },
  cell: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    alignContent: 'start',
    padding: tokens.spacingHorizontalL,
    background: tokens.colorNeutralBackground1,
  },
  label: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  value: { margin: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  tool: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

function Cell({ label, children }: { label: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.cell}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

export function Glance({ scenario }: { scenario: ScenarioWhole }) {
  const words = useWords();
  const styles = useStyles();
  const { roles, step, workflow, inputs, dataClass, time } = scenario;
  return (
    <dl className={styles.grid}>
      <Cell label={words('playbook.ask.problem')}>
        <Text>{scenario.problem}</Text>
      </Cell>
      <Cell label={words('playbook.ask.forWhom')}>
        <Text weight="semibold">{roles.join(', ')}</Text>
        <Text>{scenario.task}</Text>
        <Text size={200} className={styles.quiet}>
          {words('playbook.step', { step: step.order, of: step.of, title: step.title })}{' '}
          <Link href={`/playbook/w/${workflow.id}`} asChild>
            <Looks inline>{workflow.name}</Looks>
          </Link>
        </Text>
      </Cell>
      <ToolCell scenario={scenario} />
      <Cell label={words('playbook.ask.inputs')}>
        <ul className={styles.list}>
          {inputs.map(({ name, where, dataClass: kind }) => (
            <li key={name}>
              {name}{' '}
              <span className={styles.quiet}>
                · {where} · {kind}
              </span>
            </li>
          ))}
        </ul>
        <Text size={200}>{words('playbook.upTo', { data: dataClass.name, about: dataClass.description })}</Text>
      </Cell>
      <Cell label={words('playbook.ask.time')}>
        <Text>{time.line}</Text>
      </Cell>
      <PeopleCell scenario={scenario} />
    </dl>
  );
}

function ToolCell({ scenario: { tools, alternative } }: { scenario: ScenarioWhole }) {
  const words = useWords();
  const styles = useStyles();
  const [first] = tools;
  if (!first) return null;
  const lines = [...first.conditions, ...first.reasons];
  return (
    <Cell label={words('playbook.ask.tool')}>
      <span className={styles.tool}>
        <Text weight="semibold">{first.name}</Text>
        <Sign verdict={first.verdict} text={`${first.sign} ${first.word}`} />
      </span>
      {lines.length > 0 && (
        <ul className={styles.list}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {alternative !== '' && <Text size={200}>{alternative}</Text>}
      <Link href="/tools" asChild>
        <Looks inline>{words('playbook.allRules')}</Looks>
      </Link>
    </Cell>
  );
}

function PeopleCell({ scenario }: { scenario: ScenarioWhole }) {
  const words = useWords();
  const styles = useStyles();
  const { owner, hrLead, foundBy, stage, checkedLine } = scenario;
  return (
    <Cell label={words('playbook.ask.people')}>
      {owner && <Text>{words('playbook.owner', { name: owner })}</Text>}
      {hrLead && <Text>{words('playbook.hrLead', { name: hrLead })}</Text>}
      {!owner && !hrLead && <Text>{words('playbook.nobodyNamed')}</Text>}
      {foundBy.length > 0 && <Text>{words('playbook.foundBy', { names: foundBy.join(', ') })}</Text>}
      <Text size={200} className={styles.quiet}>
        {stage.word} · {checkedLine}
      </Text>
    </Cell>
  );
}
