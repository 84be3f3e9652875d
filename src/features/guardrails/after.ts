/** What follows a change of the rules: scenarios are held or released, and those that rest on a replaced decision go to a check (product 7.2). */
import type { WriteOperation } from '../../core/documents.ts';
import { dueOperation } from '../../core/due-item.ts';
import type { Job } from '../../core/feature.ts';
import { newId } from '../../core/ids.ts';
import { wholeTenant } from '../../core/recurring.ts';
import { writeStamped } from '../../core/stamp.ts';
import type { Turn } from '../../core/turn.ts';
import { decision } from './model.ts';

export interface AfterDeps {
  readonly holdsAgain: (turn: Turn) => Promise<void>;
  /** Batches as those of a change of a tool: what was cut off is asked for again until nothing is left. */
  readonly replacedOperations: (turn: Turn, decisionId: string) => Promise<readonly (readonly WriteOperation[])[]>;
}

const rulesJob = 'rulesChanged';
const replacedJob = 'decisionReplaced';
const usefulMs = 90 * 86_400_000;

const planned = ({ now }: Turn, job: string, subject: string): WriteOperation =>
  dueOperation({ job, subject, occurrence: newId(), at: now, usefulUntil: new Date(now.getTime() + usefulMs) });

/** For the write that changes what a tool may see. */
export const afterRules = (turn: Turn): WriteOperation => planned(turn, rulesJob, wholeTenant);

/** For the write that puts another decision in its place. */
export const afterReplaced = (turn: Turn, decisionId: string): WriteOperation => planned(turn, replacedJob, decisionId);

export const afterJobs = ({ holdsAgain, replacedOperations }: AfterDeps): Job[] => [
  {
    name: rulesJob,
    async run(turn) {
      await holdsAgain(turn);
      return [];
    },
  },
  {
    name: replacedJob,
    async run(turn, { subject }) {
      const found = await turn.store.get('decision', subject);
      // Taken back meanwhile, it holds again.
      if (!found || decision.parse(found.body).state !== 'replaced') return [];
      for (const batch of await replacedOperations(turn, subject))
        if ((await writeStamped(turn.store, ['content'], batch)).kind !== 'ok')
          throw new Error('guardrails: a scenario has changed meanwhile');
      return [];
    },
  },
];
