/** About Fieldbook: what it stores about people, and for an administrator a look at its own set-up. */
import type { Feature } from '../../core/feature.ts';
import { type GrantName, holds } from '../../core/person.ts';
import { type Route, refuse, route } from '../../core/route.ts';
import { storedFacts } from '../../core/stored.ts';
import type { Turn } from '../../core/turn.ts';
import { checks } from './checks.ts';
import { aboutReply, checkReply } from './contract.ts';

/** What the server knows of itself; nothing secret. */
export interface Installation {
  readonly version: string;
  readonly isInAzure: boolean;
  /** No sign-in, this machine only. */
  readonly isOpen: boolean;
  /** Rejects when the store cannot serve. */
  readonly reach: () => Promise<void>;
  /** When the newest copy for recovery was made; left out where we make none. */
  readonly lastBackup?: () => Date | undefined;
}

export interface AboutDeps {
  readonly installation: Installation;
  readonly isExample: boolean;
  readonly holders: (turn: Turn, grants: readonly GrantName[], departmentId?: string) => Promise<readonly string[]>;
  /** True while somebody administers by a role in Entra that has ended. */
  readonly hasLapsedOwner: (turn: Turn) => Promise<boolean>;
  readonly departments: (turn: Turn) => Promise<readonly { id: string; name: string }[]>;
}

export const about = (deps: AboutDeps): Feature => ({ name: 'about', routes: routesOf(deps) });

const routesOf = (deps: AboutDeps): Route[] => [
  route('GET', '/api/about', { reply: aboutReply }, async ({ turn }) => {
    const { words } = turn;
    const { version, isInAzure } = deps.installation;
    const body = {
      version,
      where: words(isInAzure ? 'stored.inAzure' : 'stored.inFile'),
      stored: storedFacts(words),
      notStored: words('stored.not'),
      whoSees: words('stored.whoSees'),
      mayCheck: isAdmin(turn),
    };
    return { kind: 'ok', body };
  }),
  route('GET', '/api/about/check', { reply: checkReply }, async ({ turn }) =>
    isAdmin(turn) ? { kind: 'ok', body: { items: await checks(deps, turn) } } : refuse('forbidden'),
  ),
];

const isAdmin = ({ who }: Turn): boolean => holds(who, ['admin']);
