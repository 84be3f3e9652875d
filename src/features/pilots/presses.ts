/** The buttons on a pilot's cards: they act in place, and come back with what is missing. */
import { z } from 'zod';
import { type Action, action } from '../../core/feature.ts';
import { date, minutes } from '../../core/fields.ts';
import { cleanText, shorten } from '../../core/text.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { todayIn } from './calendar.ts';
import type { PilotDeps } from './desk.ts';
import type { PilotEvent } from './events.ts';
import { type AtPilot, atPilot } from './facts.ts';
import { type PilotRefusal, pressPilot } from './press.ts';
import { refusalText } from './sentences.ts';
import { askCard, canAnswer, canConfirm, decideCard, signCard } from './shown.ts';
import { tellBefore } from './tell-before.ts';

const id = z.string().max(100);
const typed = z.string().max(4_000).catch('').default('').transform(cleanText);
const typedNumber = z
  .union([z.number(), z.string().max(10)])
  .catch('')
  .default('');

const joining = z.object({ pilotId: id, minutes: typedNumber, ranOn: typed });
const one = z.object({ pilotId: id });
const signed = z.object({ pilotId: id, signedAt: z.string().max(40), reason: typed });
const deciding = z.object({
  pilotId: id,
  decision: z.enum(['scale', 'extend', 'stop']),
  why: typed,
  lessons: typed,
  weeks: z.coerce.number().int().min(1).max(4).catch(2).default(2),
});

export const pilotActions = (deps: PilotDeps): Action[] => [
  action('joinPilot', joining, (turn, data) => join(deps, turn, data)),
  action('declinePilot', one, (turn, { pilotId }) => press(deps, turn, pilotId, { name: 'decline' })),
  action('confirmPilot', signed, (turn, data) => second(deps, turn, data, { name: 'confirm' })),
  action('sendBackPilot', signed, (turn, data) => sendBack(deps, turn, data)),
  action('decidePilot', deciding, (turn, data) => decide(deps, turn, data)),
];

async function press(deps: PilotDeps, turn: Turn, pilotId: string, event: PilotEvent): Promise<Answer> {
  const result = await pressPilot(deps, turn, { pilotId, event });
  return result.kind === 'done' ? done(deps, turn, turn.words(`pilot.done.${result.happened}`)) : notDone(turn, result);
}

const done = (deps: PilotDeps, turn: Turn, text: string, heading = turn.words('pilot.thanks')): Answer => ({
  kind: 'card',
  card: deps.noteCard(turn, { heading, text }),
});

function notDone(turn: Turn, refusal: PilotRefusal): Answer {
  switch (refusal.kind) {
    case 'missing':
      return refused(turn, 'not_found');
    case 'stale':
      return refused(turn, 'stale');
    case 'stranger':
      return refused(turn, 'not_found');
    case 'forbidden':
      return refused(turn, 'forbidden');
    default:
      return { kind: 'refused', code: 'already_done', text: refusalText(turn, refusal) };
  }
}

const opened = async (deps: PilotDeps, turn: Turn, pilotId: string): Promise<AtPilot | undefined> => {
  const at = await atPilot(deps, turn, pilotId);
  return at?.actor.sees ? at : undefined;
};

async function join(deps: PilotDeps, turn: Turn, data: z.infer<typeof joining>): Promise<Answer> {
  const { pilotId } = data;
  const at = await opened(deps, turn, pilotId);
  if (!at || !canAnswer(at)) return at ? refused(turn, 'card_outdated') : refused(turn, 'not_found');
  const last = lastOf(at, data);
  if (last.kind === 'wrong') return { kind: 'card', card: await askCard(at, turn.words(`pilot.last.${last.what}`)) };
  const result = await pressPilot(deps, turn, { pilotId, event: { name: 'join' } });
  if (result.kind !== 'done') return notDone(turn, result);
  const note = last.kind === 'told' ? ` ${await tellBefore(deps, turn, { pilotId, ...last })}` : '';
  return done(deps, turn, `${turn.words('pilot.done.join')}${note}`);
}

type Last =
  | { kind: 'none' }
  | { kind: 'told'; minutes: number; ranOn: string }
  | { kind: 'wrong'; what: 'both' | 'minutes' | 'day' };

/** Both or neither; what cannot be is asked again. */
function lastOf({ turn, loaded }: AtPilot, { minutes: typedMinutes, ranOn }: z.infer<typeof joining>): Last {
  const isEmpty = typedMinutes === '';
  if (isEmpty && ranOn === '') return { kind: 'none' };
  if (isEmpty || ranOn === '') return { kind: 'wrong', what: 'both' };
  const took = minutes.safeParse(Number(String(typedMinutes).replace(',', '.')));
  if (!took.success) return { kind: 'wrong', what: 'minutes' };
  const day = date.safeParse(ranOn);
  const isPast = day.success && day.data <= todayIn(loaded.pilot.zone, turn.now);
  return isPast ? { kind: 'told', minutes: took.data, ranOn: day.data } : { kind: 'wrong', what: 'day' };
}

type Second = z.infer<typeof signed>;

/** What was signed when the card was made is confirmed, and nothing that was signed since. */
async function second(deps: PilotDeps, turn: Turn, { pilotId, signedAt }: Second, event: PilotEvent): Promise<Answer> {
  const at = await opened(deps, turn, pilotId);
  if (!at) return refused(turn, 'not_found');
  if (at.loaded.pilot.signing?.at !== signedAt || !canConfirm(at)) return refused(turn, 'card_outdated');
  const result = await pressPilot(deps, turn, { pilotId, event, version: at.loaded.version });
  if (result.kind === 'blocked' || result.kind === 'unfit')
    return { kind: 'card', card: await signCard(at, refusalText(turn, result)) };
  return result.kind === 'done' ? done(deps, turn, turn.words(`pilot.done.${result.happened}`)) : notDone(turn, result);
}

const maxReason = 240;

async function sendBack(deps: PilotDeps, turn: Turn, data: Second): Promise<Answer> {
  const reason = shorten(data.reason, maxReason);
  if (reason !== '') return second(deps, turn, data, { name: 'sendBack', reason });
  const at = await opened(deps, turn, data.pilotId);
  if (!at || !canConfirm(at)) return refused(turn, 'card_outdated');
  return { kind: 'card', card: await signCard(at, turn.words('pilot.sayWhat')) };
}

const maxText = 800;

async function decide(deps: PilotDeps, turn: Turn, data: z.infer<typeof deciding>): Promise<Answer> {
  const { pilotId } = data;
  const at = await opened(deps, turn, pilotId);
  if (!at) return refused(turn, 'not_found');
  const [why, lessons] = [shorten(data.why, maxText), shorten(data.lessons, maxText)];
  if (data.decision === 'stop' && (why === '' || lessons === ''))
    return again(at, { why, lessons, problemLine: turn.words('pilot.sayLessons') });
  const event = eventOf(data.decision, { why, lessons, weeks: data.weeks });
  const result = await pressPilot(deps, turn, { pilotId, event, version: at.loaded.version });
  if (result.kind === 'done') return done(deps, turn, turn.words('pilot.done.sign'));
  if (result.kind === 'blocked' || result.kind === 'unfit' || result.kind === 'needsWhy')
    return again(at, { why, lessons, problemLine: refusalText(turn, result) });
  return notDone(turn, result);
}

const again = async (at: AtPilot, said: Parameters<typeof decideCard>[1]): Promise<Answer> => ({
  ...{ kind: 'card', card: await decideCard(at, said) },
});

interface Said {
  readonly why: string;
  readonly lessons: string;
  readonly weeks: number;
}

/** On the card one sentence says both why, and why once more where a pilot goes on for the second time. */
function eventOf(decision: 'scale' | 'extend' | 'stop', { why, lessons, weeks }: Said): PilotEvent {
  switch (decision) {
    case 'scale':
      return { name: 'decideScale', ...(why ? { why } : {}) };
    case 'extend':
      return { name: 'decideExtend', weeks, ...(why ? { why, reason: shorten(why, maxReason) } : {}) };
    case 'stop':
      return { name: 'decideStop', why, lessons, retire: false };
  }
}
