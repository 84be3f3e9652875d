/** The next dates of a series: by the reader's clocks and by its own, with a word where a clock changes. */
import { Link as Looks, MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useListStyles } from '../../tab/parts/list-styles.ts';
import { useTimes } from './hours-when.tsx';
import type { SeriesDates } from './series-contract.ts';

const useStyles = makeStyles({
  one: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXS },
  row: { display: 'flex', flexWrap: 'wrap', gap: `0 ${tokens.spacingHorizontalM}` },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function Dates({ dates, zone, label }: { dates: SeriesDates; zone: string; label: string }) {
  const styles = useStyles();
  const lists = useListStyles();
  const times = useTimes();
  return (
    <ul className={lists.list} aria-label={label}>
      {dates.map((date) => (
        <li key={date.startsAt} className={styles.one}>
          <div className={styles.row}>
            {date.sessionId ? (
              <Link href={`/hours/${date.sessionId}`} asChild>
                <Looks>{times.range(date)}</Looks>
              </Link>
            ) : (
              <Text>{times.range(date)}</Text>
            )}
            <Text className={styles.quiet}>{times.there(date, zone)}</Text>
          </div>
          {date.clock !== '' && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{date.clock}</MessageBarBody>
            </MessageBar>
          )}
        </li>
      ))}
    </ul>
  );
}
