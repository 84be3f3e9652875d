/** Something to try, as a session left it: a discovery by whoever brought it up, named as they chose. */
import type { WriteOperation } from '../../core/documents.ts';
import { shorten } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { auditOf, kind } from './documents.ts';
import { triageDue } from './due.ts';
import { discovery } from './model.ts';
import { newsOf } from './plan.ts';
import { alikeOf } from './twins.ts';

export interface ShareCall {
  readonly id: string;
  readonly title: string;
  readonly authorId: string;
  readonly credit: 'named' | 'communityOnly';
  readonly departmentId?: string | undefined;
}

const maxTitle = 80;

/** The id is given, so that the same call shares once. */
export async function shareOperations(
  desk: Desk,
  turn: Turn,
  { id, title: said, authorId, credit, departmentId }: ShareCall,
): Promise<WriteOperation[]> {
  const classes = (await desk.rulebook(turn)).classes();
  const [at, by] = [turn.now.toISOString(), turn.who.personId];
  const told = { title: shorten(said, maxTitle), what: said };
  const body = discovery.parse({
    ...told,
    // As the form has it until somebody says otherwise.
    dataClassId: (classes[1] ?? classes[0])?.id ?? '',
    ...{ authorId, credit, surface: 'officeHours', state: 'submitted' },
    ...(departmentId ? { departmentId } : {}),
    dueAt: triageDue(turn.now, turn.who.zone),
    similar: await alikeOf(desk, turn, told, id),
    ...{ createdAt: at, createdBy: by, updatedAt: at, updatedBy: by },
  });
  return [
    { op: 'create', kind, id, body },
    auditOf(turn, id, 'share', { state: { before: '', after: 'submitted' } }),
    newsOf(turn.now, id),
  ];
}
