/** The fields of a plan, in the order in which one thinks of them. */
import { Checkbox, Input, makeStyles, Select, Text, Textarea, tokens } from '@fluentui/react-components';
import type { WrongField } from '../../tab/api.ts';
import { Group } from '../../tab/parts/group.tsx';
import { useInputStyles } from '../../tab/parts/input-styles.ts';
import { Labelled } from '../../tab/parts/labelled.tsx';
import { PeoplePicker } from '../../tab/parts/people-picker.tsx';
import { useWords } from '../../tab/words.ts';
import type { PilotOptions } from './contract.ts';
import type { TypedPlan } from './plan-typed.tsx';

export interface PlanFieldsProps {
  readonly typed: TypedPlan;
  readonly change: (part: Partial<TypedPlan>) => void;
  readonly options: PilotOptions;
  readonly problems: readonly WrongField[];
}

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  more: { display: 'grid', gap: tokens.spacingVerticalM, marginTop: tokens.spacingVerticalS },
  summary: { cursor: 'pointer', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
});

export function PlanWords({ typed, change, options, problems, isNew }: PlanFieldsProps & { isNew: boolean }) {
  const words = useWords();
  const inputs = useInputStyles();
  const take = (id: string) => {
    const next = options.workflows.find((each) => each.id === id);
    if (!next) return;
    const scenarioIds = next.scenarios.slice(0, most).map((each) => each.id);
    change({ workflowId: id, scenarioIds, name: words('pilot.usualName', { workflow: next.name }) });
  };
  return (
    <>
      {isNew && options.workflows.length > 1 && (
        <Labelled path="workflowId" label={words('pilot.workflow')} problems={problems}>
          <Select className={inputs.select} value={typed.workflowId} onChange={(_, { value }) => take(value)}>
            {options.workflows.map(({ id, name, department }) => (
              <option key={id} value={id}>
                {name} · {department}
              </option>
            ))}
          </Select>
        </Labelled>
      )}
      <Labelled path="name" label={words('pilot.name')} required problems={problems}>
        <Input
          className={inputs.input}
          value={typed.name}
          maxLength={80}
          onChange={(_, { value }) => change({ name: value })}
        />
      </Labelled>
      <Labelled path="goal" label={words('pilot.goal')} hint={words('pilot.goalHint')} required problems={problems}>
        <Textarea
          value={typed.goal}
          maxLength={240}
          rows={2}
          resize="vertical"
          onChange={(_, { value }) => change({ goal: value })}
        />
      </Labelled>
    </>
  );
}

const most = 5;
/** What a pilot may have at all. */
const mostPeople = 25;

export function PlanPeople({ typed, change, problems }: PlanFieldsProps) {
  const words = useWords();
  const { people } = typed;
  return (
    <PeoplePicker
      words={{
        label: words('pilot.peopleField', { count: people.length }),
        hint: words('pilot.peopleHint'),
        add: words('pilot.search'),
        remove: (name) => words('pilot.takeOut', { name }),
      }}
      picked={people}
      most={mostPeople}
      path="/api/pilot-people"
      problem={problems.find(({ path }) => path.startsWith('memberIds'))?.message}
      onChange={(next) => change({ people: next })}
    />
  );
}

export function PlanWho({ typed, change, options, problems }: PlanFieldsProps) {
  const words = useWords();
  const inputs = useInputStyles();
  const { usual, least, most: mostWeeks } = options.weeks;
  return (
    <>
      <Labelled path="hrLeadId" label={words('pilot.hrLead')} required problems={problems}>
        <Select
          className={inputs.select}
          value={typed.hrLeadId}
          onChange={(_, { value }) => change({ hrLeadId: value })}
        >
          <option value="">{words('work.pick')}</option>
          {options.hrLeads.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Labelled>
      <div className={inputs.pair}>
        <Labelled
          path="weeks"
          label={words('pilot.weeks')}
          hint={words('pilot.weeksHint', { usual, least, most: mostWeeks })}
          problems={problems}
        >
          <Input
            className={inputs.input}
            type="number"
            min={1}
            max={20}
            value={typed.weeks}
            onChange={(_, { value }) => change({ weeks: value })}
          />
        </Labelled>
        <Labelled path="startDate" label={words('pilot.startDate')} hint={words('pilot.startHint')} problems={problems}>
          <Input
            className={inputs.input}
            type="date"
            value={typed.startDate}
            onChange={(_, { value }) => change({ startDate: value })}
          />
        </Labelled>
      </div>
    </>
  );
}

export function PlanScenarios({ typed, change, options, problems }: PlanFieldsProps) {
  const words = useWords();
  const styles = useStyles();
  const { scenarioIds, workflowId } = typed;
  const offered = options.workflows.find(({ id }) => id === workflowId)?.scenarios ?? [];
  if (offered.length === 0) return <Text className={styles.quiet}>{words('pilot.noneLive')}</Text>;
  return (
    <Group
      label={words('pilot.scenariosField')}
      hint={words('pilot.scenariosHint', { most })}
      problem={problems.find(({ path }) => path.startsWith('scenarioIds'))?.message}
    >
      {offered.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={scenarioIds.includes(id)}
          onChange={(_, { checked }) =>
            change({ scenarioIds: checked ? [...scenarioIds, id] : scenarioIds.filter((each) => each !== id) })
          }
        />
      ))}
    </Group>
  );
}

const targets = ['meetBarShare', 'minutesChange', 'weeklyActiveShare'] as const;

/** Targets are a help, and never asked for. */
export function PlanMore({ typed, change, problems }: PlanFieldsProps) {
  const words = useWords();
  const styles = useStyles();
  const inputs = useInputStyles();
  return (
    <details>
      <summary className={styles.summary}>{words('pilot.targetsMore')}</summary>
      <div className={styles.more}>
        <div className={inputs.pair}>
          {targets.map((name) => (
            <Labelled
              key={name}
              path={`targets.${name}`}
              label={words(`pilot.targetField.${name}`)}
              problems={problems}
            >
              <Input
                className={inputs.input}
                type="number"
                value={typed[name]}
                onChange={(_, { value }) => change({ [name]: value })}
              />
            </Labelled>
          ))}
        </div>
        <Labelled path="zone" label={words('pilot.zone')} problems={problems}>
          <Input className={inputs.input} value={typed.zone} onChange={(_, { value }) => change({ zone: value })} />
        </Labelled>
      </div>
    </details>
  );
}
