/** Find a scenario in any chat, by raw activities as Teams sends them. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { findAll } from '../../src/core/documents.ts';
import { writeStamped } from '../../src/core/stamp.ts';
import { scenarioVersion } from '../../src/features/playbook/scenario-version.ts';
import { channel, firstOpen, person, query, queryLink, taskFetch, tenantId } from '../helpers/activities.ts';
import { hand } from '../helpers/hand.ts';
import { startWorld } from '../helpers/world.ts';

const world = await startWorld();
afterAll(() => world.close());

const as = (number: number, role?: string) => {
  const me = hand(world, { from: person(number), conversation: { id: `a:${number}`, conversationType: 'personal' } });
  return role ? me.say(`role ${role}`).then(() => me) : Promise.resolve(me);
};

describe('findScenario', () => {
  it('finds the job description in spite of a typo, first for an HR business partner', async () => {
    const me = await as(1, 'HR business partner');
    await me.search('findScenario', 'job descriptoin');
    expect(me.hits()[0]).toBe('Job description from intake notes');
  });

  it('ranks the same words differently for a recruiter', async () => {
    const hr = await as(1, 'HRBP');
    const recruiter = await as(2, 'recruiter');
    await hr.search('findScenario', 'job descriptoin');
    await recruiter.search('findScenario', 'job descriptoin');
    expect(recruiter.hits()).not.toEqual(hr.hits());
  });

  it.each([
    ['HR business partner', 'Structured interview guide with scoring anchors'],
    ['hiring manager', 'Follow-up probes for a competency'],
  ])('takes the role of the search for "interview": %s', async (role, first) => {
    const me = await as(3);
    await me.search('findScenario', 'interview', { role });
    expect(me.hits()[0]).toBe(first);
  });

  it('says what to do when nothing fits', async () => {
    const me = await as(1);
    await me.search('findScenario', 'quantum chromodynamics');
    expect(me.reply.body).toEqual({
      composeExtension: {
        type: 'message',
        text: expect.stringContaining('Nothing found for "quantum chromodynamics"'),
      },
    });
    expect(me.reply.text).toContain('Is this a good task for AI, and may I?');
  });

  it('opens on where to start for my role', async () => {
    const me = await as(4, 'recruiter');
    await me.search('findScenario');
    expect(me.hits()[0]).toBe('Channel plan and search strings');
    expect(me.reply.text).toContain('Start here');
  });

  it('opens on the scenario for everyone while I have no role', async () => {
    const me = await as(5);
    await me.search('findScenario');
    expect(me.hits()[0]).toBe('Is this a good task for AI, and may I?');
  });

  it('pages without gaps or repeats and ends with a sentence', async () => {
    const page = async (skip: number) => {
      const reply = await world.post({
        ...firstOpen('findScenario', { from: person(6) }),
        value: {
          commandId: 'findScenario',
          parameters: [{ name: 'initialRun', value: 'true' }],
          queryOptions: { skip, count: 7 },
        },
      });
      return reply.text;
    };
    const titles = (await Promise.all([0, 7, 14].map(page))).flatMap((text) =>
      [...text.matchAll(/"preview":\{[^}]*\{"title":"([^"]+)"/g)].map((m) => m[1]),
    );
    expect(new Set(titles).size).toBe(18);
    expect(titles).toHaveLength(18);
    expect(await page(21)).toContain('That was the last one.');
  });

  it('pages without gaps or repeats behind a verdict row', async () => {
    const page = async (skip: number) => {
      const me = await as(6);
      await me.search('findScenario', 'copilot chat personal interview', {}, { skip, count: 3 });
      return me.hits();
    };
    const whole = (await Promise.all([0, 3, 6, 9].map(page))).flat();
    const me = await as(6);
    await me.search('findScenario', 'copilot chat personal interview');
    expect(whole[0]).toMatch(/^Not decided yet/);
    expect(whole).toEqual(me.hits().slice(0, whole.length));
  });

  it('shows a scenario of a running pilot to its members only', async () => {
    const member = hand(world, { from: { ...person(7), aadObjectId: '00000000-0000-4000-8000-000000000101' } });
    await member.search('findScenario', 'shift handover note');
    expect(member.hits()[0]).toContain('andover');
    const other = await as(8);
    await other.search('findScenario', 'shift handover note');
    expect(other.reply.text).not.toMatch(/handover note/i);
  });
});

describe('the card of a scenario', () => {
  it('answers the six questions, and its buttons open dialogs where the bot is not', async () => {
    const me = await as(1, 'HR business partner');
    await me.search('findScenario', 'job description');
    await me.insert(0);
    for (const part of [
      'clear first draft',
      'HR business partner',
      'step 2 of 5',
      'Microsoft 365 Copilot',
      'Internal',
      'min before',
      'Last checked today',
    ])
      expect(me.text()).toContain(part);
    expect(JSON.stringify(me.card)).not.toContain('Action.Execute');
    await me.press('Open');
    for (const part of [
      'What you need first',
      'What good looks like',
      'Owner: Example project owner',
      'HR lead: Example HR lead',
      'Rules to keep',
    ])
      expect(me.text()).toContain(part);
  });

  it('shows the verdict of now, not a copy', async () => {
    const store = world.running.store.forTenant(tenantId);
    const me = await as(1);
    await me.search('findScenario', 'job description from intake notes');
    expect(me.reply.text).toContain('Allowed with conditions: Microsoft 365 Copilot with Internal data');
    const tools = await store.find({ kind: 'tool', where: [['slug', '=', 'm365-copilot']] });
    const tool = tools.items[0];
    if (!tool) throw new Error('the demo has this tool');
    await writeStamped(
      store,
      ['tools'],
      [
        {
          op: 'replace',
          kind: 'tool',
          id: tool.id,
          version: tool.version,
          body: { ...Object(tool.body), status: 'blocked' },
        },
      ],
    );
    await me.search('findScenario', 'job description from intake notes');
    expect(me.reply.text).not.toContain('conditions: Microsoft 365 Copilot');
    expect(me.reply.text).toContain('Copilot Chat with Internal data');
    const now = await store.get('tool', tool.id);
    await writeStamped(
      store,
      ['tools'],
      [{ op: 'replace', kind: 'tool', id: tool.id, version: now?.version ?? '', body: Object(tool.body) }],
    );
  });
});

describe('a scenario that was changed', () => {
  it('is found by its new words at the next search, whoever wrote it', async () => {
    const me = await as(9);
    await me.search('findScenario', 'zeppelin');
    expect(me.reply.text).toContain('Nothing found');
    const store = world.running.store.forTenant(tenantId);
    for await (const { id, version, body } of findAll(store, { kind: 'scenarioVersion' })) {
      const contract = scenarioVersion.parse(body);
      if (contract.title !== 'Weekly report from a table') continue;
      const changed = { ...contract, title: 'Weekly zeppelin report' };
      await writeStamped(store, ['content'], [{ op: 'replace', kind: 'scenarioVersion', id, version, body: changed }]);
    }
    await me.search('findScenario', 'zeppelin');
    expect(me.hits()).toContain('Weekly zeppelin report');
  });
});

describe('own links', () => {
  const host = 'https://fieldbook.example.com';
  const idOf = async (words: string, from = person(1)) => {
    const { text } = await world.post(query('findScenario', words, { from }));
    return /"scenarioId":"([^"]+)"/.exec(text)?.[1] ?? '';
  };

  it('unfold to the card that everyone in the chat may read', async () => {
    const reply = await world.post(queryLink(`${host}/s/${await idOf('job description')}`, { ...channel }));
    expect(reply.text).toContain('Job description from intake notes');
  });

  it('show no title while the scenario is in a pilot, not even to a member', async () => {
    const from = { ...person(7), aadObjectId: '00000000-0000-4000-8000-000000000101' };
    const id = await idOf('shift handover note', from);
    const reply = await world.post(queryLink(`${host}/s/${id}`, { from }));
    expect(reply.text).toContain('In a pilot');
    expect(reply.text).not.toMatch(/andover/);
    expect((await world.post(taskFetch({ verb: 'openScenario', scenarioId: id }))).text).not.toMatch(/andover/);
  });

  it.each([`${host}/s/unknown`, 'https://elsewhere.example.com/s/1', 'javascript:alert(1)', `${host}/x/1`])(
    'unfold nothing for %s',
    async (url) => {
      const reply = await world.post(queryLink(url));
      expect(reply).toMatchObject({ status: 200, body: { composeExtension: { attachments: [] } } });
    },
  );
});
