/** Sending a flag: checked, kept with its context and its due time, answered with a receipt. */
import { z } from 'zod';
import { type AuditFacts, audited } from '../../core/audit.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { derivedId, newId } from '../../core/ids.ts';
import { placeOf } from '../../core/place.ts';
import { cleanText, isWithin } from '../../core/text.ts';
import { dayOf, readableTime } from '../../core/time.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { receiptCard } from './cards/receipt.card.ts';
import { categoryOf } from './category.ts';
import { clockOperations } from './clock.ts';
import { guardId, reporterId, tallyId } from './documents.ts';
import { dueAt } from './due.ts';
import { type FlagDeps, openForm, type Sent } from './form.ts';
import { type Flag, flag } from './model.ts';
import { inContext, isDecidedBefore, precedentFor } from './precedent.ts';
import type { Problem } from './press.ts';
import { mayAnswer } from './reviewers.ts';
import { aloneNotice, noticesOf } from './told.ts';

const maxQuestion = 800;
export const perDay = 20;

export type Raised =
  | { kind: 'kept'; flagId: string; body: Flag }
  | { kind: 'problem'; problem: Problem; data: Sent }
  /** It was decided before: the decision answers at once, unless it is asked all the same. */
  | { kind: 'precedent'; data: Sent }
  | { kind: 'dailyLimit' | 'alreadyFlagged' | 'stale' };

export async function send(deps: FlagDeps, turn: Turn, form: Sent): Promise<Answer> {
  const raised = await raise(deps, turn, form);
  switch (raised.kind) {
    case 'kept':
      return receipt(turn, raised.flagId, raised.body);
    case 'problem':
      return openForm(deps, turn, raised.data, raised.problem.note);
    case 'precedent':
      return (await precedentFor(deps, turn, raised.data)) ?? refused(turn, 'stale');
    case 'dailyLimit':
      return refused(turn, 'daily_limit', { max: perDay });
    case 'alreadyFlagged':
      return refused(turn, 'already_flagged');
    case 'stale':
      return refused(turn, 'stale');
  }
}

/** Keeps the flag with its audit entry; one open flag for each person and item. */
export async function raise(deps: FlagDeps, turn: Turn, form: Sent, tries = 5): Promise<Raised> {
  const named = await inContext(deps, turn, form);
  const data = { ...named, question: cleanText(named.question) };
  const problem = questionProblem(turn, data.question);
  if (problem) return { kind: 'problem', problem, data };
  if (await isDecidedBefore(deps, turn, data)) return { kind: 'precedent', data };
  const tally = await tallyOf(deps, turn);
  if (tally.count >= perDay) return { kind: 'dailyLimit' };
  const body = await flagOf(deps, turn, data);
  const flagId = flagIdOf(deps, turn);
  const guard = guardOf(deps, turn, body, flagId);
  const sealed = body.anonymous ? [sealedReporter(deps, turn, flagId)] : [];
  const result = await turn.store.write([
    ...guard,
    ...(await raisedOperations(deps, turn, flagId, body)),
    tally.raised,
    ...sealed,
  ]);
  if (result.kind === 'ok') return { kind: 'kept', flagId, body };
  if (result.kind === 'conflict' && result.index < guard.length) return { kind: 'alreadyFlagged' };
  // The same message, delivered again long after: its flag is there.
  if (result.kind === 'conflict' && result.index === guard.length) return { kind: 'kept', flagId, body };
  // The tally was raised by the same person at the same moment: counted again.
  return tries > 1 ? raise(deps, turn, data, tries - 1) : { kind: 'stale' };
}

/** The flag, its audit entry, who is told and its clock. */
export async function raisedOperations(
  deps: FlagDeps,
  turn: Turn,
  flagId: string,
  body: Flag,
): Promise<WriteOperation[]> {
  return [
    { op: 'create', kind: 'flag', id: flagId, body },
    audited(auditOf(turn, flagId, body)),
    ...noticesOf(turn.now, flagId, body, 'flag'),
    ...clockOperations(turn.now, flagId, body, turn.who.zone),
    ...((await mayAnswer(deps, turn, body)).length === 0 ? [aloneNotice(turn.now, flagId)] : []),
  ];
}

function questionProblem({ words }: Turn, question: string): Problem | undefined {
  const field = words('card.flagForm.question');
  if (question === '')
    return { field: 'question', code: 'field_required', note: words('error.field_required', { field }) };
  if (isWithin(question, maxQuestion)) return undefined;
  const note = words('error.field_length', { field, min: 1, max: maxQuestion });
  return { field: 'question', code: 'field_length', note };
}

/** A repeat at another instance shows the receipt of the same flag. Keyed, so that the id does not lead back to the message. */
const flagIdOf = ({ hash }: FlagDeps, { deliveryKey }: Turn): string =>
  deliveryKey ? derivedId('flag', hash('flag', deliveryKey)) : newId();

/** A row under a fixed keyed id for what the flag is about; it goes when the flag closes. A question about nothing has none. */
function guardOf({ hash }: FlagDeps, turn: Turn, { context }: Flag, flagId: string): WriteOperation[] {
  const id = guardId(hash, turn.who.personId, context);
  return id ? [{ op: 'create', kind: 'guard', id, body: { flagId } }] : [];
}

const sealedReporter = ({ hash, seal }: FlagDeps, { who }: Turn, flagId: string): WriteOperation => ({
  op: 'create',
  kind: 'flagReporter',
  id: reporterId(hash, flagId, who.personId),
  body: { flagId, sealed: seal.seal(who.personId, flagId) },
});

const tallyBody = z.object({ count: z.number() });
const twoDays = 2 * 86_400;

/** How many this person sent today, by a keyed id, so that it counts questions without a name too; raised with the flag. */
async function tallyOf(
  { hash }: FlagDeps,
  { store, who, now }: Turn,
): Promise<{ count: number; raised: WriteOperation }> {
  const id = tallyId(hash, who.personId, dayOf(now));
  const found = await store.get('tally', id);
  const count = found ? tallyBody.parse(found.body).count : 0;
  const body = { count: count + 1 };
  const raised: WriteOperation = found
    ? { op: 'replace', kind: 'tally', id, version: found.version, body, ttlSeconds: twoDays }
    : { op: 'create', kind: 'tally', id, body, ttlSeconds: twoDays };
  return { count, raised };
}

async function flagOf(deps: FlagDeps, turn: Turn, data: Sent): Promise<Flag> {
  const rulebook = await deps.rulebook(turn);
  const subject = data.scenarioId ? await deps.subject(turn, data.scenarioId) : undefined;
  const ownDepartment = await deps.departmentOf(turn);
  const departmentId = subject?.departmentId ?? ownDepartment;
  const listed = rulebook.tool(data.toolId) !== undefined;
  const asked =
    data.toolId && data.dataClassId
      ? rulebook.verdict({
          toolId: data.toolId,
          dataClassId: data.dataClassId,
          ...(subject ? { scenario: subject.facts } : {}),
          reader: { roleIds: turn.who.roleIds, ...(ownDepartment ? { departmentId: ownDepartment } : {}) },
          now: turn.now,
        }).verdict
      : undefined;
  const at = turn.now.toISOString();
  const anonymous = data.anonymous === 'true';
  const by = anonymous ? 'system' : turn.who.personId;
  const context = {
    ...(subject ? { scenarioId: data.scenarioId, version: subject.version } : {}),
    ...(data.toolId ? { toolId: data.toolId } : {}),
    ...(data.dataClassId ? { dataClassId: data.dataClassId } : {}),
    ...(asked ? { verdict: asked } : {}),
    ...(data.sourceLink ? { sourceLink: data.sourceLink } : {}),
    surface: turn.where.surface,
  };
  return flag.parse({
    question: data.question,
    category: categoryOf(context, listed),
    categoryBy: 'context',
    urgency: data.urgency,
    anonymous,
    ...(anonymous ? {} : { reporterId: turn.who.personId }),
    context,
    scope: { ...(departmentId ? { departmentId } : {}), ...(subject ? { workflowId: subject.workflowId } : {}) },
    state: 'open',
    dueAt: dueAt(turn.now, data.urgency, turn.who.zone).toISOString(),
    reopenCount: 0,
    createdAt: at,
    createdBy: by,
    updatedAt: at,
    updatedBy: by,
  });
}

const auditOf = (turn: Turn, flagId: string, body: Flag): AuditFacts => ({
  at: body.createdAt,
  actorId: body.anonymous ? 'system' : turn.who.personId,
  actorKind: body.anonymous ? 'system' : 'person',
  action: 'flag.flag',
  entityType: 'flag',
  entityId: flagId,
  changes: { state: { before: '', after: 'open' } },
  requestId: body.anonymous ? 'sealed' : turn.requestId,
});

function receipt(turn: Turn, flagId: string, body: Flag): Answer {
  const { words, who } = turn;
  const heading = words('flag.received');
  const due = readableTime(new Date(body.dueAt), who.zone, who.locale);
  const data = { summary: heading, flagId, heading, question: body.question, status: words('flag.state.open'), due };
  return { kind: 'form', title: heading, card: receiptCard.render(data, words, placeOf(turn)), size: 'small' };
}
