/** How starter content is written down: the features' own schemas, with slugs where documents hold ids. */
import { z } from 'zod';
import { count, minutes, slug, text } from '../core/fields.ts';
import { community } from '../features/communities/model.ts';
import { dataClass, decision, guardrail, tool, verdict } from '../features/guardrails/model.ts';
import { department, pack, role, worksheet } from '../features/playbook/model.ts';
import {
  criterion,
  goodExample,
  prompt,
  scenarioContract,
  scenarioInput,
} from '../features/playbook/scenario-version.ts';

const bare = { createdAt: true, createdBy: true, updatedAt: true, updatedBy: true, deletedAt: true } as const;

export const starterDepartment = department.omit(bare);
export const starterRole = role
  .omit({ ...bare, departmentId: true, startScenarioId: true, active: true })
  .extend({ department: slug.optional(), startScenario: slug });
export const starterDataClass = dataClass.omit(bare);

export const starterWorkflow = z.strictObject({
  slug,
  name: text(80),
  department: slug,
  problem: text(240),
  steps: z
    .array(z.strictObject({ title: text(80), role: slug.optional(), isAiStep: z.boolean() }))
    .min(2)
    .max(12),
  worksheet: worksheet.omit({ isExample: true }),
  /** True for the workflows offered first when an organisation chooses its pilot. */
  firstChoice: z.boolean(),
});

export const starterTool = tool
  .omit({
    ...bare,
    ownerId: true,
    reviewDue: true,
    alternatives: true,
    rules: true,
    status: true,
    statusReason: true,
    launchEnabled: true,
  })
  .extend({ alternatives: z.array(slug).max(5) });

/** One cell of a matrix: tool x data class. Cells that are not listed are "not decided yet". */
export const starterRule = z.strictObject({
  tool: slug,
  dataClass: slug,
  verdict,
  conditions: z.array(text(160)).max(5),
  reason: text(240),
});

export const starterGuardrail = guardrail
  .omit({ ...bare, ownerId: true, reviewDue: true, state: true, appliesTo: true })
  .extend({
    code: z.string().regex(/^G\d+$/),
    appliesTo: z.strictObject({
      all: z.boolean().default(false),
      departments: z.array(slug).default([]),
      workflows: z.array(slug).default([]),
      dataClasses: z.array(slug).default([]),
      findings: guardrail.shape.appliesTo.shape.findings.default([]),
    }),
  });

/** A decision to be taken: question, weighing points and options; never an answer. */
export const starterDecision = decision
  .pick({ question: true, why: true, aboutPeople: true, options: true, people: true })
  .extend({ code: z.string().regex(/^DT\d+$/), slug, reviewDays: count });

/** An example answer of the demo load; its text starts with "Example, not your rule". */
export const exampleDecision = z.strictObject({
  template: slug,
  answer: z.enum(['yes', 'yesWithConditions', 'no', 'notYet']),
  text: text(800),
  conditions: z.array(text(160)).max(5),
  scope: z.strictObject({
    tools: z.array(slug),
    dataClasses: z.array(slug),
    workflows: z.array(slug),
    departments: z.array(slug),
    roles: z.array(slug),
  }),
});

/** Hosts and channels are chosen where it is loaded. */
export const starterCommunity = community
  .pick({ slug: true, name: true, purpose: true, digest: true })
  .extend({ departments: z.array(slug).min(1) });

export const starterPack = pack.omit({ ...bare, scenarioIds: true }).extend({ code: z.string().regex(/^P\d+$/) });

export const starterScenario = scenarioContract
  .omit({
    roleIds: true,
    toolIds: true,
    dataClassId: true,
    guardrailIds: true,
    decisionIds: true,
    packId: true,
    nextIds: true,
    courseUrl: true,
    language: true,
    inputs: true,
    prompts: true,
    criteria: true,
    humanCheck: true,
    time: true,
    walkthrough: true,
    goodExample: true,
  })
  .extend({
    code: z.string().regex(/^S\d+$/),
    slug,
    workflow: slug,
    stepOrder: count.min(1),
    roles: z.array(slug).min(1).max(5),
    tools: z.array(slug).min(1).max(4),
    dataClass: slug,
    guardrails: z.array(slug).min(1).max(8),
    pack: slug,
    next: z.array(slug).max(4),
    inputs: z
      .array(scenarioInput.omit({ dataClassId: true }).extend({ dataClass: slug }))
      .min(1)
      .max(8),
    prompts: z
      .array(prompt.omit({ id: true }))
      .min(2)
      .max(6),
    criteria: z
      .array(criterion.omit({ id: true }))
      .min(3)
      .max(6),
    goodExample: goodExample.pick({ text: true, whyGood: true }),
    humanCheck: z.strictObject({ who: text(80), what: text(240), signOffRole: slug }),
    time: z.strictObject({ beforeMinutes: minutes, afterMinutes: minutes }),
    guide: text(3000),
  });

export type StarterDepartment = z.input<typeof starterDepartment>;
export type StarterRole = z.input<typeof starterRole>;
export type StarterDataClass = z.input<typeof starterDataClass>;
export type StarterWorkflow = z.input<typeof starterWorkflow>;
export type StarterTool = z.input<typeof starterTool>;
export type StarterRule = z.input<typeof starterRule>;
export type StarterGuardrail = z.input<typeof starterGuardrail>;
export type StarterDecision = z.input<typeof starterDecision>;
export type ExampleDecision = z.input<typeof exampleDecision>;
export type StarterPack = z.input<typeof starterPack>;
export type StarterCommunity = z.input<typeof starterCommunity>;
export type StarterScenario = z.input<typeof starterScenario>;
