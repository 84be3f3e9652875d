/** A handler that throws, rejects or never ends: the person reads a sentence with a reference, and the server serves on (F40). */
import { afterAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { StoreError, type StoreFault } from '../../src/core/errors.ts';
import { action, type Feature } from '../../src/core/feature.ts';
import { execute, fetchTask, message, query, submit, submitAction, taskSubmit } from '../helpers/activities.ts';
import { wordsIn } from '../helpers/in-json.ts';
import { startWorld } from '../helpers/world.ts';

const secret = 'the password is hunter2';
let effects = 0;
let fail = () => {};

function broken(how: string): Promise<never> {
  switch (how) {
    case 'throws':
      throw new Error(secret);
    case 'rejects':
      return Promise.reject(new TypeError(secret));
    case 'throws a text':
      throw secret;
    case 'throws nothing':
      throw undefined;
    case 'never ends':
      return new Promise(() => {});
    case 'rejects late':
      return new Promise((_, reject) => {
        fail = () => reject(new Error(secret));
      });
    default:
      throw new StoreError(how as StoreFault, secret);
  }
}

const faulty: Feature = {
  name: 'faulty',
  actions: [
    action('break', z.object({ how: z.string() }), (_turn, { how }) => broken(how)),
    action('breakAfter', z.object({}), async (turn) => {
      await turn.store.write([{ op: 'create', kind: 'flag', id: `effect-${++effects}`, body: {} }]);
      throw new Error(secret);
    }),
  ],
  searches: [
    { command: 'break', parameters: ['q'], initialRun: false, run: (_turn, call) => broken(call.parameters.q ?? '') },
  ],
  dialogs: [{ id: 'break', contexts: ['compose'], open: () => broken('throws') }],
};

const world = await startWorld({ teams: { busyAfterMs: 150 }, overrides: { features: [faulty] } });
afterAll(() => world.close());

const broke = { code: 'internal', message: expect.stringMatching(/went wrong.*reference: [0-9a-f-]{36}$/) };
const told = /went wrong on our side.*reference: [0-9a-f-]{36}/;
const failures = () => world.log.filter((line) => line.event === 'turn.failed');

async function servesOn() {
  expect((await world.post(message('help'))).replies).toHaveLength(1);
}

describe.each(['throws', 'rejects', 'throws a text', 'throws nothing'])('a handler that %s', (how) => {
  const surfaces = {
    'a card': () => execute('break', { how }),
    'an old client': () => submit({ verb: 'break', how }),
    'a dialog': () => taskSubmit({ verb: 'break', how }),
    'an extension dialog': () => submitAction({ verb: 'break', how }),
    'a search': () => query('break', how),
    'a form opened': () => fetchTask('break'),
  };

  it.each(Object.keys(surfaces))('on %s', async (name) => {
    world.log.length = 0;
    const reply = await world.post(surfaces[name as keyof typeof surfaces]());
    expect(reply.status).toBe(200);
    const words = wordsIn(reply.body);
    expect(words).toMatch(told);
    expect(reply.text).not.toContain('hunter2');
    expect(failures()).toHaveLength(1);
    expect(words).toContain(failures()[0]?.requestId ?? 'none');
    await servesOn();
  });
});

describe('a card of a failed action', () => {
  it('is an error card with its code and reference', async () => {
    const { body } = await world.post(execute('break', { how: 'throws' }));
    expect(body).toEqual({ statusCode: 500, type: 'application/vnd.microsoft.error', value: broke });
  });
});

describe('a store that fails', () => {
  it.each([
    ['busy', 503, 'busy'],
    ['storeDown', 503, 'store_down'],
    ['storageFull', 507, 'storage_full'],
    ['tooLarge', 413, 'too_large'],
    ['crossTenant', 500, 'internal'],
    ['crossPartition', 500, 'internal'],
    ['badRequest', 500, 'internal'],
  ])('%s: %d %s', async (how, statusCode, code) => {
    const reply = await world.post(execute('break', { how }));
    expect(reply).toMatchObject({ status: 200, body: { statusCode, value: { code } } });
    expect(reply.text).not.toContain('hunter2');
    await servesOn();
  });
});

describe('a handler that never ends', () => {
  it('is answered with busy, in words, on every surface', async () => {
    const data = { verb: 'break', how: 'never ends' };
    const asked = [
      execute('break', data),
      submit(data),
      taskSubmit(data),
      submitAction(data),
      query('break', 'never ends'),
    ];
    const replies = await Promise.all(asked.map((one) => world.post(one)));
    for (const reply of replies) {
      expect(reply.status).toBe(200);
      expect(wordsIn(reply.body)).toContain('please try again in a moment');
    }
    expect(replies[0]?.body).toMatchObject({ statusCode: 503, value: { code: 'busy' } });
    await servesOn();
  });

  it('may fail after that: nobody is told twice, nothing escapes', async () => {
    const reply = await world.post(execute('break', { how: 'rejects late' }));
    expect(reply.body).toMatchObject({ value: { code: 'busy' } });
    fail();
    await new Promise(setImmediate);
    await servesOn();
  });

  it('does not hold up a hundred others', async () => {
    const stuck = world.post(execute('break', { how: 'never ends' }));
    const others = await Promise.all(Array.from({ length: 100 }, () => world.post(message('help'))));
    expect(others.every((reply) => reply.replies.length === 1)).toBe(true);
    expect((await stuck).status).toBe(200);
  });
});

describe('a failure after the effect', () => {
  it('is met by its row when the client asks again', async () => {
    const pressed = execute('breakAfter');
    const first = await world.post(pressed);
    expect(first.body).toMatchObject({ statusCode: 500 });
    const again = await world.post(pressed);
    expect(again.status).toBe(200);
    const store = world.running.store.forTenant('b6a7c1de-0000-4000-8000-0000000000bb');
    const { items } = await store.find({ kind: 'flag' });
    expect(items.map((item) => item.id)).toEqual(['effect-1']);
  });
});
