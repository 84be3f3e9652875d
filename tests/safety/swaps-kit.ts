/** People of two organisations walk through every button they are shown; what each button carries is written down. */
import type { z } from 'zod';
import { wordsFor } from '../../src/text/words.ts';
import { faces } from '../cards/all-cards.ts';
import { execute, message, type RawActivity, tenantId } from '../helpers/activities.ts';
import { offered } from '../helpers/offered.ts';
import { scaled } from '../helpers/scale.ts';
import type { Reply, World } from '../helpers/world.ts';
import { fieldsOf, type Press, pressesOf } from '../text/shown.ts';

export const otherTenant = 'b6a7c1de-0000-4000-8000-0000000000cc';

export interface Actor {
  readonly number: number;
  readonly tenant: string;
}

export interface Recorded {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly by: Actor;
}

const aad = (number: number) => `b6a7c1de-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const personIdOf = ({ number }: Actor): string => aad(number);

/** The signed part of an activity: who it comes from, and of which organisation. */
export const from = ({ number, tenant }: Actor): RawActivity => ({
  from: { id: `29:person-${number}`, name: `Person ${number}`, aadObjectId: aad(number) },
  conversation: {
    id: `a:${tenant === tenantId ? '' : 'other-'}${number}`,
    conversationType: 'personal',
    tenantId: tenant,
  },
  channelData: { tenant: { id: tenant } },
});

type Json = z.core.util.JSONType;

function cardsIn(value: unknown): Json[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Object(value).type === 'AdaptiveCard') return [value as Json];
  return Object.values(value).flatMap(cardsIn);
}

const cardsOf = ({ body, replies }: Reply): Json[] => cardsIn(replies.length > 0 ? replies : body);

const words: Readonly<Record<string, string>> = {
  find: 'find job description',
  use: 'use job description',
  ask: 'ask how do I check a report',
  canIUse: 'can i use copilot chat with a staff list',
  flag: 'flag May I?',
};
const sentences = offered
  .flatMap((feature) => feature.commands ?? [])
  .map(({ name }) => name)
  .filter((name) => !['language', 'role', 'forgetMe', 'grant', 'revoke'].includes(name));

export const nobody: Actor = { number: 0, tenant: tenantId };

const mostPresses = scaled(2, 4);
/** Lines of lists, behind which the most different cards stand. */
const mostLines = scaled(15, 30);

/**
 * Every button of every card that this person comes to, pressed a few times with the fields as they are and filled in.
 * The same card again has nothing new on it.
 */
export async function walked(world: World, by: Actor, phraseOf: (name: string) => string): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  const times = new Map<string, number>();
  const waiting: Reply[] = [];
  for (const name of sentences) waiting.push(await world.post(message(words[name] ?? phraseOf(name), from(by))));
  const met = new Set<string>();
  for (let reply = waiting.shift(); reply; reply = waiting.shift())
    for (const card of cardsOf(reply)) {
      const before = met.size;
      if (met.add(JSON.stringify(card)).size === before) continue;
      for (const { verb, data } of inTurn(
        pressesOf(card, fieldsOf(card)),
        pressesOf(card, fieldsOf(card, 'My words')),
        met.size,
      )) {
        recorded.push({ verb, data, by });
        const seen = times.get(verb) ?? 0;
        times.set(verb, seen + 1);
        if (seen < (verb === 'openItem' ? mostLines : mostPresses))
          waiting.push(await world.post(execute(verb, data, from(by))));
      }
    }
  return recorded;
}

/** On one card only the first press has its effect, so each card begins with another button. */
const inTurn = (bare: readonly Press[], filled: readonly Press[], card: number): readonly Press[] => {
  const presses = [...filled, ...bare];
  const first = presses.length === 0 ? 0 : card % presses.length;
  return [...presses.slice(first), ...presses.slice(0, first)];
};

/** Buttons as the samples of the cards show them; their ids are no real ones until a swap makes them so. */
export const sampled: readonly Recorded[] = faces
  .filter(({ kind }) => kind.places.includes('message'))
  .flatMap(({ kind, data }) => {
    const card = JSON.parse(kind.card.render(data, wordsFor('en'), 'message').json);
    return pressesOf(card, fieldsOf(card, 'My words')).map((press) => ({ ...press, by: nobody }));
  });
