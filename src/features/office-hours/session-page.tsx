/** One session: when it is, who comes, what is talked about, and what came of it; for its hosts also how they run it. */
import { Button, MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { VideoRegular } from '@fluentui/react-icons';
import { useRefresh } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { useLive } from '../../tab/parts/work.ts';
import { useWords } from '../../tab/words.ts';
import { Back } from './back.tsx';
import { Hosting } from './hosting.tsx';
import type { OpenSession } from './hours-press.tsx';
import { Agenda } from './session-agenda.tsx';
import { Facts } from './session-facts.tsx';
import { Recap } from './session-recap.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
    '@media (min-width: 1000px)': { gridTemplateColumns: '20.5rem minmax(0, 1fr)' },
  },
  column: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXL },
  purpose: { maxWidth: '48rem', whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

export function SessionPage({ id }: { id: string }) {
  const words = useWords();
  const { data, error, mutate } = useLive<OpenSession>(`/api/sessions/${encodeURIComponent(id)}`);
  const isLost = error?.code === 'not_found' || error?.code === 'forbidden';
  const title = data?.title ?? words('page.hours');
  return (
    <Frame title={title} actions={data?.joinUrl && <Join url={data.joinUrl} />}>
      <Back />
      {isLost && <Empty title={words('hours.lostTitle')} text={words('hours.lostText')} />}
      {error && !isLost && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && !isLost && <Whole session={data} mutate={mutate} />}
    </Frame>
  );
}

function Join({ url }: { url: string }) {
  const words = useWords();
  return (
    <Button as="a" appearance="primary" icon={<VideoRegular />} href={url} target="_blank" rel="noreferrer">
      {words('hours.join')}
    </Button>
  );
}

interface WholeProps {
  readonly session: OpenSession;
  readonly mutate: (session?: OpenSession, options?: { revalidate: boolean }) => Promise<unknown>;
}

function Whole({ session, mutate }: WholeProps) {
  const styles = useStyles();
  const refresh = useRefresh();
  const { note, purpose, recap, hosting } = session;
  const show = async (next: OpenSession) => {
    await mutate(next, { revalidate: false });
    await refresh('/api/series');
  };
  const at = { session, show, again: () => mutate() };
  /** Its host says of each topic what came of it: then they stand there. */
  const isWritten = hosting?.recap !== undefined && !session.isOpen;
  return (
    <>
      {note && (
        <MessageBar intent="success" layout="multiline" role="status">
          <MessageBarBody>{note}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.columns}>
        <Facts session={session} show={show} />
        <div className={styles.column}>
          <Text className={styles.purpose}>{purpose}</Text>
          {recap && <Recap {...at} recap={recap} />}
          {!recap && !isWritten && <Agenda {...at} />}
          {hosting && <Hosting {...at} hosting={hosting} />}
        </div>
      </div>
    </>
  );
}
