/** What the tab sends about discoveries and gets back. */
import { z } from 'zod';
import { queueFilter, workItem, workLine } from '../../core/work-item.ts';

/** Read long, so that a text of any length comes back with what is wrong with it. */
const long = z.string().max(60_000);
const id = z.string().max(100);
const amount = z.union([z.string().max(20), z.number()]).transform(String);

const written = {
  what: long,
  title: long.optional(),
  dataClassId: id,
  /** No real names or secrets in it. */
  clean: z.boolean(),
  scenarioId: id.optional(),
  toolId: id.optional(),
  roleId: id.optional(),
  promptText: long.optional(),
  sampleOutput: long.optional(),
  minutesBefore: amount.optional(),
  minutesAfter: amount.optional(),
  credit: z.enum(['named', 'communityOnly']).optional(),
  /** The person saw what looked like personal data and decided. */
  isChecked: z.boolean().optional(),
};
export const editBody = z.strictObject(written);
export type EditBody = z.infer<typeof editBody>;
/** `anyway`: shared though something looks like it. */
export const shareBody = z.strictObject({ ...written, anyway: z.boolean().optional() });

export const shareReply = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shared'), item: workItem }),
  /** Sent again with `isChecked`, or with these texts. */
  z.strictObject({
    kind: z.literal('check'),
    findings: z.array(z.strictObject({ path: z.string(), text: z.string() })),
    masked: z.strictObject({ what: long, title: long, promptText: long, sampleOutput: long }),
  }),
  /** Sent again with `anyway`, or `alsoUsed` there. */
  z.strictObject({
    kind: z.literal('alike'),
    items: z.array(
      z.strictObject({
        kind: z.enum(['discovery', 'scenario']),
        id,
        title: z.string(),
        text: z.string(),
      }),
    ),
  }),
]);

export const listQuery = z.strictObject({ queue: z.literal('review').optional(), ...queueFilter.shape });
export const discoveryList = z.strictObject({ items: z.array(workLine) });

export const nothing = z.strictObject({});
export const textBody = z.strictObject({ text: long });
/** `discovery/<id>` or `scenario/<id>`. */
export const mergeBody = z.strictObject({ twin: z.string().max(120) });
export const acceptBody = z.strictObject({
  fold: z.enum(['newScenario', 'variant', 'newPrompt', 'goodExample']),
  scenarioId: id.optional(),
  workflowId: id.optional(),
  title: long.optional(),
  promptText: long.optional(),
  example: long.optional(),
  whyGood: long.optional(),
  anonymised: z.boolean().optional(),
});
