/** Drafts that are made from what somebody found out: a new scenario from a copy, or a new version of one (product 6.2, L10). */
import { audited } from '../../core/audit.ts';
import { newId } from '../../core/ids.ts';
import type { DraftCall, Drafted } from '../../core/playbook-view.ts';
import { fold, shorten } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { Book, Entry } from './book.ts';
import { nextDraft } from './draft-version.ts';
import { scenario } from './model.ts';
import { withDraftPrompt } from './prompt-of-text.ts';
import { type ScenarioContract, type ScenarioVersion, scenarioVersion } from './scenario-version.ts';

/** To be written in the batch that decides about the discovery. */
export async function draftOperations(turn: Turn, book: Book, call: DraftCall): Promise<Drafted> {
  const found = book.entries.get(call.scenarioId);
  const workflow = book.workflows.get(call.workflowId);
  if (!found || !workflow) return { kind: 'missing' };
  // As it is stored: the copy in memory knows its revision too.
  const start = { ...found, contract: scenarioVersion.strip().parse(found.contract) };
  if (call.kind === 'newPrompt' || call.kind === 'goodExample') return nextDraft(turn, start, call);
  return newScenario(turn, start, workflow, call);
}

type Workflow = NonNullable<ReturnType<Book['workflows']['get']>>;

function newScenario(turn: Turn, start: Entry, workflow: Workflow, call: DraftCall): Drafted {
  const scenarioId = newId();
  const stamps = stampsOf(turn);
  const isHome = start.workflow.id === workflow.id;
  const aiStep = workflow.steps.find(({ isAiStep }) => isAiStep)?.order ?? 1;
  const head = scenario.parse({
    ...stamps,
    slug: slugOf(call.title, scenarioId),
    workflowId: workflow.id,
    stepOrder: isHome ? start.head.stepOrder : aiStep,
    state: 'draft',
    draftVersion: 1,
    draftState: 'draft',
    ...seatsOf(workflow, workflow.ownerId ?? turn.who.personId),
    checkReasons: [],
    origin: call.kind === 'variant' ? 'variant' : 'discovery',
    originId: call.discoveryId,
    credit: [{ personId: call.authorId, shown: call.isNamed }],
  });
  const text = call.kind === 'variant' ? variantOf(start.contract, call) : copyOf(start.contract, call);
  const body = scenarioVersion.parse({ ...text, ...stamps, scenarioId, version: 1, answersFeedback: [] });
  return {
    ...{ kind: 'ok', scenarioId, version: 1 },
    operations: [
      { op: 'create', kind: 'scenario', id: scenarioId, body: head },
      { op: 'create', kind: 'scenarioVersion', id: newId(), body },
      audited({
        at: stamps.createdAt,
        actorId: turn.who.personId,
        actorKind: 'person',
        action: 'scenario.create',
        entityType: 'scenario',
        entityId: scenarioId,
        changes: { state: { before: '', after: 'draft' } },
        requestId: turn.requestId,
      }),
    ],
  };
}

/** Whoever answers for it, and a second pair of eyes: the workflow's HR lead, until somebody else is named. */
export const seatsOf = ({ hrLeadId }: Pick<Workflow, 'hrLeadId'>, ownerId: string | undefined) => ({
  ...(ownerId ? { ownerId } : {}),
  ...(hrLeadId && hrLeadId !== ownerId ? { reviewerId: hrLeadId } : {}),
});

export const stampsOf = ({ now, who }: Turn) => {
  const at = now.toISOString();
  return { createdAt: at, createdBy: who.personId, updatedAt: at, updatedBy: who.personId };
};

/** The same task with another prompt: all but its name and its way stays. */
function variantOf(contract: ScenarioVersion, call: DraftCall): ScenarioContract {
  const { title, promptText, toolId } = call;
  const { createdAt: _c, createdBy: _b, updatedAt: _u, updatedBy: _w, deletedAt: _d, ...rest } = contract;
  const {
    scenarioId: _s,
    version: _v,
    changeNote: _n,
    answersFeedback: _a,
    publishedAt: _p,
    publishedBy: _pb,
    ...text
  } = rest;
  return {
    ...text,
    title,
    toolIds: firstOf(toolId, contract.toolIds, 4),
    prompts: promptText ? withDraftPrompt(contract.prompts, promptText, title) : contract.prompts,
  };
}

/** Another task, begun from the nearest one: what was found out in its place, the rest to be gone over by its owner. */
function copyOf(contract: ScenarioVersion, call: DraftCall): ScenarioContract {
  const { packId: _p, courseUrl: _c, ...text } = variantOf(contract, call);
  const { what, dataClassId, roleId, minutesBefore, minutesAfter, example } = call;
  return {
    ...text,
    task: shorten(what.replaceAll('\n', ' '), 240),
    dataClassId,
    roleIds: firstOf(roleId, contract.roleIds, 5),
    nextIds: [],
    decisionIds: [],
    time: {
      beforeMinutes: minutesBefore ?? contract.time.beforeMinutes,
      afterMinutes: minutesAfter ?? contract.time.afterMinutes,
      source: 'assumption',
      n: 0,
    },
    ...(example ? { goodExample: { ...example, source: 'discovery', anonymised: true } } : {}),
  };
}

const firstOf = (id: string | undefined, others: readonly string[], max: number): string[] =>
  [...new Set([...(id ? [id] : []), ...others])].slice(0, max);

/** Readable and never taken: the title, and the beginning of the id. */
export function slugOf(title: string, id: string): string {
  const words = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');
  return `${words || 'discovery'}-${id.slice(0, 8)}`;
}
