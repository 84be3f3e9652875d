/** A filled prompt leaves: its run is on record, without a word of what was typed. */
import type { UseCall } from '../../core/runs.ts';
import type { Turn } from '../../core/turn.ts';
import type { Entry } from './book.ts';
import { isExample, type Values } from './fill.ts';
import type { Prompt } from './scenario-version.ts';
import type { Shelf } from './shelf.ts';
import type { Scene } from './view.ts';
import type { Clear } from './warning.ts';

interface Taken {
  readonly entry: Entry;
  readonly scene: Pick<Scene, 'book'>;
  readonly prompt: Prompt;
  /** As the person typed it, before anything was replaced. */
  readonly typed: Values;
  readonly clear: Clear;
  readonly isTimed?: boolean;
}

/** The run to be told of later; none with invented data, which counts nowhere. */
export async function takeAlong(
  { deps }: Shelf,
  turn: Turn,
  { entry, scene, prompt, typed, clear, isTimed }: Taken,
): Promise<{ readonly useId?: string }> {
  const withPack = isExample(prompt, typed, scene.book.packs.get(entry.contract.packId ?? ''));
  const { useId } = await deps.runs().begin(turn, {
    workflowId: entry.workflow.id,
    scenarioId: entry.id,
    version: entry.contract.version,
    promptId: prompt.id,
    toolId: clear.verdict.toolId,
    usualMinutes: entry.contract.time.afterMinutes,
    ...wayOf(turn),
    warnings: clear.passed,
    withPack,
    ...(isTimed === undefined ? {} : { isTimed }),
  });
  return withPack ? {} : { useId };
}

function wayOf({ where: { surface } }: Turn): Pick<UseCall, 'surface' | 'action'> {
  if (surface === 'compose') return { surface: 'extension', action: 'inserted' };
  return { surface: surface === 'tab' ? 'tab' : surface === 'cardDialog' ? 'extension' : 'bot', action: 'copied' };
}
