/** People by name: those who are picked, each with a way off the list, and those who may be added. */
import { Button, Field, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useData } from '../api.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  list: { display: 'grid', listStyleType: 'none', margin: 0, padding: 0 },
  found: { display: 'flex', flexWrap: 'wrap', listStyleType: 'none', margin: 0, padding: 0 },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, overflowWrap: 'anywhere' },
  search: { maxWidth: 'none' },
});

export interface Picked {
  readonly id: string;
  readonly name: string;
}

export interface PickerWords {
  readonly label: string;
  readonly hint?: string;
  readonly add: string;
  remove(name: string): string;
}

interface Props {
  readonly words: PickerWords;
  readonly picked: readonly Picked[];
  /** As many as there may be. */
  readonly most: number;
  /** Where people are asked for; `q` is added. */
  readonly path: string;
  /** From so many letters on somebody is offered; 0: at once. */
  readonly fewestLetters?: number;
  readonly required?: boolean;
  readonly problem?: string | undefined;
  /** Another way to find people, beside the search. */
  readonly more?: ReactNode;
  onChange(picked: readonly Picked[]): void;
}

export function PeoplePicker(props: Props) {
  const { words, picked, most, required = false, problem, more, onChange } = props;
  const styles = useStyles();
  const { label, hint } = words;
  return (
    <Field
      label={label}
      required={required}
      {...(hint ? { hint } : {})}
      {...(problem ? { validationMessage: problem, validationState: 'error' } : {})}
    >
      {/* Alone in the frame of the field, so that no role of its is given to the list. */}
      <div className={styles.box}>
        {picked.length > 0 && (
          <ul className={styles.list} aria-label={label}>
            {picked.map((person) => (
              <li key={person.id} className={styles.line}>
                <Button
                  appearance="subtle"
                  size="small"
                  icon={<DismissRegular />}
                  aria-label={words.remove(person.name)}
                  onClick={() => onChange(picked.filter(({ id }) => id !== person.id))}
                />
                <Text>{person.name}</Text>
              </li>
            ))}
          </ul>
        )}
        {picked.length < most && <Adding {...props} />}
        {picked.length < most && more}
      </div>
    </Field>
  );
}

/** So many are offered before anything is typed. */
const atOnce = 12;

function Adding({ words, picked, path, fewestLetters = 2, onChange }: Props) {
  const styles = useStyles();
  const [q, setQ] = useState('');
  const asked = useDeferredValue(q.trim());
  const isAsked = asked.length >= fewestLetters;
  const { data } = useData<{ items: readonly Picked[] }>(
    isAsked ? `${path}?${new URLSearchParams({ q: asked })}` : undefined,
    {
      keepPreviousData: true,
    },
  );
  const others = (data?.items ?? []).filter(({ id }) => picked.every((known) => known.id !== id));
  const found = isAsked ? others.slice(0, asked === '' ? atOnce : undefined) : [];
  return (
    <>
      <SearchBox
        className={styles.search}
        aria-label={words.add}
        placeholder={words.add}
        value={q}
        onChange={(_, { value }) => setQ(value)}
      />
      {found.length > 0 && (
        <ul className={styles.found} aria-label={words.add}>
          {found.map((person) => (
            <li key={person.id}>
              <Button
                appearance="subtle"
                icon={<AddRegular />}
                onClick={() => {
                  onChange([...picked, { id: person.id, name: person.name }]);
                  setQ('');
                }}
              >
                {person.name}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
