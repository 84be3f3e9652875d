/** The form of a workflow: name, problem, department when it is new, steps, owner and HR lead when it is there. */
import {
  Button,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { WrongField } from '../../tab/api.ts';
import { Labelled } from '../../tab/parts/labelled.tsx';
import { useProblems } from '../../tab/parts/problems.ts';
import { sentenceOf } from '../../tab/parts/states.tsx';
import { isOvertaken } from '../../tab/parts/work.ts';
import { useWords } from '../../tab/words.ts';
import { type TypedStep, WorkSteps } from './work-steps.tsx';
import type { WorkflowOptions } from './workflow-contract.ts';

export interface TypedWork {
  readonly name: string;
  readonly problem: string;
  readonly departmentId: string;
  readonly ownerId: string;
  readonly hrLeadId: string;
  readonly steps: readonly TypedStep[];
}

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
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(11rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  start: { justifySelf: 'start' },
  input: { minWidth: 0, width: '100%', '& input': { minWidth: 0, width: '100%' } },
  select: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
});

interface Props {
  readonly begin: TypedWork;
  readonly options: WorkflowOptions;
  readonly isNew?: boolean;
  readonly go: string;
  readonly send: (typed: TypedWork) => Promise<void>;
  /** Asks for what is stored now, where somebody was faster. */
  readonly again?: () => Promise<unknown>;
}

export function WorkForm({ begin, options, isNew = false, go, send, again }: Props) {
  const words = useWords();
  const styles = useStyles();
  const [typed, setTyped] = useState(begin);
  const { error, fields: problems, isOpen, failed, clear, mend } = useProblems();
  const [isRunning, setRunning] = useState(false);
  const change = (part: Partial<TypedWork>) => {
    mend(Object.keys(part));
    setTyped((before) => ({ ...before, ...part }));
  };
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
      <Words typed={typed} problems={problems} change={change} />
      {isNew && (
        <Pick
          path="departmentId"
          label={words('workflow.department')}
          {...{ problems, options: options.departments, value: typed.departmentId }}
          change={(departmentId) => change({ departmentId })}
        />
      )}
      <WorkSteps steps={typed.steps} roles={options.roles} problems={problems} change={(steps) => change({ steps })} />
      {!isNew && (
        <div className={styles.pair}>
          <Pick
            path="ownerId"
            label={words('workflow.owner')}
            {...{ problems, options: options.owners, value: typed.ownerId }}
            change={(ownerId) => change({ ownerId })}
          />
          <Pick
            path="hrLeadId"
            label={words('workflow.hrLead')}
            {...{ problems, options: options.hrLeads, value: typed.hrLeadId }}
            change={(hrLeadId) => change({ hrLeadId })}
          />
        </div>
      )}
      {isOpen && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            {problems.length > 0 ? words('workflow.lookAtFields') : sentenceOf(error, words)} {words('work.keptTyped')}
          </MessageBarBody>
        </MessageBar>
      )}
      <Button className={styles.start} type="submit" appearance="primary" disabledFocusable={isRunning}>
        {isRunning ? words('work.running') : go}
      </Button>
    </form>
  );
}

interface FieldsProps {
  readonly typed: TypedWork;
  readonly problems: readonly WrongField[];
  readonly change: (part: Partial<TypedWork>) => void;
}

function Words({ typed, problems, change }: FieldsProps) {
  const words = useWords();
  const styles = useStyles();
  return (
    <>
      <Labelled path="name" label={words('workflow.name')} required problems={problems}>
        <Input
          className={styles.input}
          value={typed.name}
          maxLength={80}
          onChange={(_, { value }) => change({ name: value })}
        />
      </Labelled>
      <Labelled path="problem" label={words('workflow.problem')} required problems={problems}>
        <Textarea
          value={typed.problem}
          maxLength={240}
          rows={2}
          resize="vertical"
          onChange={(_, { value }) => change({ problem: value })}
        />
      </Labelled>
    </>
  );
}

interface PickProps {
  readonly path: string;
  readonly label: string;
  readonly problems: readonly WrongField[];
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly value: string;
  readonly change: (id: string) => void;
}

function Pick({ path, label, problems, options, value, change }: PickProps) {
  const words = useWords();
  const styles = useStyles();
  return (
    <Labelled path={path} label={label} problems={problems}>
      <Select className={styles.select} value={value} onChange={(_, next) => change(next.value)}>
        {!options.some(({ id }) => id === value) && <option value={value}>{words('work.pick')}</option>}
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Labelled>
  );
}
