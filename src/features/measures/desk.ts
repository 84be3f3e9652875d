/** What measures need of other features; each hands over facts, none of them a person's own figure. */
import type { WriteCsv } from '../../core/csv-file.ts';
import type { GrantName, Person } from '../../core/person.ts';
import type { PilotView } from '../../core/pilot-view.ts';
import type { MeasuredWork } from '../../core/playbook-view.ts';
import type { Runs } from '../../core/runs.ts';
import type { Turn } from '../../core/turn.ts';
import type { AnsweredFlag, Demand, Taken } from './facts.ts';

export interface MeasureDeps {
  readonly records: Runs['records'];
  /** The key under which a person's runs are counted. */
  readonly key: Runs['key'];
  readonly pilots: (turn: Turn) => Promise<readonly PilotView[]>;
  readonly work: (turn: Turn) => Promise<MeasuredWork>;
  readonly crowd: (turn: Turn) => Promise<readonly Pick<Person, 'departmentId' | 'roleIds'>[]>;
  readonly answeredFlags: (turn: Turn, since: string) => Promise<readonly AnsweredFlag[]>;
  readonly demand: (turn: Turn, weeks: number) => Promise<readonly Demand[]>;
  readonly reuses: (turn: Turn) => Promise<readonly (Omit<Taken, 'personKey'> & { readonly personId: string })[]>;
  /** People who pressed "How did they do it?" on a win. */
  readonly asked: (turn: Turn) => Promise<readonly Taken[]>;
  readonly holders: (turn: Turn, grants: readonly GrantName[], departmentId?: string) => Promise<readonly string[]>;
  /** Since which version a scenario is what it is now. */
  readonly sameSince: (turn: Turn, scenarioId: string) => Promise<number>;
  readonly zoneOf: (turn: Turn, personId: string) => Promise<string>;
  readonly writeCsv: WriteCsv;
  /** How the world reaches this server, without a slash at its end. */
  readonly publicUrl: string;
}
