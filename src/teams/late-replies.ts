/**
 * Replies that clearly did not arrive leave once more, to the same conversation, while somebody may still wait for them
 * (reliability 8). Kept in memory alone: a reply may hold what only its reader may see, and names who asked.
 */
import type { Activity as SdkActivity } from 'botbuilder';
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { ChatAddress } from '../core/person.ts';
import type { Sent } from './send.ts';
import type { SendBuckets } from './send-buckets.ts';

export interface LateReply {
  readonly tenantId: string;
  readonly address: ChatAddress;
  readonly activity: Partial<SdkActivity>;
}

export interface LateReplies {
  /** Keeps the reply when its failure says that it did not arrive and may still do so. */
  keep(reply: LateReply, sent: Sent): void;
  /** Sends those whose time has come. */
  due(): Promise<void>;
}

export interface LateRepliesDeps {
  readonly send: (address: ChatAddress, activity: Partial<SdkActivity>) => Promise<Sent>;
  readonly buckets: SendBuckets;
  readonly clock: Clock;
  /** Asks for work after so many milliseconds. */
  readonly ring: (work: () => void, ms: number) => void;
  readonly log: Log;
}

interface Kept extends LateReply {
  readonly at: number;
  readonly until: number;
}

const most = 500;
const usefulMs = 15 * 60_000;
const soonMs = 2_000;
/** A timer may ring a moment before the clock has come there. */
const timerSlackMs = 20;

export function lateReplies({ send, buckets, clock, ring, log }: LateRepliesDeps): LateReplies {
  let kept: readonly Kept[] = [];

  function wait(reply: LateReply, ms: number, until: number): void {
    const at = clock.now().getTime() + ms;
    if (at >= until || kept.length >= most) log.warn('reply.lost');
    else {
      kept = [...kept, { ...reply, at, until }];
      ring(() => void due(), ms + timerSlackMs);
    }
  }

  async function due(): Promise<void> {
    const now = clock.now().getTime();
    const ripe = kept.filter(({ at }) => at <= now);
    kept = kept.filter(({ at }) => at > now);
    for (const reply of ripe) await sendLate(reply);
  }

  async function sendLate(reply: Kept): Promise<void> {
    const { tenantId, address, activity, until } = reply;
    const { id, conversationType } = address.conversation;
    const full = buckets.take(tenantId, id, conversationType === 'personal');
    if (full) return wait(reply, full.waitMs, until);
    const sent = await send(address, activity).catch((): Sent => ({ kind: 'notSent' }));
    if (sent.kind !== 'sent') log.warn('reply.lost', 'status' in sent ? { status: sent.status } : {});
  }

  return {
    keep(reply, sent) {
      const ms = waitAfter(sent);
      const isTooLarge = sent.kind === 'failed' && sent.status === 413;
      if (ms === undefined) return;
      wait(isTooLarge ? { ...reply, activity: shorter(reply.activity) } : reply, ms, clock.now().getTime() + usefulMs);
    },
    due,
  };
}

/** Undefined for what arrived, may have arrived, or never will. */
function waitAfter(sent: Sent): number | undefined {
  if (sent.kind === 'notSent') return soonMs;
  if (sent.kind === 'sent') return undefined;
  if (sent.status === 429) return sent.retryAfterMs ?? soonMs;
  return sent.status === 401 || sent.status === 412 || sent.status === 413 ? soonMs : undefined;
}

const shorter = ({ summary, text, replyToId }: Partial<SdkActivity>): Partial<SdkActivity> => ({
  type: 'message',
  text: summary ?? text ?? '',
  textFormat: 'plain',
  ...(replyToId ? { replyToId } : {}),
});
