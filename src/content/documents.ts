/** Starter content as documents: slugs become ids that come out the same at every load. */
import { derivedId } from '../core/ids.ts';
import { addDays, dayOf } from '../core/time.ts';
import { liveItems, personItem } from './demo-items.ts';
import { type Ids, type Item, type LoadOptions, reviewDays } from './item.ts';
import { scenarioItems } from './scenario-items.ts';
import type { StarterCommunity, StarterRule, StarterTool, StarterWorkflow } from './shape.ts';
import { demo, starter } from './starter.ts';

const alwaysScaled = 'getting-started';

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
