/** Sending a flag: checked, kept with its context and its due time, answered with a receipt. */
import { type AuditFacts, audited } from '../../core/audit.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { newId } from '../../core/ids.ts';
import { placeOf } from '../../core/place.ts';
import { cleanText, isWithin } from '../../core/text.ts';
import { readableTime } from '../../core/time.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { receiptCard } from './cards/receipt.card.ts';
import { type FlagDeps, openForm, type Sent } from './form.ts';
import { type Flag, flag } from './model.ts';
import { categoryOf, dueAt } from './rules.ts';

const maxQuestion = 800;
const perDay = 20;

/** Keeps the flag with its audit entry; one open flag for each person and item. */
export async function send(deps: FlagDeps, turn: Turn, data: Sent): Promise<Answer> {
  const question = cleanText(data.question);
  const field = turn.words('card.flagForm.question');
  if (question === '') return openForm(deps, turn, data, turn.words('error.field_required', { field }));
  if (!isWithin(question, maxQuestion)) {
    const problem = turn.words('error.field_length', { field, min: 1, max: maxQuestion });
    return openForm(deps, turn, { ...data, question }, problem);
  }
  if (await tooManyToday(turn)) return refused(turn, 'daily_limit', { max: perDay });
  const body = await flagOf(deps, turn, { ...data, question });
  const flagId = newId();
  const guard = guardOf(deps, turn, body, flagId);
  const result = await turn.store.write([
    ...guard,
    { op: 'create', kind: 'flag', id: flagId, body },
    audited(auditOf(turn, flagId, body)),
  ]);
  if (result.kind === 'conflict' && result.index < guard.length) return refused(turn, 'already_flagged');
  return result.kind === 'ok' ? receipt(turn, body) : refused(turn, 'stale');
}

/** A row under a fixed keyed id for what the flag is about; it goes when the flag closes. A question about nothing has none. */
function guardOf({ hash }: FlagDeps, turn: Turn, { context }: Flag, flagId: string): WriteOperation[] {
  const { scenarioId, toolId, dataClassId } = context;
  if (!scenarioId && !(toolId && dataClassId)) return [];
  const id = hash('one', 'flag', turn.who.personId, scenarioId ?? '', toolId ?? '', dataClassId ?? '');
  return [{ op: 'create', kind: 'guard', id, body: { flagId } }];
}

async function tooManyToday(turn: Turn): Promise<boolean> {
  const since = `${turn.now.toISOString().slice(0, 10)}T00:00:00.000Z`;
  const { items } = await turn.store.find({
    kind: 'flag',
    where: [
      ['reporterId', '=', turn.who.personId],
      ['createdAt', '>=', since],
    ],
    limit: perDay,
  });
  return items.length >= perDay;
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
    anonymous: false,
    reporterId: turn.who.personId,
    context,
    scope: { ...(departmentId ? { departmentId } : {}), ...(subject ? { workflowId: subject.workflowId } : {}) },
    state: 'open',
    dueAt: dueAt(turn.now, data.urgency, turn.who.zone).toISOString(),
    reopenCount: 0,
    createdAt: at,
    createdBy: turn.who.personId,
    updatedAt: at,
    updatedBy: turn.who.personId,
  });
}

const auditOf = (turn: Turn, flagId: string, body: Flag): AuditFacts => ({
  at: body.createdAt,
  actorId: turn.who.personId,
  actorKind: 'person',
  action: 'flag.flag',
  entityType: 'flag',
  entityId: flagId,
  changes: { state: { before: '', after: 'open' } },
  requestId: turn.requestId,
});

function receipt(turn: Turn, body: Flag): Answer {
  const { words, who } = turn;
  const heading = words('flag.received');
  const due = readableTime(new Date(body.dueAt), who.zone, who.locale);
  const data = { summary: heading, heading, question: body.question, status: words('flag.state.open'), due };
  return { kind: 'form', title: heading, card: receiptCard.render(data, words, placeOf(turn)), size: 'small' };
}
