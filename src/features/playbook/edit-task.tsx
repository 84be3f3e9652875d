/** The first screen: the task, for whom, with which tool and data. */
import { useWords } from '../../tab/words.ts';
import type { DraftDesk } from './draft-saving.tsx';
import type { Edit } from './draft-values.tsx';
import { PickIn, TextIn, useEditStyles } from './edit-fields.tsx';
import { LinesIn, PicksIn } from './edit-lists.tsx';

export interface Screen {
  readonly edit: Edit;
  readonly draft: DraftDesk;
}

export function TaskScreen({ edit: { options }, draft: { values, change } }: Screen) {
  const words = useWords();
  const styles = useEditStyles();
  return (
    <div className={styles.stack}>
      <TextIn path="title" label={words('draft.title')} value={values.title} change={(v) => change('title', v)} />
      <TextIn
        path="helpsYou"
        label={words('draft.helpsYou')}
        hint={words('draft.helpsYouHint')}
        value={values.helpsYou}
        change={(v) => change('helpsYou', v)}
      />
      <TextIn
        path="problem"
        label={words('draft.problem')}
        rows={2}
        value={values.problem}
        change={(v) => change('problem', v)}
      />
      <TextIn path="task" label={words('draft.task')} rows={2} value={values.task} change={(v) => change('task', v)} />
      <PicksIn
        path="roleIds"
        label={words('draft.roleIds')}
        options={options.roles}
        value={values.roleIds}
        change={(v) => change('roleIds', v)}
      />
      <PicksIn
        path="toolIds"
        label={words('draft.toolIds')}
        hint={words('draft.toolIdsHint')}
        options={options.tools}
        value={values.toolIds}
        change={(v) => change('toolIds', v)}
      />
      <PickIn
        path="dataClassId"
        label={words('draft.dataClassId')}
        hint={words('draft.dataClassIdHint')}
        options={options.dataClasses}
        isNeeded
        value={values.dataClassId}
        change={(v) => change('dataClassId', v)}
      />
      <LinesIn
        path="whenNotToUse"
        label={words('draft.whenNotToUse')}
        add={words('draft.addLine')}
        value={values.whenNotToUse}
        change={(v) => change('whenNotToUse', v)}
      />
    </div>
  );
}
