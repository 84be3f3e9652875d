/** `forget me` in the tab: what goes and what stays is read first, then one press does it. */
import { z } from 'zod';
import type { Erasure } from '../../core/erasure.ts';
import { type Reply, type Route, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { forgetReply } from './contract.ts';
import { erased, linesOf } from './forget.ts';

type Said = z.input<typeof forgetReply>;

export const forgetRoutes = (erasures: readonly Erasure[]): Route[] => [
  route('GET', '/api/me/forget', { reply: forgetReply }, async ({ turn }) => ({ kind: 'ok', body: said(turn, '') })),
  route('POST', '/api/me/forget', { body: z.strictObject({}), reply: forgetReply }, ({ turn }) =>
    forget(erasures, turn),
  ),
];

async function forget(erasures: readonly Erasure[], turn: Turn): Promise<Reply<Said>> {
  const { isDone, note } = await erased(erasures, turn);
  return isDone ? { kind: 'ok', body: said(turn, note) } : { kind: 'refused', code: 'already_done', message: note };
}

const said = (turn: Turn, note: string): Said => ({ ...linesOf(turn), note });
