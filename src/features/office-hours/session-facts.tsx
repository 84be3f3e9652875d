/** When a session is, by whose clocks, who runs it, whether there is room, and one's own answer. */
import { Link as Looks, makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';
import { Status } from '../../tab/parts/status.tsx';
import { useWords } from '../../tab/words.ts';
import { CalendarButton } from './calendar-button.tsx';
import { type OpenSession, usePress } from './hours-press.tsx';
import { useTimes } from './hours-when.tsx';
import { Rsvp } from './session-rsvp.tsx';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  when: { display: 'grid', gap: tokens.spacingVerticalXXS },
  time: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  status: { justifySelf: 'start', maxWidth: '100%' },
});

interface Props {
  readonly session: OpenSession;
  readonly show: (session: OpenSession) => unknown;
}

export function Facts({ session, show }: Props) {
  const styles = useStyles();
  const words = useWords();
  const { id, seriesId, isOnce, community, host, seats, hasCalendar } = session;
  return (
    <section className={styles.box} aria-label={words('hours.when')}>
      <When session={session} />
      <div className={styles.when}>
        {host !== '' && <Text className={styles.quiet}>{words('hours.host', { name: host })}</Text>}
        <Text className={styles.quiet}>{community.name}</Text>
        {seats !== '' && <Text className={styles.quiet}>{seats}</Text>}
        {!isOnce && (
          <Link href={`/hours/series/${seriesId}`} asChild>
            <Looks>{words('hours.wholeSeries')}</Looks>
          </Link>
        )}
      </div>
      {(session.isOpen || session.own) && <Rsvp session={session} show={show} />}
      <Reminders session={session} show={show} />
      {hasCalendar && <CalendarButton of={`sessions/${id}`} label={words('hours.toCalendar')} />}
    </section>
  );
}

function When({ session }: Pick<Props, 'session'>) {
  const styles = useStyles();
  const words = useWords();
  const times = useTimes();
  const { startsAt, zone, status, reason, movedFrom, clock } = session;
  const there = times.there(session, zone);
  return (
    <div className={styles.when}>
      {status && (
        <span className={styles.status}>
          <Status status={status} />
        </span>
      )}
      <time className={styles.time} dateTime={startsAt}>
        {times.range(session)}
      </time>
      {there !== '' && <Text>{there}</Text>}
      {movedFrom && <Text className={styles.quiet}>{words('hours.before', { when: times.at(movedFrom) })}</Text>}
      {clock !== '' && <Text className={styles.quiet}>{clock}</Text>}
      {reason && <Text>{reason}</Text>}
    </div>
  );
}

/** For whoever comes or may come. */
function Reminders({ session, show }: Props) {
  const words = useWords();
  const { press, isRunning } = usePress(session.id, show);
  const { own, isOpen } = session;
  if (!isOpen || (own?.answer !== 'yes' && own?.answer !== 'maybe')) return undefined;
  return (
    <Switch
      checked={own.isReminded}
      disabled={isRunning}
      label={words('hours.remind')}
      onChange={(_, { checked }) => press('reminders', { isOn: checked })}
    />
  );
}
