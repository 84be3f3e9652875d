/** Opening one, and what its card shows after every press. Whoever comes second sees who was first. */
import { placeOf } from '../../core/place.ts';
import type { FieldProblem } from '../../core/route.ts';
import { cleanText, isWithin } from '../../core/text.ts';
import { readableTime } from '../../core/time.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { discoveryCard } from './cards/discovery.card.ts';
import { itemCard } from './cards/item.card.ts';
import type { Desk } from './desk.ts';
import type { Loaded } from './documents.ts';
import { itemView } from './item-view.ts';
import type { EventName, Refusal } from './lifecycle.ts';
import { type Look, lookAt } from './look.ts';
import type { Discovery } from './model.ts';
import { type Pressing, press, type Stopped } from './press.ts';
import { readerView } from './view.ts';

const maxText = 800;
const maxReason = 400;

/** The card of one who may do something with it, else that of a reader; what may not be seen is not there. */
export async function openDiscovery(
  desk: Desk,
  turn: Turn,
  discoveryId: string,
  noteLine = '',
  typed = '',
): Promise<Answer> {
  const look = await lookAt(desk, turn, discoveryId);
  if (!look) return refused(turn, 'not_found');
  const card = cardOf(look, turn, noteLine, typed);
  return { kind: 'form', title: card.summary, card, size: 'medium' };
}

export function cardOf(look: Look, turn: Turn, noteLine = '', typed = '') {
  const { actor } = look;
  const isInside = actor.isAuthor || actor.isReviewer;
  return isInside
    ? itemCard.render({ ...itemView(look, noteLine), typed }, turn.words, placeOf(turn))
    : discoveryCard.render(readerView(look, noteLine), turn.words, placeOf(turn));
}

/** One press on a card, and the card after it. */
export async function act(
  desk: Desk,
  turn: Turn,
  pressing: Pressing,
  onStop: (stopped: Stopped) => Promise<Answer> = async () => refused(turn, 'not_found'),
): Promise<Answer> {
  const pressed = await press(desk, turn, pressing);
  switch (pressed.kind) {
    case 'done':
      return openDiscovery(desk, turn, pressing.discoveryId, turn.words(`discovery.done.${pressing.event.name}`));
    case 'missing':
      return refused(turn, 'not_found');
    case 'stale':
      return refused(turn, 'stale');
    case 'refused':
      return told(desk, turn, pressed.loaded, pressed.why);
    case 'stopped':
      return onStop(pressed);
  }
}

async function told(desk: Desk, turn: Turn, { id, discovery }: Loaded, why: Refusal['kind']): Promise<Answer> {
  switch (why) {
    case 'hidden':
      return refused(turn, 'not_found');
    case 'forbidden':
      return refused(turn, 'forbidden');
    case 'ownPost':
      return refused(turn, 'own_post');
    case 'outdated':
      return refused(turn, 'stale');
    case 'assigned':
      return openDiscovery(desk, turn, id, await withOther(desk, turn, discovery));
    case 'alreadyDecided':
      // The same press, delivered again long after: it is done.
      if (discovery.outcome?.by === turn.who.personId) return openDiscovery(desk, turn, id);
      return { kind: 'refused', code: 'already_resolved', text: await alreadyDecided(desk, turn, discovery) };
  }
}

/** Who has it, to whoever would act on it too. */
export const withOther = async (desk: Desk, turn: Turn, { assigneeId }: Discovery): Promise<string> =>
  turn.words('discovery.withOther', { name: assigneeId ? await desk.nameOf(turn, assigneeId) : '' });

/** Who decided it, and when. */
export async function alreadyDecided(desk: Desk, turn: Turn, { outcome }: Discovery): Promise<string> {
  const { by = '', at = turn.now.toISOString() } = outcome ?? {};
  const time = readableTime(new Date(at), turn.who.zone, turn.who.locale);
  return turn.words('discovery.alreadyDecided', { name: await desk.nameOf(turn, by), time });
}

/** Presses that need a text first say so on the card. */
export async function actWithText(
  desk: Desk,
  turn: Turn,
  { discoveryId, text: raw }: { discoveryId: string; text: string },
  name: TextEvent,
): Promise<Answer> {
  const text = cleanText(raw);
  const problem = textProblem(turn, name, text);
  if (problem) return openDiscovery(desk, turn, discoveryId, problem.message, text);
  return act(desk, turn, { discoveryId, event: { name, text } });
}

export type TextEvent = Extract<EventName, 'askAuthor' | 'reply' | 'decline'>;

/** What is wrong with the text of an event that needs one. */
export function textProblem({ words }: Turn, name: TextEvent, text: string): FieldProblem | undefined {
  const max = maxOf(name);
  const field = words('discovery.input.field');
  if (text === '') return { path: 'text', error: 'field_required', message: words('error.field_required', { field }) };
  if (isWithin(text, max)) return undefined;
  return { path: 'text', error: 'field_length', message: words('error.field_length', { field, min: 1, max }) };
}

/** How long the text of an event may be. */
export const maxOf = (name: TextEvent): number => (name === 'decline' ? maxReason : maxText);
