/** Sharing: what was typed is checked, held against what is there, kept, and answered with a receipt. */
import { derivedId, newId } from '../../core/ids.ts';
import { placeOf } from '../../core/place.ts';
import { readableTime } from '../../core/time.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { act } from './act.ts';
import { receiptCard } from './cards/receipt.card.ts';
import { checkedForm } from './check.ts';
import { type Desk, readerOf } from './desk.ts';
import { type Loaded, loadDiscovery } from './documents.ts';
import { openForm, type Sent, type Typed, typedOf } from './form.ts';
import type { Text } from './lifecycle.ts';
import { problemsOf, textOf } from './read.ts';
import { type New, saveNew, wantsPost } from './save.ts';
import { twinAnswer } from './twin-answer.ts';
import { sifted } from './twins.ts';

/** One step of the way: problems, the warning, the twins, then it is shared. Each keeps what was typed. */
export async function share(desk: Desk, turn: Turn, data: Sent): Promise<Answer> {
  const asked = typedOf(data);
  const again = turn.deliveryKey && !asked.discoveryId ? await before(desk, turn, idOf(desk, turn)) : undefined;
  if (again) return again;
  if (data.go === 'back') return openForm(desk, turn, asked);
  const problems = await problemsOf(desk, turn, asked);
  if (problems.length > 0) return openForm(desk, turn, asked, { problems: problems.map(({ message }) => message) });
  const checked = await checkedForm(desk, turn, asked, data);
  if (checked.kind === 'warn') return checked.answer;
  const { form } = checked;
  if (form.discoveryId !== '') return edit(desk, turn, form, await textOf(desk, turn, form, form.discoveryId));
  const id = idOf(desk, turn);
  const text = await textOf(desk, turn, form, id);
  const twins = data.go === 'anyway' ? undefined : await twinAnswer(desk, turn, form, text.similar);
  return twins ?? save(desk, turn, form, { id, text });
}

const edit = (desk: Desk, turn: Turn, { discoveryId }: Typed, text: Text): Promise<Answer> =>
  act(desk, turn, { discoveryId, event: { name: 'edit', text } });

async function save(desk: Desk, turn: Turn, form: Typed, made: New): Promise<Answer> {
  const saved = await saveNew(desk, turn, form, made);
  if (saved.kind === 'isThere') return (await before(desk, turn, made.id)) ?? refused(turn, 'stale');
  const { isPosted = false } = saved.loaded.discovery;
  const noteLine = wantsPost(turn, form) ? turn.words(isPosted ? 'discovery.posted' : 'discovery.notPosted') : '';
  return receipt(desk, turn, saved.loaded, noteLine);
}

/** The same message, delivered again: its discovery is there, and its receipt reads as it did. */
async function before(desk: Desk, turn: Turn, id: string): Promise<Answer | undefined> {
  const found = await loadDiscovery(turn.store, id);
  if (found?.discovery.authorId !== turn.who.personId) return undefined;
  return receipt(desk, turn, found, found.discovery.isPosted ? turn.words('discovery.posted') : '');
}

/** A repeat at another instance finds the same one. Keyed, so that the id does not lead back to the message. */
const idOf = ({ hash }: Desk, { deliveryKey }: Turn): string =>
  deliveryKey ? derivedId('discovery', hash('discovery', deliveryKey)) : newId();

/** In a shared chat everyone reads it: what is alike is sifted for the least allowed reader. */
async function receipt(desk: Desk, turn: Turn, { id, discovery: one }: Loaded, noteLine: string): Promise<Answer> {
  const { words, who } = turn;
  const heading = words('discovery.received');
  const similar = await sifted(desk, readerOf(turn), one.similar);
  const data = {
    summary: heading,
    discoveryId: id,
    heading,
    title: one.title,
    status: words(`discovery.state.${one.state}`),
    due: readableTime(new Date(one.dueAt), who.zone, who.locale),
    hasNote: noteLine !== '',
    noteLine,
    similar: similar.slice(0, 5).map(({ title }) => ({ text: title })),
  };
  return { kind: 'form', title: heading, card: receiptCard.render(data, words, placeOf(turn)), size: 'small' };
}
