/** A card in a channel: sent once, then updated in place, whatever comes between (core/post.ts; reliability 8, digests). */
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Courier, Delivery, Parcel } from '../../src/core/courier.ts';
import type { Feature } from '../../src/core/feature.ts';
import { postOperations, repostOperation } from '../../src/core/post.ts';
import type { Turn } from '../../src/core/turn.ts';
import { wordsFor } from '../../src/text/words.ts';
import { botId, tenantId } from '../helpers/activities.ts';
import { movingClock, second } from '../helpers/moving-clock.ts';
import { openInProcess } from '../stores/cosmos-kit.ts';
import { folders } from '../stores/folder.ts';
import { plainCard } from './bell.ts';
import { ends, instance, written } from './outbox-kit.ts';

const { make, open, clear } = folders();
afterAll(clear);
const clock = movingClock();
const stores = [
  ['a file', open(make(), { clock })],
  ['Cosmos DB', (await openInProcess({ clock })).store],
] as const;

/** What each subject says now; undefined = its card is no more. */
const says = new Map<string, string | undefined>();
const seen: Turn[] = [];
const board: Feature = {
  name: 'board',
  posts: [
    {
      kind: 'board',
      async card(turn, subject) {
        seen.push(turn);
        const text = says.get(subject);
        return text === undefined ? undefined : plainCard(text);
      },
    },
  ],
};

const sent: Parcel[] = [];
let answer: (parcel: Parcel) => Promise<Delivery>;
const courier: Courier = {
  deliver(parcel) {
    sent.push(parcel);
    return answer(parcel);
  },
};
const ok = async ({ activityId }: Parcel): Promise<Delivery> => ({
  kind: 'sent',
  activityId: activityId ?? `m${sent.length}`,
});
const shown = () => sent.map(({ card, activityId = 'new' }) => `${activityId}: ${card.summary}`);

const channel = (name: string) => ({
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  channelId: 'msteams',
  conversation: { id: `19:${name}@thread.tacv2`, conversationType: 'channel', tenantId },
  bot: { id: `28:${botId}` },
});

let next = 0;

describe.each(stores)('on %s', (_on, store) => {
  const ticker = instance({ store, clock, courier, features: [board] });
  const other = instance({ store, clock, courier, features: [board] });
  let subject = '';
  beforeEach(() => {
    subject = `session-${++next}`;
    sent.length = 0;
    answer = ok;
    says.set(subject, 'first');
  });

  const later = async (ms: number) => {
    clock.pass(ms);
    await ticker.tick();
  };
  const post = (...names: string[]) =>
    written(store, [
      ...names.flatMap((name) =>
        postOperations({ now: clock.now(), words: wordsFor('es') }, 'board', subject, channel(name)).slice(0, 1),
      ),
      repostOperation(clock.now(), 'board', subject),
    ]);
  const change = (text: string | undefined) => {
    says.set(subject, text);
    return written(store, [repostOperation(clock.now(), 'board', subject)]);
  };

  it('is sent once, and updated in place; nobody in particular reads it', async () => {
    await post('a');
    await later(0);
    await later(60 * second);
    await change('second');
    await later(0);
    await later(60 * second);
    expect(shown()).toEqual(['new: first', 'm1: second']);
    expect(sent[0]?.address.conversation.id).toBe('19:a@thread.tacv2');
    for (const { who } of seen) expect(who).toMatchObject({ personId: 'system', grants: [] });
    // As they spoke who put it up.
    expect(seen.at(-1)?.words.language).toBe('es');
  });

  it('stands in every channel of its subject', async () => {
    await post('a', 'b');
    await later(0);
    await change('second');
    await later(0);
    expect(shown().toSorted()).toEqual(['m1: second', 'm2: second', 'new: first', 'new: first']);
  });

  it('two changes in one moment are two updates', async () => {
    await post('a');
    await later(0);
    await change('second');
    await later(0);
    await change('third');
    await later(0);
    expect(shown()).toEqual(['new: first', 'm1: second', 'm1: third']);
  });

  it('a change while the first is on its way is shown once it is up', async () => {
    await post('a');
    answer = async (parcel) => {
      // Another instance meets the change before this one has its answer.
      answer = ok;
      await change('second');
      await other.tick();
      return ok(parcel);
    };
    await later(0);
    expect(shown()).toEqual(['new: first']);
    await later(30 * second);
    expect(shown()).toEqual(['new: first', 'm1: second']);
  });

  it('a first that has to wait shows what is true when it leaves', async () => {
    await post('a');
    answer = async () => ({ kind: 'failed', status: 429, retryAfterMs: 10 * second });
    await later(0);
    answer = ok;
    await change('second');
    await later(10 * second);
    await later(60 * second);
    expect(shown()).toEqual(['new: first', 'new: second', 'm2: second']);
  });

  it('a first of which nobody knows whether it arrived is never repeated', async () => {
    await post('a');
    answer = async () => ({ kind: 'failed', status: 503 });
    await later(0);
    answer = ok;
    await change('second');
    for (let n = 0; n < 5; n++) await later(60 * second);
    expect(shown()).toEqual(['new: first']);
    expect(await ends(store)).toMatchObject({ 'failed unclear': 1, 'skipped notPosted': 1 });
  });

  it('a crash after it left makes no second post', async () => {
    await post('a');
    answer = () => Promise.reject(new Error('the process ends here'));
    await later(0);
    answer = ok;
    for (let n = 0; n < 3; n++) await later(120 * second);
    expect(shown()).toEqual(['new: first']);
  });

  it('an update is repeated, since the same twice is the same', async () => {
    await post('a');
    await later(0);
    await change('second');
    answer = async () => ({ kind: 'failed' });
    await later(0);
    await later(30 * second);
    answer = ok;
    await later(30 * second);
    await later(60 * second);
    expect(shown()).toEqual(['new: first', 'm1: second', 'm1: second', 'm1: second']);
  });

  it('what stands there stays when there is nothing to show any more', async () => {
    await post('a');
    await later(0);
    await change(undefined);
    await later(60 * second);
    expect(shown()).toEqual(['new: first']);
  });

  it('a message that somebody deleted is let go', async () => {
    await post('a');
    await later(0);
    await change('second');
    answer = async () => ({ kind: 'failed', status: 404 });
    for (let n = 0; n < 5; n++) await later(60 * second);
    expect(shown()).toEqual(['new: first', 'm1: second']);
  });
});
