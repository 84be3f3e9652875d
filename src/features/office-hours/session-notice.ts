/** Who hears that a session was moved, cancelled or given to somebody else, and in which words: the audit entry says what changed. */
import { z } from 'zod';
import type { Card } from '../../core/card.ts';
import { findAll, type TenantStore } from '../../core/documents.ts';
import type { NoticeKind } from '../../core/notice.ts';
import { placeOf } from '../../core/place.ts';
import { readableTime } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { accessOf } from './access.ts';
import { changedCard } from './cards/changed.card.ts';
import type { Desk } from './desk.ts';
import { type Loaded, loadSeries, loadSession, rsvpOf } from './documents.ts';
import type { Series, Session } from './model.ts';
import { isAhead } from './session-rules.ts';
import { changedNotice, theHost } from './session-write.ts';

const side = z.object({ before: z.string(), after: z.string() });
const entry = z.object({
  actorId: z.string(),
  action: z
    .string()
    .transform((action) => action.replace(/^session\./, ''))
    .pipe(z.enum(['move', 'resume', 'cancel', 'rehost'])),
  entityId: z.string(),
  reason: z.string().optional(),
  changes: z.object({ startsAt: side.optional() }),
});
type Entry = z.infer<typeof entry>;

export const sessionNotices = (desk: Desk): NoticeKind[] => [
  {
    kind: changedNotice,
    lane: 'always',
    async recipients({ store }, { subject, audience }) {
      const news = await newsOf(store, subject);
      if (!news) return [];
      const people = await peopleFor(store, news.session, audience);
      return people.filter((id) => id !== news.entry.actorId && id !== 'system');
    },
    async card(turn, { subject, audience }) {
      const news = await newsOf(turn.store, subject);
      return news && isNews(news, turn.now) ? cardFor(desk, turn, news, audience) : undefined;
    },
  },
];

interface News {
  readonly entry: Entry;
  readonly session: Loaded<Session>;
}

async function newsOf(store: TenantStore, auditId: string): Promise<News | undefined> {
  const found = await store.get('auditEntry', auditId);
  const read = entry.safeParse(found?.body).data;
  const session = read && (await loadSession(store, read.entityId));
  return read && session && { entry: read, session };
}

/** Everybody who said something else than no, and who runs it; or one person alone. */
async function peopleFor(store: TenantStore, { id, body }: Loaded<Session>, audience: string): Promise<string[]> {
  if (audience !== '') return [audience === theHost ? body.hostId : audience];
  const people = [body.hostId];
  for await (const document of findAll(store, { kind: 'rsvp', where: [['sessionId', '=', id]] })) {
    const { personId, answer } = rsvpOf(document).body;
    if (answer !== 'no') people.push(personId);
  }
  return people;
}

/** What has changed once more since has a message of its own. */
function isNews({ entry: { action, changes }, session: { body } }: News, now: Date): boolean {
  if (action === 'cancel') return body.state === 'cancelled' && Date.parse(body.startsAt) > now.getTime();
  return isAhead(body, now) && (changes.startsAt === undefined || changes.startsAt.after === body.startsAt);
}

async function cardFor(desk: Desk, turn: Turn, news: News, audience: string): Promise<Card | undefined> {
  const series = await loadSeries(turn.store, news.session.body.seriesId);
  const access = series && (await accessOf(desk, turn, series.body.communityId));
  if (!series || !access) return undefined;
  // Not theirs any more: a right taken away counts, but that they need not come is theirs to know.
  return changedCard.render(dataOf(turn, news, series, audience), turn.words, placeOf(turn));
}

const named = { move: 'moved', resume: 'back', cancel: 'cancelled', rehost: 'rehosted' } as const;

function dataOf(
  turn: Turn,
  { entry: { action, reason, changes, actorId }, session }: News,
  series: Loaded<Series>,
  audience: string,
) {
  const { words, who } = turn;
  const { body } = session;
  const kind = named[action];
  const isGivenAway = kind === 'rehosted' && audience !== theHost;
  const heading = words(`session.changed.${isGivenAway ? 'givenAway' : kind}`);
  const at = (time: string) => readableTime(new Date(time), who.zone, who.locale);
  const lines = [
    ...(kind === 'moved' && changes.startsAt
      ? [words('session.changed.before', { when: at(changes.startsAt.before) })]
      : []),
    words(kind === 'moved' ? 'session.changed.now' : 'session.changed.when', { when: at(body.startsAt) }),
    // Nobody moved it by hand: the rules of its zone are others now.
    ...(kind === 'moved' && actorId === 'system' ? [words('session.changed.zones', { zone: series.body.zone })] : []),
  ];
  return {
    summary: `${heading}: ${series.body.title}`,
    heading,
    title: series.body.title,
    lines: lines.map((text) => ({ text })),
    hasReason: reason !== undefined,
    reason: reason ?? '',
    sessionId: session.id,
    canOpen: kind !== 'cancelled',
    canLeave: kind === 'moved' || kind === 'back',
  };
}
