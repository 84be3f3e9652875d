/** What is typed into the form is kept, finished or not; nobody else reads it before it is sent (product 6.2). */

import type { z } from 'zod';
import { audited } from '../../core/audit.ts';
import type { WriteOperation } from '../../core/documents.ts';
import type { DraftPatch, draftPatch } from './edit-contract.ts';
import { scenarioDraft } from './edit-draft.ts';
import { scenario } from './model.ts';
import type { Before } from './scenario-before.ts';

export type Patch = z.output<typeof draftPatch>;

/** True where only an owner may: who owns it, and who looks at it. */
export const namesPeople = ({ ownerId, reviewerId }: DraftPatch): boolean =>
  ownerId !== undefined || reviewerId !== undefined;

/** Nothing but that: done also while the draft is looked at. */
export const isNaming = ({ contract, changeNote, stepOrder, ...rest }: DraftPatch): boolean =>
  namesPeople(rest) && contract === undefined && changeNote === undefined && stepOrder === undefined;

/** The fields named take the place of the draft's. Undefined where there is no draft. */
export function saveOperations({ turn, loaded }: Before, patch: Patch): WriteOperation[] | undefined {
  const { draft, head, id, version } = loaded;
  if (!draft) return undefined;
  const { contract = {}, changeNote, stepOrder, ownerId, reviewerId } = patch;
  const at = turn.now.toISOString();
  const stamp = { updatedAt: at, updatedBy: turn.who.personId };
  const isText = patch.contract !== undefined || changeNote !== undefined;
  const text = { ...draft.text, ...contract, ...(changeNote === undefined ? {} : { changeNote }), ...stamp };
  const seats = { ...(ownerId === undefined ? {} : { ownerId }), ...(reviewerId === undefined ? {} : { reviewerId }) };
  const body = scenario.parse({ ...head, ...(stepOrder === undefined ? {} : { stepOrder }), ...seats, ...stamp });
  return [
    { op: 'replace', kind: 'scenario', id, version, body },
    ...(isText ? [textOperation(draft, scenarioDraft.parse(text))] : []),
    ...(namesPeople(patch) ? [seatsEntry(turn, id, head, body)] : []),
  ];
}

const textOperation = ({ id, version }: NonNullable<Before['loaded']['draft']>, body: object): WriteOperation => ({
  ...{ op: 'replace', kind: 'scenarioVersion', id, version, body },
});

/** Each save of a text is no event; who answers for it is. */
const seatsEntry = (
  { now, who, requestId }: Before['turn'],
  entityId: string,
  before: Before['loaded']['head'],
  after: Before['loaded']['head'],
): WriteOperation =>
  audited({
    ...{ at: now.toISOString(), actorId: who.personId, actorKind: 'person', action: 'scenario.name' },
    ...{ entityType: 'scenario', entityId, requestId },
    changes: {
      ownerId: { before: before.ownerId ?? '', after: after.ownerId ?? '' },
      reviewerId: { before: before.reviewerId ?? '', after: after.reviewerId ?? '' },
    },
  });
