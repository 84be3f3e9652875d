/** A tool request: what people use or want, and for what (product 4.3). */
import { z } from 'zod';
import { count, instant, ref, stamped, text } from '../../core/fields.ts';
import { proposedBy, sentBackBy } from '../../core/proposal.ts';

export const requestStates = [
  'submitted',
  'inReview',
  'needsInfo',
  'approved',
  'limited',
  'blocked',
  'solved',
  'withdrawn',
] as const;
/** States in which it still waits for a decision. */
export const openStates = ['submitted', 'inReview', 'needsInfo'] as const;

/** From quick to careful. */
export const lanes = ['fast', 'review', 'restricted'] as const;
export type Lane = (typeof lanes)[number];

export const rulings = ['approved', 'limited', 'blocked'] as const;
export type Ruling = (typeof rulings)[number];

export const affected = ['onlyMe', 'colleagues', 'outsiders', 'decisionsAboutPeople'] as const;
export const accountKinds = ['work', 'personal', 'none'] as const;

export const toolKinds = [
  'assistant',
  'meetingNotes',
  'insideOtherSystem',
  'imageMaker',
  'transcription',
  'code',
  'other',
] as const;

/** What governance wants to decide in the restricted lane, until an HR lead has signed it. */
const proposal = z.strictObject({
  ...proposedBy,
  ruling: z.enum(rulings),
  why: text(240),
  condition: text(160).optional(),
  dataClassId: ref.optional(),
  listName: text(80),
  toolKind: z.enum(toolKinds).optional(),
  accountKind: z.enum(accountKinds),
});
export type Proposal = z.infer<typeof proposal>;

const mostPeople = 10_000;

export const toolRequest = z.strictObject({
  ...stamped,
  toolName: text(80),
  toolId: ref.optional(),
  /** The same for all who mean the same tool. */
  toolKey: ref,
  need: text(600),
  requesterId: ref,
  supporterIds: z.array(ref).max(mostPeople),
  /** For whom the alternative was enough while others still wait: they count, and hear no more. */
  satisfiedIds: z.array(ref).max(mostPeople),
  /** What others who asked for the same want it for. */
  alsoFor: z.array(z.strictObject({ by: ref, text: text(600) })).max(20),
  /** Missing where the person does not know. */
  dataClassId: ref.optional(),
  outputAffects: z.enum(affected).optional(),
  reversible: z.boolean().optional(),
  accountKind: z.enum(accountKinds).optional(),
  /** How many said that they use it already; who they are stands nowhere. */
  usingCount: count,
  alternativeId: ref.optional(),
  alternativeEnough: z.literal('yes').optional(),
  lane: z.enum(lanes),
  state: z.enum(requestStates),
  dueAt: instant,
  /** While the requester is asked something, the clock stands. */
  clockStoppedAt: instant.optional(),
  assigneeId: ref.optional(),
  /** Stays while the request is looked at again. */
  result: z
    .strictObject({
      verdict: z.enum(rulings),
      reason: text(240),
      condition: text(160).optional(),
      decisionId: ref,
      by: ref,
      /** The HR lead who signed it as well. */
      confirmedBy: ref.optional(),
      at: instant,
    })
    .optional(),
  /** Both are read by those who decide alone. */
  proposal: proposal.optional(),
  sentBack: z.strictObject({ ...sentBackBy, proposal }).optional(),
  thread: z
    .array(
      z.strictObject({ side: z.enum(['requester', 'governance']), by: ref.optional(), at: instant, text: text(800) }),
    )
    .max(50),
});
export type ToolRequest = z.infer<typeof toolRequest>;
export type RequestState = ToolRequest['state'];

/** How many asked for it. */
export const demandOf = ({ supporterIds, satisfiedIds }: ToolRequest): number =>
  1 + supporterIds.length + satisfiedIds.length;

export const isOpen = ({ state }: Pick<ToolRequest, 'state'>): boolean => openStates.some((open) => open === state);
