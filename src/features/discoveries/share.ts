/** Sharing: what was typed is checked, held against what is there, kept, and answered with a receipt. */
import { audited } from '../../core/audit.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { derivedId, newId } from '../../core/ids.ts';
import { placeOf } from '../../core/place.ts';
import { postOperations } from '../../core/post.ts';
import { readableTime } from '../../core/time.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { act } from './act.ts';
import { receiptCard } from './cards/receipt.card.ts';
import { checkedForm } from './check.ts';
import { type Desk, leastReader, readerOf } from './desk.ts';
import { kind, type Loaded, loadDiscovery } from './documents.ts';
import { triageDue } from './due.ts';
import { mayPost, openForm, type Sent, type Typed, typedOf } from './form.ts';
import type { Text } from './lifecycle.ts';
import { type Discovery, discovery } from './model.ts';
import { newsOf, postKind } from './plan.ts';
import { problemsOf, textOf } from './read.ts';
import { twinAnswer } from './twin-answer.ts';
import { sifted } from './twins.ts';

/** One step of the way: problems, the warning, the twins, then it is shared. Each keeps what was typed. */
export async function share(desk: Desk, turn: Turn, data: Sent): Promise<Answer> {
  const asked = typedOf(data);
  const again = turn.deliveryKey && !asked.discoveryId ? await before(desk, turn, idOf(desk, turn)) : undefined;
  if (again) return again;
  if (data.go === 'back') return openForm(desk, turn, asked);
  const problems = await problemsOf(desk, turn, asked);
  if (problems.length > 0) return openForm(desk, turn, asked, { problems });
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
  act(desk, turn, discoveryId, { name: 'edit', text });

interface New {
  readonly id: string;
  readonly text: Text;
}

async function save(desk: Desk, turn: Turn, form: Typed, { id: discoveryId, text }: New): Promise<Answer> {
  const wantsPost = form.postHere === 'true' && mayPost(turn);
  const isPosted = wantsPost && (await isOpenToAll(desk, turn, text));
  const body = bodyOf(turn, form, text, isPosted);
  const { address } = turn.where;
  if (form.credit === 'named') await desk.introduce(turn);
  const result = await turn.store.write([
    { op: 'create', kind, id: discoveryId, body },
    auditOf(turn, discoveryId),
    newsOf(turn.now, discoveryId),
    ...(isPosted && address ? postOperations(turn, postKind, discoveryId, address) : []),
  ]);
  const noteLine = wantsPost ? turn.words(isPosted ? 'discovery.posted' : 'discovery.notPosted') : '';
  if (result.kind === 'ok') return receipt(desk, turn, { id: discoveryId, version: '', discovery: body }, noteLine);
  return (await before(desk, turn, discoveryId)) ?? refused(turn, 'stale');
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

/** Only what everyone in the tenant may see is put before a whole chat. */
async function isOpenToAll(desk: Desk, turn: Turn, { workflowId }: Text): Promise<boolean> {
  if (workflowId === undefined) return true;
  const workflows = await desk.workflows(leastReader(turn));
  return workflows.some(({ id, isSeen }) => id === workflowId && isSeen);
}

function bodyOf(turn: Turn, form: Typed, text: Text, isPosted: boolean): Discovery {
  const at = turn.now.toISOString();
  const by = turn.who.personId;
  return discovery.parse({
    ...text,
    authorId: by,
    ...(form.sourceLink ? { sourceLink: form.sourceLink } : {}),
    surface: surfaceOf(turn),
    state: 'submitted',
    dueAt: triageDue(turn.now, turn.who.zone),
    ...(isPosted ? { isPosted } : {}),
    createdAt: at,
    createdBy: by,
    updatedAt: at,
    updatedBy: by,
  });
}

function surfaceOf({ where }: Turn): Discovery['surface'] {
  if (where.surface === 'message') return 'message';
  return where.surface === 'compose' || where.surface === 'cardDialog' ? 'extension' : 'bot';
}

const auditOf = (turn: Turn, id: string): WriteOperation =>
  audited({
    at: turn.now.toISOString(),
    actorId: turn.who.personId,
    actorKind: 'person',
    action: 'discovery.share',
    entityType: kind,
    entityId: id,
    changes: { state: { before: '', after: 'submitted' } },
    requestId: turn.requestId,
  });

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
