/** Each Monday at nine of their own clock everybody who leads gets the card of their week (product 8.6, `ownerWeek`). */
import { z } from 'zod';
import { dueId } from '../../core/due-item.ts';
import type { Job } from '../../core/feature.ts';
import { atLocal, localOf } from '../../core/local-time.ts';
import { type NoticeKind, noticeJob, noticeOperation } from '../../core/notice.ts';
import { person } from '../../core/person.ts';
import { placeOf } from '../../core/place.ts';
import { nextTime, type Recurring } from '../../core/recurring.ts';
import { addDays, dayOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { cardOf } from './week-answers.ts';
import type { WeekDeps } from './week-desk.ts';
import { isLead } from './week-load.ts';
import { weekWords } from './week-view.ts';

const kind = 'ownerWeek';
const dayMs = 86_400_000;
/** A Sunday at six in UTC: before Monday at nine of every zone. */
const firstSunday = Date.parse('1970-01-04T06:00:00Z');
const usefulMs = 12 * 3_600_000;

export const weekly: Recurring = {
  job: kind,
  next: (after) => new Date(firstSunday + (Math.floor((after.getTime() - firstSunday) / (7 * dayMs)) + 1) * 7 * dayMs),
};

/** Planned by the person, so that zones and clock changes are theirs. */
export const weekJob = (deps: WeekDeps): Job => ({
  name: kind,
  async run(turn, { dueAt }) {
    const monday = addDays(dayOf(new Date(dueAt)), 1);
    const plans = await Promise.all(
      [...new Set(await deps.leads(turn))].map(async (personId) => {
        const { at } = atLocal(monday, '09:00', await zoneOf(turn, personId));
        const usefulUntil = new Date(at.getTime() + usefulMs);
        const notice = { kind, subject: personId, audience: personId, occurrence: monday };
        return usefulUntil > turn.now ? [noticeOperation(at, notice, usefulUntil)] : [];
      }),
    );
    return [...plans.flat(), nextTime(weekly, turn.now)];
  },
});

const placed = z.object({ zone: z.string().optional(), seen: z.object({ zone: z.string() }).optional() });

async function zoneOf({ store }: Turn, personId: string): Promise<string> {
  const found = await store.get('person', personId);
  const known = found && placed.parse(person.parse(found.body));
  return known?.zone ?? known?.seen?.zone ?? 'UTC';
}

export const weekNotice = (deps: WeekDeps): NoticeKind => ({
  kind,
  lane: 'program',
  recipients: async (_, { audience }) => [audience],
  async card(turn) {
    // A right that was taken away, or nothing to say: no card.
    if (!(await isLead(deps, turn))) return undefined;
    const said = await weekWords(deps, turn);
    return said.isEmpty ? undefined : cardOf(deps, turn, said, placeOf(turn));
  },
});

/** True on a Monday for whom the card of the week stands for that of the day. */
export async function weekStands({ store, who, now }: Turn): Promise<boolean> {
  const { date } = localOf(now, who.zone);
  if (new Date(`${date}T00:00:00Z`).getUTCDay() !== 1) return false;
  const planned = dueId(noticeJob, who.personId, `${kind}/${who.personId}/${date}`);
  return (await store.get('dueItem', planned)) !== undefined;
}
