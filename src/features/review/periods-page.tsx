/** On the set-up page: after how many days scenarios and tool rules are looked at again; an administrator changes it. */
import { Button, Input, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReviewPeriods } from '../../core/review-periods.ts';
import { useApi, useData } from '../../tab/api.ts';
import { useInputStyles } from '../../tab/parts/input-styles.ts';
import { Labelled } from '../../tab/parts/labelled.tsx';
import { TypedForm, useTyped } from '../../tab/parts/typed-form.tsx';
import { holdsAny, useReader } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';

const path = '/api/review-periods';
const names = ['pilot', 'proven', 'rules'] as const;

const useStyles = makeStyles({
  part: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    maxWidth: '48rem',
    marginTop: tokens.spacingVerticalXXL,
  },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  lines: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** Nothing stands here for whoever may not read it. */
export function PeriodsPart() {
  const words = useWords();
  const styles = useStyles();
  const { me } = useReader();
  const { data, mutate } = useData<ReviewPeriods>(path);
  const [isChanging, setChanging] = useState(false);
  if (!data) return null;
  const saved = async (next: ReviewPeriods) => {
    await mutate(next, { revalidate: false });
    setChanging(false);
  };
  return (
    <section className={styles.part} aria-label={words('periods.title')}>
      <h2 className={styles.heading}>{words('periods.title')}</h2>
      {isChanging ? (
        <Form known={data} saved={saved} />
      ) : (
        <>
          <ul className={styles.lines}>
            {names.map((name) => (
              <li key={name}>
                <Text>{words(`periods.line.${name}`, { count: data[name] })}</Text>
              </li>
            ))}
          </ul>
          {holdsAny(me, ['admin']) && <Button onClick={() => setChanging(true)}>{words('periods.change')}</Button>}
        </>
      )}
    </section>
  );
}

interface Props {
  readonly known: ReviewPeriods;
  readonly saved: (next: ReviewPeriods) => Promise<void>;
}

function Form({ known, saved }: Props) {
  const words = useWords();
  const styles = useInputStyles();
  const api = useApi();
  const begin = { pilot: `${known.pilot}`, proven: `${known.proven}`, rules: `${known.rules}` };
  const send = async ({ pilot, proven, rules }: typeof begin) => {
    const body = { pilot: Number(pilot), proven: Number(proven), rules: Number(rules) };
    await saved(await api.send<ReviewPeriods>(path, { method: 'PATCH', body }));
  };
  const { typed, change, problems, frame } = useTyped({ begin, send });
  return (
    <TypedForm frame={frame} go={words('periods.save')}>
      <Text>{words('periods.hint')}</Text>
      <div className={styles.pair}>
        {names.map((name) => (
          <Labelled key={name} path={name} label={words(`periods.field.${name}`)} problems={problems}>
            <Input
              className={styles.input}
              type="number"
              min={60}
              max={90}
              value={typed[name]}
              onChange={(_, { value }) => change({ [name]: value })}
            />
          </Labelled>
        ))}
      </div>
    </TypedForm>
  );
}
