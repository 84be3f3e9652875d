/** A scenario of the starter playbook as its head and first version. */
import { derivedId } from '../core/ids.ts';
import { addDays, dayOf } from '../core/time.ts';
import { alwaysReady, type Ids, type Item, type LoadOptions, reviewDays } from './item.ts';
import type { StarterScenario } from './shape.ts';
import { demo } from './starter.ts';

export type MakeItem = (kind: string, slug: string, source: object, body: object) => Item;

/** Head and first version. In `starter` all are drafts but S18, which the load itself publishes (content.md 1). */
export function scenarioItems(
  s: StarterScenario,
  ids: Ids,
  item: MakeItem,
  isDemo: boolean,
  { now, ownerId }: LoadOptions,
): Item[] {
  const scenarioId = ids('scenario', s.slug);
  const live = isDemo || s.slug === alwaysReady;
  const [owner, reviewer] = [
    demo.people.find((p) => p.grants.includes('owner')),
    demo.people.find((p) => p.grants.includes('author')),
  ];
  const people = isDemo ? { ownerId: owner?.id, reviewerId: reviewer?.id } : ownerId && live ? { ownerId } : {};
  const head = {
    slug: s.slug,
    workflowId: ids('workflow', s.workflow),
    stepOrder: s.stepOrder,
    ...people,
    ...(live
      ? {
          state: 'published',
          liveVersion: 1,
          lastReviewedAt: now.toISOString(),
          reviewDue: addDays(dayOf(now), reviewDays.scenario),
        }
      : { state: 'draft', draftVersion: 1, draftState: 'draft' }),
    checkReasons: [],
    origin: 'starter',
    credit: [],
  };
  const version = {
    ...contractBody(s, ids),
    scenarioId,
    version: 1,
    answersFeedback: [],
    ...(live ? { publishedAt: now.toISOString() } : {}),
  };
  return [item('scenario', s.slug, s, head), item('scenarioVersion', `${s.slug}/1`, s, version)];
}

/** The contract with ids in place of slugs. */
function contractBody(s: StarterScenario, ids: Ids): object {
  const {
    code: _,
    slug,
    workflow: _w,
    stepOrder: _o,
    roles,
    tools,
    dataClass,
    guardrails,
    pack,
    next,
    inputs,
    prompts,
    criteria,
    humanCheck,
    time,
    guide,
    goodExample,
    ...rest
  } = s;
  const { signOffRole, ...check } = humanCheck;
  return {
    ...rest,
    language: 'en',
    roleIds: roles.map((r) => ids('role', r)),
    toolIds: tools.map((t) => ids('tool', t)),
    dataClassId: ids('dataClass', dataClass),
    guardrailIds: guardrails.map((g) => ids('guardrail', g)),
    decisionIds: [],
    packId: ids('pack', pack),
    nextIds: next.map((n) => ids('scenario', n)),
    inputs: inputs.map(({ dataClass: of, ...input }) => ({ ...input, dataClassId: ids('dataClass', of) })),
    ...contractIds({ slug, prompts, criteria }),
    humanCheck: { ...check, signOffRoleId: ids('role', signOffRole) },
    time: { ...time, source: 'assumption', n: 0 },
    walkthrough: { guide },
    goodExample: { ...goodExample, source: 'written', anonymised: true },
  };
}

/** Prompts and criteria with the ids that rest on their place in the scenario. */
export const contractIds = ({ slug, prompts, criteria }: Pick<StarterScenario, 'slug' | 'prompts' | 'criteria'>) => ({
  prompts: prompts.map((p) => ({ ...p, id: derivedId(slug, p.purpose) })),
  criteria: criteria.map((c, at) => ({ ...c, id: derivedId(slug, 'criterion', String(at)) })),
});
