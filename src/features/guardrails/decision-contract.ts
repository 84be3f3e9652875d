/** What the tab sends to decisions and guardrails and gets from them. */
import { z } from 'zod';
import { text } from '../../core/fields.ts';
import { queueFilter, tone, workLine } from '../../core/work-item.ts';
import { verdictWords } from './contract.ts';

export const decisionStates = ['inForce', 'template', 'history'] as const;
export const decisionQuery = z.strictObject({
  state: z.enum(decisionStates).optional(),
  q: z.string().max(100).optional(),
});

export const decisionLine = z.strictObject({
  id: z.string(),
  question: z.string(),
  answer: z.strictObject({ word: z.string(), sign: z.string(), tone }),
  about: z.string(),
  why: z.string(),
  conditions: z.array(z.string()),
  aboutPeople: z.boolean(),
  decidedBy: z.string(),
  decidedAt: z.string().optional(),
  reviewDue: z.string().optional(),
  isDue: z.boolean(),
  state: z.strictObject({ id: z.string(), word: z.string() }),
});
export type DecisionLine = z.infer<typeof decisionLine>;
export const decisionList = z.strictObject({ items: z.array(decisionLine), next: z.string().optional() });
export type DecisionList = z.infer<typeof decisionList>;

/** Fields of the actions of a decision. `conditions` has one in each line. */
export const changeDecisionBody = z.strictObject({
  verdict: z.enum(verdictWords),
  conditions: z.string().max(1_000).optional(),
  reason: text(240),
});
export const reasonBody = z.strictObject({ reason: text(240) });

export const guardrailLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  rule: z.string(),
  why: z.string(),
  do: z.array(z.string()),
  doNot: z.array(z.string()),
  level: z.enum(['remind', 'confirm', 'stop']),
  levelWord: z.string(),
  /** Where it stands by itself: everywhere, or the data it is about. */
  appliesLine: z.string(),
  reviewDue: z.string(),
  /** Watch items, for those alone who look after them. */
  lawNotes: z.array(
    z.strictObject({
      place: z.string(),
      title: z.string(),
      status: z.string(),
      asOf: z.string(),
      sourceUrl: z.string().optional(),
    }),
  ),
});
export type GuardrailLine = z.infer<typeof guardrailLine>;
export const guardrailList = z.strictObject({ items: z.array(guardrailLine) });

export const dueQuery = z.strictObject({
  ...queueFilter.shape,
  kind: z.enum(['decisions', 'tool-changes']).optional(),
});
export const dueList = z.strictObject({ items: z.array(workLine), next: z.string().optional() });
export type DueList = z.infer<typeof dueList>;
