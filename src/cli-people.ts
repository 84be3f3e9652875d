/** The verbs about people: who may do what, given and taken at the keyboard. Each is audited as who typed it. */
import { parseArgs } from 'node:util';
import { atKeyboard, type MoveVerb, type Opened, Usage, withTenant } from './cli-moves.ts';
import { systemClock } from './core/clock.ts';
import { loadAll } from './core/documents.ts';
import { directoryId } from './core/fields.ts';
import { newId } from './core/ids.ts';
import { changeGrant, type Given } from './features/people/giving.ts';
import { departmentNamed } from './features/people/grant-words.ts';
import { byDepartment, type Givable, givable } from './features/people/grants.ts';
import { department } from './features/playbook/model.ts';

const options = {
  yes: { type: 'boolean', default: false },
  tenant: { type: 'string' },
  person: { type: 'string' },
  grant: { type: 'string' },
  department: { type: 'string' },
  name: { type: 'string' },
} as const;

const usages = {
  grant: 'grant --person ID --grant NAME [--department SLUG] [--name TEXT] [--tenant T]',
  erase: 'erase --person ID --yes [--tenant T]',
  revoke: 'revoke --person ID --grant NAME [--department SLUG] [--tenant T]',
};

/** Which options each verb takes beside the person and the tenant. */
const takes: Readonly<Record<keyof typeof usages, readonly (keyof typeof options)[]>> = {
  grant: ['grant', 'department', 'name'],
  revoke: ['grant', 'department'],
  erase: ['yes'],
};

interface Asked {
  readonly personId: string;
  readonly grant: Givable;
  readonly department?: string | undefined;
  readonly name?: string | undefined;
}

type Values = ReturnType<typeof valuesOf>;

/** What is asked is read before any store is opened. */
function verb<T>(
  name: keyof typeof usages,
  read: (values: Values) => T,
  work: (opened: Opened, asked: T) => Promise<string[]>,
): MoveVerb {
  const usage = usages[name];
  return {
    usage,
    async run(args) {
      const values = valuesOf(args, name);
      const asked = read(values);
      return withTenant(values.tenant, (opened) => work(opened, asked));
    },
  };
}

function valuesOf(args: string[], name: keyof typeof usages) {
  const usage = usages[name];
  try {
    const { values } = parseArgs({ args, options });
    const stray = Object.keys(options).find(
      (key) =>
        !['person', 'tenant', ...takes[name]].includes(key) && args.some((arg) => arg.split('=')[0] === `--${key}`),
    );
    if (stray) throw new Error(`--${stray} is no option of this verb`);
    const id = directoryId.safeParse(values.person);
    if (!id.success) throw new Error('--person takes the object id of a person in Entra');
    return { ...values, personId: id.data };
  } catch (error) {
    throw new Usage(`cli: ${error instanceof Error ? error.message : error}\n  ${usage}`, { cause: error });
  }
}

const grantVerb = (name: 'grant' | 'revoke'): MoveVerb =>
  verb(
    name,
    (values) => askedOf(values, usages[name]),
    (opened, asked) => change(opened, asked, name === 'grant'),
  );

function askedOf({ personId, grant: named, department: where, name }: Values, usage: string): Asked {
  const grant = givable.find((each) => each.toLowerCase() === named?.toLowerCase());
  if (!grant) throw new Usage(`cli: --grant is one of ${givable.join(', ')}\n  ${usage}`);
  if (where !== undefined && !byDepartment.has(grant))
    throw new Usage(`cli: ${grant} holds everywhere, so leave --department out\n  ${usage}`);
  return { personId, grant, department: where, name };
}

async function change({ store, tenantId }: Opened, asked: Asked, give: boolean): Promise<string[]> {
  const bound = store.forTenant(tenantId, { pace: 'job' });
  const { personId, grant, name } = asked;
  const departments = await loadAll(bound, 'department', (body) => department.parse(body));
  const slugs = departments.map(({ slug }) => slug).join(', ');
  const place = asked.department === undefined ? undefined : departmentNamed(departments, asked.department);
  if (asked.department !== undefined && !place) throw new Error(`cli: --department is one of ${slugs}`);
  const wish = { grant, ...(place ? { departmentId: place.id } : {}) };
  const giver = { id: atKeyboard(), kind: 'cli', now: systemClock.now(), requestId: newId() } as const;
  const done = await changeGrant(bound, giver, { personId, wish, give, ...(name ? { name } : {}) });
  const problem = problemOf(done, asked, slugs, give);
  if (problem) throw new Error(`cli: ${problem}`);
  const what = `${grant}${place ? ` in ${place.slug}` : ''}`;
  return [
    `${personId} ${give ? 'now holds' : 'no longer holds'} ${what}`,
    `noted in the audit log as ${giver.id}; a server that runs knows it with the next request`,
    ...(done.kind === 'done' && done.isBoth ? ['hrLead and governance are now one person: better two'] : []),
  ];
}

function problemOf(done: Given, { personId, grant }: Asked, slugs: string, give: boolean): string | undefined {
  switch (done.kind) {
    case 'done':
      return undefined;
    case 'same':
      return `${personId} ${give ? 'holds' : 'does not hold'} ${grant}${give ? ' already' : ''}: nothing was changed`;
    case 'needsDepartment':
      return `${grant} holds in one department: add --department with one of ${slugs}`;
    case 'lastOne':
      return `${personId} is the last ${grant}: give it to somebody else first`;
    case 'tooMany':
      return `${personId} holds as many grants as fit: revoke some first`;
    case 'unknown':
      return `${personId} is nobody who may hold grants here`;
    case 'toOneself':
    case 'stale':
      return 'somebody changed this person at the same moment: try again';
  }
}

function meant({ personId, yes }: Values): string {
  if (!yes) throw new Usage(`cli: erase cannot be undone: add --yes when you mean it\n  ${usages.erase}`);
  return personId;
}

export const peopleVerbs: readonly (readonly [string, MoveVerb])[] = [
  ['grant', grantVerb('grant')],
  ['revoke', grantVerb('revoke')],
  // All features are asked, and only here: the other verbs need not wait until they are loaded.
  [
    'erase',
    verb('erase', meant, async (opened, personId) => (await import('./cli-erase.ts')).erased(opened, personId)),
  ],
];
