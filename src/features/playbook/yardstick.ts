/** The contract of the version that was run, for whoever judges what came out (product 7.7, R24, R31). */
import type { TenantStore } from '../../core/documents.ts';
import type { Yardstick } from '../../core/playbook-view.ts';
import { versionsOf } from './edit-documents.ts';
import { type ScenarioVersion, scenarioVersion } from './scenario-version.ts';
import { visible } from './sight.ts';
import type { Scene } from './view.ts';

interface Edition {
  readonly scenarioId: string;
  readonly version: number;
}

/** Good is defined before anything is judged: there is none of a draft. */
export async function yardstick(
  store: TenantStore,
  scene: Scene,
  { scenarioId, version }: Edition,
): Promise<Yardstick | undefined> {
  const entry = scene.book.entries.get(scenarioId);
  if (!entry) return undefined;
  const contract = entry.contract.version === version ? entry.contract : await earlier(store, scenarioId, version);
  if (!contract) return undefined;
  const { title, criteria, bar, goodExample } = contract;
  const ownerId = entry.head.ownerId ?? entry.workflow.ownerId;
  return {
    title,
    workflowId: entry.workflow.id,
    ...(ownerId ? { ownerId } : {}),
    isSeen: visible(scene, scenarioId) !== undefined,
    criteria,
    minScore: bar.minScore,
    good: { text: goodExample.text, whyGood: goodExample.whyGood },
  };
}

async function earlier(store: TenantStore, scenarioId: string, version: number): Promise<ScenarioVersion | undefined> {
  const found = (await versionsOf(store, scenarioId)).find(({ text }) => text.version === version);
  return found?.text.publishedAt === undefined ? undefined : scenarioVersion.parse(found.text);
}
