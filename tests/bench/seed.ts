/** A playbook of 1,000 scenarios and the people who search it, made from the starter content with other words. */
import { starterItems } from '../../src/content/documents.ts';
import type { Item } from '../../src/content/item.ts';
import { loadStarter } from '../../src/content/load.ts';
import type { TenantStore } from '../../src/core/documents.ts';
import { derivedId } from '../../src/core/ids.ts';
import { writeStamped } from '../../src/core/stamp.ts';
import { shorten } from '../../src/core/text.ts';

export const scenarioCount = 1_000;
/** A person may send 5 messages in 5 seconds: with so many, 8,000 messages in a second pass. */
export const peopleCount = 8_000;
/** Where each of them writes to the bot. All have done so before: their first message ever is one more durable write. */
export const ownChat = {
  serviceUrl: 'http://127.0.0.1:9/',
  channelId: 'msteams',
  conversation: { id: 'a:one-to-one', conversationType: 'personal', tenantId: 'b6a7c1de-0000-4000-8000-0000000000bb' },
  bot: { id: '28:bot', name: 'Fieldbook' },
};
export const personId = (number: number): string => `b6a7c1de-0000-4000-8000-${String(number).padStart(12, '0')}`;

const places =
  'warehouse clinic bakery airport library factory hotel school harbour laboratory nursery garage studio foundry farm theatre brewery quarry dairy museum'.split(
    ' ',
  );
const things =
  'forklift timetable invoice ledger recipe permit catalogue pallet kettle generator microscope uniform passport lantern barrel engine curtain archive ladder compass freezer tractor printer anchor'.split(
    ' ',
  );
const tasks =
  'job description;structured interview;interview questions;search strings;candidate message;decline note;weekly report;procedure;quick guide;onboarding plan;policy summary;coaching talk;variance comment;month-end checklist;handover note;talent market'.split(
    ';',
  );

/** What people type: a task and where, so that every search has far more than ten answers and none repeats soon. */
export const queries: readonly string[] = tasks.flatMap((task) => places.map((place) => `${task} ${place}`));

export async function seed(store: TenantStore, now: Date): Promise<void> {
  const options = { which: 'demo', tenantId: store.tenantId, now } as const;
  await loadStarter(store, options);
  const items = starterItems(options);
  const heads = items.filter((item) => item.kind === 'scenario');
  const documents = [
    ...Array.from({ length: scenarioCount - heads.length }, (_, n) => scenarioOf(n, heads, items)).flat(),
    ...people(items),
    ...Array.from({ length: 60 }, (_, n) => discoveryOf(n, items, now)),
  ];
  for (let at = 0; at < documents.length; at += 90) {
    const batch = documents.slice(at, at + 90).map((each) => ({ op: 'create', ...each }) as const);
    const written = await writeStamped(store, ['content', 'people'], batch);
    if (written.kind !== 'ok') throw new Error(`bench: the playbook could not be written (${written.kind})`);
  }
}

/** Something found out that everybody may read. */
function discoveryOf(number: number, items: readonly Item[], now: Date): Made {
  const at = new Date(now.getTime() - number * 60_000).toISOString();
  const dataClassId = items.find((item) => item.kind === 'dataClass')?.id ?? '';
  const body = {
    ...{
      title: `Find ${number}`,
      what: `Ask for the ${things[number % things.length]} first, then for the rest.`,
      dataClassId,
    },
    ...{ authorId: personId(number), credit: 'named', surface: 'bot', state: 'submitted', similar: [], dueAt: at },
    ...{ createdAt: at, createdBy: personId(number), updatedAt: at, updatedBy: personId(number) },
  };
  return { kind: 'discovery', id: derivedId('bench', 'discovery', String(number)), body };
}

interface Made {
  readonly kind: string;
  readonly id: string;
  readonly body: Record<string, unknown>;
}

function scenarioOf(number: number, heads: readonly Item[], items: readonly Item[]): Made[] {
  const head = heads[number % heads.length];
  const version = items.find((item) => item.kind === 'scenarioVersion' && item.body.scenarioId === head?.id);
  if (!head || !version) throw new Error('bench: the starter content has no scenarios');
  const id = derivedId('bench', String(number));
  const body = { ...elsewhere(version.body, number), scenarioId: id };
  return [
    { kind: 'scenario', id, body: { ...head.body, slug: `${head.body.slug}-${number}` } },
    { kind: 'scenarioVersion', id: derivedId('bench', String(number), '1'), body },
  ];
}

/** The same contract for another place, with some of its words exchanged throughout. */
function elsewhere(body: Record<string, unknown>, number: number): Record<string, unknown> {
  const place = places[number % places.length] ?? '';
  const thing = things[Math.floor(number / places.length) % things.length] ?? '';
  const other = (text: string) => text.replace(/\b(?:shift|team|office|company)\b/g, thing);
  const line = (text: unknown, max: number) => shorten(`${shorten(other(String(text)), max - 25)} (${place})`, max);
  const long = typeof body.goodExample === 'object' ? body.goodExample : {};
  return {
    ...body,
    title: line(body.title, 80),
    task: line(body.task, 240),
    problem: line(body.problem, 240),
    tags: [place, thing, ...(Array.isArray(body.tags) ? body.tags : [])].slice(0, 10),
    goodExample: { ...long, text: shorten(`${place} ${thing} ${number}\n${textOf(long)}`, 4_000) },
  };
}

const textOf = (example: object | null): string => (example && 'text' in example ? String(example.text) : '');

/** Every second person has chosen a role; the roles take turns. */
function people(items: readonly Item[]): Made[] {
  const roles = items.filter((item) => item.kind === 'role');
  const stamps = { ...roles[0]?.body };
  const { createdAt, createdBy, updatedAt, updatedBy } = stamps;
  return Array.from({ length: peopleCount }, (_, number) => ({
    kind: 'person',
    id: personId(number),
    body: {
      displayName: `Person ${number}`,
      status: 'active',
      roleIds: number % 2 === 0 ? [] : [roles[(number >> 1) % roles.length]?.id],
      grants: [],
      chatAddress: ownChat,
      ...{ createdAt, createdBy, updatedAt, updatedBy },
    },
  }));
}
