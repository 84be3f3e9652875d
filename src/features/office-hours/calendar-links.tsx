/** Calendars by secret link: one's own sessions, or all of a community. The link is shown once, made anew, or taken back. */
import { MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useData } from '../../tab/api.ts';
import { useListStyles } from '../../tab/parts/list-styles.ts';
import { Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import { CalendarLink } from './calendar-link.tsx';
import type { FeedList } from './feed-contract.ts';
import type { SessionList } from './session-contract.ts';

const useStyles = makeStyles({
  all: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM, maxWidth: '52rem' },
});

export function CalendarLinks() {
  const styles = useStyles();
  const lists = useListStyles();
  const words = useWords();
  const feeds = useData<FeedList>('/api/feeds');
  const sessions = useData<SessionList>('/api/sessions?limit=1');
  const error = feeds.error ?? sessions.error;
  if (error && !feeds.data)
    return <Failed error={error} retry={() => Promise.all([feeds.mutate(), sessions.mutate()])} />;
  if (!feeds.data || !sessions.data) return <Loading />;
  const made = new Map(feeds.data.items.map((feed) => [feed.communityId ?? 'mine', feed]));
  const places = [
    { id: 'mine', name: words('hours.mySessions') },
    ...sessions.data.communities.map(({ id, name }) => ({ id, name: words('hours.allOf', { community: name }) })),
  ];
  const gone = feeds.data.items.filter(
    ({ communityId }) => communityId && !places.some(({ id }) => id === communityId),
  );
  return (
    <div className={styles.all}>
      <Text>{words('hours.linksAbout')}</Text>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{words('hours.linksWarning')}</MessageBarBody>
      </MessageBar>
      <ul className={lists.list}>
        {[...places, ...gone.map(({ communityId = '', name }) => ({ id: communityId, name }))].map(({ id, name }) => (
          <li key={id}>
            <CalendarLink id={id} name={name} feed={made.get(id)} again={() => feeds.mutate()} />
          </li>
        ))}
      </ul>
    </div>
  );
}
