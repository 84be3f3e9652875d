/** Routes of the API that no row of the matrix speaks of, and what holds them instead. */
import type { Unspoken } from './roles-api.ts';

const everyone = 'the same for everybody of the organisation';
const tools = 'of governance alone, reading of everybody: tests/web/tools-matrix.test.ts and tools-changes.test.ts';
const decisions = 'of governance and the HR lead: tests/web/tools-decisions.test.ts, tests/web/portable.test.ts';
const requests = 'rights by event, as on the cards: tests/web/requests-events.test.ts';
const circles = 'of their hosts and administrators, reading of their people: tests/web/communities.test.ts';
const pilots = 'of its owner, its HR lead and its people, to others not there: tests/turns/pilots.test.ts';
const setUp = 'of leads, each part by who holds the right for it: tests/turns/set-up.test.ts';
const workflows = 'of owners and HR leads, reading of those who prepare: tests/turns/pilots.test.ts';
const all = (why: string, ...routes: string[]): Unspoken => Object.fromEntries(routes.map((route) => [route, why]));

const hosts = 'hosts and administrators of a community: tests/web/communities';
const feeds = "a person's own links: tests/web/feeds";

const figures = 'HR leads all, managers and owners their own: tests/web/measures.test.ts';
const runs =
  "a person's own runs, which nobody else has a way to: tests/turns/runs.test.ts and tests/web/own-runs.test.ts";
const wins = 'telling of leads, reading of whoever sees the scenario: tests/features/wins/wins.test.ts';
const week = "a reader's own list, its head for owners and HR leads: tests/web/owner-week.test.ts";
const guardrails = 'of governance alone: tests/web/freshness.test.ts';

export const restUnspoken: Unspoken = {
  ...all(runs, 'GET /api/me/uses', 'GET /api/me/figures', 'PATCH /api/me/uses/:id', 'DELETE /api/me/uses/:id'),
  ...all(runs, 'POST /api/me/uses/:id/result', 'POST /api/me/uses/:id/undo'),
  ...all(runs, 'GET /api/me/uses/:id/rating', 'POST /api/me/uses/:id/rating'),
  ...all(figures, 'GET /api/measures', 'POST /api/measures/export'),
  ...all(wins, 'GET /api/wins', 'POST /api/wins', 'GET /api/wins/:id', 'GET /api/scenarios/:id/win'),
  ...all(wins, ...['edit', 'share', 'withdraw'].map((event) => `POST /api/wins/:id/${event}`)),
  ...all(week, 'GET /api/review/week', 'POST /api/review/snooze', 'POST /api/scenarios/:id/nudge'),
  ...all('read by leads, set by administrators: tests/web/freshness.test.ts', 'GET /api/review-periods'),
  ...all('read by leads, set by administrators: tests/web/freshness.test.ts', 'PATCH /api/review-periods'),
  ...all(guardrails, 'GET /api/guardrails/:id', 'POST /api/guardrails/:id/confirm'),
  ...all(hosts, 'GET /api/communities', 'POST /api/communities', 'GET /api/communities/:id/people'),
  ...all(hosts, 'GET /api/communities/:id', 'PATCH /api/communities/:id'),
  ...all(hosts, ...['pause', 'resume', 'archive'].map((event) => `POST /api/communities/:id/${event}`)),
  ...all(feeds, 'GET /api/feeds', 'POST /api/feeds', 'DELETE /api/feeds/:id'),
  ...all(everyone, 'GET /api/guardrails', 'GET /api/verdict', 'GET /api/community', 'GET /api/community/departments'),
  ...all(circles, 'GET /api/communities', 'POST /api/communities', 'GET /api/communities/:id'),
  ...all(circles, 'PATCH /api/communities/:id', 'GET /api/communities/:id/people'),
  ...all(circles, ...['pause', 'resume', 'archive'].map((event) => `POST /api/communities/:id/${event}`)),
  ...all(everyone, 'GET /api/tools', 'GET /api/tools/:id', 'GET /api/decisions', 'GET /api/decisions/:id'),
  ...all(everyone, 'GET /api/tool-changes', 'GET /api/tool-changes/:id'),
  ...all(tools, 'POST /api/tools', 'PATCH /api/tools/:id', 'POST /api/tool-changes', 'POST /api/tool-changes/preview'),
  ...all(
    tools,
    ...['block', 'retire', 'reopen', 'rule', 'undo', 'rule/preview'].map((e) => `POST /api/tools/:id/${e}`),
  ),
  ...all(decisions, 'GET /api/rules/due'),
  ...all(
    decisions,
    ...['adopt', 'confirm', 'retire', 'change', 'undo', 'change/preview'].map(
      (event) => `POST /api/decisions/:id/${event}`,
    ),
  ),
  ...all(pilots, 'GET /api/pilots', 'POST /api/pilots', 'GET /api/pilots/:id', 'PATCH /api/pilots/:id'),
  ...all(pilots, 'GET /api/pilot-options', 'GET /api/pilot-people'),
  ...all(setUp, 'GET /api/setup', 'POST /api/setup', 'POST /api/setup/confirm', 'GET /api/setup-people'),
  ...all(everyone, 'GET /api/contact'),
  ...all(
    pilots,
    ...[
      ...['join', 'decline', 'leave', 'addBefore', 'openBaseline', 'start', 'confirm', 'sendBack', 'cancel', 'end'],
      ...['addPerson', 'removePerson', 'decideScale', 'decideExtend', 'decideStop', 'undo'],
    ].map((event) => `POST /api/pilots/:id/${event}`),
  ),
  ...all(workflows, 'GET /api/workflow-options', 'POST /api/workflows', 'PATCH /api/workflows/:id'),
  ...all(workflows, 'GET /api/workflows/:id/work'),
  ...all(
    workflows,
    ...['widen', 'unsign', 'narrow', 'retire', 'reopen', 'undo'].map((event) => `POST /api/workflows/:id/${event}`),
  ),
  ...all(requests, 'GET /api/requests', 'POST /api/requests', 'GET /api/requests/:id'),
  ...all(
    requests,
    ...['claim', 'alternativeIsEnough', 'withdraw', 'askMore', 'reply', 'sendBack', 'undo', 'join', 'decide'].map(
      (event) => `POST /api/requests/:id/${event}`,
    ),
    'POST /api/requests/:id/decide/preview',
    'POST /api/requests/:id/confirm',
  ),
};
