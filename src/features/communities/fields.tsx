/** The fields of a community that whoever makes or looks after it sets: name, purpose, language, and when its digest comes. */
import { Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useWords } from '../../tab/words.ts';
import type { CommunityDetail } from './contract.ts';

type Digest = CommunityDetail['digest'];

export interface Fields {
  readonly name: string;
  readonly purpose: string;
  readonly language: string;
  readonly digest: Digest;
}

export const cadences: readonly Digest['cadence'][] = ['off', 'weekly', 'everyTwoWeeks', 'monthly'];
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  row: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(12rem, 100%), 1fr))',
    alignItems: 'start',
  },
  field: { minWidth: 0, '& input, & select, & textarea': { minWidth: 0, width: '100%', boxSizing: 'border-box' } },
});

interface Props {
  readonly values: Fields;
  readonly languages: readonly { readonly id: string; readonly name: string }[];
  /** What is wrong with a field, by its path. */
  problemAt(path: string): string | undefined;
  /** What was changed alone. */
  onChange(change: Partial<Fields>): void;
}

export function CommunityFields({ values, languages, problemAt, onChange }: Props) {
  const words = useWords();
  const styles = useStyles();
  const { digest } = values;
  const setDigest = (change: Partial<Digest>) => onChange({ digest: { ...digest, ...change } });
  return (
    <div className={styles.form}>
      <Named label={words('community.name')} problem={problemAt('name')} required>
        <Input value={values.name} maxLength={60} onChange={(_, { value }) => onChange({ name: value })} />
      </Named>
      <Named label={words('community.purpose')} problem={problemAt('purpose')} required>
        <Textarea
          value={values.purpose}
          maxLength={240}
          rows={2}
          onChange={(_, { value }) => onChange({ purpose: value })}
        />
      </Named>
      <div className={styles.row}>
        <Named label={words('community.language')} problem={problemAt('language')}>
          <Select value={values.language} onChange={(_, { value }) => onChange({ language: value })}>
            {languages.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Named>
        <Named label={words('community.zone')} problem={problemAt('digest.zone')}>
          <Zones value={digest.zone} onChange={(zone) => setDigest({ zone })} />
        </Named>
      </div>
      <div className={styles.row}>
        <Named label={words('community.cadence')} problem={problemAt('digest.cadence')}>
          <Select
            value={digest.cadence}
            onChange={(_, { value }) => setDigest({ cadence: cadences.find((each) => each === value) ?? 'off' })}
          >
            {cadences.map((each) => (
              <option key={each} value={each}>
                {words(`community.cadence.${each}`)}
              </option>
            ))}
          </Select>
        </Named>
        {digest.cadence !== 'off' && (
          <>
            <Named label={words('community.weekday')} problem={problemAt('digest.weekday')}>
              <Select value={String(digest.weekday)} onChange={(_, { value }) => setDigest({ weekday: Number(value) })}>
                {weekdays.map((day) => (
                  <option key={day} value={day}>
                    {weekdayName(day, words.language)}
                  </option>
                ))}
              </Select>
            </Named>
            <Named label={words('community.at')} problem={problemAt('digest.at')}>
              <Input type="time" value={digest.at} onChange={(_, { value }) => setDigest({ at: value })} />
            </Named>
          </>
        )}
      </div>
    </div>
  );
}

/** 2024 began with a Monday. */
export const weekdayName = (weekday: number, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, weekday)));

function Zones({ value, onChange, ...rest }: { value: string; onChange(zone: string): void }) {
  const zones = Intl.supportedValuesOf('timeZone');
  return (
    <Select {...rest} value={value} onChange={(_, data) => onChange(data.value)}>
      {(zones.includes(value) ? zones : [value, ...zones]).map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll('_', ' ')}
        </option>
      ))}
    </Select>
  );
}

interface NamedProps {
  readonly label: string;
  readonly required?: boolean;
  readonly problem: string | undefined;
  readonly children: ReactElement;
}

function Named({ problem, ...rest }: NamedProps) {
  const styles = useStyles();
  return <Field {...rest} className={styles.field} {...(problem ? { validationMessage: problem } : {})} />;
}
