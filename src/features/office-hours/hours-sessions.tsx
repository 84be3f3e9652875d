/** Sessions, a page after the other: those to come by week, or those that are over. */
import { Button, makeStyles, Select, Text, tokens, typographyStyles } from '@fluentui/react-components';
import useSWRInfinite from 'swr/infinite';
import { useSearchParams } from 'wouter';
import { type ApiError, useApi } from '../../tab/api.ts';
import { useListStyles } from '../../tab/parts/list-styles.ts';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { OpenSession } from './hours-press.tsx';
import { useTimes } from './hours-when.tsx';
import { Plan } from './plan-button.tsx';
import { SessionCard } from './session-card.tsx';
import type { SessionList as Reply, SessionLine } from './session-contract.ts';

const useStyles = makeStyles({
  all: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    containerType: 'inline-size',
  },
  filters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  filter: { minWidth: 0, maxWidth: '100%', '& select': { maxWidth: '100%' } },
  week: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  more: { justifySelf: 'center' },
});

type Page = Reply & { readonly next?: string };

/** Every minute while it is seen, so that seats and states are those of now. */
const everyMs = 60_000;

export function Sessions({ isPast }: { isPast: boolean }) {
  const styles = useStyles();
  const words = useWords();
  const sessions = useSessions(isPast);
  const { pages, error } = sessions;
  const first = pages?.[0];
  const [search] = useSearchParams();
  const isNarrowed = search.has('community') || search.has('mine');
  if (!first) return error ? <Failed error={error} retry={sessions.retry} /> : <Loading />;
  const lines = pages.flatMap(({ items }) => items);
  return (
    <div className={styles.all}>
      {error && <Failed error={error} retry={sessions.retry} />}
      {(lines.length > 0 || isNarrowed) && <Filters communities={first.communities} isPast={isPast} />}
      {lines.length === 0 && <Nothing reply={first} isPast={isPast} isNarrowed={isNarrowed} />}
      <Weeks lines={lines} show={sessions.show} isOfOne={first.communities.length < 2} />
      {pages.at(-1)?.next && (
        <Button className={styles.more} onClick={sessions.more} disabledFocusable={sessions.isLoading}>
          {words('work.more')}
        </Button>
      )}
    </div>
  );
}

function useSessions(isPast: boolean) {
  const api = useApi();
  const [search] = useSearchParams();
  const asked = new URLSearchParams({ limit: '30' });
  for (const name of ['community', 'mine'] as const) if (search.get(name)) asked.set(name, search.get(name) ?? '');
  if (isPast) asked.set('past', 'yes');
  const keyOf = (at: number, before: Page | null) => {
    if (at > 0 && !before?.next) return null;
    return `/api/sessions?${asked}${before?.next ? `&cursor=${encodeURIComponent(before.next)}` : ''}`;
  };
  const { data, error, mutate, size, setSize, isValidating } = useSWRInfinite<Page, ApiError>(
    keyOf,
    (path: string) => api.get<Page>(path),
    { refreshInterval: everyMs, keepPreviousData: true },
  );
  return {
    pages: data,
    error,
    isLoading: isValidating,
    more: () => void setSize(size + 1),
    retry: () => void mutate(),
    /** One's own answer shows at once, where the session stands. */
    show: (session: OpenSession) => mutate((all) => all?.map((page) => withLine(page, session)), { revalidate: false }),
  };
}

const withLine = (page: Page, session: OpenSession): Page => ({
  ...page,
  items: page.items.map((line) => (line.id === session.id ? session : line)),
});

function Filters({ communities, isPast }: Pick<Reply, 'communities'> & { isPast: boolean }) {
  const styles = useStyles();
  const words = useWords();
  const [search, setSearch] = useSearchParams();
  const pick = (name: string, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        value ? next.set(name, value) : next.delete(name);
        return next;
      },
      { replace: true },
    );
  return (
    <search className={styles.filters}>
      {communities.length > 1 && (
        <Select
          className={styles.filter}
          aria-label={words('hours.community')}
          value={search.get('community') ?? ''}
          onChange={(_, { value }) => pick('community', value)}
        >
          <option value="">{words('hours.allCommunities')}</option>
          {communities.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <Select
        className={styles.filter}
        aria-label={words('hours.whose')}
        value={search.get('mine') ?? ''}
        onChange={(_, { value }) => pick('mine', value)}
      >
        <option value="">{words(isPast ? 'hours.allPast' : 'hours.allComing')}</option>
        <option value="yes">{words('hours.mine')}</option>
      </Select>
    </search>
  );
}

interface WeeksProps {
  readonly lines: readonly SessionLine[];
  readonly show: (session: OpenSession) => unknown;
  readonly isOfOne: boolean;
}

function Weeks({ lines, show, isOfOne }: WeeksProps) {
  const styles = useStyles();
  const lists = useListStyles();
  const times = useTimes();
  const mondays = [...new Set(lines.map(({ startsAt }) => times.week(startsAt)))];
  return mondays.map((monday) => (
    <section key={monday} className={styles.week} aria-label={times.weekName(monday)}>
      <h2 className={styles.heading}>{times.weekName(monday)}</h2>
      <ul className={lists.list}>
        {lines
          .filter(({ startsAt }) => times.week(startsAt) === monday)
          .map((session) => (
            <li key={session.id}>
              <SessionCard session={session} show={show} isOfOne={isOfOne} />
            </li>
          ))}
      </ul>
    </section>
  ));
}

interface NothingProps {
  readonly reply: Reply;
  readonly isPast: boolean;
  readonly isNarrowed: boolean;
}

/** What to do first, by whom. */
function Nothing({ reply: { mayPlan, whoCan }, isPast, isNarrowed }: NothingProps) {
  const words = useWords();
  const [, setSearch] = useSearchParams();
  if (isNarrowed)
    return (
      <Empty title={words('hours.noneLikeThat')} text={words('hours.noneLikeThatText')}>
        <Button onClick={() => setSearch(isPast ? { view: 'past' } : {})}>{words('hours.showAll')}</Button>
      </Empty>
    );
  if (isPast) return <Empty title={words('hours.nonePast')} text={words('hours.nonePastText')} />;
  return (
    <Empty title={words('hours.none')} text={mayPlan ? words('hours.nonePlan') : words('hours.noneWait')}>
      {mayPlan ? <Plan /> : whoCan !== '' && <Text align="center">{whoCan}</Text>}
    </Empty>
  );
}
