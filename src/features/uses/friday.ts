/** Friday's questions: what is asked is decided when the day has come, and once more when the card leaves. */
import type { Job } from '../../core/feature.ts';
import { type NoticeKind, noticeOperation } from '../../core/notice.ts';
import type { Desk } from './desk.ts';
import { fridayJob, fridayOperation } from './friday-plan.ts';
import { fridayCardFor, questionsOf } from './friday-view.ts';
import { runningFor } from './joined.ts';
import { openRound } from './pulse.ts';
import { countNotice, pulseNotice } from './questions.ts';

const answerableMs = 2 * 86_400_000;

/** The next one follows while they are in a running pilot, or one that was over has a question open. */
export const fridayOf = (desk: Desk): Job => ({
  name: fridayJob,
  run: async (system, { subject: personId, facts: { week = '' } }) => {
    const turn = await desk.people().asPerson(system, personId);
    if (!turn) return [];
    const { counts, pulse } = await questionsOf(desk, turn, week);
    const kind = pulse ? pulseNotice : countNotice;
    const until = new Date(turn.now.getTime() + answerableMs);
    const goesOn = (await runningFor(desk, turn)).length > 0 || (await openRound(desk, turn)) !== undefined;
    return [
      ...(pulse || counts.length > 0
        ? [noticeOperation(turn.now, { kind, subject: personId, occurrence: week }, until)]
        : []),
      ...(goesOn ? [fridayOperation(personId, turn.now, turn.who.zone)] : []),
    ];
  },
});

/** Two kinds of one card, so that it is known when a question without a name was last asked. */
export const fridayNotices = (desk: Desk): NoticeKind[] =>
  [countNotice, pulseNotice].map((kind) => ({
    kind,
    lane: 'news',
    recipients: async (_, { subject }) => [subject],
    card: (turn, { occurrence: week }) => fridayCardFor(desk, turn, week),
  }));
