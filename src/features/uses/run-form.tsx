/** The minutes of a run of one's own, where the saved time went, and what one wrote of it. */
import { Button, Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { ApiError, useApi, useRefresh } from '../../tab/api.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { RunLine } from './contract.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '28rem' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const wentTos = ['notSaid', 'moreOfSame', 'otherWork', 'betterQuality', 'rest', 'noTimeSaved'] as const;

export function RunForm({ run, onDone }: { run: RunLine; onDone: () => void }) {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const refresh = useRefresh();
  const [minutes, setMinutes] = useState(run.minutes === undefined ? '' : String(run.minutes));
  const [comment, setComment] = useState(run.comment ?? '');
  const [wentTo, setWentTo] = useState<(typeof wentTos)[number]>(run.timeWentTo ?? 'notSaid');
  const [problem, setProblem] = useState<unknown>();
  const problemAt = (path: string) =>
    problem instanceof ApiError ? problem.fields.find((field) => field.path === path)?.message : undefined;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const typed = Number(minutes.replace(',', '.'));
    const body = {
      comment: comment.trim(),
      ...(minutes.trim() === '' ? {} : { minutes: Math.round(typed * 2) / 2 }),
      ...(wentTo === (run.timeWentTo ?? 'notSaid') ? {} : { timeWentTo: wentTo }),
    };
    try {
      await api.send(`/api/me/uses/${run.id}`, { method: 'PATCH', body, version: run.version });
      onDone();
      await refresh('/api/me/uses', '/api/me/figures');
    } catch (failed) {
      setProblem(failed);
    }
  };
  const [wrongMinutes, wrongComment] = [problemAt('minutes'), problemAt('comment')];
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <Field label={words('uses.minutes')} {...(wrongMinutes ? { validationMessage: wrongMinutes } : {})}>
        <Input
          type="number"
          min={0.5}
          max={600}
          step={0.5}
          value={minutes}
          onChange={(_, { value }) => setMinutes(value)}
        />
      </Field>
      <Field label={words('uses.timeWentTo')}>
        <Select
          value={wentTo}
          onChange={(_, { value }) => setWentTo(wentTos.find((answer) => answer === value) ?? 'notSaid')}
        >
          {wentTos.map((answer) => (
            <option key={answer} value={answer}>
              {words(`uses.wentTo.${answer}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words('uses.comment')} {...(wrongComment ? { validationMessage: wrongComment } : {})}>
        <Textarea value={comment} maxLength={400} onChange={(_, { value }) => setComment(value)} />
      </Field>
      {problem !== undefined && !wrongMinutes && !wrongComment && <Failed error={problem} />}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary">
          {words('uses.save')}
        </Button>
        <Button onClick={onDone}>{words('uses.cancel')}</Button>
      </div>
    </form>
  );
}
