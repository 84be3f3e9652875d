/** What a plan will be, while it is typed: the post, the next dates by both clocks, and what a change does to the sessions that are there. */
import { makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useApi } from '../../tab/api.ts';
import { useWords } from '../../tab/words.ts';
import { Dates } from './dates-list.tsx';
import type { SeriesPreview } from './series-contract.ts';

const pauseMs = 500;

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    '@media (min-width: 1100px)': { position: 'sticky', top: tokens.spacingVerticalM },
  },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  title: { ...typographyStyles.subtitle1, margin: 0, overflowWrap: 'anywhere' },
  text: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

export function PlanAhead({ path, body }: { path: string; body: object }) {
  const styles = useStyles();
  const words = useWords();
  const ahead = usePreview(path, JSON.stringify(body));
  return (
    <section className={styles.box} aria-label={words('hours.preview')}>
      <h2 className={styles.heading}>{words('hours.preview')}</h2>
      {ahead?.dates.length ? <Shown ahead={ahead} /> : <Text className={styles.quiet}>{sayWhy(ahead, words)}</Text>}
    </section>
  );
}

const sayWhy = (ahead: SeriesPreview | undefined, words: ReturnType<typeof useWords>): string =>
  ahead?.problems.find(({ error }) => error !== 'field_required')?.message ?? words('hours.previewLater');

function Shown({ ahead: { title, facts, dates, zone, changes, posted } }: { ahead: SeriesPreview }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <>
      <div className={styles.part}>
        <h3 className={styles.title}>{title}</h3>
        {facts.map((fact) => (
          <Text key={fact} className={styles.text}>
            {fact}
          </Text>
        ))}
      </div>
      <div className={styles.part}>
        <h3 className={styles.heading}>{words('hours.nextDates')}</h3>
        <Dates dates={dates} zone={zone} label={words('hours.nextDates')} />
      </div>
      {changes.length > 0 && (
        <div className={styles.part}>
          <h3 className={styles.heading}>{words('hours.changes')}</h3>
          <ul className={styles.list}>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </div>
      )}
      <Text className={styles.quiet}>{posted}</Text>
    </>
  );
}

/** Asked when typing rests; what was foreseen last stays until then. */
function usePreview(path: string, asked: string): SeriesPreview | undefined {
  const api = useApi();
  const [ahead, setAhead] = useState<SeriesPreview>();
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => {
      api.send<SeriesPreview>(path, { body: JSON.parse(asked) as object }).then(
        (answer) => isOver || setAhead(answer),
        // The press itself will say what is wrong.
        () => undefined,
      );
    }, pauseMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [api, path, asked]);
  return ahead;
}
