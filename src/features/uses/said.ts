/** What somebody says of their own run, kept on press: worked, needed edits, didn't work; and what else they like to tell. */
import type { Use } from '../../core/run.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { apart, type LoadedUse, loadMine, useKind } from './documents.ts';
import { confirmed, type Said, say, type Told, tell } from './run-rules.ts';

export type Kept = { kind: 'kept'; run: LoadedUse } | { kind: 'missing' | 'lapsed' | 'closed' | 'stale' };

type Change = (run: Use) => Said;

export const sayResult = (desk: Desk, turn: Turn, useId: string, result: Exclude<Use['result'], 'notSaid'>) =>
  change(desk, turn, useId, (run) => say(run, result, turn.now));

export const tellMore = (desk: Desk, turn: Turn, useId: string, told: Told) =>
  change(desk, turn, useId, (run) => (isOver(run) ? { kind: 'said', use: tell(run, told) } : { kind: 'closed' }));

/** On the page of one's own, whenever: what is left out stays as it is. */
export const correct = (desk: Desk, turn: Turn, useId: string, told: Told) =>
  change(desk, turn, useId, (run) =>
    isOver(run)
      ? { kind: 'said', use: tell(run, { comment: run.comment, timeWentTo: run.timeWentTo, ...told }) }
      : { kind: 'closed' },
  );

export const confirmTime = (desk: Desk, turn: Turn, useId: string) =>
  change(desk, turn, useId, (run) => {
    const use = confirmed(run);
    return use ? { kind: 'said', use } : { kind: 'same', use: run };
  });

/** Finished by the person: of others there is nothing to tell. */
export const isOver = ({ result, isLapsed, withPack }: Use): boolean => result !== 'notSaid' && !isLapsed && !withPack;

/** With the newest state when two presses meet. */
async function change(desk: Desk, turn: Turn, useId: string, to: Change, tries = 4): Promise<Kept> {
  const found = await loadMine(desk, turn, useId);
  if (!found) return { kind: 'missing' };
  const next = to(found.body);
  if (!('use' in next)) return { kind: next.kind };
  if (next.kind === 'same') return { kind: 'kept', run: found };
  const { id, version } = found;
  const result = await turn.store.write([{ op: 'replace', kind: useKind, id, version, body: next.use }], apart);
  if (result.kind === 'ok')
    return { kind: 'kept', run: { id, version: result.documents[0]?.version ?? version, body: next.use } };
  return tries > 1 ? change(desk, turn, useId, to, tries - 1) : { kind: 'stale' };
}
