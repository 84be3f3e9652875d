/** What is prepared of the task: when to use it, inputs, steps, the check by a person, minutes. */
import { useWords } from '../../tab/words.ts';
import { AddButton, NumberIn, PickIn, Row, TextIn, useEditStyles } from './edit-fields.tsx';
import { Fold } from './edit-fold.tsx';
import { LinesIn } from './edit-lists.tsx';
import type { Screen } from './edit-task.tsx';

export function TaskRest({ edit, draft }: Screen) {
  const words = useWords();
  const styles = useEditStyles();
  const { values, change } = draft;
  const steps = edit.workflow.steps.map(({ order, title }) => ({ id: String(order), title: `${order}. ${title}` }));
  return (
    <div className={styles.stack}>
      <LinesIn
        path="whenToUse"
        label={words('draft.whenToUse')}
        add={words('draft.addLine')}
        value={values.whenToUse}
        change={(v) => change('whenToUse', v)}
      />
      <Inputs edit={edit} draft={draft} />
      <Steps edit={edit} draft={draft} />
      <HumanCheck edit={edit} draft={draft} />
      <Minutes edit={edit} draft={draft} />
      <PickIn
        path="stepOrder"
        label={words('draft.stepOrder')}
        options={steps}
        isNeeded
        value={String(values.stepOrder)}
        change={(v) => change('stepOrder', Number(v))}
      />
      <LinesIn
        path="tags"
        label={words('draft.tags')}
        add={words('draft.addLine')}
        value={values.tags}
        change={(v) => change('tags', v)}
      />
      <TextIn
        path="language"
        label={words('draft.language')}
        value={values.language}
        change={(v) => change('language', v)}
      />
    </div>
  );
}

const changed = <T extends object>(list: readonly T[], at: number, change: Partial<T>): T[] =>
  list.map((each, nth) => (nth === at ? { ...each, ...change } : each));
const without = <T,>(list: readonly T[], at: number): T[] => list.filter((_, nth) => nth !== at);

function Inputs({ edit: { options }, draft: { values, change } }: Screen) {
  const words = useWords();
  const styles = useEditStyles();
  const inputs = values.inputs ?? [];
  const set = (next: typeof inputs) => change('inputs', next);
  return (
    <Fold path="inputs" label={words('draft.inputs')}>
      {inputs.map((input, at) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: an input has no name but its place
          key={at}
          name={`${words('draft.inputs')} ${at + 1}`}
          remove={() => set(without(inputs, at))}
        >
          <div className={styles.pair}>
            <TextIn
              path={`inputs.${at}.name`}
              label={words('draft.inputName')}
              value={input.name}
              change={(name) => set(changed(inputs, at, { name }))}
            />
            <TextIn
              path={`inputs.${at}.where`}
              label={words('draft.inputWhere')}
              value={input.where}
              change={(where) => set(changed(inputs, at, { where }))}
            />
            <PickIn
              path={`inputs.${at}.dataClassId`}
              label={words('draft.dataClassId')}
              options={options.dataClasses}
              isNeeded
              value={input.dataClassId}
              change={(dataClassId) => set(changed(inputs, at, { dataClassId }))}
            />
          </div>
        </Row>
      ))}
      <AddButton
        label={words('draft.addLine')}
        press={() => set([...inputs, { name: '', where: '', dataClassId: values.dataClassId ?? '' }])}
      />
    </Fold>
  );
}

function Steps({ draft: { values, change } }: Screen) {
  const words = useWords();
  const styles = useEditStyles();
  const steps = values.steps ?? [];
  const set = (next: typeof steps) => change('steps', next);
  const who = [
    { id: 'person', title: words('draft.byPerson') },
    { id: 'tool', title: words('draft.byTool') },
  ];
  return (
    <Fold path="steps" label={words('draft.steps')}>
      {steps.map((step, at) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name but its place
          key={at}
          name={`${words('draft.steps')} ${at + 1}`}
          remove={() => set(without(steps, at))}
        >
          <div className={styles.wideFirst}>
            <TextIn
              path={`steps.${at}.text`}
              label={words('draft.step', { number: at + 1 })}
              value={step.text}
              change={(text) => set(changed(steps, at, { text }))}
            />
            <PickIn
              path={`steps.${at}.byHuman`}
              label={words('draft.stepBy')}
              options={who}
              isNeeded
              value={step.byHuman ? 'person' : 'tool'}
              change={(id) => set(changed(steps, at, { byHuman: id === 'person' }))}
            />
          </div>
        </Row>
      ))}
      <AddButton label={words('draft.addLine')} press={() => set([...steps, { text: '', byHuman: true }])} />
    </Fold>
  );
}

function HumanCheck({ edit: { options }, draft: { values, change } }: Screen) {
  const words = useWords();
  const styles = useEditStyles();
  const check = values.humanCheck ?? { who: '', what: '', signOffRoleId: '' };
  const set = (next: Partial<typeof check>) => change('humanCheck', { ...check, ...next });
  return (
    <div className={styles.pair}>
      <TextIn
        path="humanCheck.who"
        also="humanCheck"
        label={words('draft.checkWho')}
        value={check.who}
        change={(who) => set({ who })}
      />
      <TextIn
        path="humanCheck.what"
        label={words('draft.checkWhat')}
        rows={2}
        value={check.what}
        change={(what) => set({ what })}
      />
      <PickIn
        path="humanCheck.signOffRoleId"
        label={words('draft.signOff')}
        options={options.roles}
        isNeeded
        value={check.signOffRoleId}
        change={(signOffRoleId) => set({ signOffRoleId })}
      />
    </div>
  );
}

function Minutes({ draft: { values, change } }: Screen) {
  const words = useWords();
  const styles = useEditStyles();
  const time = values.time ?? { source: 'assumption', n: 0 };
  return (
    <div className={styles.pair}>
      <NumberIn
        path="time.beforeMinutes"
        also="time"
        label={words('draft.minutesBefore')}
        hint={words('draft.guess')}
        value={time.beforeMinutes}
        change={(beforeMinutes) => change('time', { ...time, beforeMinutes })}
      />
      <NumberIn
        path="time.afterMinutes"
        label={words('draft.minutesAfter')}
        value={time.afterMinutes}
        change={(afterMinutes) => change('time', { ...time, afterMinutes })}
      />
    </div>
  );
}
