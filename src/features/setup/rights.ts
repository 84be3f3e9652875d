/** Who may prepare, and who may confirm which part. Pure. */
import { type GrantName, holds, type Who } from '../../core/person.ts';
import { type Part, parts, type SetUp } from './model.ts';

/** What one has to hold for each part. */
export const needed: Readonly<Record<Part, GrantName>> = { people: 'admin', tools: 'governance', pilot: 'owner' };

const leads: readonly GrantName[] = ['admin', 'owner', 'hrLead', 'governance'];

/** A lead, or somebody who was named for one of the three chairs. */
export function mayPrepare(who: Who, known: SetUp | undefined): boolean {
  const named = known ? [known.ownerId, known.hrLeadId, known.toolsLeadId] : [];
  return holds(who, leads) || named.includes(who.personId);
}

export const mayConfirm = (who: Who, part: Part): boolean => holds(who, [needed[part]]);

/** The part that is next: those before it are confirmed. Undefined once all are. */
export const nextPart = ({ confirmed }: SetUp): Part | undefined => parts.find((part) => !confirmed[part]);
