/** Many reviewers answer one flag at the same instant, on both stores (F8). */
import { afterAll, describe, expect, it } from '@jest/globals';
import { findAll } from '../../src/core/documents.ts';
import { execute, person, tenantId } from '../helpers/activities.ts';
import { textsUnder } from '../helpers/in-json.ts';
import { givenTo } from '../helpers/people.ts';
import { isLong, scaled } from '../helpers/scale.ts';
import { bothStores, closed, worldsOn } from '../helpers/worlds.ts';

const worlds = await worldsOn(bothStores);
afterAll(() => closed(worlds));

const [manager, second] = [901, 904];
for (const [, world] of worlds)
  for (const number of [manager, second]) await givenTo(world.running.store.forTenant(tenantId), number, ['hrLead']);

/** As a person reads it. */
const plain = (json: string): string => json.replaceAll('\\', '');
const rounds = scaled(50, 500);
/** How many press at once, round by round: in the normal run fifty in every tenth. */
const crowds = isLong ? [2, 10, 50] : [2, 10, 2, 5, 10, 2, 5, 2, 10, 50];

describe.each(worlds)('on %s', (name, world) => {
  it('one wins, the others read who and when, and the answer has one audit entry', async () => {
    const store = world.running.store.forTenant(tenantId);
    for (let round = 0; round < rounds; round++) {
      const sent = await world.post(
        execute('sendFlag', { question: `Round ${round}?` }, { from: person(1_000 + round) }),
      );
      const flagId = textsUnder('flagId', sent.body)[0] ?? '';
      const many = crowds[round % crowds.length] ?? 2;
      const replies = await Promise.all(
        Array.from({ length: many }, (_, n) =>
          world.post(
            execute('answerFlag', { flagId, text: `Answer ${n}` }, { from: person(n % 2 === 0 ? manager : second) }),
          ),
        ),
      );
      const won = replies.filter(({ text }) => plain(text).includes('Answered. Thank you.'));
      expect(won).toHaveLength(1);
      for (const { text } of replies.filter((reply) => !won.includes(reply)))
        expect(plain(text)).toMatch(/Already answered by Person 90[14] at [A-Z][a-z]{2} \d/);
      let answers = 0;
      for await (const { body } of findAll(store, { kind: 'auditEntry', where: [['entityId', '=', flagId]] }))
        if (Object(body).action === 'flag.answer') answers++;
      expect(answers).toBe(1);
    }
    process.stdout.write(`${name}: ${rounds} rounds of 2 to 50 at once, one winner in each\n`);
  }, 300_000);
});
