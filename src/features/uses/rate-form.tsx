/** The questions about what came out of a run of one's own, with what good looks like beside. */
import { Button, Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useApi, useData, useRefresh } from '../../tab/api.ts';
import { Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { RateBody, RatingForm, RunLine } from './contract.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '40rem' },
  good: { whiteSpace: 'pre-line', margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const values = ['yes', 'partly', 'no'] as const;

export function RateForm({ run, onDone }: { run: RunLine; onDone: () => void }) {
  const path = `/api/me/uses/${run.id}/rating`;
  const { data, error, mutate } = useData<RatingForm>(path);
  if (error) return <Failed error={error} retry={() => mutate()} />;
  return data ? <Questions path={path} form={data} onDone={onDone} /> : <Loading />;
}

interface Props {
  readonly path: string;
  readonly form: RatingForm;
  onDone(): void;
}

function Questions({ path, form: { intro, criteria, good }, onDone }: Props) {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const refresh = useRefresh();
  const [answers, setAnswers] = useState<RateBody['answers']>({});
  const [problem, setProblem] = useState<unknown>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await api.send(path, { body: { answers } });
      onDone();
      await refresh('/api/me/uses');
    } catch (failed) {
      setProblem(failed);
    }
  };
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <Text>{intro}</Text>
      {criteria.map(({ id, text, hint }) => (
        <Field key={id} label={text} {...(hint ? { hint } : {})} required>
          <RadioGroup
            layout="horizontal"
            value={answers[id] ?? ''}
            onChange={(_, { value }) => {
              const chosen = values.find((each) => each === value);
              if (chosen) setAnswers({ ...answers, [id]: chosen });
            }}
          >
            {values.map((value) => (
              <Radio key={value} value={value} label={words(`uses.answer.${value}`)} />
            ))}
          </RadioGroup>
        </Field>
      ))}
      <details>
        <summary>{words('uses.good')}</summary>
        <p className={styles.good}>{good.text}</p>
        <Text>{good.whyGood}</Text>
      </details>
      {problem !== undefined && <Failed error={problem} />}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary">
          {words('uses.send')}
        </Button>
        <Button onClick={onDone}>{words('uses.cancel')}</Button>
      </div>
    </form>
  );
}
