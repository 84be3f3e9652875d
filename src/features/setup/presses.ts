/** The button of the card: it does the part, and comes back with what is in the way. */
import { z } from 'zod';
import { type Action, action } from '../../core/feature.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import type { SetUpDeps } from './desk.ts';
import { loadSetUp } from './documents.ts';
import { parts } from './model.ts';
import { cardFor } from './notices.ts';
import { confirm } from './prepare.ts';

const pressed = z.object({ part: z.enum(parts), version: z.string().max(100) });

export const confirmAction = (deps: SetUpDeps): Action =>
  action('confirmSetUp', pressed, (turn, data) => confirmed(deps, turn, data));

async function confirmed(deps: SetUpDeps, turn: Turn, { part, version }: z.infer<typeof pressed>): Promise<Answer> {
  const { words } = turn;
  const result = await confirm(deps, turn, part, version);
  switch (result.kind) {
    case 'refused':
      return result.code === 'stale' || result.code === 'already_done'
        ? refused(turn, 'card_outdated')
        : refused(turn, result.code);
    case 'halted': {
      const loaded = await loadSetUp(turn.store);
      if (!loaded) return refused(turn, 'card_outdated');
      return { kind: 'card', card: await cardFor(deps, turn, loaded, part, result.problem) };
    }
    case 'done': {
      const heading = words('setup.confirmed');
      return { kind: 'card', card: deps.noteCard(turn, { heading, text: words(`setup.done.${part}`) }) };
    }
  }
}
