/** The stage on which the matrix is played, for the bot's doors and for the API's: a scenario, a department, people with grants. */
import { person, query, type RawActivity, tenantId } from '../helpers/activities.ts';
import { textsUnder } from '../helpers/in-json.ts';
import { givenTo } from '../helpers/people.ts';
import type { World } from '../helpers/world.ts';
import { type Cell, grantsOf, inDepartment, members, type Row, rows } from './roles-table.ts';
import type { Stage, Try } from './roles-try.ts';

export const otherTenant = 'b6a7c1de-0000-4000-8000-0000000000cc';

export async function stageOf(of: World): Promise<Stage> {
  const store = of.running.store.forTenant(tenantId);
  const found = await of.post(query('findScenario', ''));
  const scenarioId = textsUnder('scenarioId', found.body)[0] ?? '';
  const head = Object((await store.get('scenario', scenarioId))?.body);
  const versions = (await store.find({ kind: 'scenarioVersion', where: [['scenarioId', '=', scenarioId]] })).items;
  const live = versions.map(({ body }) => Object(body)).find(({ version }) => version === head.liveVersion);
  const { departmentId } = Object((await store.get('workflow', head.workflowId))?.body);
  const { name: departmentName } = Object((await store.get('department', departmentId))?.body);
  const ownHost = 'fieldbook.example.com';
  return { store, ownHost, scenarioId, scenarioTitle: live.title, departmentId, departmentName, now: of.clock.now() };
}

export const numberOf = (column: string): number => 1_000 + members.indexOf(column);
export const idOf = (column: string): string => person(numberOf(column)).aadObjectId;

export const changeFor = (number: number, tenant = tenantId): RawActivity => ({
  from: person(number),
  conversation: { id: `a:${tenant}-${number}`, conversationType: 'personal', tenantId: tenant },
  channelData: { tenant: { id: tenant } },
});

/** The person of a column, with its grants. */
export async function settle({ store, departmentId }: Stage, column: string): Promise<void> {
  const grants = grantsOf[column] ?? [];
  const here = grants.filter((grant) => inDepartment.has(grant));
  const everywhere = grants.filter((grant) => !inDepartment.has(grant));
  await givenTo(store, numberOf(column), everywhere);
  if (here.length === 0) return;
  const id = idOf(column);
  const found = await store.get('person', id);
  const held = here.map((grant) => ({ grant, scopeKind: 'department', scopeId: departmentId }));
  const at = { givenBy: 'system', givenAt: '2026-11-23T09:00:00.000Z' };
  const body = Object(found?.body);
  const grantsNow = [...body.grants, ...held.map((each) => ({ ...each, ...at }))];
  const version = found?.version ?? '';
  await store.write([{ op: 'replace', kind: 'person', id, version, body: { ...body, grants: grantsNow } }]);
}

export const cellOf = (row: number, column: string): Cell =>
  rows.find((each) => each.row === row)?.cells[column] ?? 'X';

/** What a cell means for one try: on one's own thing, on another's, and in a list. */
export function expected(cell: Cell, { row }: Row, column: string, tried: Try): readonly string[] {
  const { isMine, isList, isQuiet, isDraft } = tried;
  if (isQuiet || (isList && cell !== 'A')) return ['nothing', '403'];
  // What may not be read is not found, whatever one would do with it.
  if (isDraft && cell !== 'A' && cellOf(2, column) === '404') return ['404'];
  switch (cell) {
    case 'own':
      return [isMine ? 'A' : cellOf(12, column) === 'A' ? '403' : '404'];
    case '403/404':
      return [isMine ? '403' : '404'];
    case 'rev':
      return [isMine ? 'A' : '403'];
    // Nobody answers their own question (R1).
    case 'A':
      return [row === 14 && isMine ? '403' : 'A'];
    default:
      return [cell];
  }
}

/** Sides to be tried: on one's own and on another's; named as reviewer and not. */
export function sidesOf({ row }: Row, cell: Cell): readonly boolean[] {
  if (row === 14) return [true, false];
  return cell === 'own' || cell === '403/404' || cell === 'rev' ? [true, false] : [false];
}

export const versionOf = async ({ store }: Stage, { subject }: Try) =>
  subject && (await store.get(subject.kind, subject.id))?.version;
