/** The verbs about people: who may do what, given and taken at the keyboard. Each is audited as who typed it. */
import { parseArgs } from 'node:util';
import { type MoveVerb, type Opened, Usage, withTenant } from './cli-moves.ts';
import { directoryId } from './core/fields.ts';
import { byDepartment, type Givable, givable } from './features/people/grants.ts';

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

export interface Asked {
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
    async (opened, asked) => (await import('./cli-grants.ts')).changed(opened, asked, name === 'grant'),
  );

function askedOf({ personId, grant: named, department: where, name }: Values, usage: string): Asked {
  const grant = givable.find((each) => each.toLowerCase() === named?.toLowerCase());
  if (!grant) throw new Usage(`cli: --grant is one of ${givable.join(', ')}\n  ${usage}`);
  if (where !== undefined && !byDepartment.has(grant))
    throw new Usage(`cli: ${grant} holds everywhere, so leave --department out\n  ${usage}`);
  return { personId, grant, department: where, name };
}

function meant({ personId, yes }: Values): string {
  if (!yes) throw new Usage(`cli: erase cannot be undone: add --yes when you mean it\n  ${usages.erase}`);
  return personId;
}

/** What does the work is loaded by the verb that needs it: the others need not wait. */
export const peopleVerbs: readonly (readonly [string, MoveVerb])[] = [
  ['grant', grantVerb('grant')],
  ['revoke', grantVerb('revoke')],
  [
    'erase',
    verb('erase', meant, async (opened, personId) => (await import('./cli-erase.ts')).erased(opened, personId)),
  ],
];
