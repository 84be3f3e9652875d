/** A feature that only tells people things, for the tests of the outbox: who is told stands in the audience, what in the subject. */
import type { Card } from '../../src/core/card.ts';
import type { WriteOperation } from '../../src/core/documents.ts';
import type { Feature } from '../../src/core/feature.ts';
import { type Lane, type NoticeKind, noticeOperation } from '../../src/core/notice.ts';
import { botId, person, tenantId } from '../helpers/activities.ts';

/** A card without a template: quick to make, and all that the courier looks at. */
export const plainCard = (summary: string): Card =>
  ({
    json: JSON.stringify({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: summary }] }),
    summary,
    cut: false,
  }) as Card;

const personId = (number: number) => person(number).aadObjectId;

/** `3` = the first three people, `only:7` = the seventh. */
function people(audience: string): string[] {
  const one = /^only:(\d+)$/.exec(audience)?.[1];
  return one ? [personId(Number(one))] : Array.from({ length: Number(audience) }, (_, n) => personId(n + 1));
}

const kindOf = (lane: Lane): NoticeKind => ({
  kind: `bell-${lane}`,
  lane,
  recipients: async (_turn, { audience }) => people(audience),
  card: async (turn, { subject }) => plainCard(`${subject} for ${turn.who.personId}`),
});

export const bell: Feature = { name: 'bell', notices: (['always', 'answers', 'work'] as const).map(kindOf) };

/** To be written like the notice of any event. */
export const ring = (now: Date, subject: string, audience: string, lane: Lane = 'always', isUrgent = false) =>
  noticeOperation(now, { kind: `bell-${lane}`, subject, audience, isUrgent, occurrence: subject });

const at = '2026-11-23T09:00:00.000Z';

/** Somebody with a chat at this address. */
export function reachable(number: number, serviceUrl: string, change: object = {}): WriteOperation {
  const { id, aadObjectId, name } = person(number);
  const chatAddress = {
    serviceUrl,
    channelId: 'msteams',
    conversation: { id: `a:${number}`, conversationType: 'personal', tenantId },
    bot: { id: `28:${botId}` },
    user: { id, aadObjectId },
  };
  const stamps = { createdAt: at, createdBy: 'system', updatedAt: at, updatedBy: 'system' };
  const body = { displayName: name, status: 'active', roleIds: [], grants: [], chatAddress, ...stamps, ...change };
  return { op: 'create', kind: 'person', id: aadObjectId, body };
}
