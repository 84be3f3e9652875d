/** "I'm coming", "Maybe", "Can't come": one press each, in the list as on the session's own page. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Failed } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import { type OpenSession, usePress } from './hours-press.tsx';
import { useTimes } from './hours-when.tsx';
import type { SessionLine } from './session-contract.ts';

const useStyles = makeStyles({
  rsvp: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start', alignContent: 'start' },
  buttons: {
    border: 0,
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
  },
  one: {
    minWidth: 'auto',
    '@media (max-width: 599px)': { flex: '1 1 auto', paddingInline: tokens.spacingHorizontalXS },
  },
  said: { color: tokens.colorNeutralForeground2 },
});

const choices = ['yes', 'maybe', 'no'] as const;

/** Who waits pressed "I'm coming". */
const pressed = ({ own }: SessionLine) => (own?.answer === 'waiting' ? 'yes' : own?.answer);

export function Rsvp({ session, show }: { session: SessionLine; show: (session: OpenSession) => unknown }) {
  const styles = useStyles();
  const words = useWords();
  const times = useTimes();
  const { press, isRunning, error } = usePress(session.id, show);
  const answer = pressed(session);
  return (
    <div className={styles.rsvp}>
      {session.isOpen && (
        <fieldset
          className={styles.buttons}
          aria-label={words('hours.willYou', { title: session.title, when: times.at(session.startsAt) })}
        >
          {choices.map((choice) => (
            <Button
              key={choice}
              className={styles.one}
              appearance={answer === choice ? 'primary' : 'secondary'}
              aria-pressed={answer === choice}
              disabledFocusable={isRunning}
              onClick={() => press('rsvp', { answer: choice })}
            >
              {words(`hours.answer.${choice}`)}
            </Button>
          ))}
        </fieldset>
      )}
      <Text size={200} className={styles.said} role="status">
        {saidOf(session, words)}
      </Text>
      {error && <Failed error={error} />}
    </div>
  );
}

function saidOf({ own, isOpen }: SessionLine, words: ReturnType<typeof useWords>): string {
  if (!own) return '';
  if (!isOpen) return words(`hours.said.${own.answer}`);
  return words(`hours.is.${own.answer}`, { number: own.waitingNumber ?? 0 });
}
