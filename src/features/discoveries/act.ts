/** Opening one, and every press on its card: load, decide, save, show. Whoever comes second sees who was first. */
import type { WriteOperation } from '../../core/documents.ts';
import { placeOf } from '../../core/place.ts';
import { cleanText, isWithin } from '../../core/text.ts';
import { readableTime } from '../../core/time.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { discoveryCard } from './cards/discovery.card.ts';
import { itemCard } from './cards/item.card.ts';
import type { Desk } from './desk.ts';
import { actorOf, changeOperations, type Loaded, loadDiscovery } from './documents.ts';
import { itemView } from './item-view.ts';
import { type DiscoveryEvent, decide, type EventName, type Outcome } from './lifecycle.ts';
import { type Look, lookAt } from './look.ts';
import type { Discovery } from './model.ts';
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

/** What goes with a change, made anew for every try. */
export interface More {
  /** What is known only now, such as the id of the draft. */
  readonly patch?: (discovery: Discovery) => Discovery;
  /** Written in the same batch, such as the draft that is made of it. */
  readonly operations?: readonly WriteOperation[];
  readonly write?: (operations: readonly WriteOperation[]) => Promise<{ readonly kind: string }>;
}

/** One press. A press that meets a newer state is judged again by it, so the second one hears who was first. */
export async function act(
  desk: Desk,
  turn: Turn,
  discoveryId: string,
  event: DiscoveryEvent,
  more: (loaded: Loaded) => Promise<More | Answer> = async () => ({}),
  tries = 4,
): Promise<Answer> {
  const loaded = await loadDiscovery(turn.store, discoveryId);
  if (!loaded) return refused(turn, 'not_found');
  const actor = await actorOf(desk, turn, loaded);
  const { discovery } = loaded;
  const outcome = decide({ discovery, event, actor, now: turn.now, zone: turn.who.zone });
  if (outcome.kind !== 'changed') return told(desk, turn, loaded, outcome);
  const besides = await more(loaded);
  if ('kind' in besides) return besides;
  const { operations = [], write = (all) => turn.store.write(all), patch = (same) => same } = besides;
  const changed = { loaded, discovery: patch(outcome.discovery), events: outcome.events };
  const result = await write([...changeOperations(turn, changed), ...operations]);
  if (result.kind === 'ok') return openDiscovery(desk, turn, discoveryId, turn.words(`discovery.done.${event.name}`));
  return tries > 1 ? act(desk, turn, discoveryId, event, more, tries - 1) : refused(turn, 'stale');
}

async function told(
  desk: Desk,
  turn: Turn,
  { id, discovery }: Loaded,
  { kind }: Exclude<Outcome, { kind: 'changed' }>,
): Promise<Answer> {
  switch (kind) {
    case 'hidden':
      return refused(turn, 'not_found');
    case 'forbidden':
      return refused(turn, 'forbidden');
    case 'ownPost':
      return refused(turn, 'own_post');
    case 'outdated':
      return refused(turn, 'stale');
    case 'assigned':
      return openDiscovery(
        desk,
        turn,
        id,
        turn.words('discovery.withOther', { name: await assigneeOf(desk, turn, discovery.assigneeId) }),
      );
    case 'alreadyDecided': {
      const { by = '', at = turn.now.toISOString() } = discovery.outcome ?? {};
      // The same press, delivered again long after: it is done.
      if (by === turn.who.personId) return openDiscovery(desk, turn, id);
      const time = readableTime(new Date(at), turn.who.zone, turn.who.locale);
      const text = turn.words('discovery.alreadyDecided', { name: await desk.nameOf(turn, by), time });
      return { kind: 'refused', code: 'already_resolved', text };
    }
  }
}

const assigneeOf = async (desk: Desk, turn: Turn, id: string | undefined): Promise<string> =>
  id ? desk.nameOf(turn, id) : '';

/** Presses that need a text first say so on the card. */
export async function actWithText(
  desk: Desk,
  turn: Turn,
  { discoveryId, text: raw }: { discoveryId: string; text: string },
  name: Extract<EventName, 'askAuthor' | 'reply' | 'decline'>,
): Promise<Answer> {
  const text = cleanText(raw);
  const max = name === 'decline' ? maxReason : maxText;
  const field = turn.words('discovery.input.field');
  const again = (problem: string) => openDiscovery(desk, turn, discoveryId, problem, text);
  if (text === '') return again(turn.words('error.field_required', { field }));
  if (!isWithin(text, max)) return again(turn.words('error.field_length', { field, min: 1, max }));
  return act(desk, turn, discoveryId, { name, text });
}
