/** Pilots that wait for an answer, a signature and a decision, and a workflow that waits for one, for a walk through all buttons. */
import type { TenantStore, WriteOperation } from '../../src/core/documents.ts';
import { type Pilot, pilot } from '../../src/features/pilots/model.ts';
import { workflow } from '../../src/features/playbook/model.ts';

/** `askedId` is asked to take part, `leadId` signs and decides. */
export interface Trying {
  readonly askedId: string;
  readonly leadId: string;
  readonly typed: string;
  readonly now: Date;
}

export const toSign = 'to-widen';

export async function somePilots(store: TenantStore, { askedId, leadId, typed, now }: Trying): Promise<void> {
  // The newest of all that the walker has.
  const at = new Date(now.getTime() + 3_600_000).toISOString();
  const stamps = { createdAt: at, createdBy: 'another', updatedAt: at, updatedBy: 'another' };
  const [found] = (await store.find({ kind: 'workflow', where: [['slug', '=', 'shift-handover']] })).items;
  const whole = {
    ...{ ...stamps, workflowId: found?.id ?? '', name: typed, goal: typed, ownerId: 'another', hrLeadId: leadId },
    ...{ weeks: 6, extendedBy: [], zone: 'UTC', scenarioIds: [], overrides: [], gates: [] },
    roster: [{ personId: askedId, invitedAt: at }],
  };
  const made = (id: string, change: Partial<Pilot>): WriteOperation => ({
    ...{ op: 'create', kind: 'pilot', id },
    body: pilot.parse({ ...whole, ...change }),
  });
  const signing = { by: 'another', as: ['owner'], at, why: typed, lessons: typed } as const;
  await store.write([
    made('asked', { state: 'baseline' }),
    made('to-start', { state: 'baseline', signing: { ...signing, as: [...signing.as], what: 'start' } }),
    made('to-stop', { state: 'deciding', signing: { ...signing, as: [...signing.as], what: 'stop' } }),
    made('to-decide', { state: 'deciding', endedAt: at }),
    {
      ...{ op: 'create', kind: 'workflow', id: toSign },
      body: workflow.parse({
        ...{ ...Object(found?.body), name: typed, stage: 'proven', hrLeadId: leadId },
        signing: { by: 'another', as: ['owner'], at },
      }),
    },
  ]);
}
