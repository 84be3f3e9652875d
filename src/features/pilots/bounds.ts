/** What stands between a pilot and its next step (product 6.6): bounds that hold, and bounds that one sentence passes. Pure. */
import type { PlannedWorkflow } from '../../core/playbook-view.ts';
import { isAsked, isJoined } from './documents.ts';
import type { OverrideRule, Pilot } from './model.ts';

export const people = { never: 3, least: 5, most: 10, above: 25 } as const;
export const weeks = { least: 4, most: 8, usual: 6 } as const;
export const scenarios = { most: 5, above: 10 } as const;
export const runsNeeded = 3;

export const hardKeys = [
  'tooFewPeople',
  'tooManyPeople',
  'fewJoined',
  'worksheet',
  'notCandidate',
  'noHrLead',
  'fewRuns',
  'noScenarios',
  'notLive',
  'held',
  'noTool',
  'nobodyAnswers',
] as const;

/** `values` fill its sentence; `text` is a sentence of another part of the product. */
export interface Blocker {
  readonly key: (typeof hardKeys)[number];
  readonly values?: Readonly<Record<string, string | number>>;
  readonly text?: string;
}

export interface Passable {
  readonly key: OverrideRule;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface Bounds {
  readonly hard: readonly Blocker[];
  /** Passed with one sentence that says why. */
  readonly soft: readonly Passable[];
}

export interface PilotFacts {
  /** Undefined when it is gone. */
  readonly workflow: PlannedWorkflow | undefined;
  /** Runs without AI that count. */
  readonly counted: number;
  /** Scenarios of which nobody may answer a question. */
  readonly unanswered: readonly string[];
  /** Another one goes on in the department. */
  readonly hasOther: boolean;
}

export function toAsk(pilot: Pilot, facts: PilotFacts): Bounds {
  const asked = pilot.roster.length;
  return {
    hard: [...sizeBounds(asked), ...workflowBounds(pilot, facts)],
    soft: open(pilot, [...sizeSoft(asked), ...lengthSoft(pilot), ...otherSoft(facts)]),
  };
}

export function toStart(pilot: Pilot, facts: PilotFacts): Bounds {
  const joined = pilot.roster.filter(isJoined).length;
  const tooFew: Blocker[] =
    joined < people.never ? [{ key: 'fewJoined', values: { joined, least: people.never } }] : [];
  const { counted } = facts;
  const runs: Blocker[] = counted < runsNeeded ? [{ key: 'fewRuns', values: { counted, needed: runsNeeded } }] : [];
  return {
    hard: [...tooFew, ...runs, ...workflowBounds(pilot, facts), ...scenarioBounds(pilot, facts)],
    soft: open(pilot, [...sizeSoft(joined), ...lengthSoft(pilot), ...otherSoft(facts), ...countSoft(pilot)]),
  };
}

/** With one more in it. */
export function toAdd(pilot: Pilot): Bounds {
  const size = pilot.roster.filter((place) => isJoined(place) || isAsked(place)).length + 1;
  return {
    hard: size > people.above ? [{ key: 'tooManyPeople', values: { most: people.above } }] : [],
    soft: open(pilot, size > people.most ? sizeSoft(size) : []),
  };
}

export function toExtend(pilot: Pilot): Bounds {
  return { hard: [], soft: pilot.extendedBy.length > 0 ? [{ key: 'secondExtension' }] : [] };
}

/** What was passed before is not asked for again. */
const open = ({ overrides }: Pilot, soft: readonly Passable[]): Passable[] =>
  soft.filter(({ key }) => !overrides.some(({ rule }) => rule === key));

function sizeBounds(size: number): Blocker[] {
  if (size < people.never) return [{ key: 'tooFewPeople', values: { size, least: people.never } }];
  return size > people.above ? [{ key: 'tooManyPeople', values: { most: people.above } }] : [];
}

const sizeSoft = (size: number): Passable[] =>
  size >= people.least && size <= people.most
    ? []
    : [{ key: 'rosterSize', values: { size, least: people.least, most: people.most } }];

const lengthSoft = ({ weeks: planned }: Pilot): Passable[] =>
  planned >= weeks.least && planned <= weeks.most
    ? []
    : [{ key: 'weeks', values: { weeks: planned, least: weeks.least, most: weeks.most } }];

const otherSoft = ({ hasOther }: PilotFacts): Passable[] => (hasOther ? [{ key: 'secondPilot' }] : []);

const countSoft = ({ scenarioIds }: Pilot): Passable[] =>
  scenarioIds.length > scenarios.most
    ? [{ key: 'scenarioCount', values: { count: scenarioIds.length, most: scenarios.most } }]
    : [];

function workflowBounds({ hrLeadId, ownerId }: Pilot, { workflow }: PilotFacts): Blocker[] {
  const lead: Blocker[] = hrLeadId === ownerId || hrLeadId === '' ? [{ key: 'noHrLead' }] : [];
  if (workflow?.stage !== 'candidate') return [{ key: 'notCandidate' }, ...lead];
  return [...workflow.missing.map((text): Blocker => ({ key: 'worksheet', text })), ...lead];
}

function scenarioBounds({ scenarioIds }: Pilot, { workflow, unanswered }: PilotFacts): Blocker[] {
  if (scenarioIds.length === 0) return [{ key: 'noScenarios' }];
  return scenarioIds.flatMap((id): Blocker[] => {
    const scenario = workflow?.scenarios.find((each) => each.id === id);
    if (!scenario) return [{ key: 'notLive' }];
    const values = { title: scenario.title };
    return [
      ...(scenario.isHeld ? [{ key: 'held', values } as const] : []),
      ...(scenario.hasTool ? [] : [{ key: 'noTool', values } as const]),
      ...(unanswered.includes(id) ? [{ key: 'nobodyAnswers', values } as const] : []),
    ];
  });
}
