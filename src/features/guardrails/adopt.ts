/** A proposed decision comes into force by whoever decides about tools, and with it the cell that it is about, where that is still open. */
import type { WriteOperation } from '../../core/documents.ts';
import type { Call } from '../../core/route.ts';
import { writeStamped } from '../../core/stamp.ts';
import { shorten } from '../../core/text.ts';
import { addDays, dayOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { undoable } from '../../core/undo.ts';
import { afterRules } from './after.ts';
import { actedOn, needsHrLead } from './decision-events.ts';
import { maySignAlone } from './decision-items.ts';
import type { Standing } from './due.ts';
import { type Decision, decision, tool } from './model.ts';
import { type Refused, refused } from './refusals.ts';
import { decisionDays, rulingOperations } from './ruling.ts';
import { cellOf, verdictOfAnswer } from './scene.ts';
import { auditOf, ruleFor, rulingOf, type SetRuleDeps } from './set-rule.ts';

type Proposal = Extract<Standing, { kind: 'decision' }>;
const maxReason = 240;

export async function adopt(deps: SetRuleDeps, call: Call): Promise<{ kind: 'done' } | Refused> {
  const { turn } = call;
  const found = await actedOn(call, ['proposed']);
  if (found.kind !== 'found') return found;
  const { each } = found;
  if (each.kind !== 'decision' || !each.decision.answer) return refused('already_done');
  if (!maySignAlone({ turn }, each)) return needsHrLead(turn);
  if (await isCellDecided(turn, each.decision)) return refused('already_done', turn.words('tools.cellDecided'));
  const operations = await adoptOperations(deps, turn, each);
  const kept = await undoable(turn, { entityType: 'decision', entityId: each.id, event: 'adopt' }, operations);
  return (await writeStamped(turn.store, ['tools'], kept)).kind === 'ok' ? { kind: 'done' } : refused('stale');
}

/** What was decided here stands until it is changed there. */
async function isCellDecided({ store }: Turn, proposal: Decision): Promise<boolean> {
  const cell = cellOf(proposal);
  const found = cell && (await store.get('tool', cell.toolId));
  const rule = found && cell && ruleFor(tool.parse(found.body), cell.dataClassId);
  return rule !== undefined && rule.verdict !== 'undecided';
}

async function adoptOperations(deps: SetRuleDeps, turn: Turn, { id, version, decision: proposal }: Proposal) {
  const { effects, flagIds, operations } = await cellOperations(deps, turn, { id, proposal });
  const at = turn.now.toISOString();
  const body = decision.parse({
    ...{ ...proposal, state: 'active', effects, fromFlagIds: flagIds, decidedBy: [turn.who.personId], decidedAt: at },
    ...{ updatedAt: at, updatedBy: turn.who.personId },
    reviewDue: addDays(dayOf(turn.now), proposal.reviewDays ?? decisionDays),
  });
  return [
    { op: 'replace', kind: 'decision', id, version, body } as const,
    ...operations,
    auditOf(turn, 'decision', id, 'adopt', { answer: { before: '', after: proposal.answer ?? '' } }),
  ];
}

interface InCell {
  readonly effects: Decision['effects'];
  readonly flagIds: readonly string[];
  readonly operations: readonly WriteOperation[];
}

/** The cell that it is about, and the answers to whoever waits for just that. */
async function cellOperations(
  deps: SetRuleDeps,
  turn: Turn,
  { id, proposal }: { readonly id: string; readonly proposal: Decision },
): Promise<InCell> {
  const cell = cellOf(proposal);
  if (!cell) return { effects: [], flagIds: [], operations: [afterRules(turn)] };
  const { question, answer = 'notYet', conditions, aboutPeople } = proposal;
  const why = shorten(proposal.why, maxReason);
  const rule = { ...cell, verdict: verdictOfAnswer(answer), conditions, reason: why };
  const { flagIds, operations } = await deps.answeredBy(turn, rulingOf(id, cell.toolId, rule));
  const call = { ...{ id, question, answer, why, conditions, aboutPeople }, ...cell };
  const ruling = await rulingOperations(turn, { ...call, decidedBy: [turn.who.personId], fromFlagIds: flagIds });
  // The decision is there already: of the call, what it does to the matrix.
  const made = ruling.find((each) => each.op === 'create' && each.kind === 'decision');
  const effects = made?.op === 'create' ? decision.parse(made.body).effects : [];
  return { effects, flagIds, operations: [...ruling.filter((each) => each !== made), ...operations] };
}
