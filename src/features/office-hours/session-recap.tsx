/** What came of a session, as everybody of its community reads it; and whether it helped, once for each person. */
import { Button, Link as Looks, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { Link } from 'wouter';
import { Failed } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import { type OpenSession, usePress } from './hours-press.tsx';
import type { SessionOutcome, SessionRecap } from './session-contract.ts';

const useStyles = makeStyles({
  recap: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
  part: { display: 'grid', gap: tokens.spacingVerticalXS },
  small: { ...typographyStyles.subtitle2, margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, display: 'grid', gap: tokens.spacingVerticalXS },
  text: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  step: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  helped: {
    border: 0,
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
});

interface Props {
  readonly session: OpenSession;
  readonly recap: SessionRecap;
  readonly show: (session: OpenSession) => unknown;
}

export function Recap({ session, recap, show }: Props) {
  const styles = useStyles();
  const words = useWords();
  return (
    <section className={styles.recap} aria-labelledby="recap-heading">
      <div>
        <h2 id="recap-heading" className={styles.heading}>
          {words('hours.cameOfIt')}
        </h2>
        <Text size={200} className={styles.quiet}>
          {recap.about}
        </Text>
      </div>
      <Part name="settled" lines={recap.settled} />
      <Part name="tryIt" lines={recap.tryIt} />
      <Part name="toDecide" lines={recap.toDecide} />
      <Steps session={session} recap={recap} show={show} />
      <Part name="nextTime" lines={recap.nextTime.map((text) => ({ id: text, text }))} />
      {recap.notes !== '' && (
        <div className={styles.part}>
          <h3 className={styles.small}>{words('hours.part.notes')}</h3>
          <Text className={styles.text}>{recap.notes}</Text>
        </div>
      )}
      <Helped session={session} recap={recap} show={show} />
    </section>
  );
}

function Part({ name, lines }: { name: string; lines: readonly SessionOutcome[] }) {
  const styles = useStyles();
  const words = useWords();
  if (lines.length === 0) return undefined;
  return (
    <div className={styles.part}>
      <h3 className={styles.small}>{words(`hours.part.${name}`)}</h3>
      <ul className={styles.list}>
        {lines.map(({ id, text, path }) => (
          <li key={id}>
            {path ? (
              <Link href={path} asChild>
                <Looks>{text}</Looks>
              </Link>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One's own next step is closed where it stands. */
function Steps({ session, recap: { steps }, show }: Props) {
  const styles = useStyles();
  const words = useWords();
  const { press, isRunning, error } = usePress(session.id, show);
  if (steps.length === 0) return undefined;
  return (
    <div className={styles.part}>
      <h3 className={styles.small}>{words('hours.part.steps')}</h3>
      {error && <Failed error={error} />}
      <ul className={styles.list}>
        {steps.map(({ id, text, mayClose }) => (
          <li key={id}>
            <span className={styles.step}>
              {text}
              {mayClose &&
                (['done', 'dropped'] as const).map((state) => (
                  <Button
                    key={state}
                    size="small"
                    aria-label={words('hours.topicAct', { act: words(`hours.close.${state}`), title: text })}
                    disabledFocusable={isRunning}
                    onClick={() => press('closeOutcome', { outcomeId: id, state })}
                  >
                    {words(`hours.close.${state}`)}
                  </Button>
                ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Helped({ session, recap, show }: Props) {
  const styles = useStyles();
  const words = useWords();
  const { press, isRunning, error } = usePress(session.id, show);
  if (!recap.maySayHelped && recap.helped === '') return undefined;
  return (
    <div className={styles.part}>
      {recap.helped !== '' && <Text className={styles.quiet}>{recap.helped}</Text>}
      {recap.maySayHelped && (
        <fieldset className={styles.helped} aria-label={words('hours.didItHelp')}>
          <Text>{words('hours.didItHelp')}</Text>
          <Button disabledFocusable={isRunning} onClick={() => press('helped', { helped: true })}>
            {words('hours.helped.yes')}
          </Button>
          <Button disabledFocusable={isRunning} onClick={() => press('helped', { helped: false })}>
            {words('hours.helped.no')}
          </Button>
        </fieldset>
      )}
      {error && <Failed error={error} />}
    </div>
  );
}
