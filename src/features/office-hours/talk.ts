/** Who comes to a session and what is talked about: the part of office hours from the first answer to what came of it. */
import { z } from 'zod';
import type { Erasure } from '../../core/erasure.ts';
import { action, type Feature } from '../../core/feature.ts';
import type { ItemSource } from '../../core/items.ts';
import { sessionAgenda } from './agenda.ts';
import type { Desk } from './desk.ts';
import { tellHelped } from './helped.ts';
import { closeOutcome, makeOutcome } from './outcome-answers.ts';
import { nothingToRecord, openRecap, sendRecap } from './recap-answers.ts';
import { recapSent } from './recap-form.ts';
import { sessionNotes } from './recap-jobs.ts';
import { openRecapCard, recapNotices, recapPosts } from './recap-view.ts';
import { reminderKind, sessionReminder } from './reminder.ts';
import { openRsvp, pressReminder, pressRsvp, seatFree } from './rsvp-answers.ts';
import { fillSeats } from './rsvp-promote.ts';
import type { TalkDesk } from './talk-desk.ts';
import { talkErasure } from './talk-erasure.ts';
import { talkItems } from './talk-items.ts';
import { lineUp } from './talk-line.ts';
import { hostNews } from './talk-news.ts';
import { sendTopic, topicForm, topicSent } from './topic-form.ts';
import { orderTopic, pressTopic } from './topic-host.ts';
import type { TopicEvent } from './topic-rules.ts';
import { openTopic, openTopics } from './topic-view.ts';
import { wantTopic } from './topic-want.ts';

const id = z.string().max(100);
const ofSession = z.object({ sessionId: id });
const ofTopic = z.object({ topicId: id, sessionId: id });
const worded = ofTopic.extend({ title: z.string().max(20_000).default('') });
const placed = ofTopic.extend({ step: z.enum(['up', 'down']) });
const ofOutcome = z.object({ outcomeId: id });

/** Its part of the feature, and what others may ask of it. */
export interface Talk extends Required<Pick<Feature, 'actions' | 'jobs' | 'notices' | 'posts'>> {
  readonly erasures: readonly Erasure[];
  /** For the lists of a person's own things, and of what waits for a host. */
  readonly sources: readonly ItemSource[];
}

/** One for the whole feature: whoever presses through another door waits in the same line. */
export const talkDesk = (desk: Desk): TalkDesk => ({ ...desk, sessionLine: lineUp(), topicLine: lineUp() });

export function talk(desk: TalkDesk): Talk {
  return {
    sources: talkItems(desk),
    erasures: [talkErasure(desk.hash)],
    jobs: [sessionAgenda(desk), sessionReminder, sessionNotes, fillSeats],
    notices: [reminderKind(desk), seatFree(desk), hostNews(desk), recapNotices(desk)],
    posts: [recapPosts(desk)],
    actions: [...rsvpActions(desk), ...topicActions(desk), ...recapActions(desk)],
  };
}

const rsvpActions = (desk: TalkDesk) => [
  action('openRsvp', ofSession, (turn, { sessionId }) => openRsvp(desk, turn, sessionId)),
  action('rsvpYes', ofSession, (turn, { sessionId }) => pressRsvp(desk, turn, sessionId, 'yes')),
  action('rsvpMaybe', ofSession, (turn, { sessionId }) => pressRsvp(desk, turn, sessionId, 'maybe')),
  action('rsvpNo', ofSession, (turn, { sessionId }) => pressRsvp(desk, turn, sessionId, 'no')),
  action('stopReminders', ofSession, (turn, { sessionId }) =>
    pressReminder(desk, turn, { sessionId, reminder: 'off' }),
  ),
  action('startReminders', ofSession, (turn, { sessionId }) =>
    pressReminder(desk, turn, { sessionId, reminder: 'default' }),
  ),
];

/** The verb of each button and what it does to the topic. */
const topicPresses: Readonly<Record<string, TopicEvent['name']>> = {
  acceptTopic: 'accept',
  rewordTopic: 'reword',
  dropTopic: 'drop',
  carryTopic: 'carryOver',
};

const topicActions = (desk: TalkDesk) => [
  action('openTopics', ofSession, (turn, { sessionId }) => openTopics(desk, turn, sessionId)),
  action('topicForm', topicSent, (turn, data) => topicForm(desk, turn, data)),
  action('sendTopic', topicSent, (turn, data) => sendTopic(desk, turn, data)),
  action('wantTopic', ofTopic, (turn, data) => wantTopic(desk, turn, data)),
  action('openTopic', ofTopic, (turn, data) => openTopic(desk, turn, data)),
  action('orderTopic', placed, (turn, data) => orderTopic(desk, turn, data)),
  ...Object.entries(topicPresses).map(([verb, name]) =>
    action(verb, worded, (turn, data) => pressTopic(desk, turn, { ...data, name })),
  ),
];

const recapActions = (desk: TalkDesk) => [
  action('openRecap', ofSession, (turn, { sessionId }) => openRecap(desk, turn, sessionId)),
  action('readRecap', ofSession, (turn, { sessionId }) => openRecapCard(desk, turn, sessionId)),
  action('sendRecap', recapSent, (turn, data) => sendRecap(desk, turn, data)),
  action('nothingToRecord', ofSession, (turn, { sessionId }) => nothingToRecord(desk, turn, sessionId)),
  action('itHelped', ofSession, (turn, { sessionId }) => tellHelped(desk, turn, sessionId, 'yes')),
  action('itDidNot', ofSession, (turn, { sessionId }) => tellHelped(desk, turn, sessionId, 'no')),
  action('makeOutcome', ofOutcome, (turn, { outcomeId }) => makeOutcome(desk, turn, outcomeId)),
  action('outcomeDone', ofOutcome, (turn, { outcomeId }) => closeOutcome(desk, turn, { outcomeId, state: 'done' })),
  action('outcomeDrop', ofOutcome, (turn, { outcomeId }) => closeOutcome(desk, turn, { outcomeId, state: 'dropped' })),
];
