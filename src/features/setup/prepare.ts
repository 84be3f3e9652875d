/** The six parts kept, and done as far as whoever presses may; each part that is left goes to who holds the right for it. */
import type { ProblemCode } from '../../core/errors.ts';
import { noticeOperation } from '../../core/notice.ts';
import { holds } from '../../core/person.ts';
import type { FieldProblem } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import type { PrepareBody } from './contract.ts';
import type { SetUpDeps } from './desk.ts';
import { kept, type LoadedSetUp, loadSetUp, only, setUpAudit, unbegun } from './documents.ts';
import { afresh, doPart } from './doing.ts';
import { type Part, type SetUp, setUp } from './model.ts';
import { prepareProblems } from './problems.ts';
import { mayConfirm, mayPrepare, nextPart } from './rights.ts';

export const confirmNotice = 'setUpConfirm';

export type Prepared =
  | { kind: 'done' }
  /** What was prepared is kept; a part could not be done. */
  | { kind: 'halted'; problem: string }
  | { kind: 'refused'; code: ProblemCode; fields?: readonly FieldProblem[] };

const refused = (code: ProblemCode): Prepared => ({ kind: 'refused', code });

export async function prepare(deps: SetUpDeps, turn: Turn, version: string, body: PrepareBody): Promise<Prepared> {
  const before = await loadSetUp(turn.store);
  if (!mayPrepare(turn.who, before?.setUp)) return refused('forbidden');
  if ((before?.version ?? unbegun) !== version) return refused('stale');
  // What has begun is changed where it stands: on the pages of the pilot, the tools and the people.
  if (before?.setUp.confirmed.pilot) return refused('already_done');
  const isAdmin = holds(turn.who, ['admin']);
  if (isAdmin) await deps.meet(turn, body.newPeople);
  const fields = await prepareProblems(deps, turn, body);
  if (fields.length > 0) return { kind: 'refused', code: fields[0]?.error ?? 'field_form', fields };
  const after = preparedBy(turn, before?.setUp, body);
  const result = await turn.store.write([kept(before, after), setUpAudit(turn, 'prepare'), ...asked(turn, after)]);
  if (result.kind !== 'ok') return refused('stale');
  return goOn(deps, turn);
}

/** A part that is the same as it was stays confirmed. */
function preparedBy({ who, now }: Turn, before: SetUp | undefined, { newPeople: _, ...plan }: PrepareBody): SetUp {
  const at = now.toISOString();
  const stamp = { createdAt: at, createdBy: who.personId, updatedAt: at, updatedBy: who.personId };
  const isSame = (names: readonly (keyof typeof plan)[]): boolean =>
    before !== undefined && names.every((name) => JSON.stringify(before[name]) === JSON.stringify(plan[name]));
  const { people, tools } = before?.confirmed ?? {};
  const confirmed = {
    ...(people && isSame(['ownerId', 'hrLeadId', 'toolsLeadId']) ? { people } : {}),
    ...(tools && isSame(['toolIds', 'answers']) ? { tools } : {}),
  };
  return setUp.parse({ ...stamp, ...plan, confirmed, ...(before ? { createdAt: before.createdAt } : {}) });
}

/** Whoever confirms the next part is asked, unless it is who acts. */
const asked = (turn: Turn, known: SetUp) => {
  const part = nextPart(known);
  return part === undefined || mayConfirm(turn.who, part)
    ? []
    : [noticeOperation(turn.now, { kind: confirmNotice, subject: only, audience: part, isUrgent: true })];
};

/** Part after part, as long as they are this person's. */
export async function goOn(deps: SetUpDeps, turn: Turn): Promise<Prepared> {
  const before = await loadSetUp(turn.store);
  const part = before && nextPart(before.setUp);
  if (!before || !part || !mayConfirm(turn.who, part)) return { kind: 'done' };
  const done = await doPart(deps, turn, before.setUp, part);
  if (done.kind === 'refused') return { kind: 'halted', problem: done.problem };
  const saved = await confirmed(turn, before, part, done.pilotId);
  return saved ? goOn(deps, await afresh(turn)) : refused('stale');
}

async function confirmed(turn: Turn, before: LoadedSetUp, part: Part, pilotId?: string): Promise<boolean> {
  const { now, who, store } = turn;
  const at = now.toISOString();
  const after: SetUp = {
    ...before.setUp,
    ...{ confirmed: { ...before.setUp.confirmed, [part]: { by: who.personId, at } } },
    ...{ updatedAt: at, updatedBy: who.personId, ...(pilotId ? { pilotId } : {}) },
  };
  const result = await store.write([kept(before, after), setUpAudit(turn, 'confirm', part), ...asked(turn, after)]);
  return result.kind === 'ok';
}

/** One part, by who holds the right for it, from the page or the card. */
export async function confirm(deps: SetUpDeps, turn: Turn, part: Part, version?: string): Promise<Prepared> {
  const before = await loadSetUp(turn.store);
  if (!before || !mayPrepare(turn.who, before.setUp)) return refused('not_found');
  if (!mayConfirm(turn.who, part)) return refused('forbidden');
  if (version !== undefined && version !== before.version) return refused('stale');
  return nextPart(before.setUp) === part ? goOn(deps, turn) : refused('already_done');
}
