/** A new scenario: from a copy of one that is live, or blank but for what can be prepared (product 11, L10). */
import { audited } from '../../core/audit.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { newId } from '../../core/ids.ts';
import { noticeOperation } from '../../core/notice.ts';
import type { Turn } from '../../core/turn.ts';
import type { Entry, Identified } from './book.ts';
import { seatsOf, slugOf, stampsOf } from './drafts.ts';
import type { DraftContract } from './edit-contract.ts';
import { scenarioDraft, textOf } from './edit-draft.ts';
import { owner, reviewNotice } from './edit-plan.ts';
import { scenario, type Workflow } from './model.ts';

export interface Beginning {
  readonly turn: Turn;
  readonly title: string;
  readonly workflow: Identified<Workflow>;
  readonly roleId: string;
  readonly stepOrder: number | undefined;
  readonly copyOf: Entry | undefined;
  /** The one who writes it owns the workflow, or may. */
  readonly isOwner: boolean;
}

export function createOperations(begin: Beginning): { id: string; operations: WriteOperation[] } {
  const { turn, title, workflow, copyOf, isOwner } = begin;
  const { who, now, requestId } = turn;
  const id = newId();
  const stamps = stampsOf(turn);
  const ownerId = workflow.ownerId ?? (isOwner ? who.personId : undefined);
  const head = scenario.parse({
    ...{ ...stamps, slug: slugOf(title, id), workflowId: workflow.id, stepOrder: stepOf(begin) },
    ...{ state: 'draft', draftVersion: 1, draftState: 'draft', checkReasons: [], credit: [], origin: 'owner' },
    ...seatsOf(workflow, ownerId),
    ...(copyOf ? { originId: copyOf.id } : {}),
  });
  const text = copyOf ? copied(begin, copyOf) : prepared(begin);
  const place = { ...stamps, scenarioId: id, version: 1, answersFeedback: [] };
  return {
    id,
    operations: [
      { op: 'create', kind: 'scenario', id, body: head },
      { op: 'create', kind: 'scenarioVersion', id: newId(), body: scenarioDraft.parse({ ...text, ...place }) },
      audited({
        ...{ at: stamps.createdAt, actorId: who.personId, actorKind: 'person', action: 'scenario.create' },
        ...{ entityType: 'scenario', entityId: id, requestId },
        changes: { state: { before: '', after: 'draft' } },
      }),
      ...(ownerId && ownerId !== who.personId
        ? [noticeOperation(now, { kind: reviewNotice, subject: id, audience: owner })]
        : []),
    ],
  };
}

const stepOf = ({ stepOrder, workflow, copyOf }: Beginning): number => {
  const isHome = copyOf?.workflow.id === workflow.id;
  const asked = stepOrder ?? (isHome ? copyOf?.head.stepOrder : undefined);
  return asked ?? workflow.steps.find(({ isAiStep }) => isAiStep)?.order ?? 1;
};

/** What was measured or decided for the other one does not hold for this one. */
function copied({ title, roleId }: Beginning, { contract }: Entry): DraftContract {
  const { time, ...text } = textOf(contract);
  return {
    ...{ ...text, title, roleIds: [roleId], decisionIds: [], nextIds: [] },
    ...(time ? { time: { ...time, source: 'assumption', n: 0 } } : {}),
  };
}

const bar = 80;

/** All of it is the writer's to change, and shown to whoever approves it. */
function prepared({ turn, title, roleId, workflow }: Beginning): DraftContract {
  const { words } = turn;
  const before = workflow.worksheet?.minutesPerRun;
  return {
    ...{ title, roleIds: [roleId], language: words.language, tags: [], decisionIds: [], nextIds: [], guardrailIds: [] },
    prompts: [checkPrompt(turn)],
    steps: [
      { text: words('edit.prepared.stepFacts'), byHuman: true },
      { text: words('edit.prepared.stepTool'), byHuman: false },
      { text: words('edit.prepared.stepCheck'), byHuman: true },
    ],
    bar: { minScore: bar },
    humanCheck: {
      ...{ who: words('edit.prepared.checkWho'), what: words('edit.prepared.checkWhat'), signOffRoleId: roleId },
    },
    ...(before
      ? {
          time: {
            beforeMinutes: before,
            afterMinutes: Math.max(0.5, Math.round(before) / 2),
            source: 'assumption',
            n: 0,
          },
        }
      : {}),
  };
}

function checkPrompt({ words }: Turn): NonNullable<DraftContract['prompts']>[number] {
  const label = words('edit.prepared.draftLabel');
  return {
    ...{ id: newId(), purpose: 'check', title: words('edit.prepared.checkTitle') },
    text: words('edit.prepared.checkText', { draft: '{{draft}}' }),
    variables: [
      {
        ...{ name: 'draft', label, kind: 'longText', required: true, example: label },
        ...{ maxChars: 6000, mayHoldPersonalData: true, sameChat: true },
      },
    ],
  };
}
