/** "How did they do it?": counted once for each person, however often they press, and answered with the scenario. */
import { repostSoon } from '../../core/post.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import type { WinDeps } from './desk.ts';
import { askOperation, loadWin } from './documents.ts';
import { postKind } from './post.ts';

export async function askHow(desk: WinDeps, turn: Turn, winId: string): Promise<Answer> {
  const loaded = await loadWin(turn.store, winId);
  const subject = loaded && (await desk.subject(turn, loaded.win.scenarioId));
  if (!loaded || !subject || loaded.win.state !== 'shared') return refused(turn, 'not_found');
  const operation = askOperation(desk.hash, turn, loaded);
  if (loaded.win.authorId !== turn.who.personId && !(await turn.store.get(operation.kind, operation.id)))
    await turn.store.write([operation, ...(await reposts(turn, winId))]);
  return inOwnChat(turn, await desk.open(turn, loaded.win.scenarioId));
}

/** Many ask at once: the card says so once a minute. */
const reposts = (turn: Turn, winId: string) =>
  repostSoon(turn.now, postKind, winId, async (id) => (await turn.store.get('dueItem', id)) !== undefined);

/** In a channel the card stays for all others: who asked reads the scenario alone. */
function inOwnChat({ where, words }: Turn, answer: Answer): Answer {
  if (answer.kind !== 'form' || where.conversation === 'personal' || where.surface !== 'card') return answer;
  return { kind: 'personal', card: answer.card, note: words('win.movedTo1on1'), isInPlace: true };
}
