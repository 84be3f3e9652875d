/** What nobody has to ask for: each day every live scenario is looked at, and after a change of the rules whether it can still be used (product 7.2). */
import type { Job } from '../../core/feature.ts';
import { daily, nextTime, type Recurring } from '../../core/recurring.ts';
import { writeStamped } from '../../core/stamp.ts';
import type { Turn } from '../../core/turn.ts';
import type { Entry } from './book.ts';
import type { LifeDesk } from './life-desk.ts';
import { scenario } from './model.ts';
import { holdJob, turnedBy } from './scenario-hold.ts';
import { lateOperations } from './scenario-late.ts';
import { type Changes, looked, reasonsOf } from './scenario-look.ts';
import { isLive } from './scenario-rules.ts';
import { changeOperations } from './scenario-turn.ts';

/** In the night of most, before anybody's day card. */
export const upkeep: Recurring = { job: 'playbookUpkeep', next: daily(3) };

export const upkeepJobs = (desk: LifeDesk): Job[] => [
  {
    name: upkeep.job,
    async run(turn) {
      const scene = await desk.shelf.scene(turn);
      const at = await looked(desk, turn, scene);
      await lookAtAll(desk, turn, (entry) => reasonsOf(at, entry));
      return [...lateOperations(scene), nextTime(upkeep, turn.now)];
    },
  },
  {
    name: holdJob,
    async run(turn) {
      await holdsAgain(desk, turn);
      return [];
    },
  },
];

/** Held or released by what the rules say now. */
export const holdsAgain = (desk: LifeDesk, turn: Turn): Promise<void> => lookAtAll(desk, turn, async () => []);

/** One write for each scenario; somebody's edit at that moment has the whole looked at again. */
async function lookAtAll(
  desk: LifeDesk,
  turn: Turn,
  reasonsFor: (entry: Entry) => Promise<Changes['reasons']>,
): Promise<void> {
  const scene = await desk.shelf.scene(turn);
  let missed = 0;
  for (const entry of scene.book.entries.values()) {
    if (!isLive(entry.head) || entry.workflow.stage === 'retired') continue;
    const reasons = await reasonsFor(entry);
    const turned = turnedBy(entry, scene);
    if (reasons.length === 0 && !turned) continue;
    const found = await turn.store.get('scenario', entry.id);
    const operations = found
      ? await changeOperations(desk, turn, {
          found: { ...found, head: scenario.parse(found.body) },
          entry,
          reasons,
          turned,
        })
      : [];
    if (operations.length === 0) continue;
    if ((await writeStamped(turn.store, ['content'], operations)).kind !== 'ok') missed++;
  }
  if (missed > 0) throw new Error(`playbook: ${missed} scenarios have changed meanwhile`);
}
