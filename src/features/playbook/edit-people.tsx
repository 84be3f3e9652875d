/** The end of the form: what changed in one line, who answers for it, who looks at it. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useWords } from '../../tab/words.ts';
import { PickIn, TextIn, useEditStyles } from './edit-fields.tsx';
import type { Screen } from './edit-task.tsx';

const useStyles = makeStyles({
  end: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalL,
  },
});

export function People({ edit, draft: { values, change } }: Screen) {
  const words = useWords();
  const styles = useStyles();
  const shared = useEditStyles();
  const { owners, reviewers } = edit.options;
  const people = (list: typeof owners) => list.map(({ id, name }) => ({ id, title: name }));
  return (
    <div className={styles.end}>
      {(edit.draft?.version ?? 1) > 1 && (
        <TextIn
          path="changeNote"
          label={words('draft.changeNote')}
          hint={words('draft.changeNoteHint')}
          value={values.changeNote}
          change={(v) => change('changeNote', v)}
        />
      )}
      {edit.mayName ? (
        <div className={shared.pair}>
          <PickIn
            path="ownerId"
            label={words('draft.ownerId')}
            options={people(owners)}
            isNeeded
            value={values.ownerId}
            change={(v) => change('ownerId', v)}
          />
          <PickIn
            path="reviewerId"
            label={words('draft.reviewerId')}
            hint={words('draft.reviewerHint')}
            options={people(reviewers)}
            isNeeded
            value={values.reviewerId}
            change={(v) => change('reviewerId', v)}
          />
        </div>
      ) : (
        <Text size={200}>
          {words('draft.people', {
            owner: edit.owner?.name ?? words('draft.nobody'),
            reviewer: edit.reviewer?.name ?? words('draft.nobody'),
          })}
        </Text>
      )}
    </div>
  );
}
