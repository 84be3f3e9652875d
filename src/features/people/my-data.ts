/** Everything that is a person's, as one file for them: found by the same lists by which they are forgotten (product 2, 7.9). */
import type { StoredDocument } from '../../core/documents.ts';
import type { Erasure, Written } from '../../core/erasure.ts';
import { type Route, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { auditErasure, messageErasure, peopleErasure } from './erasure.ts';
import { type MyData, myData } from './settings-contract.ts';

/** Keyed so that nobody, not even they, can be led from it to what was asked without a name. */
const sealed: ReadonlySet<string> = new Set(['flagReporter', 'guard', 'tally']);
/** Of these only that they are there: they hold what others did. */
const traces: ReadonlySet<string> = new Set(['dueItem', 'undo']);
const mostDocuments = 5_000;

export const dataRoutes = (erasures: readonly Erasure[]): Route[] => [
  route('GET', '/api/me/data', { reply: myData }, async ({ turn }) => ({
    kind: 'ok',
    body: await gathered([...erasures, messageErasure, peopleErasure, auditErasure], turn),
  })),
];

async function gathered(erasures: readonly Erasure[], turn: Turn): Promise<MyData> {
  const { who, store, now, words } = turn;
  const data: MyData = {
    madeAt: now.toISOString(),
    note: words('data.note'),
    own: [],
    written: [],
    named: [],
    isCut: false,
  };
  const writings = erasures.flatMap(({ written = [] }) => written);
  const seen = new Set<string>();
  const add = async (kind: string, id: string, isOwn: boolean): Promise<void> => {
    const key = `${kind}:${id}`;
    const found = seen.has(key) || sealed.has(kind) ? undefined : await store.get(kind, id);
    seen.add(key);
    if (found) sorted(data, found, { isOwn, writings, personId: who.personId });
  };
  await add('person', who.personId, true);
  for (const erasure of erasures)
    for await (const { op, kind, id } of await erasure.erase(turn, who.personId)) {
      if (seen.size >= mostDocuments) return { ...data, isCut: true };
      if (op !== 'create') await add(kind, id, op === 'remove' && !traces.has(kind));
    }
  return data;
}

interface Sorting {
  readonly isOwn: boolean;
  readonly writings: readonly Written[];
  readonly personId: string;
}

function sorted(data: MyData, { kind, id, body }: StoredDocument, { isOwn, writings, personId }: Sorting): void {
  if (isOwn) return void data.own.push({ kind, id, body });
  const whole = Object(body);
  const writing = writings.find((each) => each.kind === kind && whole[each.author] === personId);
  if (!writing) return void data.named.push({ kind, id, fields: pathsTo(body, personId) });
  const fields = writing.fields.flatMap((field) =>
    whole[field] === undefined ? [] : [[field, whole[field]] as const],
  );
  data.written.push({ kind, id, body: Object.fromEntries(fields) });
}

/** `comments.0.by` where the id stands. */
function pathsTo(value: unknown, personId: string, path = ''): string[] {
  if (value === personId) return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => pathsTo(part, personId, path === '' ? key : `${path}.${key}`));
}
