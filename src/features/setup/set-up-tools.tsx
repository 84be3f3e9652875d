/** The tools one has of those that the workflow names, and one answer for all of them about each kind of data. */
import { Checkbox, Field, Input, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { Group } from '../../tab/parts/group.tsx';
import { useWords } from '../../tab/words.ts';

import type { PartProps } from './set-up-form.tsx';
import type { TypedAnswer, Verdict, Workflow } from './set-up-typed.tsx';

const verdicts = ['allowed', 'withConditions', 'notAllowed'] as const satisfies readonly Verdict[];

const useStyles = makeStyles({
  answer: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  input: { minWidth: 0, width: '100%', '& input': { minWidth: 0, width: '100%' } },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function Tools({ typed, workflow, problems, change }: PartProps) {
  const words = useWords();
  const { toolIds } = typed;
  const problem = problems.find(({ path }) => path.startsWith('toolIds'))?.message;
  return (
    <Group label={words('setup.whichTools')} hint={words('setup.toolsHint')} problem={problem}>
      {workflow?.tools.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={toolIds.includes(id)}
          onChange={(_, { checked }) =>
            change({ toolIds: checked ? [...toolIds, id] : toolIds.filter((each) => each !== id) })
          }
        />
      ))}
    </Group>
  );
}

export function Answers(props: PartProps) {
  const words = useWords();
  const styles = useStyles();
  const { workflow, problems } = props;
  const problem = problems.find(({ path }) => path.startsWith('answers'))?.message;
  return (
    <>
      <Text className={styles.quiet}>
        {words(workflow?.classes.length === 0 ? 'setup.dataDecided' : 'setup.dataHint')}
      </Text>
      {workflow?.classes.map((kind) => (
        <Answer key={kind.id} {...props} kind={kind} problem={problem} />
      ))}
    </>
  );
}

interface AnswerProps extends PartProps {
  readonly kind: Workflow['classes'][number];
  readonly problem: string | undefined;
}

function Answer({ kind, problem, typed, setUp, change }: AnswerProps) {
  const words = useWords();
  const styles = useStyles();
  const { id, name, description, examples } = kind;
  const said = typed.answers[id];
  const put = (part: TypedAnswer) => change({ answers: { ...typed.answers, [id]: part } });
  const pick = (verdict: Verdict) =>
    put({ verdict, reason: setUp.reasons[verdict], condition: said?.condition || setUp.condition });
  return (
    <div className={styles.answer}>
      <Field
        label={words('setup.mayData', { data: name })}
        hint={`${description} ${words('setup.examples', { examples: examples.slice(0, 3).join(', ') })}`}
        required
        {...(problem ? { validationMessage: problem, validationState: 'error' } : {})}
      >
        <RadioGroup
          value={said?.verdict ?? ''}
          onChange={(_, { value }) => {
            const verdict = verdicts.find((each) => each === value);
            if (verdict) pick(verdict);
          }}
        >
          {verdicts.map((verdict) => (
            <Radio key={verdict} value={verdict} label={words(`setup.verdict.${verdict}`)} />
          ))}
        </RadioGroup>
      </Field>
      {said?.verdict === 'withConditions' && (
        <Field label={words('setup.condition')}>
          <Input
            className={styles.input}
            value={said.condition}
            maxLength={160}
            onChange={(_, { value }) => put({ ...said, condition: value })}
          />
        </Field>
      )}
      {said && (
        <Field label={words('setup.reason')}>
          <Input
            className={styles.input}
            value={said.reason}
            maxLength={240}
            onChange={(_, { value }) => put({ ...said, reason: value })}
          />
        </Field>
      )}
    </div>
  );
}
