/** For those who run a session: move, cancel, hand over; afterwards what came of it. */
import { Link as Looks, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useWords } from '../../tab/words.ts';
import { Outcomes } from './hosting-outcomes.tsx';
import { HostActions } from './hosting-press.tsx';
import { RecapForm } from './hosting-recap.tsx';
import { TypedNotes } from './hosting-typed.tsx';
import type { OpenSession } from './hours-press.tsx';
import { MeetingLink } from './meeting-link.tsx';
import type { SessionHosting } from './session-contract.ts';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground3,
  },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
});

export interface HostingProps {
  readonly session: OpenSession;
  readonly hosting: SessionHosting;
  readonly show: (session: OpenSession) => unknown;
  readonly again: () => Promise<unknown>;
}

export function Hosting(props: HostingProps) {
  const styles = useStyles();
  const words = useWords();
  const { session, hosting, show, again } = props;
  const of = { kind: 'sessions', id: session.id, title: session.title, version: session.version } as const;
  return (
    <section className={styles.box} aria-labelledby="hosting-heading">
      <h2 id="hosting-heading" className={styles.heading}>
        {words('hours.hosting')}
      </h2>
      {hosting.meetingUrl && <MeetingLink url={hosting.meetingUrl} />}
      {hosting.recap ? <RecapForm {...props} asked={hosting.recap} /> : <TypedNotes sessionId={session.id} />}
      {hosting.outcomes.length > 0 && <Outcomes {...props} />}
      <HostActions of={of} actions={hosting.actions} show={show} again={again} />
      <Link href={`/hours/series/${session.seriesId}`} asChild>
        <Looks>{words('hours.changeSeries')}</Looks>
      </Link>
    </section>
  );
}
