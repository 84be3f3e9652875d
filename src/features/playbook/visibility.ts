/** Who sees what (product 5.2): decided by the workflow's stage, before anything is ranked or shown. */
import { type GrantName, holds, type Who } from '../../core/person.ts';
import { daysPast } from '../../core/time.ts';
import type { Book, Entry, Identified } from './book.ts';
import type { Workflow } from './model.ts';

const preparing: readonly GrantName[] = ['author', 'manager', 'owner', 'hrLead', 'governance', 'admin'];
/** Days past its check after which a scenario ranks last, and after which only its direct link shows it. */
const ranksLastAfter = 30;
const linkOnlyAfter = 60;

export type Sight = 'full' | 'preparing' | 'inPilot' | 'otherDepartment' | 'retired';

/** What this reader may see of a workflow's live scenarios. */
export function sightOf(workflow: Identified<Workflow>, who: Who, book: Book): Sight {
  if (workflow.stage === 'retired') return 'retired';
  if (workflow.stage === 'scaled' || isInScope(workflow, who)) return 'full';
  const isMember = workflow.pilotMemberIds.includes(who.personId);
  switch (workflow.stage) {
    case 'candidate':
      return 'preparing';
    case 'pilot':
      return isMember ? 'full' : 'inPilot';
    case 'proven':
      return isMember || departmentOf(who, book) === workflow.departmentId ? 'full' : 'otherDepartment';
  }
}

/** Owns or leads the workflow, or holds a grant there that reads what is prepared. */
export const isInScope = (workflow: Identified<Workflow>, who: Who): boolean =>
  workflow.ownerId === who.personId ||
  workflow.hrLeadId === who.personId ||
  holds(who, preparing, workflow.departmentId);

/** The same for one scenario, which may retire alone. */
export function sightOfScenario({ workflow, head }: Entry, who: Who, book: Book): Sight {
  const sight = sightOf(workflow, who, book);
  return sight === 'full' && head.state === 'retired' ? 'retired' : sight;
}

/** A person's department: their own, else that of their first role. */
export const departmentOf = (who: Who, book: Book): string | undefined =>
  who.departmentId ?? book.roles.get(who.roleIds[0] ?? '')?.departmentId;

const daysLate = ({ head }: Entry, now: Date): number => (head.reviewDue ? daysPast(head.reviewDue, now) : 0);

export const isLate = (entry: Entry, now: Date): boolean => daysLate(entry, now) > ranksLastAfter;

/** So long past its check that search and lists leave it out. */
export const isLinkOnly = (entry: Entry, now: Date): boolean => daysLate(entry, now) > linkOnlyAfter;

/** Found by search and lists; a direct link shows more. */
export const isFindable = (entry: Entry, who: Who, book: Book, now: Date): boolean =>
  entry.head.state !== 'retired' && !isLinkOnly(entry, now) && sightOf(entry.workflow, who, book) === 'full';
