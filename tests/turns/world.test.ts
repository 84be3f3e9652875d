import { afterAll, describe, expect, it } from '@jest/globals';
import { execute, fetchTask, message, query } from '../helpers/activities.ts';
import { startWorld } from '../helpers/world.ts';

const open = await startWorld();
const closed = await startWorld({ bot: true });
afterAll(async () => void (await Promise.all([open.close(), closed.close()])));

describe.each([
  ['open', open],
  ['with a bot', closed],
] as const)('the world, %s', (_, world) => {
  it('answers in the HTTP answer', async () => {
    const reply = await world.post(message('help'));
    expect(reply).toMatchObject({ status: 200, replies: [{ type: 'message' }] });
  });
  it('answers by the connector', async () => {
    const before = world.connector.messages().length;
    expect(await world.post(message('help', { deliveryMode: undefined }))).toMatchObject({ status: 200 });
    expect(world.connector.messages()).toHaveLength(before + 1);
  });
  it('answers invokes', async () => {
    expect(await world.post(query('findScenario', 'job'))).toMatchObject({
      body: { composeExtension: { type: 'result' } },
    });
    expect(await world.post(fetchTask('useScenario'))).toMatchObject({ body: { task: { type: 'continue' } } });
    expect(await world.post(execute('openSettings'))).toMatchObject({ body: { statusCode: 200 } });
  });
  it('logs no error', () => expect(world.log.filter((l) => l.level !== 'info')).toEqual([]));
});
