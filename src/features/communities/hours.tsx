/** The next sessions of a community. */
import { Card, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useDates } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import type { Hours } from './contract.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  card: { gap: tokens.spacingVerticalXS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function NextHours({ hours }: { hours: readonly Hours[] }) {
  const words = useWords();
  const styles = useStyles();
  const dates = useDates();
  if (hours.length === 0) return <Text>{words('community.noHours')}</Text>;
  return (
    <ul className={styles.list}>
      {hours.map(({ id, title, startsAt, joinUrl, seats }) => (
        <li key={id}>
          <Card className={styles.card}>
            <h3 className={styles.title}>{title}</h3>
            <Text>{dates.time(startsAt)}</Text>
            {seats && (
              <Text size={200} className={styles.quiet}>
                {seats}
              </Text>
            )}
            {joinUrl && (
              <Link href={joinUrl} target="_blank" rel="noreferrer" inline>
                {words('community.join')}
              </Link>
            )}
          </Card>
        </li>
      ))}
    </ul>
  );
}
