/** The person to tell of a mistake hears of it at once (product 6.4, 8.6); what they may not read is told in general words. */
import type { Card } from '../../core/card.ts';
import type { Notice } from '../../core/notice.ts';
import type { Turn } from '../../core/turn.ts';
import type { FlagDeps } from './form.ts';
import type { Flag } from './model.ts';
import { before } from './press.ts';
import { openFlag } from './review.ts';
import { mayAnswer } from './reviewers.ts';

const mostNamed = 5;

/** Nobody where none is named; who asked it by name knows, and who may answer it gets it as a reviewer. */
export async function contactOf(deps: FlagDeps, turn: Turn, flag: Flag): Promise<readonly string[]> {
  const known = await deps.contact(turn);
  if (!known || known === flag.reporterId) return [];
  return (await mayAnswer(deps, turn, flag)).includes(known) ? [] : [known];
}

/** Only what was taken back needs no word: what was answered meanwhile happened all the same. */
export async function mistakeCard(
  deps: FlagDeps,
  turn: Turn,
  { subject }: Notice,
  flag: Flag,
): Promise<Card | undefined> {
  if (flag.state === 'withdrawn') return undefined;
  if (!(await before(deps, turn, subject))) return generalCard(deps, turn, flag);
  const answer = await openFlag(deps, turn, subject);
  return answer.kind === 'form' ? answer.card : undefined;
}

/** Neither the question nor who asked it: who has it, so that they can be spoken to now. */
async function generalCard(deps: FlagDeps, turn: Turn, flag: Flag): Promise<Card> {
  const { words } = turn;
  const has = flag.assigneeId ? [flag.assigneeId] : (await mayAnswer(deps, turn, flag)).slice(0, mostNamed);
  const known = await Promise.all(has.map((id) => deps.nameOf(turn, id)));
  const list = new Intl.ListFormat(words.language, { type: 'disjunction' });
  const names = list.format(known.filter((name) => name !== ''));
  const who = names === '' ? words('flag.mistake.nobody') : words('flag.mistake.who', { names });
  return deps.noteCard(turn, {
    heading: words('flag.urgency.mistakeHappened'),
    text: `${words('flag.mistake.text')} ${who}`,
  });
}
