/** The workflow to begin with: those with the best score stand first, with what is written for each. */
import { Button, Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../../tab/words.ts';
import type { PartProps } from './set-up-form.tsx';
import type { Workflow } from './set-up-typed.tsx';

const useStyles = makeStyles({
  choice: { display: 'grid', gap: tokens.spacingVerticalXXS, overflowWrap: 'anywhere' },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  start: { justifySelf: 'start' },
});

/** More than these are one press away. */
const inSight = 5;

export function Workflows({ typed, setUp, problems, take }: PartProps & { take: (workflow: Workflow) => void }) {
  const words = useWords();
  const styles = useStyles();
  const [isAll, setAll] = useState(false);
  const sorted = setUp.workflows.toSorted((a, b) => (b.points ?? 0) - (a.points ?? 0));
  const shown = sorted.filter(({ id }, at) => isAll || at < inSight || id === typed.workflowId);
  const problem = problems.find(({ path }) => path === 'workflowId')?.message;
  return (
    <>
      <Field
        label={words('setup.whichWorkflow')}
        required
        {...(problem ? { validationMessage: problem, validationState: 'error' } : {})}
      >
        <RadioGroup
          value={typed.workflowId}
          onChange={(_, { value }) => {
            const next = sorted.find(({ id }) => id === value);
            if (next) take(next);
          }}
        >
          {shown.map((workflow) => (
            <Radio
              key={workflow.id}
              value={workflow.id}
              label={
                <span className={styles.choice}>
                  <Text weight="semibold">{workflow.name}</Text>
                  <span>{workflow.problem}</span>
                  <span className={styles.quiet}>{about(workflow, words)}</span>
                </span>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      {shown.length < sorted.length && (
        <Button className={styles.start} appearance="subtle" onClick={() => setAll(true)}>
          {words('setup.allWorkflows', { count: sorted.length })}
        </Button>
      )}
    </>
  );
}

const about = ({ department, points, scenarios }: Workflow, words: ReturnType<typeof useWords>): string =>
  [
    department,
    points === undefined ? '' : words('setup.score', { points }),
    words('setup.written', { titles: scenarios.join(', ') }),
  ]
    .filter(Boolean)
    .join(' · ');
