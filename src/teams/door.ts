/** `POST /api/messages` without the web: guard first, then the bot; every answer is a status and JSON text. */
import { type ProblemCode, statusOf } from '../core/errors.ts';
import type { WordsFor } from '../core/words.ts';
import { invokeBody } from './bodies.ts';
import type { Admission, Delivery, Guard } from './guard.ts';
import type { Bot } from './mount.ts';
import { localeOf } from './turns.ts';

export interface DoorReply {
  readonly status: number;
  readonly json: string;
}

export interface Door {
  /** Refusal to give before the body is read. */
  admitHeader(authorization: string | undefined, requestId: string): DoorReply | undefined;
  receive(delivery: Delivery): Promise<DoorReply>;
}

export function createDoor(guard: Guard, bot: Bot, wordsFor: WordsFor): Door {
  return {
    admitHeader(authorization, requestId) {
      const code = guard.admitHeader(authorization);
      return code && refusal(code, requestId);
    },
    async receive(delivery) {
      const admission = await guard.admit(delivery);
      switch (admission.kind) {
        case 'refused':
          return refusal(admission.code, delivery.requestId);
        case 'admitted':
          try {
            return (await bot.run(admission, delivery.requestId)) ?? { status: 200, json: '' };
          } finally {
            admission.release();
          }
        default:
          return told(admission, bot, wordsFor);
      }
    },
  };
}

/** A refusal says its code and a reference, nothing else. */
export const refusal = (code: ProblemCode, requestId: string): DoorReply => ({
  status: statusOf(code),
  json: JSON.stringify({ error: code, requestId }),
});

/** Known, but not served now: the person reads one sentence, on whatever surface they asked. */
async function told(
  admission: Exclude<Admission, { kind: 'refused' | 'admitted' }>,
  bot: Bot,
  wordsFor: WordsFor,
): Promise<DoorReply> {
  const { activity } = admission;
  const code = codeOf(admission);
  const quiet = (admission.kind === 'limited' || admission.kind === 'ignored') && !admission.tell;
  const text = wordsFor(localeOf(activity))(`error.${code}`, { requestId: '' });
  if (activity.type === 'invoke') {
    const body = invokeBody(activity.name ?? '', { kind: 'refused', code, text });
    return body ?? { status: 501, json: '' };
  }
  const said = !quiet && activity.type === 'message' ? await bot.say(activity, text) : undefined;
  return said ?? { status: 200, json: '' };
}

function codeOf(admission: Exclude<Admission, { kind: 'refused' | 'admitted' }>): ProblemCode {
  switch (admission.kind) {
    case 'ignored':
      return admission.code;
    case 'guest':
      return 'members_only';
    case 'busy':
      return 'busy';
    case 'limited':
      return 'rate_limited';
  }
}
