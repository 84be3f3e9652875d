/** How a reader's role, pilot and the state of a scenario weigh on what search finds (product 8.1). */
import type { Who } from '../../core/person.ts';
import { dayOf } from '../../core/time.ts';
import type { Book, Entry } from './book.ts';
import { departmentOf, isFindable, isLate } from './visibility.ts';

export interface Reader {
  readonly who: Who;
  /** The role chosen in the search, else the person's own. */
  readonly roleIds: readonly string[];
  readonly now: Date;
  /** Scenarios with the badge. */
  readonly proven?: ReadonlySet<string>;
}

type Weigh = (id: string) => number;

/** People who are named by a workflow, and the factors of everybody else by what these depend on. */
interface Known {
  readonly named: ReadonlySet<string>;
  readonly weighs: Map<string, Weigh>;
}
const known = new WeakMap<Book, Known>();
const maxKinds = 100;

/**
 * The factor for each scenario; 0 = not theirs to see. Readers without a standing of their own share one function by role
 * and day, whose factors the search remembers.
 */
export function weights(reader: Reader, book: Book): Weigh {
  const { named, weighs } = knownOf(book);
  const { who, roleIds, now } = reader;
  const weigh: Weigh = (id) => weight(book.entries.get(id), reader, book);
  if (who.grants.length > 0 || named.has(who.personId)) return weigh;
  const kind = [dayOf(now), departmentOf(who, book), ...roleIds, '', ...(reader.proven ?? [])].join('/');
  const ready = weighs.get(kind) ?? weigh;
  if (weighs.size >= maxKinds) weighs.clear();
  weighs.set(kind, ready);
  return ready;
}

function knownOf(book: Book): Known {
  const before = known.get(book);
  if (before) return before;
  const named = [...book.workflows.values()].flatMap((w) => [w.ownerId ?? '', w.hrLeadId ?? '', ...w.pilotMemberIds]);
  const made = { named: new Set(named), weighs: new Map<string, Weigh>() };
  known.set(book, made);
  return made;
}

function weight(entry: Entry | undefined, reader: Reader, book: Book): number {
  if (!entry || !isFindable(entry, reader.who, book, reader.now)) return 0;
  const mine = entry.contract.roleIds.some((id) => reader.roleIds.includes(id));
  const pilot = entry.workflow.stage === 'pilot' && entry.workflow.pilotMemberIds.includes(reader.who.personId);
  const proven = reader.proven?.has(entry.id) === true;
  return (mine ? 1.5 : 1) * (pilot ? 1.2 : 1) * (proven ? 1.1 : 1) * (isLate(entry, reader.now) ? 0.3 : 1);
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
