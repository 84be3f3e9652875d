/** What the life of a scenario needs of others: people, and the discoveries that its drafts were made of. */
import type { Card } from '../../core/card.ts';
import type { WriteOperation } from '../../core/documents.ts';
import type { GrantName } from '../../core/person.ts';
import type { Runs } from '../../core/runs.ts';
import type { Turn } from '../../core/turn.ts';
import type { Shelf } from './shelf.ts';

export interface LifeDeps {
  readonly nameOf: (turn: Turn, personId: string) => Promise<string>;
  readonly holders: (turn: Turn, grants: readonly GrantName[], departmentId?: string) => Promise<readonly string[]>;
  readonly noteCard: (turn: Turn, note: { heading: string; text: string }) => Card;
  /** Who hosts the communities of a department, and those that are for everybody. */
  readonly hosts: (turn: Turn, departmentId: string) => Promise<readonly string[]>;
  /** How the live versions fared since then. */
  readonly byScenario: Runs['byScenario'];
  /** This person took its prompt along and has not said how it went. */
  readonly hasOpenUse: (turn: Turn, personId: string, scenarioId: string) => Promise<boolean>;
  /** For the write that publishes a version, and who is to be credited on its head. */
  readonly published: (turn: Turn, edition: Edition) => Promise<Published>;
  /** For the write that drops a draft. */
  readonly draftDropped: (turn: Turn, edition: Edition) => Promise<readonly WriteOperation[]>;
}

/** A version of a scenario. */
export interface Edition {
  readonly scenarioId: string;
  readonly version: number;
}

export interface Published {
  readonly operations: readonly WriteOperation[];
  readonly credit: readonly { readonly personId: string; readonly shown: boolean }[];
}

export interface LifeDesk {
  readonly shelf: Shelf;
  readonly life: LifeDeps;
}
