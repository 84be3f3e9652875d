/** From a delivery record to what leaves: the person, their pace and the card, all as they are now; or why nothing leaves. */
import type { Card } from '../core/card.ts';
import { dayNews } from '../core/day-news.ts';
import type { WriteOperation } from '../core/documents.ts';
import { type Asked, paceOf } from '../core/hours.ts';
import type { Lane, Notice } from '../core/notice.ts';
import { type ChatAddress, type Person, person } from '../core/person.ts';
import { firstPost, post } from '../core/post.ts';
import { recordOperation, type SendRecord } from '../core/send-record.ts';
import { writeStamped } from '../core/stamp.ts';
import type { Ready } from './deliver.ts';
import { type Judged, skipped, untried } from './outcome.ts';
import { readersTurn, type Stage, systemTurn, zoneOf } from './stage.ts';

export interface Decided {
  readonly kind: 'judged';
  readonly judged: Judged;
  readonly operations?: readonly WriteOperation[];
}

/** Kinds that stand for many: sent at most once. */
export const dayCard = 'day';
export const dayMine = 'dayMine';
const digests: ReadonlySet<string> = new Set([dayCard, dayMine, dayNews]);
const dayCardHours = 8;
/** What is kept for a card that is about to leave might come after it was read: it is kept for the next one. */
const leavingMs = 600_000;

/** Sent again after a crash that came before its mark. */
export const mayDouble = ({ kind }: SendRecord): boolean => kind !== 'post' && !digests.has(kind);

export async function parcelFor(stage: Stage, record: SendRecord): Promise<Ready | Decided> {
  if (record.usefulUntil <= stage.now.toISOString()) return because(skipped(record, 'late'));
  return record.kind === 'post' ? postParcel(stage, record) : personParcel(stage, record);
}

const because = (verdict: Judged, operations?: readonly WriteOperation[]): Decided => ({
  kind: 'judged',
  judged: verdict,
  ...(operations ? { operations } : {}),
});

async function personParcel(stage: Stage, record: SendRecord): Promise<Ready | Decided> {
  const kind = stage.offered.notices.get(record.kind);
  if (!kind) throw new Error(`jobs: no feature has the notice "${record.kind}"`);
  const notice: Required<Notice> = { ...record };
  const personId = record.personId ?? (await kind.recipients(systemTurn(stage), notice))[0];
  const found = personId ? await stage.store.get('person', personId) : undefined;
  if (!personId || !found) return because(skipped(record, 'noChat'));
  const known = person.parse(found.body);
  if (known.status !== 'active') return because(skipped(record, 'notTheirs'));
  const waits = paced(stage, record, personId, known, kind.lane);
  if (waits) return waits;
  const { chatAddress: address, unreachableSince } = known;
  if (!address) return because(skipped(record, 'noChat'));
  if (unreachableSince) return because(skipped(record, 'unreachable'));
  const card = await kind.card(readersTurn(stage, personId, known), notice);
  if (!card) return because(skipped(record, 'notTheirs'));
  return {
    kind: 'ready',
    parcel: parcel(stage, record, address, card),
    pledge: digests.has(record.kind) ? 'digest' : 'reminder',
    sent: () => [],
    dead: () => markDead(stage, personId, address),
  };
}

const cardsOfDay: Readonly<Partial<Record<Lane, string>>> = { work: dayCard, dayNews };

/** What the person's switches, pause and hours make of it; undefined when it may leave now. */
function paced(stage: Stage, record: SendRecord, personId: string, known: Person, lane: Lane): Decided | undefined {
  const asked = { isUrgent: record.isUrgent, now: stage.now, zone: zoneOf(known) };
  if (digests.has(record.kind)) return dayPaced(stage, record, personId, known, asked);
  const from = lane === dayNews ? new Date(stage.now.getTime() + leavingMs) : stage.now;
  const pace = paceOf(known, { ...asked, now: from, lane });
  switch (pace.kind) {
    case 'now':
      return undefined;
    case 'off':
      return because(skipped(record, 'notTheirs'));
    case 'later':
      return because(untried(record, stage.now, pace.at.getTime() - stage.now.getTime()));
    case 'dayCard': {
      // The lists of the day name what was asked by name: an answer under seal comes by itself when its day has come.
      if (record.personId === undefined)
        return because(untried({ ...record, isUrgent: true }, stage.now, pace.at.getTime() - stage.now.getTime()));
      return because(skipped({ ...record, dayAt: pace.at.toISOString() }, 'inDayCard'), [
        dayRecord(stage, cardsOfDay[lane] ?? dayMine, personId, pace.at),
      ]);
    }
  }
}

/** A card of the day was planned by their pace of then: what they switched off, paused or moved since holds as well. */
function dayPaced(
  stage: Stage,
  record: SendRecord,
  personId: string,
  known: Person,
  asked: Omit<Asked, 'lane'>,
): Decided | undefined {
  const { work, news } = known.notify ?? {};
  const isOff = (record.kind === dayCard && work === 'off') || (record.kind === dayNews && news === 'off');
  if (isOff) return because(skipped(record, 'notTheirs'));
  const pace = paceOf(known, { ...asked, lane: 'answers', isUrgent: true });
  if (pace.kind !== 'later') return undefined;
  // Into the card of that day, which may stand there already.
  return because(skipped(record, 'inDayCard'), [dayRecord(stage, record.kind, personId, pace.at)]);
}

/** One for each person and day, however many things it stands for. */
const dayRecord = ({ hash }: Stage, kind: string, personId: string, at: Date): WriteOperation =>
  recordOperation({
    id: hash('send', kind, personId, at.toISOString()),
    ...{ kind, subject: personId, occurrence: at.toISOString(), audience: 'person', personId, isUrgent: false, at },
    usefulUntil: new Date(at.getTime() + dayCardHours * 3_600_000).toISOString(),
  });

/** Dead until the person writes again; nothing of theirs is lost, it stands in their lists. */
async function markDead(stage: Stage, personId: string, dead: ChatAddress): Promise<void> {
  const found = await stage.store.get('person', personId);
  const known = found && person.parse(found.body);
  // They wrote from somewhere else meanwhile.
  if (!known || known.chatAddress?.conversation.id !== dead.conversation.id) return;
  const body = person.parse({ ...known, unreachableSince: stage.clock.now().toISOString() });
  await writeStamped(
    stage.store,
    ['people'],
    [{ op: 'replace', kind: 'person', id: personId, version: found.version, body }],
  );
}

async function postParcel(stage: Stage, record: SendRecord): Promise<Ready | Decided> {
  const found = await stage.store.get('post', record.subject);
  if (!found) return because(skipped(record, 'notTheirs'));
  const place = post.parse(found.body);
  const kind = stage.offered.posts.get(place.kind);
  if (!kind) throw new Error(`jobs: no feature has the post "${place.kind}"`);
  const turn = systemTurn(stage, place.language);
  const card = await kind.card(turn, place.subject, place);
  if (!card) return because(skipped(record, 'notTheirs'));
  const { activityId } = place;
  const isFirst = record.occurrence === firstPost;
  if (!isFirst && !activityId) return because(skipped(record, 'notPosted'));
  return {
    kind: 'ready',
    parcel: { ...parcel(stage, record, place.address, card), ...(activityId ? { activityId } : {}) },
    pledge: activityId ? 'update' : 'digest',
    sent: ({ activityId: made }) =>
      activityId || !made || kind.isOnce
        ? []
        : [{ op: 'replace', kind: 'post', id: found.id, version: found.version, body: { ...place, activityId: made } }],
    dead: async () => kind.dead?.(turn, place),
  };
}

const parcel = ({ store }: Stage, record: SendRecord, address: Person['chatAddress'] & object, card: Card) => ({
  tenantId: store.tenantId,
  address,
  card,
  ...(record.isShort ? { isShort: true } : {}),
});
