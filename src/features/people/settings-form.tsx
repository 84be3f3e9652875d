/** A person's own settings: each choice with its value, saved by one press. */
import { Button, Field, makeStyles, Select, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { ActionField } from '../../core/work-item.ts';
import { ApiError, useApi, useData, useRefresh } from '../../tab/api.ts';
import { Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { SettingsReply } from './settings-contract.ts';

const path = '/api/me/settings';

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
  form: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  fields: {
    display: 'grid',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(16rem, 100%), 1fr))',
    '& > *': { minWidth: 0 },
    alignItems: 'start',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  // The longest of its choices would make it wider than a narrow screen.
  pick: { minWidth: 0, '& select': { minWidth: 0, width: '100%' } },
  end: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
});

export function Settings() {
  const words = useWords();
  const styles = useStyles();
  // What is being chosen here is not to be changed under the hand.
  const { data, error, mutate } = useData<SettingsReply>(path, { revalidateOnFocus: false });
  return (
    <section className={styles.part} aria-labelledby="settings-heading">
      <h2 id="settings-heading" className={styles.heading}>
        {words('settings.title')}
      </h2>
      {error && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && (
        <Form settings={data} onSaved={(saved) => mutate(saved, { revalidate: false })} onOld={() => mutate()} />
      )}
    </section>
  );
}

interface Props {
  readonly settings: SettingsReply;
  onSaved(settings: SettingsReply): unknown;
  /** They were changed elsewhere meanwhile: what was chosen here stays in the form. */
  onOld(): unknown;
}

function Form({ settings: { fields, version = '' }, onSaved, onOld }: Props) {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const refresh = useRefresh();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const changes = Object.fromEntries(
    fields.flatMap(({ name, value }) => (chosen[name] && chosen[name] !== value ? [[name, chosen[name]]] : [])),
  );
  const isChanged = Object.keys(changes).length > 0;
  const problemAt = (name: string) =>
    problem instanceof ApiError ? problem.fields.find((field) => field.path === name)?.message : undefined;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const saved = await api.send<SettingsReply>(path, { method: 'PATCH', body: changes, version });
      onSaved(saved);
      setNote(saved.note);
      setChosen({});
      setProblem(undefined);
      // The language and the zone of everything else may be others now.
      await refresh('/api/me');
    } catch (error) {
      // What holds now is there before the word of it, so that the next press saves.
      if (error instanceof ApiError && error.code === 'stale') await onOld();
      setProblem(error);
    }
  };
  const isAtField = fields.some(({ name }) => problemAt(name));
  return (
    <form className={styles.form} onSubmit={send}>
      <div className={styles.fields}>
        {fields.map((field) => (
          <Pick
            key={field.name}
            field={field}
            value={chosen[field.name] ?? field.value ?? ''}
            problem={problemAt(field.name)}
            onChange={(value) => setChosen({ ...chosen, [field.name]: value })}
          />
        ))}
      </div>
      {problem !== undefined && !isAtField && <Failed error={problem} />}
      <div className={styles.end}>
        <Button type="submit" appearance={isChanged ? 'primary' : 'secondary'} disabledFocusable={!isChanged}>
          {words('settings.save')}
        </Button>
        <Text role="status">{!isChanged && problem === undefined && note}</Text>
      </div>
    </form>
  );
}

interface PickProps {
  readonly field: ActionField;
  readonly value: string;
  readonly problem: string | undefined;
  onChange(value: string): void;
}

function Pick({ field: { name, label, help, options = [] }, value, problem, onChange }: PickProps) {
  const words = useWords();
  const styles = useStyles();
  return (
    <Field label={label} {...(help ? { hint: help } : {})} {...(problem ? { validationMessage: problem } : {})}>
      <Select className={styles.pick} name={name} value={value} onChange={(_, data) => onChange(data.value)}>
        {value === '' && <option value="">{words('work.pick')}</option>}
        {options.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </Field>
  );
}
