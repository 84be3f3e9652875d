/** The demo's discoveries and office hours as documents: what has been, and a series that goes on from here. */
import { dueOperation, never } from '../core/due-item.ts';
import { occurrencesOf, type Schedule } from '../core/recurrence.ts';
import { addDays, dayOf } from '../core/time.ts';
import { afterWorkingDays } from '../core/working-time.ts';
import type { DemoDiscovery } from './discoveries.ts';
import type { Item } from './item.ts';
import type { DemoSeries } from './office-hours.ts';

type Ids = (kind: string, slug: string) => string;

export interface Demo {
  readonly ids: Ids;
  readonly now: Date;
  /** Of the communities: plans and writes down. */
  readonly hostId: string;
  /** By the number of a person of the demo. */
  readonly personId: (number: number) => string;
  /** The scenario that a workflow begins with. */
  readonly scenarioOf: (workflow: string) => string;
}

const dayMs = 86_400_000;
const triageDays = 5;
/** Those older than a week have become part of the playbook. */
const newDays = 7;
/** Longer than three months, so that every series had three sessions. */
const backDays = 130;

const stampsOf = (at: string, by: string) => ({ createdAt: at, createdBy: by, updatedAt: at, updatedBy: by });

export function discoveryItem(one: DemoDiscovery, demo: Demo): Item {
  const { slug, workflow, role, tool, dataClass, author, daysAgo, credit = 'named', ...texts } = one;
  const { ids, now } = demo;
  const shared = new Date(now.getTime() - daysAgo * dayMs);
  const by = demo.personId(author);
  const isNew = daysAgo <= newDays;
  const folded = { kind: 'goodExample', refId: demo.scenarioOf(workflow), version: 1, by: demo.hostId };
  return {
    kind: 'discovery',
    id: ids('discovery', slug),
    source: one,
    body: {
      ...{ ...texts, authorId: by, credit, surface: 'bot', similar: [] },
      ...{ workflowId: ids('workflow', workflow), roleId: ids('role', role), toolId: ids('tool', tool) },
      dataClassId: ids('dataClass', dataClass),
      dueAt: afterWorkingDays(isNew ? now : shared, triageDays, 'UTC').toISOString(),
      ...(isNew ? { state: 'submitted' } : { state: 'inPlaybook', outcome: { ...folded, at: now.toISOString() } }),
      ...stampsOf(shared.toISOString(), by),
    },
  };
}

export function seriesItems(one: DemoSeries, demo: Demo): Item[] {
  const { ids, now, hostId } = demo;
  const { slug, community, title, purpose, rule, startsAt, durationMinutes, zone, topics, sessions } = one;
  const today = dayOf(now);
  const plan: Schedule = { rule, startsAt, durationMinutes, zone, firstDate: addDays(today, -backDays), skipDates: [] };
  const past = occurrencesOf(plan, { to: addDays(today, -1), limit: backDays }).slice(-sessions.length);
  const seriesId = ids('series', slug);
  const communityId = ids('community', community);
  const item = (kind: string, name: string, at: Date, body: object): Item => ({
    kind,
    id: ids(kind, `${slug}/${name}`),
    source: one,
    body: { ...body, ...stampsOf(at.toISOString(), hostId) },
  });
  const begun = past[0]?.localDate ?? today;
  const held = past.flatMap(({ localDate, startsAt: start, endsAt }, n) => {
    const { notes = '', attendance = 0, outcomes = [] } = sessions[n] ?? {};
    const sessionId = ids('session', `${slug}/${n}`);
    const outcomeIds = outcomes.map((_, at) => ids('outcome', `${slug}/${n}.${at}`));
    return [
      item('session', String(n), start, {
        ...{ seriesId, communityId, localDate, hostId, notes, attendance, outcomeIds, topicIds: [] },
        ...{ startsAt: start.toISOString(), endsAt: endsAt.toISOString(), recapAt: endsAt.toISOString() },
        ...{ state: 'recapped', sequence: 0, seatsTaken: 0, waiting: 0, lastNumber: 0, helped: { yes: 0, no: 0 } },
      }),
      ...outcomes.map(({ kind, text, discovery }, at) =>
        item('outcome', `${n}.${at}`, endsAt, {
          ...{ sessionId, kind, text, state: discovery ? 'done' : 'open' },
          ...(discovery ? { refId: ids('discovery', discovery) } : {}),
          ...(kind === 'action' ? { ownerId: hostId, dueAt: new Date(now.getTime() + 14 * dayMs).toISOString() } : {}),
        }),
      ),
    ];
  });
  return [
    {
      ...{ kind: 'series', id: seriesId, source: one },
      body: {
        ...{ communityId, title, purpose, hostIds: [hostId], state: 'active', earlier: [], sequence: 0 },
        ...{ ...plan, firstDate: begun, meeting: { kind: 'pastedLink' }, agendaOpensHours: 72 },
        ...{ reminders: ['24h', '15m'], ...stampsOf(now.toISOString(), hostId) },
      },
    },
    ...held,
    ...topics.map((topic, order) =>
      item('topic', String(order), now, {
        ...{ seriesId, title: topic, kind: 'question', proposedBy: hostId, order, wanted: 0, state: 'proposed' },
      }),
    ),
    expansion(seriesId, now, one),
  ];
}

/** The sessions to come are made by the job that makes them every week. One name, however often the demo is loaded. */
function expansion(seriesId: string, now: Date, source: DemoSeries): Item {
  const due = dueOperation({
    ...{ job: 'seriesExpand', subject: seriesId, occurrence: 'demo', facts: { isWeekly: 'true' } },
    ...{ at: now, usefulUntil: new Date(never) },
  });
  if (due.op !== 'create') throw new Error('demo: a due item is created');
  return { kind: due.kind, id: due.id, source, body: { ...due.body } };
}
