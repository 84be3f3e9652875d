/** The flags' door: ask about a gray area from a card, a message or the bot. Reviewing them comes with its own issue. */
import { z } from 'zod';
import { type AuditFacts, audited } from '../../core/audit.ts';
import { action, type Feature } from '../../core/feature.ts';
import { newId } from '../../core/ids.ts';
import { placeOf } from '../../core/place.ts';
import type { Rulebook, ScenarioFacts } from '../../core/rulebook.ts';
import { cleanText, graphemes, safeUrl, shorten } from '../../core/text.ts';
import { readableTime } from '../../core/time.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { formCard } from './cards/form.card.ts';
import { receiptCard } from './cards/receipt.card.ts';
import { type Flag, flag, urgencies } from './model.ts';
import { categoryOf, dueAt } from './rules.ts';

/** The place of a scenario: whose question it is to answer. */
export interface FlagSubject {
  readonly title: string;
  readonly version: number;
  readonly workflowId: string;
  readonly departmentId: string;
  readonly facts: ScenarioFacts;
}

export interface FlagDeps {
  readonly rulebook: (turn: Turn) => Promise<Rulebook>;
  /** A scenario this reader may see. */
  readonly subject: (turn: Turn, scenarioId: string) => Promise<FlagSubject | undefined>;
  readonly departmentOf: (turn: Turn) => Promise<string | undefined>;
}

/** Card data: an id of ours, or the name of a tool that is not on the list. */
const id = z
  .string()
  .max(200)
  .transform((raw) => cleanText(raw).slice(0, 100).toWellFormed())
  .default('');
const about = z.object({
  question: z.string().max(20_000).default(''),
  scenarioId: id,
  toolId: id,
  dataClassId: id,
  /** Card data: only a plain https link is taken over. */
  sourceLink: z
    .string()
    .max(2_048)
    .transform((raw) => safeUrl(raw) ?? '')
    .default(''),
});
const sent = about.extend({ urgency: z.enum(urgencies).catch('normal') });
type About = z.infer<typeof about>;

const everywhere = ['personal', 'groupChat', 'channel'] as const;
const maxQuestion = 800;
const perDay = 20;

export function flags(deps: FlagDeps): Feature {
  return {
    name: 'flags',
    commands: [{ name: 'flag', scopes: everywhere, listed: true, run: (turn, rest) => flagByBot(deps, turn, rest) }],
    dialogs: [
      {
        id: 'flagGrayArea',
        contexts: ['compose', 'message'],
        open: (turn, message) =>
          openForm(deps, turn, about.parse({ question: quoted(message?.text ?? ''), sourceLink: message?.link ?? '' })),
      },
    ],
    actions: [
      action('flagForm', about, (turn, data) => openForm(deps, turn, data)),
      action('sendFlag', sent, (turn, data) => send(deps, turn, data)),
    ],
  };
}

/** The message's words as the start of a question; the person asks the rest. */
const quoted = (text: string): string => (text === '' ? '' : `"${shorten(text, 400)}"\n`);

/** A flag is personal: outside the 1:1 chat its form goes there. */
async function flagByBot(deps: FlagDeps, turn: Turn, text: string): Promise<Answer> {
  const form = await openForm(deps, turn, about.parse({ question: text }));
  if (form.kind !== 'form' || turn.where.conversation === 'personal') return form;
  return { kind: 'personal', card: form.card, note: turn.words('flag.movedTo1on1') };
}

async function openForm(
  deps: FlagDeps,
  turn: Turn,
  data: About,
  urgency: Flag['urgency'] = 'normal',
  problemLine = '',
): Promise<Answer> {
  const { words } = turn;
  const contextLine = await contextOf(deps, turn, data);
  const title = words('flag.title');
  const card = formCard.render(
    {
      summary: title,
      hasContext: contextLine !== '',
      contextLine,
      hasProblem: problemLine !== '',
      problemLine,
      question: cleanText(data.question),
      urgency,
      urgencies: urgencies.map((u) => ({ title: words(`flag.urgency.${u}`), choiceId: u })),
      scenarioId: data.scenarioId,
      toolId: data.toolId,
      dataClassId: data.dataClassId,
      sourceUrl: data.sourceLink,
    },
    words,
    placeOf(turn),
  );
  return { kind: 'form', title, card, size: 'medium' };
}

async function contextOf(deps: FlagDeps, turn: Turn, { scenarioId, toolId, dataClassId }: About): Promise<string> {
  const rulebook = await deps.rulebook(turn);
  const subject = scenarioId ? await deps.subject(turn, scenarioId) : undefined;
  const named = [subject?.title, rulebook.tool(toolId)?.name, rulebook.dataClass(dataClassId)?.name].filter(Boolean);
  return named.length > 0 ? turn.words('flag.about', { subject: named.join(' · ') }) : '';
}

async function send(deps: FlagDeps, turn: Turn, data: z.infer<typeof sent>): Promise<Answer> {
  const question = cleanText(data.question);
  if (question === '')
    return openForm(
      deps,
      turn,
      data,
      data.urgency,
      turn.words('error.field_required', { field: turn.words('card.flagForm.question') }),
    );
  if (graphemes(question) > maxQuestion) {
    const problem = turn.words('error.field_length', {
      field: turn.words('card.flagForm.question'),
      min: 1,
      max: maxQuestion,
    });
    return openForm(deps, turn, { ...data, question }, data.urgency, problem);
  }
  if (await tooManyToday(turn)) return refused(turn, 'daily_limit', { max: perDay });
  const body = await flagOf(deps, turn, { ...data, question });
  const flagId = newId();
  const result = await turn.store.write([
    { op: 'create', kind: 'flag', id: flagId, body },
    audited(auditOf(turn, flagId, body)),
  ]);
  if (result.kind !== 'ok') return refused(turn, 'stale');
  return receipt(turn, body);
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

async function flagOf(deps: FlagDeps, turn: Turn, data: z.infer<typeof sent>): Promise<Flag> {
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
