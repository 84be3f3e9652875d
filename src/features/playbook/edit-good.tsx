/** The third screen: a good example and the questions that tell good from not yet; the rest folded below. */
import { Checkbox } from '@fluentui/react-components';
import { useWords } from '../../tab/words.ts';
import { AddButton, fieldId, NumberIn, PickIn, Placed, Row, TextIn, useEditStyles } from './edit-fields.tsx';
import { Fold } from './edit-fold.tsx';
import { PicksIn } from './edit-lists.tsx';
import type { Screen } from './edit-task.tsx';

export function GoodScreen({ edit, draft }: Screen) {
  const words = useWords();
  const styles = useEditStyles();
  const { values, change } = draft;
  const good = values.goodExample ?? { text: '', whyGood: '', source: 'written', anonymised: false };
  const set = (next: Partial<typeof good>) => change('goodExample', { ...good, ...next });
  return (
    <div className={styles.stack}>
      <TextIn
        path="goodExample.text"
        also="goodExample"
        label={words('draft.goodText')}
        rows={8}
        value={good.text}
        change={(text) => set({ text })}
      />
      <Placed path="goodExample.anonymised" label={words('draft.noRealCase')}>
        <Checkbox
          id={fieldId('goodExample.anonymised')}
          label={words('draft.noRealCaseTick')}
          checked={good.anonymised}
          onChange={(_, { checked }) => set({ anonymised: checked === true })}
        />
      </Placed>
      <TextIn
        path="goodExample.whyGood"
        label={words('draft.whyGood')}
        rows={2}
        value={good.whyGood}
        change={(whyGood) => set({ whyGood })}
      />
      <Criteria edit={edit} draft={draft} />
    </div>
  );
}

function Criteria({ draft: { values, change } }: Screen) {
  const words = useWords();
  const styles = useEditStyles();
  const criteria = values.criteria ?? [];
  const set = (next: typeof criteria) => change('criteria', next);
  const put = (at: number, next: Partial<(typeof criteria)[number]>) =>
    set(criteria.map((each, nth) => (nth === at ? { ...each, ...next } : each)));
  const kinds = [
    { id: 'must', title: words('draft.must') },
    { id: 'should', title: words('draft.should') },
  ];
  return (
    <Fold path="criteria" label={words('draft.criteria')}>
      {criteria.map((criterion, at) => (
        <Row
          key={criterion.id}
          name={words('draft.criterion', { number: at + 1 })}
          remove={() => set(criteria.filter((_, nth) => nth !== at))}
        >
          <div className={styles.wideFirst}>
            <TextIn
              path={`criteria.${at}.text`}
              label={words('draft.criterion', { number: at + 1 })}
              value={criterion.text}
              change={(text) => put(at, { text })}
            />
            <PickIn
              path={`criteria.${at}.kind`}
              label={words('draft.criterionKind')}
              options={kinds}
              isNeeded
              value={criterion.kind}
              change={(id) => put(at, { kind: id === 'must' ? 'must' : 'should' })}
            />
            <TextIn
              path={`criteria.${at}.hint`}
              label={words('draft.criterionHint')}
              value={criterion.hint}
              change={(hint) => put(at, { hint })}
            />
          </div>
        </Row>
      ))}
      <AddButton
        label={words('draft.addCriterion')}
        press={() => set([...criteria, { id: crypto.randomUUID(), text: '', kind: 'must' }])}
      />
    </Fold>
  );
}

export function GoodRest({ edit: { options }, draft }: Screen) {
  const words = useWords();
  const styles = useEditStyles();
  const { values, change, guardrails } = draft;
  const weak = values.weakExample ?? { text: '', why: '' };
  const walk = values.walkthrough ?? {};
  const added = new Set(guardrails.filter(({ isAutomatic }) => isAutomatic).map(({ id }) => id));
  return (
    <div className={styles.stack}>
      <TextIn
        path="weakExample.text"
        also="weakExample"
        label={words('draft.weakText')}
        rows={4}
        value={weak.text}
        change={(text) => change('weakExample', { ...weak, text })}
      />
      <TextIn
        path="weakExample.why"
        label={words('draft.whyWeak')}
        value={weak.why}
        change={(why) => change('weakExample', { ...weak, why })}
      />
      <NumberIn
        path="bar.minScore"
        also="bar"
        label={words('draft.minScore')}
        value={values.bar?.minScore}
        change={(minScore) => change('bar', { minScore: minScore ?? 0 })}
      />
      <PicksIn
        path="guardrailIds"
        label={words('draft.guardrailIds')}
        hint={words('draft.addedByRule', {
          names: guardrails.flatMap(({ name, isAutomatic }) => (isAutomatic ? [name] : [])).join(', '),
        })}
        options={options.guardrails.filter(({ id }) => !added.has(id))}
        value={values.guardrailIds}
        change={(v) => change('guardrailIds', v)}
      />
      <TextIn
        path="walkthrough.guide"
        also="walkthrough"
        label={words('draft.guide')}
        rows={8}
        value={walk.guide}
        change={(guide) => change('walkthrough', { ...walk, guide })}
      />
      <div className={styles.pair}>
        <TextIn
          path="walkthrough.videoUrl"
          label={words('draft.videoUrl')}
          value={walk.videoUrl}
          change={(videoUrl) => change('walkthrough', { ...walk, videoUrl })}
        />
        <NumberIn
          path="walkthrough.videoMinutes"
          label={words('draft.videoMinutes')}
          value={walk.videoMinutes}
          change={(videoMinutes) => change('walkthrough', { ...walk, videoMinutes })}
        />
      </div>
      <PickIn
        path="packId"
        label={words('draft.packId')}
        options={options.packs}
        value={values.packId}
        change={(v) => change('packId', v)}
      />
      <PicksIn
        path="nextIds"
        label={words('draft.nextIds')}
        options={options.scenarios}
        value={values.nextIds}
        change={(v) => change('nextIds', v)}
      />
      <TextIn
        path="courseUrl"
        label={words('draft.courseUrl')}
        value={values.courseUrl}
        change={(v) => change('courseUrl', v)}
      />
    </div>
  );
}
