/** One series: how it comes back, its next dates, its calendar file; for its hosts what they may do with it. */
import {
  Button,
  Link as Looks,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { useData, useRefresh } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { Status } from '../../tab/parts/status.tsx';
import { useWords } from '../../tab/words.ts';
import { Back } from './back.tsx';
import { CalendarButton } from './calendar-button.tsx';
import { Dates } from './dates-list.tsx';
import { HostActions } from './hosting-press.tsx';
import { useSaid } from './kept.tsx';
import { MeetingLink } from './meeting-link.tsx';
import type { SeriesView } from './series-contract.ts';

const useStyles = makeStyles({
  facts: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start', maxWidth: '48rem' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  text: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
  hosting: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground3,
  },
  start: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
});

type Open = SeriesView & { readonly version: string };

export function SeriesPage({ id }: { id: string }) {
  const words = useWords();
  const { data, error, mutate } = useData<Open>(`/api/series/${encodeURIComponent(id)}`);
  const isLost = error?.code === 'not_found';
  return (
    <Frame title={data?.title ?? words('hours.series')}>
      <Back href="/hours?view=series" text={words('hours.view.series')} />
      {isLost && <Empty title={words('hours.lostTitle')} text={words('hours.lostText')} />}
      {error && !isLost && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && <Whole series={data} again={() => mutate()} show={(next) => mutate(next, { revalidate: false })} />}
    </Frame>
  );
}

interface Props {
  readonly series: Open;
  readonly again: () => Promise<unknown>;
  readonly show: (series: Open) => Promise<unknown>;
}

function Whole({ series, again, show }: Props) {
  const styles = useStyles();
  const words = useWords();
  const { said, clear } = useSaid();
  useEffect(() => clear());
  const { id, note = said, purpose, rule, status, community, hosts, joinUrl, dates, zone, hasCalendar } = series;
  return (
    <>
      {note && (
        <MessageBar intent="success" layout="multiline" role="status">
          <MessageBarBody>{note}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.facts}>
        {status && <Status status={status} />}
        <Text weight="semibold">{rule}</Text>
        <Text className={styles.text}>{purpose}</Text>
        <Text className={styles.quiet}>{[community.name, hosts].filter(Boolean).join(' · ')}</Text>
        {joinUrl && (
          <Looks href={joinUrl} target="_blank" rel="noreferrer">
            {words('hours.meeting')}
          </Looks>
        )}
      </div>
      <section className={styles.part}>
        <h2 className={styles.heading}>{words('hours.dates')}</h2>
        {dates.length > 0 ? (
          <Dates dates={dates} zone={zone} label={words('hours.dates')} />
        ) : (
          <Text className={styles.quiet}>{words('hours.noDates')}</Text>
        )}
        {hasCalendar && <CalendarButton of={`series/${id}`} label={words('hours.seriesToCalendar')} />}
      </section>
      {series.hosting && <Hosting series={series} hosting={series.hosting} again={again} show={show} />}
    </>
  );
}

function Hosting({ series, hosting, again, show }: Props & { hosting: NonNullable<SeriesView['hosting']> }) {
  const styles = useStyles();
  const words = useWords();
  const refresh = useRefresh();
  const { id, title, version } = series;
  return (
    <section className={styles.hosting} aria-labelledby="series-hosting">
      <h2 id="series-hosting" className={styles.heading}>
        {words('hours.hosting')}
      </h2>
      {hosting.meetingUrl && <MeetingLink url={hosting.meetingUrl} />}
      {hosting.plan && (
        <div className={styles.start}>
          <Link href={`/hours/series/${id}/change`} asChild>
            <Button as="a" icon={<EditRegular />}>
              {words('hours.change')}
            </Button>
          </Link>
        </div>
      )}
      <HostActions<Open>
        of={{ kind: 'series', id, title, version }}
        actions={hosting.actions}
        again={again}
        show={async (next) => {
          await show(next);
          await refresh('/api/series?', '/api/sessions/');
        }}
      />
    </section>
  );
}
