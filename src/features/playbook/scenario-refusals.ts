/** Why something cannot be done to a scenario, as the API says it. */
import { type Reply, refuse } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import type { Refusal } from './scenario-rules.ts';

export function refused({ words }: Turn, refusal: Refusal): Reply<never> {
  switch (refusal.kind) {
    case 'hidden':
      return refuse('not_found');
    case 'forbidden':
      return refuse('forbidden');
    case 'ownText':
      return refuse('own_post', words('edit.ownText'));
    case 'outdated':
      return refuse('already_done', words('edit.notNow'));
  }
}
