/** What the tab sends about tool requests and gets back. */
import { z } from 'zod';
import { queueFilter, workItem, workLine } from '../../core/work-item.ts';

/** Read long, so that a text of any length comes back with what is wrong with it. */
const long = z.string().max(20_000);
const id = z.string().max(100);

const laneAnswers = {
  outputAffects: z.enum(['onlyMe', 'colleagues', 'outsiders', 'decisionsAboutPeople']).optional(),
  reversible: z.boolean().optional(),
  accountKind: z.enum(['work', 'personal', 'none']).optional(),
};

export const askBody = z.strictObject({
  toolName: long,
  need: long,
  /** Left out where the person does not know. */
  dataClassId: id.optional(),
  alreadyUsing: z.boolean().optional(),
  ...laneAnswers,
});

export const askReply = z.strictObject({
  item: workItem,
  /** What can be used until it is decided. */
  meanwhile: z.array(z.string()),
  lane: z.strictObject({ id: z.enum(['fast', 'review', 'restricted']), word: z.string() }),
  dueAt: z.string(),
});

export const listQuery = queueFilter;
export const requestList = z.strictObject({ items: z.array(workLine) });

export const nothing = z.strictObject({});
export const textBody = z.strictObject({ text: long });
export const joinBody = z.strictObject({ need: long, alreadyUsing: z.boolean().optional(), ...laneAnswers });
export const decideBody = z.strictObject({
  ruling: z.enum(['approved', 'limited', 'blocked']),
  why: long,
  condition: long.optional(),
  dataClassId: id.optional(),
  listName: long.optional(),
  toolKind: z
    .enum(['assistant', 'meetingNotes', 'insideOtherSystem', 'imageMaker', 'transcription', 'code', 'other'])
    .optional(),
  accountKind: z.enum(['work', 'personal', 'none']).optional(),
});
