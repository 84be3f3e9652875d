/** Starter content as documents: slugs become ids that come out the same at every load. */
import { derivedId } from '../core/ids.ts';
import { addDays, dayOf } from '../core/time.ts';
import { discoveryItem, seriesItems } from './demo-hours.ts';
import { pilotItems } from './demo-pilot.ts';
import { runItems } from './demo-runs.ts';
import type { StarterCommunity, StarterRule, StarterScenario, StarterTool, StarterWorkflow } from './shape.ts';
import { demo, starter } from './starter.ts';

export interface Item {
  readonly kind: string;
  readonly id: string;
  readonly body: Record<string, unknown>;
  /** The part whose change means a newer starter text. */
  readonly source: unknown;
}

export interface LoadOptions {
  readonly which: 'starter' | 'demo';
  readonly tenantId: string;
  readonly now: Date;
  /** The first owner, who answers for S18 until people are named. */
  readonly ownerId?: string;
}

const reviewDays = { scenario: 90, toolRule: 90, guardrail: 180, lawGuardrail: 90 };
const alwaysReady = 'is-this-a-good-task';
const alwaysScaled = 'getting-started';

type Ids = (kind: string, slug: string) => string;

/** Every document of a load; the same options give the same documents. */
export function starterItems(options: LoadOptions): Item[] {
  const { which, now, tenantId } = options;
  const ids: Ids = (kind, slug) => derivedId('starter', tenantId, kind, slug);
  const isDemo = which === 'demo';
  const at = now.toISOString();
  const stamps = { createdAt: at, createdBy: 'system', updatedAt: at, updatedBy: 'system' };
  const item = (kind: string, slug: string, source: object, body: object): Item => ({
    kind,
    id: ids(kind, slug),
    source,
    body: { ...body, ...stamps },
  });
  const scenarios = [...starter.scenarios, ...(isDemo ? [demo.scenario] : [])];
  const workflows = [...starter.workflows, ...(isDemo ? [demo.workflow] : [])];
  const rules = isDemo ? overridden(starter.rules, demo.rules) : starter.rules;

  return [
    ...starter.departments.map((d) => item('department', d.slug, d, d)),
    ...starter.roles.map(({ department, startScenario, ...role }) =>
      item(
        'role',
        role.slug,
        { ...role, startScenario },
        {
          ...role,
          active: true,
          startScenarioId: ids('scenario', startScenario),
          ...(department ? { departmentId: ids('department', department) } : {}),
        },
      ),
    ),
    ...starter.dataClasses.map((c) => item('dataClass', c.slug, c, c)),
    ...workflows.map((w) => item('workflow', w.slug, w, workflowBody(w, ids, isDemo, options))),
    ...starter.tools.map((t) =>
      item('tool', t.slug, [t, rules.filter((r) => r.tool === t.slug)], toolBody(t, rules, ids, now)),
    ),
    ...starter.guardrails.map(({ code: _, appliesTo, ...g }) =>
      item(
        'guardrail',
        g.slug,
        { ...g, appliesTo },
        {
          ...g,
          state: 'active',
          reviewDue: addDays(dayOf(now), g.lawNotes.length > 0 ? reviewDays.lawGuardrail : reviewDays.guardrail),
          appliesTo: {
            all: appliesTo.all ?? false,
            departmentIds: (appliesTo.departments ?? []).map((s) => ids('department', s)),
            workflowIds: (appliesTo.workflows ?? []).map((s) => ids('workflow', s)),
            dataClassIds: (appliesTo.dataClasses ?? []).map((s) => ids('dataClass', s)),
            toolIds: [],
            findings: appliesTo.findings ?? [],
          },
        },
      ),
    ),
    ...starter.decisionTemplates.map((t) => item('decision', t.slug, t, decisionBody(t, ids, isDemo, now))),
    ...starter.packs.map(({ code: _, ...p }) =>
      item('pack', p.slug, p, {
        ...p,
        scenarioIds: scenarios.filter((s) => s.pack === p.slug).map((s) => ids('scenario', s.slug)),
      }),
    ),
    ...scenarios.flatMap((s) => scenarioItems(s, ids, item, isDemo, options)),
    ...starter.communities.map((c) => item('community', c.slug, c, communityBody(c, ids, isDemo))),
    ...(isDemo ? [...demo.people.map((person) => personItem(person, ids, stamps)), ...liveItems(ids, now)] : []),
  ];
}

/** Runs of the demo's pilot: events, which stand in weeks and are written apart. */
export function demoEvents({ which, tenantId, now }: LoadOptions): Item[] {
  if (which !== 'demo') return [];
  const ids: Ids = (kind, slug) => derivedId('starter', tenantId, kind, slug);
  const { workflow, scenario } = demo;
  const { prompts, criteria } = contractIds(scenario);
  return runItems({
    ...{ ids, now, pilotId: ids('pilot', workflow.slug), workflowId: ids('workflow', workflow.slug) },
    scenarioId: ids('scenario', scenario.slug),
    promptId: prompts[0]?.id ?? '',
    criterionIds: criteria.map(({ id }) => id),
  });
}

/** What people of the demo have found and met over. */
function liveItems(ids: Ids, now: Date): Item[] {
  const personId = (number: number): string => demo.people.find(({ id }) => id.endsWith(String(number)))?.id ?? '';
  const hostId = demo.people.find(({ grants }) => grants.includes('host'))?.id ?? '';
  const all = [...starter.scenarios, demo.scenario];
  const scenarioOf = (workflow: string) =>
    ids('scenario', all.find((one) => one.workflow === workflow)?.slug ?? alwaysReady);
  const facts = { ids, now, hostId, personId, scenarioOf };
  const heldBy = (grant: DemoPerson['grants'][number]) =>
    demo.people.find(({ grants }) => grants.includes(grant))?.id ?? '';
  const { slug } = demo.workflow;
  return [
    ...pilotItems({
      ...{ now, id: ids('pilot', slug), workflowId: ids('workflow', slug) },
      scenarioIds: [ids('scenario', demo.scenario.slug)],
      ...{ ownerId: heldBy('owner'), hrLeadId: heldBy('hrLead') },
      memberIds: demo.people.filter(({ pilotMember }) => pilotMember).map(({ id }) => id),
    }),
    ...demo.discoveries.map((one) => discoveryItem(one, facts)),
    ...demo.officeHours.flatMap((one) => seriesItems(one, facts)),
  ];
}

function overridden(base: readonly StarterRule[], more: readonly StarterRule[]): StarterRule[] {
  const cell = (r: StarterRule) => `${r.tool}/${r.dataClass}`;
  return [...new Map([...base, ...more].map((r) => [cell(r), r])).values()];
}

function workflowBody(w: StarterWorkflow, ids: Ids, isDemo: boolean, { ownerId }: LoadOptions): object {
  const { firstChoice: _, department, steps, worksheet, ...rest } = w;
  const running = w.slug === demo.workflow.slug;
  const stage = running ? 'pilot' : isDemo || w.slug === alwaysScaled ? 'scaled' : 'candidate';
  const lead = demo.people.find((p) => p.grants.includes('hrLead'));
  const owner = demo.people.find((p) => p.grants.includes('owner'));
  return {
    ...rest,
    departmentId: ids('department', department),
    steps: steps.map(({ role, ...step }, at) => ({
      ...step,
      order: at + 1,
      ...(role ? { roleId: ids('role', role) } : {}),
    })),
    stage,
    pilotMemberIds: running ? demo.people.filter((p) => p.pilotMember).map((p) => p.id) : [],
    worksheet: { ...worksheet, isExample: true },
    // The example shows the one tap on Fridays; its worksheet holds numbers that nobody looked up.
    runCountSource: running ? 'weekly' : 'worksheet',
    ...(isDemo && owner && lead
      ? { ownerId: owner.id, hrLeadId: lead.id }
      : ownerId && w.slug === alwaysScaled
        ? { ownerId }
        : {}),
  };
}

function toolBody({ alternatives, ...tool }: StarterTool, rules: readonly StarterRule[], ids: Ids, now: Date): object {
  const due = addDays(dayOf(now), reviewDays.toolRule);
  return {
    ...tool,
    status: 'active',
    reviewDue: due,
    launchEnabled: false,
    alternatives: alternatives.map((s) => ids('tool', s)),
    rules: rules
      .filter((r) => r.tool === tool.slug)
      .map(({ tool: _, dataClass, ...rule }) => ({
        ...rule,
        dataClassId: ids('dataClass', dataClass),
        decidedBy: 'system',
        decidedAt: now.toISOString(),
        reviewDue: due,
      })),
  };
}

/** Nobody hosts it and nothing is posted until somebody takes it on; in the example somebody has. */
function communityBody({ departments, ...rest }: StarterCommunity, ids: Ids, isDemo: boolean): object {
  const hosts = isDemo ? demo.people.filter((p) => p.grants.includes('host')) : [];
  return {
    ...rest,
    language: 'en',
    hostIds: hosts.map((p) => p.id),
    departmentIds: departments.map((s) => ids('department', s)),
    roleIds: [],
    state: isDemo ? 'active' : 'paused',
    channels: [],
  };
}

type Template = (typeof starter.decisionTemplates)[number];

function decisionBody({ code: _, ...template }: Template, ids: Ids, isDemo: boolean, now: Date): object {
  const open = {
    ...template,
    conditions: [],
    scope: emptyScope,
    state: 'template',
    fromFlagIds: [],
    decidedBy: [],
    effects: [],
  };
  const example = isDemo ? demo.exampleDecisions.find((d) => d.template === template.slug) : undefined;
  if (!example) return open;
  const { scope } = example;
  return {
    ...open,
    answer: example.answer,
    text: example.text,
    conditions: example.conditions,
    state: 'active',
    decidedBy: demo.people
      .filter((p) => p.grants.includes('governance'))
      .slice(0, 1)
      .map((p) => p.id),
    decidedAt: now.toISOString(),
    reviewDue: addDays(dayOf(now), template.reviewDays),
    scope: {
      toolIds: scope.tools.map((s) => ids('tool', s)),
      dataClassIds: scope.dataClasses.map((s) => ids('dataClass', s)),
      workflowIds: scope.workflows.map((s) => ids('workflow', s)),
      departmentIds: scope.departments.map((s) => ids('department', s)),
      roleIds: scope.roles.map((s) => ids('role', s)),
    },
  };
}

const emptyScope = { toolIds: [], dataClassIds: [], workflowIds: [], departmentIds: [], roleIds: [] };

type MakeItem = (kind: string, slug: string, source: object, body: object) => Item;

/** Head and first version. In `starter` all are drafts but S18, which the load itself publishes (content.md 1). */
function scenarioItems(
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

type DemoPerson = (typeof demo.people)[number];

function personItem(person: DemoPerson, ids: Ids, stamps: Record<string, string>): Item {
  const body = {
    displayName: person.name,
    status: 'active',
    roleIds: [ids('role', person.role)],
    departmentId: ids('department', person.department),
    roleSource: 'chosen',
    grants: person.grants.map((grant) => ({
      grant,
      ...grantScope(grant, ids('department', person.department)),
      givenBy: 'system',
      givenAt: stamps.createdAt,
    })),
    ...stamps,
  };
  return { kind: 'person', id: person.id, source: person, body };
}

/** Authors and managers act in their department, the others everywhere. */
const grantScope = (grant: DemoPerson['grants'][number], departmentId: string) =>
  grant === 'author' || grant === 'manager'
    ? { scopeKind: 'department', scopeId: departmentId }
    : { scopeKind: 'tenant' };

/** Prompts and criteria with the ids that rest on their place in the scenario. */
const contractIds = ({ slug, prompts, criteria }: Pick<StarterScenario, 'slug' | 'prompts' | 'criteria'>) => ({
  prompts: prompts.map((p) => ({ ...p, id: derivedId(slug, p.purpose) })),
  criteria: criteria.map((c, at) => ({ ...c, id: derivedId(slug, 'criterion', String(at)) })),
});
