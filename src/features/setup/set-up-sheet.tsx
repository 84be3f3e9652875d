/** The worksheet with the numbers that ship with the workflow: they fit, or they are changed. */
import { Checkbox, Field, makeStyles, Text, tokens } from '@fluentui/react-components';
import { WorksheetFields } from '../../tab/parts/worksheet-fields.tsx';
import { WorksheetScore } from '../../tab/parts/worksheet-score.tsx';
import { useWords } from '../../tab/words.ts';
import type { PartProps } from './set-up-form.tsx';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalS,
  },
  summary: { cursor: 'pointer', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
});

export function Sheet({ typed, problems, change }: PartProps) {
  const words = useWords();
  const styles = useStyles();
  const { worksheet, isOwn } = typed;
  const problem = problems.find(({ path }) => path === 'worksheet')?.message;
  const isWrong = problems.some(({ path }) => path.startsWith('worksheet.'));
  const { runsPerPersonPerMonth: runs, people, minutesPerRun: minutes } = worksheet;
  return (
    <>
      <Text>{words('setup.numbers', { runs, people, minutes })}</Text>
      <WorksheetScore typed={worksheet} />
      <details {...(isWrong ? { open: true } : {})}>
        <summary className={styles.summary}>{words('setup.changeNumbers')}</summary>
        <div className={styles.fields}>
          <WorksheetFields
            typed={worksheet}
            problems={problems}
            // Whoever types a number has looked at it.
            change={(part) => change({ worksheet: { ...worksheet, ...part }, isOwn: true })}
          />
        </div>
      </details>
      <Field {...(problem ? { validationMessage: problem, validationState: 'error' } : {})}>
        <Checkbox
          label={words('setup.numbersFit')}
          checked={isOwn}
          onChange={(_, { checked }) => change({ isOwn: checked === true })}
        />
      </Field>
    </>
  );
}
