/** Guardrails that come to be looked at again (requirement R40): as lines of the review list, and "still right" in one press. */
import { audited } from '../../core/audit.ts';
import { historyOf } from '../../core/history.ts';
import { holds } from '../../core/person.ts';
import { type Call, type Reply, type Route, refuse, route } from '../../core/route.ts';
import { writeStamped } from '../../core/stamp.ts';
import { addDays, dayOf, daysPast, readableDate } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { type QueueSource, type Section, type WorkItem, type WorkLine, workItem } from '../../core/work-item.ts';
import { aheadDays } from './decision-items.ts';
import { type Guardrail, guardrail } from './model.ts';
import { pageOf } from './queue-page.ts';
import { type Scene, type SceneDeps, sceneOf } from './scene.ts';

const kind = 'guardrails';
/** Days until one is looked at again; law changes faster (product 7.2). */
export const guardrailDays = ({ lawNotes }: Pick<Guardrail, 'lawNotes'>): number => (lawNotes.length > 0 ? 90 : 180);

interface Found {
  readonly id: string;
  readonly version: string;
  readonly guardrail: Guardrail;
}

export const guardrailQueue = (deps: SceneDeps): QueueSource => ({
  kind,
  page: (turn, ask) => pageOf(turn, ask, () => dueLines(deps, turn)),
});

async function dueLines(deps: SceneDeps, turn: Turn): Promise<WorkLine[]> {
  const scene = await sceneOf(deps, turn);
  const due = scene.rules.guardrails.filter(
    ({ state, reviewDue }) => state === 'active' && daysPast(reviewDue, turn.now) >= -aheadDays,
  );
  const found = await Promise.all(due.map(({ id }) => load(turn, id)));
  return found.flatMap((each) => (each ? [lineOf(scene, each)] : []));
}

async function load({ store }: Turn, id: string): Promise<Found | undefined> {
  const found = await store.get('guardrail', id);
  return found && { id, version: found.version, guardrail: guardrail.parse(found.body) };
}

function lineOf({ turn }: Scene, { id, version, guardrail: each }: Found): WorkLine {
  const { words, now } = turn;
  return {
    ...{ kind, id, title: each.name, about: each.rule, createdAt: each.createdAt, version },
    status: { word: words(`tools.level.${each.level}`), tone: 'info' },
    ...{ dueAt: `${each.reviewDue}T00:00:00.000Z`, isLate: daysPast(each.reviewDue, now) > 0 },
    ...{ isUrgent: false, people: 0, bulk: [{ event: 'confirm', label: words('tools.stillRight') }] },
  };
}

export const guardrailRoutes = (deps: SceneDeps): Route[] => [
  route('GET', '/api/guardrails/:id', { reply: workItem }, ({ turn, params }) => shown(deps, turn, params.id)),
  route('POST', '/api/guardrails/:id/confirm', { reply: workItem, needsVersion: true }, (call) => confirm(deps, call)),
];

const mayAct = ({ who }: Turn): boolean => holds(who, ['governance']);

async function shown(deps: SceneDeps, turn: Turn, id = '', note?: string): Promise<Reply<WorkItem>> {
  const found = mayAct(turn) ? await load(turn, id) : undefined;
  if (found?.guardrail.state !== 'active') return refuse('not_found');
  const scene = await sceneOf(deps, turn);
  const { version: _, ...line } = lineOf(scene, found);
  const { words } = turn;
  const body: WorkItem = {
    ...{ ...line, heading: line.title, sections: sectionsOf(scene, found.guardrail) },
    actions: [{ event: 'confirm', label: words('tools.stillRight'), look: 'primary', fields: [], hasPreview: false }],
    history: await historyOf(turn, id, { nameOf: (personId) => deps.nameOf(turn, personId) }),
    ...(note ? { note: words(note) } : {}),
  };
  return { kind: 'ok', body, version: found.version };
}

function sectionsOf({ turn }: Scene, each: Guardrail): Section[] {
  const { words } = turn;
  const due = readableDate(each.reviewDue, words.language);
  const notes = each.lawNotes.map(({ place, title, status, asOf }) =>
    words('tools.lawNote', { place, title, status, date: readableDate(asOf, words.language) }),
  );
  return [
    { kind: 'facts', facts: [{ label: words('tools.fact.reviewDue'), value: due }] },
    { kind: 'text', text: each.rule },
    { kind: 'text', heading: words('tools.why'), text: each.why },
    { kind: 'list', heading: words('tools.doThis'), lines: each.do },
    { kind: 'list', heading: words('tools.doNotDoThis'), lines: each.doNot },
    ...(notes.length > 0 ? [{ kind: 'list' as const, heading: words('tools.lawNotes'), lines: notes }] : []),
  ];
}

async function confirm(deps: SceneDeps, { turn, params, version }: Call): Promise<Reply<WorkItem>> {
  const found = await load(turn, params.id ?? '');
  if (found?.guardrail.state !== 'active') return refuse('not_found');
  if (!mayAct(turn)) return refuse('forbidden');
  if (found.version !== version) return refuse('stale');
  const result = await writeStamped(turn.store, ['tools'], confirmOperations(turn, found));
  return result.kind === 'ok' ? shown(deps, turn, found.id, 'tools.confirmed') : refuse('stale');
}

function confirmOperations({ now, who, requestId }: Turn, { id, version, guardrail: each }: Found) {
  const [at, reviewDue] = [now.toISOString(), addDays(dayOf(now), guardrailDays(each))];
  const body = guardrail.parse({ ...each, reviewDue, updatedAt: at, updatedBy: who.personId });
  return [
    { op: 'replace', kind: 'guardrail', id, version, body } as const,
    audited({
      ...{ at, actorId: who.personId, actorKind: 'person', action: 'guardrail.confirm', entityType: 'guardrail' },
      ...{ entityId: id, changes: { reviewDue: { before: each.reviewDue, after: reviewDue } }, requestId },
    }),
  ];
}
