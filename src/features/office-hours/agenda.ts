/** The agenda of a session, some days before it (product 6.8): what waits for one, and what is open or new elsewhere. */
import type { CommunityView } from '../../core/community.ts';
import type { WriteOperation } from '../../core/documents.ts';
import type { Job } from '../../core/feature.ts';
import { derivedId } from '../../core/ids.ts';
import { shorten } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { Words } from '../../core/words.ts';
import type { Desk } from './desk.ts';
import { auditOf, type Loaded, loadSeries, loadSession, replaced } from './documents.ts';
import type { Series, Session, Topic } from './model.ts';
import { topic } from './model.ts';
import { agendaNews } from './talk-news.ts';
import { agendaJob } from './timeline.ts';
import { newTopic, topicKind, topicsOfSeries } from './topic-documents.ts';
import { isOpen, mostTopics, nextOrder } from './topic-rules.ts';

const mostOfAKind = 3;
const newDays = 30;
const dayMs = 86_400_000;
const maxTitle = 120;

export const sessionAgenda = (desk: Desk): Job => ({
  name: agendaJob,
  async run(turn, { subject, facts }) {
    const session = await loadSession(turn.store, subject);
    const series = session && (await loadSeries(turn.store, session.body.seriesId));
    const isMeant = session?.body.state === 'scheduled' && String(session.body.sequence) === facts.sequence;
    if (!session || !series || !isMeant || series.body.state !== 'active') return [];
    const community = await desk.communities.one(turn, series.body.communityId);
    if (!community) return [];
    const known = await topicsOfSeries(turn.store, series.id);
    const adopted = adoptedOf(turn, session, known);
    const left = mostTopics - known.filter(({ body }) => isOpen(body) && body.sessionId === session.id).length;
    const proposed = await proposals(desk, turn, { session, series, known, community });
    return [
      ...adopted,
      ...proposed.slice(0, Math.max(0, left - adopted.length)),
      auditOf(turn, { entityType: 'session', entityId: session.id, event: 'openAgenda' }),
      ...desk.postSession(turn, session.id, community),
      agendaNews(turn.now, session.id, facts.sequence ?? ''),
    ];
  },
});

/** What was kept for the next session, or proposed when none was planned. */
function adoptedOf({ now }: Turn, session: Loaded<Session>, known: readonly Loaded<Topic>[]): WriteOperation[] {
  const order = nextOrder(known.filter(({ body }) => body.sessionId === session.id));
  const stamp = { updatedAt: now.toISOString(), updatedBy: 'system' };
  return known
    .filter(({ body }) => isOpen(body) && body.sessionId === undefined)
    .slice(0, mostTopics)
    .map((each, at) =>
      replaced(topicKind, each, topic.parse({ ...each.body, ...stamp, sessionId: session.id, order: order + at })),
    );
}

interface Scene {
  readonly session: Loaded<Session>;
  readonly series: Loaded<Series>;
  readonly known: readonly Loaded<Topic>[];
  readonly community: CommunityView;
}

/** At most three of a kind, and never what was proposed for this series before: each has a fixed id. */
async function proposals(
  desk: Desk,
  turn: Turn,
  { session, series, known, community }: Scene,
): Promise<WriteOperation[]> {
  const words = desk.wordsFor(community.language);
  const offered = await offeredOf(desk, turn, words, community.departmentIds);
  const before = new Set(known.map(({ id }) => id));
  const fresh = offered
    .map((each) => ({ ...each, id: derivedId('topic', series.id, each.kind, each.refId) }))
    .filter(({ id }) => !before.has(id));
  const here = known.filter(({ body }) => body.sessionId === session.id);
  const order = nextOrder(here);
  // An agenda that is opened again gets no more than it had room for.
  const leftOf = (kind: Topic['kind']) =>
    mostOfAKind - here.filter(({ body }) => body.kind === kind && body.proposedBy === 'system').length;
  return kinds
    .flatMap((kind) => fresh.filter((each) => each.kind === kind).slice(0, Math.max(0, leftOf(kind))))
    .map(({ id, ...facts }, at) => {
      const place = { seriesId: series.id, sessionId: session.id, order: order + at };
      return { op: 'create', kind: topicKind, id, body: newTopic(turn, 'system', { ...facts, ...place }) };
    });
}

const kinds = ['flag', 'discovery', 'weakScenario', 'toolChange'] as const;
type Offered = Pick<Topic, 'title'> & { readonly kind: (typeof kinds)[number]; readonly refId: string };

async function offeredOf(desk: Desk, turn: Turn, words: Words, departmentIds: readonly string[]): Promise<Offered[]> {
  const since = new Date(turn.now.getTime() - newDays * dayMs).toISOString();
  // More than are shown, since some were proposed before.
  const ask = { departmentIds, limit: 20 };
  const [questions, finds, weak, changes] = await Promise.all([
    desk.openQuestions(turn, departmentIds),
    desk.finds(turn, ask),
    desk.weakScenarios(turn, departmentIds),
    desk.toolChanges(turn, since),
  ]);
  const titled = (kind: Offered['kind'], refId: string, title: string): Offered => ({
    ...{ kind, refId, title: shorten(title, maxTitle) },
  });
  return [
    // Neither its text nor who asked, nor how many did (reliability R7, R10).
    ...questions.map(({ id, tool, dataClass }) =>
      titled('flag', id, words('agenda.question', { tool, data: dataClass })),
    ),
    ...finds
      .filter(({ createdAt }) => createdAt >= since)
      .map(({ id, title }) => titled('discovery', id, words('agenda.discovery', { title }))),
    ...weak.map(({ id, title }) => titled('weakScenario', id, words('agenda.weakScenario', { title }))),
    ...changes.map(({ id, title }) => titled('toolChange', id, words('agenda.toolChange', { title }))),
  ];
}
