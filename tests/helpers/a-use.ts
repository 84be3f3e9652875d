/** A run as it stands when a prompt was just taken along. */
import { type Use, use } from '../../src/core/run.ts';

export const aUse = (change: Partial<Use> = {}): Use =>
  use.parse({
    week: '2026-W48',
    personKey: 'somebody',
    workflowId: 'workflow',
    scenarioId: 'scenario',
    version: 1,
    promptId: 'prompt',
    toolId: 'tool',
    ...{ surface: 'bot', action: 'copied', startedAt: '2026-11-23T10:00:00.000Z' },
    ...{ method: 'none', isTimed: false, result: 'notSaid', warnings: {}, withPack: false, isLapsed: false },
    ...change,
  });
