/** What the tab sends to the playbook and gets from it. */
import { z } from 'zod';

export const scenarioLine = z.strictObject({
  id: z.string(),
  title: z.string(),
  helpsYou: z.string(),
  forLine: z.string(),
  workflowId: z.string(),
  workflow: z.string(),
  stepOrder: z.number().int(),
  roleIds: z.array(z.string()),
  /** The verdict of now for the tool to use first. */
  tool: z.strictObject({ name: z.string(), verdict: z.string(), word: z.string() }),
  dataClass: z.string(),
});
export type ScenarioLine = z.infer<typeof scenarioLine>;

export const scenarioList = z.strictObject({ items: z.array(scenarioLine) });

export const workflowLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  problem: z.string(),
  department: z.string(),
  stage: z.strictObject({ id: z.string(), word: z.string() }),
  steps: z.array(z.strictObject({ order: z.number().int(), title: z.string(), isAiStep: z.boolean() })),
  scenarioIds: z.array(z.string()),
});
export type WorkflowLine = z.infer<typeof workflowLine>;

export const workflowList = z.strictObject({ items: z.array(workflowLine) });
