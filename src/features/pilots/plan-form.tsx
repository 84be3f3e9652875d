/** The form of a plan: what it is called and for, with whom, for how long, with which scenarios; targets when somebody has them. */
import { Button, MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useProblems } from '../../tab/parts/problems.ts';
import { sentenceOf } from '../../tab/parts/states.tsx';
import { isOvertaken } from '../../tab/parts/work.ts';
import { useWords } from '../../tab/words.ts';
import type { PilotOptions, PlanPart } from './contract.ts';
import { PlanMore, PlanPeople, PlanScenarios, PlanWho, PlanWords } from './plan-fields.tsx';
import type { TypedPlan } from './plan-typed.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
    maxWidth: '44rem',
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  start: { justifySelf: 'start' },
});

interface Props {
  readonly begin: TypedPlan;
  readonly open: PlanPart;
  readonly options: PilotOptions;
  readonly go: string;
  readonly send: (typed: TypedPlan) => Promise<void>;
  /** Asks for what is stored now, where somebody was faster. */
  readonly again?: () => Promise<unknown>;
}

export function PlanForm({ begin, open, options, go, send, again }: Props) {
  const words = useWords();
  const styles = useStyles();
  const [typed, setTyped] = useState(begin);
  const { error, fields: problems, isOpen, failed, clear, mend } = useProblems();
  const [isRunning, setRunning] = useState(false);
  const change = (part: Partial<TypedPlan>) => {
    mend(Object.keys(part).flatMap((name) => [name === 'people' ? 'memberIds' : name, `targets.${name}`]));
    setTyped((before) => ({ ...before, ...part }));
  };
  const workflow = options.workflows.find(({ id }) => id === typed.workflowId);
  const fields = { typed, change, options, problems };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRunning(true);
    clear();
    try {
      await send(typed);
    } catch (thrown) {
      const problem = failed(thrown);
      setRunning(false);
      if (isOvertaken(problem)) await again?.();
    }
  };
  return (
    <form className={styles.form} noValidate aria-label={go} onSubmit={submit}>
      {open === 'all' && workflow && workflow.missing.length > 0 && <Missing workflow={workflow} />}
      <PlanWords {...fields} isNew={again === undefined} />
      {open === 'all' && <PlanPeople {...fields} />}
      {open !== 'words' && <PlanWho {...fields} />}
      {open !== 'words' && <PlanScenarios {...fields} />}
      {open !== 'words' && <PlanMore {...fields} />}
      {open === 'asked' && <Text>{words('pilot.askedAlready')}</Text>}
      {isOpen && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            {problems.length > 0 ? words('pilot.lookAtFields') : sentenceOf(error, words)} {words('work.keptTyped')}
          </MessageBarBody>
        </MessageBar>
      )}
      <Button className={styles.start} type="submit" appearance="primary" disabledFocusable={isRunning}>
        {isRunning ? words('work.running') : go}
      </Button>
    </form>
  );
}

/** What of the workflow itself stands in the way: it may be planned all the same. */
function Missing({ workflow: { missing } }: { workflow: PilotOptions['workflows'][number] }) {
  const words = useWords();
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {words('pilot.firstWorkflow')}
        <ul className={styles.list}>
          {missing.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
