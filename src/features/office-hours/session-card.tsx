/** One session in the list: when, what, whether there is room, and one's own answer. */
import { Link as Looks, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';
import { Status } from '../../tab/parts/status.tsx';
import { useWords } from '../../tab/words.ts';
import type { OpenSession } from './hours-press.tsx';
import { useTimes } from './hours-when.tsx';
import type { SessionLine } from './session-contract.ts';
import { Rsvp } from './session-rsvp.tsx';

const wide = '@container (min-width: 44rem)';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
    [wide]: { gridTemplateColumns: 'auto minmax(0, 1fr) auto' },
  },
  leaf: {
    display: 'grid',
    alignContent: 'center',
    justifyItems: 'center',
    width: '3.5rem',
    padding: `${tokens.spacingVerticalXS} 0`,
    borderRadius: tokens.borderRadiusMedium,
    background: tokens.colorNeutralBackground3,
    alignSelf: 'start',
  },
  day: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  text: { display: 'grid', alignContent: 'start', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
  },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  rsvp: { gridColumn: '1 / -1', [wide]: { gridColumn: 'auto' } },
});

interface Props {
  readonly session: SessionLine;
  readonly show: (session: OpenSession) => unknown;
  /** The list is of one community alone. */
  readonly isOfOne: boolean;
}

export function SessionCard({ session, show, isOfOne }: Props) {
  const styles = useStyles();
  const words = useWords();
  const times = useTimes();
  const { id, title, community, startsAt, zone, status, reason, seats, joinUrl, isHosting } = session;
  const leaf = times.leaf(startsAt);
  const there = times.there(session, zone);
  const about = [isOfOne ? '' : community.name, seats, isHosting ? words('hours.youHost') : ''].filter(Boolean);
  return (
    <article className={styles.card} aria-label={`${title}, ${times.at(startsAt)}`}>
      <div className={styles.leaf} aria-hidden>
        <span className={styles.small}>{leaf.weekday}</span>
        <span className={styles.day}>{leaf.day}</span>
        <span className={styles.small}>{leaf.month}</span>
      </div>
      <div className={styles.text}>
        <h3 className={styles.title}>
          <Link href={`/hours/${id}`} asChild>
            <Looks appearance="subtle" className={styles.name}>
              {title}
            </Looks>
          </Link>
        </h3>
        <div className={styles.facts}>
          <time dateTime={startsAt}>{times.range(session)}</time>
          {there !== '' && <Text className={styles.quiet}>{there}</Text>}
          {status && <Status status={status} />}
        </div>
        {reason && <Text className={styles.quiet}>{reason}</Text>}
        {about.length > 0 && (
          <Text size={200} className={styles.quiet}>
            {about.join(' · ')}
          </Text>
        )}
        {joinUrl && times.isNear(startsAt) && (
          <Looks href={joinUrl} target="_blank" rel="noreferrer" aria-label={words('hours.joinOne', { title })}>
            {words('hours.join')}
          </Looks>
        )}
      </div>
      {(session.isOpen || session.own) && (
        <div className={styles.rsvp}>
          <Rsvp session={session} show={show} />
        </div>
      )}
    </article>
  );
}
