/** Who may do what with a win, and what becomes of it. Pure. */
import { holds, type Who } from '../../core/person.ts';
import type { WinSubject } from '../../core/playbook-view.ts';
import type { Win } from './model.ts';

export type EventName = 'share' | 'edit' | 'withdraw';

/** Those who read its figures: the workflow's owner and HR lead, and managers of the department. */
export const mayWrite = (who: Who, { isOwned, departmentId }: Pick<WinSubject, 'isOwned' | 'departmentId'>): boolean =>
  isOwned || holds(who, ['manager', 'hrLead', 'owner'], departmentId);

/** A shared one is read by all who see its scenario; a draft by its author and those who may write one. */
export const mayRead = (who: Who, win: Win, subject: WinSubject): boolean =>
  win.state === 'shared' || win.authorId === who.personId || mayWrite(who, subject);

/** Somebody else's story is theirs to change and to share; whoever answers for the workflow may take it back. */
export function mayAct(who: Who, win: Win, event: EventName, subject: WinSubject): boolean {
  const isAuthor = win.authorId === who.personId;
  return event === 'withdraw' ? isAuthor || mayWrite(who, subject) : isAuthor && mayWrite(who, subject);
}

export function fits({ state }: Win, event: EventName): boolean {
  switch (event) {
    case 'share':
      return state !== 'withdrawn';
    case 'edit':
      return state === 'draft';
    case 'withdraw':
      return state === 'shared' || state === 'draft';
  }
}
