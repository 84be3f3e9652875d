/** One A4 page: the six questions, the steps, the prompt to begin with, what good is, and the rules. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from '../../tab/words.ts';
import type { ScenarioWhole } from './contract.ts';

/** A name of its own, for the rules of the page that is printed. */
export const sheetClass = 'fieldbook-sheet';

/** The longer the text, the smaller the print. Measured with real scenarios: the page is full at the smallest size. */
const sizes = [
  { upTo: 2_000, points: '9.5pt' },
  { upTo: 3_200, points: '8.5pt' },
  { upTo: 4_200, points: '8pt' },
  { upTo: Number.POSITIVE_INFINITY, points: '7.2pt' },
] as const;

const useStyles = makeStyles({
  sheet: {
    maxWidth: '188mm',
    boxSizing: 'border-box',
    padding: '11mm',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    lineHeight: 1.3,
    '@media (max-width: 599px)': { padding: tokens.spacingHorizontalL },
    '@media print': { padding: 0, border: 'none', maxWidth: 'none' },
  },
  title: { fontSize: '1.6em', lineHeight: 1.2, margin: 0 },
  lead: { margin: '0.2em 0 0.7em' },
  columns: { columnGap: '7mm', columnWidth: '80mm' },
  part: { breakInside: 'avoid', marginBottom: '0.7em' },
  mayBreak: { breakInside: 'auto' },
  heading: { fontSize: '1em', margin: '0 0 0.15em', color: tokens.colorBrandForeground1, breakAfter: 'avoid' },
  line: { margin: 0 },
  list: { margin: 0, paddingLeft: '1.3em' },
  prompt: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    padding: '0.5em',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxDecorationBreak: 'clone',
  },
  foot: { marginTop: '0.5em', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '0.3em' },
});

const lengthOf = ({ prompts, steps, criteria, guardrails, inputs, whenNotToUse, humanCheck }: ScenarioWhole): number =>
  JSON.stringify([
    prompts[0]?.text,
    steps,
    criteria.map(({ text }) => text),
    guardrails.map(({ rule }) => rule),
    inputs,
    whenNotToUse,
    humanCheck,
  ]).length;

export function PrintSheet({ scenario }: { scenario: ScenarioWhole }) {
  const words = useWords();
  const styles = useStyles();
  const { prompts, criteria, guardrails, steps, whenNotToUse, humanCheck, checkedLine, edition } = scenario;
  const [first] = prompts;
  const size = sizes.find(({ upTo }) => lengthOf(scenario) <= upTo) ?? sizes[3];
  return (
    <div className={mergeClasses(sheetClass, styles.sheet)} style={{ fontSize: size.points }}>
      <h2 className={styles.title}>{scenario.title}</h2>
      <p className={styles.lead}>{scenario.helpsYou}</p>
      <div className={styles.columns}>
        <Facts scenario={scenario} />
        <Part title={words('playbook.stepByStep')}>
          <ol className={styles.list}>
            {steps.map(({ text, byHuman }) => (
              <li key={text}>
                <b>{words(byHuman ? 'playbook.you' : 'playbook.withTool')}</b> {text}
              </li>
            ))}
          </ol>
        </Part>
        <Lines title={words('playbook.useNot')} lines={whenNotToUse} />
        <Lines title={words('playbook.good')} lines={criteria.map(({ text }) => text)} />
        <Lines
          title={words('playbook.rules', { count: guardrails.length })}
          lines={guardrails.map(({ rule }) => rule)}
        />
        <Part title={words('playbook.humanCheck')}>
          <p className={styles.line}>
            {humanCheck.who}: {humanCheck.what}
          </p>
        </Part>
        {first && (
          <Part title={words(`playbook.purpose.${first.purpose}`, { title: first.title })} mayBreak>
            <div className={styles.prompt}>{shown(first)}</div>
          </Part>
        )}
      </div>
      <p className={mergeClasses(styles.line, styles.foot)}>
        {words('playbook.version', { number: edition.number })} · {checkedLine}
      </p>
    </div>
  );
}

/** `[Job title]` instead of the name that only the form knows. */
const shown = ({ text, variables }: ScenarioWhole['prompts'][number]): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => `[${variables.find((v) => v.name === name)?.label ?? name}]`);

function Facts({ scenario }: { scenario: ScenarioWhole }) {
  const words = useWords();
  const { problem, roles, task, step, workflow, tools, alternative, inputs, dataClass, time, owner, hrLead } = scenario;
  const tool = tools[0];
  const people = [
    owner && words('playbook.owner', { name: owner }),
    hrLead && words('playbook.hrLead', { name: hrLead }),
  ].filter(Boolean);
  return (
    <>
      <Part title={words('playbook.ask.problem')}>{problem}</Part>
      <Part title={words('playbook.ask.forWhom')}>
        {roles.join(', ')}. {task} {words('playbook.step', { step: step.order, of: step.of, title: step.title })}{' '}
        {workflow.name}
      </Part>
      {tool && (
        <Part title={words('playbook.ask.tool')}>
          <b>
            {tool.name}: {tool.sign} {tool.word}
          </b>{' '}
          {[...tool.conditions, alternative].filter(Boolean).join(' ')}
        </Part>
      )}
      <Lines
        title={words('playbook.ask.inputs')}
        lines={[
          ...inputs.map(({ name, where, dataClass: kind }) => `${name}: ${where} (${kind})`),
          words('playbook.upTo', { data: dataClass.name, about: dataClass.description }),
        ]}
      />
      <Part title={words('playbook.ask.time')}>{time.line}</Part>
      {people.length > 0 && <Part title={words('playbook.ask.people')}>{people.join(' · ')}</Part>}
    </>
  );
}

function Part({ title, mayBreak = false, children }: { title: string; mayBreak?: boolean; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={mergeClasses(styles.part, mayBreak && styles.mayBreak)}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  const styles = useStyles();
  return (
    <Part title={title}>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Part>
  );
}
