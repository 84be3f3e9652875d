/** The thirteen measures of one view: the one function behind page, card, export and gate (product 7.8). Pure. */
import { depthOfUse, usesPerRun, weeklyActive } from './activity.ts';
import { recordsOf } from './counted.ts';
import type { Facts, View } from './facts.ts';
import type { Measure } from './figure.ts';
import { pulse, quality, timeChange, whereTimeWent } from './outcomes.ts';
import { askedHow, demand, flagsAnswered, freshness, reuse, teamCreated } from './program.ts';
import { scopeOf } from './scope.ts';

export function measuresOf(facts: Facts, view: View): Measure[] {
  const scope = scopeOf(facts, view);
  const records = recordsOf(facts);
  return [
    weeklyActive(scope, records),
    usesPerRun(scope, records),
    depthOfUse(scope, records),
    quality(scope, records),
    timeChange(scope, records),
    teamCreated(scope),
    reuse(scope),
    flagsAnswered(scope),
    demand(scope),
    whereTimeWent(scope, records),
    freshness(scope),
    pulse(scope),
    askedHow(scope),
  ];
}
