/** The score of a worksheet with its three parts, as it stands while one types. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ScoredNumbers, scoreOf } from '../../core/worksheet-score.ts';
import { useWords } from '../words.ts';
import type { TypedWorksheet } from './worksheet-fields.tsx';

const useStyles = makeStyles({
  score: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  parts: {
    maxWidth: '26rem',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gap: tokens.spacingVerticalXS,
  },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: tokens.spacingHorizontalM },
  bar: {
    gridColumn: '1 / -1',
    height: '0.375rem',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    overflow: 'hidden',
  },
  fill: { height: '100%', background: tokens.colorCompoundBrandBackground },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function WorksheetScore({ typed }: { typed: TypedWorksheet }) {
  const words = useWords();
  const styles = useStyles();
  const numbers = numbersOf(typed);
  if (!numbers) return <Text className={styles.quiet}>{words('worksheet.later')}</Text>;
  const { points, word, hours, parts } = scoreOf(numbers);
  const about = {
    often: words('worksheet.about.often', { runs: numbers.runsPerPersonPerMonth }),
    hours: words('worksheet.about.hours', { hours }),
    judgeable: '',
  };
  return (
    <section className={styles.score} aria-label={words('worksheet.score')}>
      <Text size={500} weight="semibold" role="status">
        {words('worksheet.points', { points, word: words(`worksheet.word.${word}`) })}
      </Text>
      <ul className={styles.parts}>
        {parts.map(({ name, points: some, most }) => (
          <li key={name} className={styles.part}>
            <span>
              {words(`worksheet.part.${name}`)} <span className={styles.quiet}>{about[name]}</span>
            </span>
            <span>{words('worksheet.of', { some, most })}</span>
            <div className={styles.bar} aria-hidden>
              <div className={styles.fill} style={{ width: `${(some / most) * 100}%` }} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Undefined while a number is missing or is none. */
function numbersOf({
  runsPerPersonPerMonth,
  people,
  minutesPerRun,
  judgeable,
}: TypedWorksheet): ScoredNumbers | undefined {
  const [runs = 0, all = 0, minutes = 0] = [runsPerPersonPerMonth, people, minutesPerRun].map((text) =>
    Number(text.replace(',', '.')),
  );
  if (!(runs > 0 && all > 0 && minutes > 0) || judgeable === '') return undefined;
  return { runsPerPersonPerMonth: runs, people: all, minutesPerRun: minutes, judgeable };
}
