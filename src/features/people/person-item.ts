/** A person before an administrator or an HR lead: what they may do, how that came, and what can be given or taken. */
import { z } from 'zod';
import { type Grant, holds, type Person } from '../../core/person.ts';
import type { Turn } from '../../core/turn.ts';
import type { ActionField, ItemAction, WorkItem, WorkLine } from '../../core/work-item.ts';
import { chairs } from './contract.ts';
import { placeName, rightName } from './grant-notice.ts';
import type { DepartmentChoice } from './grant-words.ts';
import { type Givable, givable } from './grants.ts';

export interface Known {
  readonly id: string;
  readonly version: string;
  readonly person: Person;
}

export interface Around {
  readonly turn: Turn;
  readonly departments: readonly DepartmentChoice[];
  readonly nameOf: (personId: string) => Promise<string>;
}

const leads: ReadonlySet<string> = new Set(['admin', 'owner', 'hrLead', 'governance']);

/** Member, curator or lead: the three words that people need (product 11, L4). */
function wordOf({ words }: Turn, grants: readonly Grant[]): WorkLine['status'] {
  if (grants.some(({ grant }) => leads.has(grant))) return { word: words('person.lead'), tone: 'info' };
  if (grants.some(({ grant }) => grant === 'manager')) return { word: words('person.manager'), tone: 'info' };
  if (grants.length > 0) return { word: words('person.curator'), tone: 'good' };
  return { word: words('person.member'), tone: 'neutral' };
}

export function lineOf({ turn, departments }: Around, { id, version, person }: Known): WorkLine {
  const rights = person.grants.map((held) => rightOf(turn, departments, held));
  return {
    kind: 'people',
    id,
    title: person.displayName,
    about: rights.join(' · '),
    status: wordOf(turn, person.grants),
    createdAt: person.createdAt,
    isLate: false,
    isUrgent: false,
    people: 1,
    version,
    bulk: [],
  };
}

/** "Manager in Finance". */
function rightOf(turn: Turn, departments: readonly DepartmentChoice[], { grant, scopeId }: Grant): string {
  const known = givable.find((name) => name === grant);
  const right = known ? rightName(turn, known) : grant;
  if (!scopeId) return right;
  const department = departments.find(({ id }) => id === scopeId)?.name ?? scopeId;
  return `${right} ${placeName(turn, department)}`;
}

export async function itemOf(around: Around, known: Known, note?: string): Promise<WorkItem> {
  const { turn } = around;
  const { version: _, ...line } = lineOf(around, known);
  const { grants } = known.person;
  const rights = grants.map((held) => rightOf(turn, around.departments, held));
  return {
    ...line,
    about: '',
    heading: turn.words('person.heading'),
    sections: [
      {
        kind: 'list',
        heading: turn.words('person.rights'),
        lines: rights.length > 0 ? rights : [turn.words('person.noRights')],
      },
    ],
    actions: holds(turn.who, ['admin']) && known.person.status === 'active' ? actionsOf(around, grants) : [],
    history: await historyOf(around, known.id),
    ...(note ? { note } : {}),
  };
}

function actionsOf({ turn, departments }: Around, grants: readonly Grant[]): ItemAction[] {
  const { words } = turn;
  const chair: ActionField = {
    ...{ name: 'chair', label: words('person.makeThem'), kind: 'choice', required: true },
    options: chairs.map((id) => ({ id, title: words(`person.chair.${id}`), text: words(`person.chairAbout.${id}`) })),
  };
  const department: ActionField = {
    ...{ name: 'departmentId', label: words('person.department'), kind: 'choice', required: true },
    options: departments.map(({ id, name }) => ({ id, title: name })),
    onlyWhen: { field: 'chair', in: ['curator', 'manager'] },
  };
  const held: ActionField = {
    ...{ name: 'right', label: words('person.takeWhat'), kind: 'choice', required: true },
    options: grants.map((each) => ({ id: keyOf(each), title: rightOf(turn, departments, each) })),
  };
  const one = { look: 'normal', hasPreview: true } as const;
  return [
    { ...one, event: 'grant', label: words('person.grant'), fields: [chair, department] },
    ...(grants.length > 0 ? [{ ...one, event: 'revoke', label: words('person.revoke'), fields: [held] }] : []),
  ];
}

const keyOf = ({ grant, scopeId }: Pick<Grant, 'grant' | 'scopeId'>): string =>
  scopeId ? `${grant}/${scopeId}` : grant;

const side = z.object({ before: z.string(), after: z.string() });
const entry = z.object({
  at: z.string(),
  actorId: z.string(),
  actorKind: z.enum(['person', 'system', 'cli']),
  action: z.enum(['person.grant', 'person.revoke']),
  changes: z.object({ grant: side, department: side.optional() }),
});
const most = 50;

/** Who gave or took what, the newest first. */
async function historyOf({ turn, departments, nameOf }: Around, id: string): Promise<WorkItem['history']> {
  const { items } = await turn.store.find({
    kind: 'auditEntry',
    where: [['entityId', '=', id]],
    orderBy: { field: 'at', direction: 'desc' },
    limit: most,
  });
  const entries = items.flatMap(({ body }) => entry.safeParse(body).data ?? []);
  return Promise.all(
    entries.map(async ({ at, actorId, actorKind, action, changes }) => ({
      at,
      who: actorKind === 'person' ? await nameOf(actorId) : turn.words(`history.${actorKind}`),
      what: turn.words(`history.${action}`),
      detail: rightOf(turn, departments, heldOf(changes)),
    })),
  );
}

const heldOf = ({ grant, department }: z.infer<typeof entry>['changes']): Grant => {
  const scopeId = department && (department.after || department.before);
  return {
    grant: (grant.after || grant.before) as Givable,
    scopeKind: scopeId ? 'department' : 'tenant',
    ...(scopeId ? { scopeId } : {}),
    givenBy: '',
    givenAt: '',
  };
};
