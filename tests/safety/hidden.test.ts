/** What may not be seen answers like what does not exist: the same words, after the same time (reliability R5). */
import { afterAll, describe, expect, it } from '@jest/globals';
import { execute, person, tenantId } from '../helpers/activities.ts';
import { textsUnder } from '../helpers/in-json.ts';
import { startWorld } from '../helpers/world.ts';

const leastMs = 60;
const world = await startWorld({ teams: { notFoundMs: leastMs } });
afterAll(() => world.close());

const open = async (flagId: string, number: number) => {
  const begun = performance.now();
  const { status, body } = await world.post(execute('openFlag', { flagId }, { from: person(number) }));
  return { status, body, ms: performance.now() - begun };
};

describe('somebody else’s question', () => {
  it('answers as one that never was, and no sooner', async () => {
    const sent = await world.post(execute('sendFlag', { question: 'May I?' }, { from: person(1) }));
    const flagId = textsUnder('flagId', sent.body)[0] ?? '';
    expect(await world.running.store.forTenant(tenantId).get('flag', flagId)).toBeDefined();
    const hidden = await open(flagId, 2);
    const missing = await open('00000000-0000-4000-8000-000000000000', 2);
    expect(hidden.body).toEqual(missing.body);
    expect(hidden.status).toBe(missing.status);
    expect(Math.min(hidden.ms, missing.ms)).toBeGreaterThanOrEqual(leastMs);
  });

  it('is there at once for who asked it', async () => {
    const sent = await world.post(execute('sendFlag', { question: 'May I too?' }, { from: person(3) }));
    const own = await open(textsUnder('flagId', sent.body)[0] ?? '', 3);
    expect(JSON.stringify(own.body)).toContain('May I too?');
  });
});
