/** The newest finds, wins and decisions of a channel's page. */
import { Card, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useDates } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import type { CommunityView } from './contract.ts';

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
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecoration: 'none',
    ':hover': { textDecoration: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  text: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  conditions: { listStyleType: 'disc', margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

interface Finds {
  readonly finds: CommunityView['discoveries'];
  hrefOf(id: string): string;
}

export function FindCards({ finds, hrefOf }: Finds) {
  const styles = useStyles();
  const words = useWords();
  const dates = useDates();
  if (finds.length === 0) return <Text className={styles.quiet}>{words('community.noFinds')}</Text>;
  return (
    <ul className={styles.list}>
      {finds.map(({ id, title, text, about, createdAt }) => (
        <li key={id} data-line={`discoveries/${id}`}>
          <Card className={styles.card}>
            <h3 className={styles.title}>
              <Link href={hrefOf(id)} className={styles.link}>
                {title}
              </Link>
            </h3>
            {text !== '' && <Text className={styles.text}>{text}</Text>}
            <Text size={200} className={styles.quiet}>
              {[dates.day(createdAt), about].filter(Boolean).join(' · ')}
            </Text>
          </Card>
        </li>
      ))}
    </ul>
  );
}

interface Wins {
  readonly wins: CommunityView['wins'];
  hrefOf(id: string): string;
}

export function WinCards({ wins, hrefOf }: Wins) {
  const styles = useStyles();
  const dates = useDates();
  return (
    <ul className={styles.list}>
      {wins.map(({ id, title, story, minutes, basis, by, createdAt }) => (
        <li key={id} data-line={`wins/${id}`}>
          <Card className={styles.card}>
            <h3 className={styles.title}>
              <Link href={hrefOf(id)} className={styles.link}>
                {title}
              </Link>
            </h3>
            <Text weight="semibold">{minutes}</Text>
            <Text className={styles.text}>{story}</Text>
            <Text size={200} className={styles.quiet}>
              {basis}
            </Text>
            <Text size={200} className={styles.quiet}>
              {[dates.day(createdAt), by].filter(Boolean).join(' · ')}
            </Text>
          </Card>
        </li>
      ))}
    </ul>
  );
}

export function DecisionCards({ decisions }: { decisions: CommunityView['decisions'] }) {
  const styles = useStyles();
  const words = useWords();
  const dates = useDates();
  if (decisions.length === 0) return <Text className={styles.quiet}>{words('community.noDecisions')}</Text>;
  return (
    <ul className={styles.list}>
      {decisions.map(({ id, question, answer, why, conditions, decidedAt }) => (
        <li key={id}>
          <Card className={styles.card}>
            <h3 className={styles.title}>{question}</h3>
            <Text weight="semibold">{answer}</Text>
            <Text className={styles.text}>{why}</Text>
            {conditions.length > 0 && (
              <ul className={styles.conditions}>
                {conditions.map((condition) => (
                  <li key={condition}>{condition}</li>
                ))}
              </ul>
            )}
            <Text size={200} className={styles.quiet}>
              {words('community.decided', { day: dates.day(decidedAt) })}
            </Text>
          </Card>
        </li>
      ))}
    </ul>
  );
}
