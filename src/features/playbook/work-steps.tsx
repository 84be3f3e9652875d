/** The steps of a workflow as its form has them: in the order of the work, moved and marked one by one. */
import { Button, Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { AddRegular, ArrowUpRegular, DeleteRegular } from '@fluentui/react-icons';
import type { WrongField } from '../../tab/api.ts';
import { Group } from '../../tab/parts/group.tsx';
import { useWords } from '../../tab/words.ts';
import type { WorkflowOptions } from './workflow-contract.ts';

export interface TypedStep {
  readonly title: string;
  readonly roleId: string;
  readonly isAiStep: boolean;
}

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  step: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  input: { minWidth: 0, width: '100%', '& input': { minWidth: 0, width: '100%' } },
  select: { minWidth: 0, maxWidth: '100%', '& select': { minWidth: 0, textOverflow: 'ellipsis' } },
  start: { justifySelf: 'start', marginTop: tokens.spacingVerticalS },
});

const [fewest, most] = [2, 12];

interface Props {
  readonly steps: readonly TypedStep[];
  readonly roles: WorkflowOptions['roles'];
  readonly problems: readonly WrongField[];
  readonly change: (steps: TypedStep[]) => void;
}

export function WorkSteps({ steps, roles, problems, change }: Props) {
  const words = useWords();
  const styles = useStyles();
  const put = (at: number, part: Partial<TypedStep>) =>
    change(steps.map((step, n) => (n === at ? { ...step, ...part } : step)));
  const whole = problems.find(({ path }) => path === 'steps')?.message;
  return (
    <Group label={words('workflow.steps')} hint={words('workflow.stepsHint')} problem={whole}>
      <ol className={styles.list}>
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step has no other name than its place.
          <li key={at}>
            <Step
              {...{ step, at, roles, problems }}
              put={(part) => put(at, part)}
              up={at > 0 ? () => change(swapped(steps, at)) : undefined}
              drop={steps.length > fewest ? () => change(steps.filter((_, n) => n !== at)) : undefined}
            />
          </li>
        ))}
      </ol>
      {steps.length < most && (
        <Button
          className={styles.start}
          icon={<AddRegular />}
          onClick={() => change([...steps, { title: '', roleId: '', isAiStep: false }])}
        >
          {words('workflow.addStep')}
        </Button>
      )}
    </Group>
  );
}

const swapped = (steps: readonly TypedStep[], at: number): TypedStep[] =>
  steps.flatMap((step, n) => (n === at - 1 ? steps.slice(at, at + 1) : n === at ? steps.slice(at - 1, at) : [step]));

interface StepProps {
  readonly step: TypedStep;
  readonly at: number;
  readonly roles: WorkflowOptions['roles'];
  readonly problems: readonly WrongField[];
  readonly put: (part: Partial<TypedStep>) => void;
  readonly up: (() => void) | undefined;
  readonly drop: (() => void) | undefined;
}

function Step({ step: { title, roleId, isAiStep }, at, roles, problems, put, up, drop }: StepProps) {
  const words = useWords();
  const styles = useStyles();
  const number = at + 1;
  const problem = problems.find(({ path }) => path.startsWith(`steps.${at}.`))?.message;
  return (
    <div className={styles.step}>
      <Field
        label={words('workflow.step', { number })}
        {...(problem ? { validationMessage: problem, validationState: 'error' } : {})}
      >
        <Input
          className={styles.input}
          value={title}
          maxLength={80}
          onChange={(_, { value }) => put({ title: value })}
        />
      </Field>
      <div className={styles.row}>
        <Checkbox
          label={words('workflow.aiStep')}
          checked={isAiStep}
          onChange={(_, { checked }) => put({ isAiStep: checked === true })}
        />
        <Select
          className={styles.select}
          aria-label={words('workflow.stepRole', { number })}
          value={roleId}
          onChange={(_, { value }) => put({ roleId: value })}
        >
          <option value="">{words('workflow.anyRole')}</option>
          {roles.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        {up && (
          <Button
            appearance="subtle"
            icon={<ArrowUpRegular />}
            aria-label={words('workflow.stepUp', { number })}
            onClick={up}
          />
        )}
        {drop && (
          <Button
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={words('workflow.dropStep', { number })}
            onClick={drop}
          />
        )}
      </div>
    </div>
  );
}
