/** The office hours' door: series, their sessions, who comes, what is talked about and what came of it. */
import { z } from 'zod';
import type { NextSessions } from '../../core/community.ts';
import type { Erasure } from '../../core/erasure.ts';
import { type Action, action, type Command, type Feature } from '../../core/feature.ts';
import { officeHoursRoutes } from './api.ts';
import { calendarSync } from './calendar-sync.ts';
import type { Desk } from './desk.ts';
import { feedSource } from './feed-api.ts';
import { feedErasure } from './feeds.ts';
import { hostAct } from './host-act.ts';
import { doing, hostForm } from './host-form.ts';
import { openHostSeries } from './host-series.ts';
import { openHostSession } from './host-session.ts';
import { sent } from './plan-form.ts';
import { opening, planForm } from './plan-open.ts';
import { postSeries } from './plan-post.ts';
import { preview } from './plan-preview.ts';
import { postSession, sessionPosts, unfold } from './post.ts';
import { seriesErasure } from './series-erasure.ts';
import { planZoneCheck, seriesJobs } from './series-jobs.ts';
import { seriesNotices } from './series-notice.ts';
import { sessionJobs } from './session-jobs.ts';
import { hostCommand, hostList, officeHours as listHours, officeHoursCommand } from './session-list.ts';
import { nextSessions } from './session-next.ts';
import { sessionNotices } from './session-notice.ts';
import { openSession } from './session-open.ts';
import { type Talk, talk, talkDesk } from './talk.ts';

const everywhere = ['personal', 'groupChat', 'channel'] as const;

const ofSession = z.object({ sessionId: z.string().max(100) });
const ofSeries = z.object({ seriesId: z.string().max(100) });

/** Office hours and what other features may ask of them. */
export interface OfficeHours extends Feature, Pick<Talk, 'sources'> {
  readonly erasures: readonly Erasure[];
  /** For a channel's page and its digest. */
  readonly nextSessions: NextSessions;
}

export function officeHours(handed: Omit<Desk, 'postSession'>): OfficeHours {
  const desk = talkDesk({ ...handed, postSession });
  const said = talk(desk);
  return {
    name: 'officeHours',
    sources: said.sources,
    commands: commandsOf(desk),
    actions: [...planActions(desk), ...hostActions(desk), ...said.actions],
    jobs: [...seriesJobs(desk), ...sessionJobs, calendarSync(desk), ...said.jobs],
    notices: [...sessionNotices(desk), ...seriesNotices(desk), ...said.notices],
    posts: [sessionPosts(desk), ...said.posts],
    links: [{ prefix: 'o', run: (turn, id) => unfold(desk, turn, id) }],
    routes: officeHoursRoutes(desk),
    feeds: feedSource(desk),
    erasures: [seriesErasure, ...said.erasures, feedErasure],
    nextSessions,
    warmUp: ({ store, now }) => planZoneCheck(store, now),
  };
}

/** `next` and `host` alone: "next week's report" is a question. */
const further = { scopes: everywhere, listed: false, standsAlone: true } as const;

const commandsOf = (desk: Desk): Command[] => [
  { name: 'officeHours', scopes: everywhere, listed: true, run: (turn, rest) => officeHoursCommand(desk, turn, rest) },
  { name: 'nextSession', ...further, run: (turn) => listHours(desk, turn) },
  { name: 'hostSessions', ...further, run: (turn) => hostCommand(desk, turn) },
];

const planActions = (desk: Desk): Action[] => [
  action('planForm', opening, (turn, asked) => planForm(desk, turn, asked)),
  action('previewSeries', sent, (turn, data) => preview(desk, turn, data)),
  action('postSeries', sent, (turn, data) => postSeries(desk, turn, data)),
  action('openSession', ofSession, (turn, { sessionId }) => openSession(desk, turn, sessionId)),
];

const hostActions = (desk: Desk): Action[] => [
  action('hostList', z.object({}), (turn) => hostList(desk, turn)),
  action('hostSession', ofSession, (turn, { sessionId }) => openHostSession(desk, turn, sessionId)),
  action('hostSeries', ofSeries, (turn, { seriesId }) => openHostSeries(desk, turn, seriesId)),
  action('hostForm', doing, (turn, asked) => hostForm(desk, turn, asked)),
  action('hostAct', doing, (turn, data) => hostAct(desk, turn, data)),
];
