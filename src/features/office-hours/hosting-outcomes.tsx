/** What came of a session, before its host: what can become a question, a discovery or a draft by one press. */
import { Button, Link as Looks, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useListStyles } from '../../tab/parts/list-styles.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { HostingProps } from './hosting.tsx';
import { usePress } from './hours-press.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  one: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  text: { display: 'grid', flex: '1 1 14rem', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function Outcomes({ session, hosting, show }: Pick<HostingProps, 'session' | 'hosting' | 'show'>) {
  const styles = useStyles();
  const lists = useListStyles();
  const words = useWords();
  const { press, isRunning, error } = usePress(session.id, show);
  return (
    <section className={styles.part} aria-labelledby="outcomes-heading">
      <h3 id="outcomes-heading" className={styles.heading}>
        {words('hours.outcomes')}
      </h3>
      {error && <Failed error={error} />}
      <ul className={lists.list}>
        {hosting.outcomes.map(({ id, text, status, make, path }) => (
          <li key={id} className={styles.one}>
            <div className={styles.text}>
              {path ? (
                <Link href={path} asChild>
                  <Looks>{text}</Looks>
                </Link>
              ) : (
                <Text>{text}</Text>
              )}
              <Text size={200} className={styles.quiet}>
                {status}
              </Text>
            </div>
            {make && (
              <Button
                aria-label={words('hours.topicAct', { act: make, title: text })}
                disabledFocusable={isRunning}
                onClick={() => press('makeOutcome', { outcomeId: id })}
              >
                {make}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
