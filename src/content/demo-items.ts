/** What only the demo has: its people, their pilot with its runs, what they found and met over. */
import { derivedId } from '../core/ids.ts';
import { discoveryItem, seriesItems } from './demo-hours.ts';
import { pilotItems } from './demo-pilot.ts';
import { runItems } from './demo-runs.ts';
import { alwaysReady, type Ids, type Item, type LoadOptions } from './item.ts';
import { contractIds } from './scenario-items.ts';
import { demo, starter } from './starter.ts';

type DemoPerson = (typeof demo.people)[number];

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
export function liveItems(ids: Ids, now: Date): Item[] {
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

export function personItem(person: DemoPerson, ids: Ids, stamps: Record<string, string>): Item {
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
