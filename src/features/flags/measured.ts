/** What figures need to know of flags: how long answers took, and what must not look proven. Never who asked or what. */
import { findAll } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import { workingHoursBetween } from '../../core/working-time.ts';
import { loadedOf } from './documents.ts';
import type { Flag } from './model.ts';

export interface AnsweredFlag {
  readonly workflowId?: string | undefined;
  readonly departmentId?: string | undefined;
  readonly answeredAt: string;
  /** From the question to the answer that stands; waiting for the reporter is part of it. */
  readonly workingHours: number;
  readonly isInTime: boolean;
}

export async function answeredFlags({ store, who }: Turn, since: string): Promise<AnsweredFlag[]> {
  const answered: AnsweredFlag[] = [];
  for await (const document of findAll(store, { kind: 'flag', where: [['answeredAt', '>=', since]] })) {
    const { flag } = loadedOf(document);
    const { answeredAt, createdAt, dueAt, scope } = flag;
    if (!answeredAt || !['answered', 'closed'].includes(flag.state)) continue;
    const workingHours = workingHoursBetween(new Date(createdAt), new Date(answeredAt), who.zone);
    answered.push({ ...scope, answeredAt, workingHours, isInTime: answeredAt <= dueAt });
  }
  return answered;
}

const open: readonly Flag['state'][] = ['open', 'assigned', 'waiting', 'needsDecision'];
const serious: readonly Flag['category'][] = ['fairness', 'dataHandling'];

/** Scenarios about which somebody asks whether they are fair, or what data they may see. */
export async function seriousScenarios({ store }: Pick<Turn, 'store'>): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const where = [
    ['state', 'in', open],
    ['category', 'in', serious],
  ] as const;
  for await (const document of findAll(store, { kind: 'flag', where })) {
    const { scenarioId } = loadedOf(document).flag.context;
    if (scenarioId) found.add(scenarioId);
  }
  return found;
}
