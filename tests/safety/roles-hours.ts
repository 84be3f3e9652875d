/** How the rows of the matrix about planning office hours and coming to them are tried. */
import { newId } from '../../src/core/ids.ts';
import type { Community } from '../../src/features/communities/model.ts';
import type { Rsvp } from '../../src/features/office-hours/model.ts';
import { aSeries, aSession } from '../helpers/a-session.ts';
import type { Runner } from './roles-runners.ts';
import type { Stage } from './roles-try.ts';
import { pressed, shows } from './roles-ways.ts';

const at = '2026-11-23T09:00:00.000Z';

/** One that is everybody's, and one whose hosts are those of the department. */
export async function circles({ store, departmentId }: Stage): Promise<string> {
  const made = [
    ['matrix-all', []],
    ['matrix-circle', [departmentId]],
  ] as const;
  for (const [id, departmentIds] of made) {
    const body: Community = {
      ...{
        createdAt: at,
        createdBy: 'system',
        updatedAt: at,
        updatedBy: 'system',
        slug: id,
        name: id,
        purpose: 'Matrix.',
      },
      ...{ language: 'en', hostIds: ['nobody'], departmentIds: [...departmentIds], roleIds: [], state: 'active' },
      ...{ channels: [], digest: { cadence: 'off', weekday: 1, at: '09:00', zone: 'Europe/London' } },
    };
    if (!(await store.get('community', id))) await store.write([{ op: 'create', kind: 'community', id, body }]);
  }
  return 'matrix-circle';
}

export const planHours: Runner = async (stage) => {
  const communityId = await circles(stage);
  const form = {
    ...{ communityId, day: '2026-12-01', time: '11:00', link: 'https://teams.example.com/l/1', minutes: '45' },
    ...{ purpose: 'Matrix.', agendaHours: '72', hosts: 'somebody' },
  };
  const isOfNobody = true;
  const seen = (verb: string, words: string) =>
    pressed(verb, async () => ({ data: form, isOfNobody, isDone: shows(words) }));
  const sent = pressed('postSeries', async () => {
    const title = `Matrix hours ${newId()}`;
    const where = [['title', '=', title]] as const;
    const isDone = async () => (await stage.store.find({ kind: 'series', where, limit: 1 })).items.length === 1;
    return { data: { ...form, title, formId: newId() }, isOfNobody, isDone };
  });
  return [
    ...(await seen('planForm', 'Four fields are enough.')),
    ...(await seen('previewSeries', 'This will be posted')),
    ...(await sent),
  ];
};

const answers: readonly (readonly [verb: string, answer: Rsvp['answer']])[] = [
  ['rsvpYes', 'yes'],
  ['rsvpMaybe', 'maybe'],
  ['rsvpNo', 'no'],
];
const hourMs = 3_600_000;

/** Another session of the community that is everybody's. */
export async function sessionAhead(stage: Stage): Promise<string> {
  await circles(stage);
  const { store, now } = stage;
  const [seriesId, communityId] = ['matrix-series', 'matrix-all'];
  if (!(await store.get('series', seriesId)))
    await store.write([{ op: 'create', kind: 'series', id: seriesId, body: aSeries(communityId) }]);
  const sessionId = newId();
  const body = aSession(seriesId, communityId, new Date(now.getTime() + 48 * hourMs));
  await store.write([{ op: 'create', kind: 'session', id: sessionId, body }]);
  return sessionId;
}

/** Each time another one. */
export const comeToHours: Runner = async (stage) => {
  const doors = answers.map(([verb, answer]) =>
    pressed(verb, async () => {
      const sessionId = await sessionAhead(stage);
      const where = [
        ['sessionId', '=', sessionId],
        ['answer', '=', answer],
      ] as const;
      const isDone = async () => (await stage.store.find({ kind: 'rsvp', where, limit: 1 })).items.length === 1;
      return { data: { sessionId }, isDone };
    }),
  );
  return (await Promise.all(doors)).flat();
};
