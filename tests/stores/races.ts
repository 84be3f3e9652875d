/** Many at once on one document: what must hold on every store (reliability.md F8, F9). */
import { expect } from '@jest/globals';
import { z } from 'zod';
import type { TenantStore } from '../../src/core/documents.ts';
import { scaled } from '../helpers/scale.ts';
import { create, replace, written } from './contract/kit.ts';

/** Several answer one open flag at once: one is first, and there is one audit row. */
export async function oneAnswer(store: TenantStore, writers: number): Promise<void> {
  const flag = await written(store, create(`flag-${writers}`, { state: 'open' }));
  const answer = (n: number) =>
    store.write([
      replace(flag, { state: 'answered', by: n }),
      create(`audit-${writers}-${n}`, { action: 'flag.answered', rank: n }),
    ]);
  const results = await Promise.all(Array.from({ length: writers }, (_, n) => answer(n)));
  const winners = results.flatMap(({ kind }, n) => (kind === 'ok' ? [n] : []));
  expect(winners).toHaveLength(1);
  expect((await store.get('item', flag.id))?.body).toEqual({ state: 'answered', by: winners[0] });
  const audits = await store.find({ kind: 'item', where: [['action', '=', 'flag.answered']], limit: 100 });
  expect(audits.items.map(({ id }) => id).filter((id) => id.startsWith(`audit-${writers}-`))).toEqual([
    `audit-${writers}-${winners[0]}`,
  ]);
}

const session = z.object({ taken: z.number(), waiting: z.number() });
const seats = 20;
const people = scaled(80, 200);

/** Many people press at once for twenty seats: twenty sit, the others have numbers of their own. */
export async function seatsTaken(store: TenantStore): Promise<void> {
  await written(store, create('session', { taken: 0, waiting: 0 }));
  const press = async (n: number): Promise<string> => {
    const current = await store.get('item', 'session');
    if (!current) throw new Error('the session is gone');
    const { taken, waiting } = session.parse(current.body);
    const next = taken < seats ? { taken: taken + 1, waiting } : { taken, waiting: waiting + 1 };
    const place = taken < seats ? 'seat' : `waiting ${next.waiting}`;
    const result = await store.write([create(`rsvp-${n}`, { place }), replace(current, next)]);
    return result.kind === 'ok' ? place : press(n);
  };
  const places = await Promise.all(Array.from({ length: people }, (_, n) => press(n)));
  expect(places.filter((place) => place === 'seat')).toHaveLength(seats);
  expect(new Set(places.filter((place) => place !== 'seat')).size).toBe(people - seats);
  expect((await store.get('item', 'session'))?.body).toEqual({ taken: seats, waiting: people - seats });
}
