/** The verbs about people: who may do what, given and taken at the keyboard. Each is audited as who typed it. */
import { parseArgs } from 'node:util';
import { features } from './app.ts';
import { atKeyboard, type MoveVerb, type Opened, Usage, withTenant } from './cli-moves.ts';
import { systemClock } from './core/clock.ts';
import { loadAll } from './core/documents.ts';
import { directoryId } from './core/fields.ts';
import { keyedHash, newId, sealUnder } from './core/ids.ts';
import { silentLog } from './core/log.ts';
import { erasePerson } from './features/people/erasing.ts';
import { changeGrant, type Given } from './features/people/giving.ts';
import { departmentNamed } from './features/people/grant-words.ts';
import { byDepartment, type Givable, givable } from './features/people/grants.ts';
import { department } from './features/playbook/model.ts';
import { writeCalendar } from './files/ics.ts';
import { createSearch } from './search/search.ts';
import { signingKey } from './signing-key.ts';
import { languages, wordsFor } from './text/words.ts';

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

/** What went and what has a neutral name now, by kind: the proof that the person may ask for. */
async function erased({ store, config, tenantId }: Opened, personId: string): Promise<string[]> {
  const offered = features({
    ...{ search: createSearch({ log: silentLog }), wordsFor, languages },
    ...{ hash: keyedHash(signingKey(config)), seal: sealUnder(signingKey(config)) },
    ...{ isExample: false, countryChecks: [], publicUrl: config.publicUrl, writeCalendar },
  });
  const erasures = offered.flatMap((feature) => feature.erasures ?? []);
  const actor = { actorId: atKeyboard(), actorKind: 'cli' } as const;
  const asking = { store: store.forTenant(tenantId, { pace: 'job' }), now: systemClock.now(), actor };
  const done = await erasePerson(asking, erasures, personId);
  if (done.kind === 'lastOne')
    throw new Error(`cli: ${personId} is the last ${done.grant}: give it to somebody else first`);
  const counts = [...done.counts].map(([what, count]) => `${count} ${what}`);
  if (done.kind === 'unfinished')
    throw new Error(`cli: not everything is gone yet, call it again (so far: ${counts.join(', ') || 'nothing'})`);
  if (counts.length === 0) return ['nothing here names this person'];
  return [
    ...counts,
    `read again: nothing here names this person; noted in the audit log as ${actor.actorId}`,
    'copies for recovery run out by themselves, within 30 days',
  ];
}

export const peopleVerbs: readonly (readonly [string, MoveVerb])[] = [
  ['grant', grantVerb('grant')],
  ['revoke', grantVerb('revoke')],
  ['erase', verb('erase', meant, erased)],
];
