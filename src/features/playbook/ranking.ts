/** How a reader's role, pilot and the state of a scenario weigh on what search finds (product 8.1). */
import type { Who } from '../../core/person.ts';
import type { Book, Entry } from './book.ts';
import { isFindable, isLate } from './visibility.ts';

export interface Reader {
  readonly who: Who;
  /** The role chosen in the search, else the person's own. */
  readonly roleIds: readonly string[];
  readonly now: Date;
}

/** The factor for one scenario; 0 = not theirs to see. */
export function weight(entry: Entry | undefined, reader: Reader, book: Book): number {
  if (!entry || !isFindable(entry, reader.who, book, reader.now)) return 0;
  const mine = entry.contract.roleIds.some((id) => reader.roleIds.includes(id));
  const pilot = entry.workflow.stage === 'pilot' && entry.workflow.pilotMemberIds.includes(reader.who.personId);
  return (mine ? 1.5 : 1) * (pilot ? 1.2 : 1) * (isLate(entry, reader.now) ? 0.3 : 1);
}

/** The scenario to start with: of the reader's role, else the one for everyone; never one that is past its check. */
export function startHere(reader: Reader, book: Book): Entry | undefined {
  const roles = [...reader.roleIds.map((id) => book.roles.get(id)), book.everyone];
  const entries = roles.map((role) => book.entries.get(role?.startScenarioId ?? ''));
  return entries.find((e) => e && isFindable(e, reader.who, book, reader.now) && !isLate(e, reader.now));
}

/** Newest first: live scenarios of the reader's department, then those for everyone. */
export function newest(reader: Reader, book: Book, departmentId: string | undefined): Entry[] {
  const mine = (e: Entry) => Number(e.department.id === departmentId);
  return [...book.entries.values()]
    .filter((e) => isFindable(e, reader.who, book, reader.now) && !isLate(e, reader.now))
    .toSorted(
      (a, b) =>
        mine(b) - mine(a) ||
        (b.contract.publishedAt ?? '').localeCompare(a.contract.publishedAt ?? '') ||
        a.contract.title.localeCompare(b.contract.title),
    );
}
