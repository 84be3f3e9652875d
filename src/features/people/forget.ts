/** `forget me`: says plainly what goes and what stays, and does it on the one press that confirms. */
import { z } from 'zod';
import type { Erasure } from '../../core/erasure.ts';
import { type Action, action, type Command } from '../../core/feature.ts';
import { placeOf } from '../../core/place.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { forgetCard } from './cards/forget.card.ts';
import { erasePerson } from './erasing.ts';
import { rightName } from './grant-notice.ts';
import { givable } from './grants.ts';

const everywhere = ['personal', 'groupChat', 'channel'] as const;

export const forgetCommand: Command = {
  name: 'forgetMe',
  scopes: everywhere,
  listed: false,
  run: async (turn) => {
    const answer = shown(turn, { isAsked: true, note: '' });
    if (turn.where.conversation === 'personal' || turn.where.surface !== 'bot') return answer;
    return { kind: 'personal', card: answer.card, note: turn.words('forget.movedTo1on1') };
  },
};

/** `forgotten` hears of the turn: whoever would note the person's chat after it must not. */
export const forgetAction = (erasures: readonly Erasure[], forgotten: (turn: Turn) => void): Action =>
  action('forgetMe', z.object({}), (turn) => forget(erasures, turn, forgotten));

async function forget(erasures: readonly Erasure[], turn: Turn, forgotten: (turn: Turn) => void): Promise<Answer> {
  forgotten(turn);
  const { isDone, isAsked, note } = await erased(erasures, turn);
  return shown(turn, { isAsked: !isDone && isAsked, note });
}

/** What became of it, in one sentence; `isAsked`: it may be tried again. */
export async function erased(
  erasures: readonly Erasure[],
  turn: Turn,
): Promise<{ isDone: boolean; isAsked: boolean; note: string }> {
  const { words, store, now } = turn;
  const asking = { store, now, actor: { actorId: 'system', actorKind: 'system' } as const };
  const done = await erasePerson(asking, erasures, turn.who.personId);
  switch (done.kind) {
    case 'done':
      return { isDone: true, isAsked: false, note: words('forget.done') };
    case 'lastOne': {
      const grant = givable.find((name) => name === done.grant);
      const right = grant ? rightName(turn, grant) : done.grant;
      return { isDone: false, isAsked: false, note: words('forget.lastOne', { right }) };
    }
    case 'unfinished':
      return { isDone: false, isAsked: true, note: words('forget.unfinished') };
  }
}

const goes = ['settings', 'chat', 'used', 'sealed'] as const;
const stays = ['asked', 'log', 'copies'] as const;

/** What goes and what stays, as one reads it before. */
export const linesOf = ({ words }: Turn) => ({
  goes: goes.map((what) => words(`forget.goes.${what}`)),
  stays: stays.map((what) => words(`forget.stays.${what}`)),
});

function shown(turn: Turn, { isAsked, note }: { isAsked: boolean; note: string }): Answer & { kind: 'card' } {
  const { words } = turn;
  const summary = words('forget.heading');
  const lines = linesOf(turn);
  const data = {
    ...{ summary, heading: summary, isAsked, hasNote: note !== '', note },
    goes: lines.goes.map((text) => ({ text })),
    stays: lines.stays.map((text) => ({ text })),
  };
  return { kind: 'card', card: forgetCard.render(data, words, placeOf(turn)) };
}
