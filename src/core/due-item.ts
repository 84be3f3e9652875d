/** Work that waits for its time (reliability 9): one document, claimed with a lease by whoever ticks first. */
import { z } from 'zod';
import type { WriteOperation } from './documents.ts';
import { count, instant, ref } from './fields.ts';
import { derivedId } from './ids.ts';

export const dueItem = z.strictObject({
  /** Name of the job that does it. */
  job: z.string().max(60),
  /** Id of what it is about; read again when its time has come. */
  subject: ref,
  /** What the subject must still say, and other small facts. */
  facts: z.record(z.string(), z.string()),
  dueAt: instant,
  /** Past this it is closed without being done. */
  usefulUntil: instant,
  state: z.enum(['due', 'claimed', 'done', 'expired']),
  /** When it is next looked at: its time, or the end of a lease. */
  wakeAt: instant,
  fence: count,
  attempts: count,
});
export type DueItem = z.infer<typeof dueItem>;

/** Of what is done nothing wakes any more. */
export const never = '9999-12-31T00:00:00.000Z';

export interface Due {
  readonly job: string;
  readonly subject: string;
  /** What tells this one from others of the same job and subject; the same twice is one item. */
  readonly occurrence: string;
  readonly facts?: Readonly<Record<string, string>>;
  readonly at: Date;
  readonly usefulUntil: Date;
}

/** The same for the same; whoever makes it, it is one item. */
export const dueId = (job: string, subject: string, occurrence: string): string =>
  derivedId('due', job, subject, occurrence);

type Creation = Extract<WriteOperation, { op: 'create' }>;

/** To be written in the same batch as its cause. */
export function dueOperation({ job, subject, occurrence, facts = {}, at, usefulUntil }: Due): Creation {
  const body: DueItem = {
    ...{ job, subject, facts: { ...facts }, dueAt: at.toISOString(), usefulUntil: usefulUntil.toISOString() },
    ...{ state: 'due', wakeAt: at.toISOString(), fence: 0, attempts: 0 },
  };
  return { op: 'create', kind: 'dueItem', id: dueId(job, subject, occurrence), body };
}
