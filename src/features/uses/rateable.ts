/** A run that somebody may judge: their own, or one that they were asked to look at. */
import { z } from 'zod';
import type { Yardstick } from '../../core/playbook-view.ts';
import type { QualityRating } from '../../core/run.ts';
import type { Turn } from '../../core/turn.ts';
import { loadAsk } from './asks.ts';
import type { Desk } from './desk.ts';
import { keyOf, type LoadedUse, loadMine, loadUse } from './documents.ts';
import { isOver } from './said.ts';

/** One of the two: their own run, or one they were asked to look at. */
export const rateInput = z.looseObject({
  useId: z.string().max(100).default(''),
  askId: z.string().max(100).default(''),
});
export type RateInput = z.infer<typeof rateInput>;

/** A run that this person may judge, and by what. */
export interface Rateable {
  readonly run: LoadedUse;
  readonly yardstick: Yardstick;
  readonly raterKind: QualityRating['raterKind'];
  readonly askId?: string;
  /** Of the second person: who asked them. */
  readonly askedBy?: string;
}

export async function rateableOf(desk: Desk, turn: Turn, { useId, askId }: RateInput): Promise<Rateable | undefined> {
  const found = askId === '' ? await ownRun(desk, turn, useId) : await askedRun(desk, turn, askId);
  if (!found || !isOver(found.run.body)) return undefined;
  const { scenarioId, version } = found.run.body;
  const yardstick = await desk.yardstick(turn, scenarioId, version);
  // Whoever ran it had it before them; the second person reads no scenario that is closed to them.
  return yardstick && (yardstick.isSeen || found.raterKind === 'self') ? { ...found, yardstick } : undefined;
}

type Found = Omit<Rateable, 'yardstick'>;

async function ownRun(desk: Desk, turn: Turn, useId: string): Promise<Found | undefined> {
  const run = await loadMine(desk, turn, useId);
  return run && { run, raterKind: 'self' };
}

/** Never by whoever ran it. */
async function askedRun(desk: Desk, turn: Turn, askId: string): Promise<Found | undefined> {
  const ask = await loadAsk(turn, askId);
  const run = ask && (await loadUse(turn.store, ask.useId));
  if (!run || run.body.personKey === keyOf(desk, turn, turn.who.personId)) return undefined;
  return { run, raterKind: 'second', askId, askedBy: ask.askedBy };
}

/** Each question with its hint, and whether it is a must. */
export const criterionLines = ({ words }: Turn, { criteria }: Yardstick) =>
  criteria.map(({ text, kind, hint = '' }) => ({
    text: kind === 'must' ? words('uses.must', { text }) : text,
    hasHint: hint !== '',
    hint,
  }));
