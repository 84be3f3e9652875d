/** Why a press through the tab did nothing, as its reply. */
import type { ProblemCode } from '../../core/errors.ts';
import type { Reply } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { alreadyDecided, withOther } from './act.ts';
import type { Desk } from './desk.ts';
import type { Pressed } from './press.ts';

type RefusedReply = Extract<Reply, { kind: 'refused' }>;
type Refused = Exclude<Pressed, { kind: 'done' }>;

export async function refusalReply(desk: Desk, turn: Turn, pressed: Refused): Promise<RefusedReply> {
  switch (pressed.kind) {
    case 'missing':
      return refuse('not_found');
    case 'stale':
      return refuse('stale');
    case 'stopped': {
      const { path = '', text } = pressed;
      const message = text ?? turn.words('error.not_found');
      return { kind: 'refused', code: 'field_choice', message, fields: [{ path, error: 'field_choice', message }] };
    }
    case 'refused':
      return refusedBy(desk, turn, pressed);
  }
}

async function refusedBy(
  desk: Desk,
  turn: Turn,
  { loaded, why }: Extract<Refused, { kind: 'refused' }>,
): Promise<RefusedReply> {
  switch (why) {
    case 'hidden':
      return refuse('not_found');
    case 'forbidden':
      return refuse('forbidden');
    case 'ownPost':
      return refuse('own_post');
    case 'outdated':
      return refuse('already_done');
    case 'assigned':
      return refuse('taken', await withOther(desk, turn, loaded.discovery));
    case 'alreadyDecided':
      return refuse('already_resolved', await alreadyDecided(desk, turn, loaded.discovery));
  }
}

const refuse = (code: ProblemCode, message?: string): RefusedReply => ({
  ...{ kind: 'refused', code },
  ...(message === undefined ? {} : { message }),
});
