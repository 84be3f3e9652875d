/** Office hours in the API, by the rows of the matrix: plan some, come to one. */
import { newId } from '../../src/core/ids.ts';
import type { ApiCase, ApiRows, ApiRunner, Unspoken } from './roles-api.ts';
import { worked } from './roles-api.ts';
import { circles, sessionAhead } from './roles-hours.ts';

const plan: ApiRunner = async (stage) => {
  const communityId = await circles(stage);
  const title = `Matrix hours ${newId()}`;
  const body = {
    ...{ communityId, title, purpose: 'Matrix.', firstDate: '2026-12-01', startsAt: '11:00', every: 'week' },
    ...{ durationMinutes: 45, zone: 'Europe/London', meetingKind: 'newMeetingLink', agendaOpensHours: 72 },
    hostIds: ['somebody'],
  };
  const where = [['title', '=', title]] as const;
  const isThere = async () => (await stage.store.find({ kind: 'series', where, limit: 1 })).items.length === 1;
  const at = (path: string, sent: object, isDone: ApiCase['isDone']): ApiCase => ({
    ...{ door: `POST ${path}`, how: '', isMine: false, isOfNobody: true, isDone },
    request: (as) => as.post(path, sent),
  });
  return [
    at('/api/series/preview', body, async (answer) => worked(answer) && !(await isThere())),
    at('/api/series', { ...body, activate: true }, isThere),
  ];
};

const come: ApiRunner = async (stage) => {
  const sessionId = await sessionAhead(stage);
  return (['yes', 'maybe', 'no'] as const).map((answer) => {
    const where = [
      ['sessionId', '=', sessionId],
      ['answer', '=', answer],
    ] as const;
    return {
      ...{
        door: 'POST /api/sessions/:id/rsvp',
        how: answer,
        isMine: false,
        subject: { kind: 'session', id: sessionId },
      },
      request: (as) => as.post(`/api/sessions/${sessionId}/rsvp`, { answer }),
      isDone: async () => (await stage.store.find({ kind: 'rsvp', where, limit: 1 })).items.length === 1,
    };
  });
};

export const hoursRows: ApiRows = [
  [17, plan],
  [18, come],
];

const members = 'of the people of its community: tests/web/office-hours.test.ts';
const hosts = 'of those who run it, an administrator where nobody else may: tests/web/office-hours.test.ts';
const all = (why: string, ...routes: string[]): Unspoken => Object.fromEntries(routes.map((route) => [route, why]));
const each = (kind: string, ...events: string[]): string[] => events.map((event) => `POST /api/${kind}/:id/${event}`);

export const hoursUnspoken: Unspoken = {
  ...all(members, 'GET /api/sessions', 'GET /api/sessions/:id', 'GET /api/sessions/:id/calendar'),
  ...all(members, 'GET /api/series', 'GET /api/series/:id', 'GET /api/series/:id/calendar', 'GET /api/series-options'),
  ...all(members, ...each('sessions', 'reminders', 'propose', 'wantTopic', 'helped', 'closeOutcome')),
  ...all(hosts, ...each('sessions', 'move', 'cancel', 'rehost', 'recap', 'nothingToRecord', 'makeOutcome')),
  ...all(hosts, ...each('sessions', 'acceptTopic', 'rewordTopic', 'dropTopic', 'carryTopic', 'orderTopic')),
  ...all(hosts, ...each('series', 'activate', 'change', 'skip', 'pause', 'resume', 'end')),
  ...all(
    hosts,
    ...each(
      'series',
      ...['activate/preview', 'change/preview', 'skip/preview', 'pause/preview', 'resume/preview', 'end/preview'],
    ),
  ),
};
