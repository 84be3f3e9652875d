/** The form of a workflow: name, problem, department when it is new, steps, owner and HR lead when it is there. */
import { Input, Select, Textarea } from '@fluentui/react-components';
import type { WrongField } from '../../tab/api.ts';
import { useInputStyles } from '../../tab/parts/input-styles.ts';
import { Labelled } from '../../tab/parts/labelled.tsx';
import { type Sending, TypedForm, useTyped } from '../../tab/parts/typed-form.tsx';
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

interface Props extends Pick<Sending<TypedWork>, 'begin' | 'send' | 'again'> {
  readonly options: WorkflowOptions;
  readonly isNew?: boolean;
  readonly go: string;
}

export function WorkForm({ begin, options, isNew = false, go, send, again }: Props) {
  const words = useWords();
  const styles = useInputStyles();
  const { typed, change, problems, frame } = useTyped({ begin, send, again });
  return (
    <TypedForm frame={frame} go={go}>
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
    </TypedForm>
  );
}

interface FieldsProps {
  readonly typed: TypedWork;
  readonly problems: readonly WrongField[];
  readonly change: (part: Partial<TypedWork>) => void;
}

function Words({ typed, problems, change }: FieldsProps) {
  const words = useWords();
  const styles = useInputStyles();
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
  const styles = useInputStyles();
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
