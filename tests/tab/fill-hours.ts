/** Office hours with people in them: who comes, what they want to talk about, and a question that waits for its host's words. */
import { demoPeople } from '../../src/content/demo-people.ts';
import { newId } from '../../src/core/ids.ts';
import { session, topic } from '../../src/features/office-hours/model.ts';
import { execute, tenantId } from '../helpers/activities.ts';
import type { World } from '../helpers/world.ts';

const answers = [
  ['team lead, early shift', 'rsvpYes'],
  ['operations analyst', 'rsvpYes'],
  ['operations manager', 'rsvpMaybe'],
  ['recruiter', 'rsvpYes'],
  ['hiring manager', 'rsvpYes'],
] as const;

const topics = [
  ['operations analyst', 'How do I check the numbers that the assistant put into a report?', 'question'],
  ['team lead, early shift', 'My prompt for the shift handover, in two minutes', 'show'],
  ['recruiter', 'What do we tell a candidate who asks whether we used AI?', 'question'],
] as const;

/** Of the sessions ahead everybody answers the first ones; a community that is not theirs says so and nothing happens. */
export async function fillHours(world: World): Promise<void> {
  await world.tick();
  for (const { id, seriesId } of await sessionsAhead(world)) {
    for (const [who, verb] of answers) await press(world, who, verb, { sessionId: id });
    for (const [who, title, kind] of topics) await press(world, who, 'sendTopic', { sessionId: id, title, kind });
    await proposed(world, id, seriesId);
  }
}

const storeOf = ({ running }: World) => running.store.forTenant(tenantId);

/** The next one of each series. */
async function sessionsAhead(world: World) {
  const where = [['state', '=', 'scheduled']] as const;
  const orderBy = { field: 'startsAt', direction: 'asc' } as const;
  const { items } = await storeOf(world).find({ kind: 'session', where, orderBy, limit: 20 });
  const all = items.map(({ id, body }) => ({ id, ...session.parse(body) }));
  const ahead = all.filter(({ startsAt }) => Date.parse(startsAt) > world.clock.now().getTime());
  return ahead.filter(({ seriesId }, at) => ahead.findIndex((each) => each.seriesId === seriesId) === at);
}

function press(world: World, who: string, verb: string, data: object) {
  const found = demoPeople.find(({ name }) => name === `Example ${who}`);
  if (!found) throw new Error(`fill: the demo has no "${who}"`);
  const from = { id: `29:${found.id}`, name: found.name, aadObjectId: found.id };
  const conversation = { id: `a:${found.id}`, conversationType: 'personal', tenantId };
  return world.post(execute(verb, data, { from, conversation }));
}

/** As the agenda opens with it. */
async function proposed(world: World, sessionId: string, seriesId: string): Promise<void> {
  const at = world.clock.now().toISOString();
  const body = topic.parse({
    ...{ seriesId, sessionId, kind: 'flag', refId: newId(), order: 9, proposedBy: 'system', wanted: 0 },
    ...{ title: 'An open question about Copilot Chat with internal data', state: 'proposed' },
    ...{ createdAt: at, createdBy: 'system', updatedAt: at, updatedBy: 'system' },
  });
  await storeOf(world).write([{ op: 'create', kind: 'topic', id: newId(), body }]);
}
