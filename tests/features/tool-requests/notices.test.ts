/** Who hears of a tool request, what they are shown, and what comes back after ninety days (product 6.5, 8.6). */
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { findAll } from '../../../src/core/documents.ts';
import { type DueItem, dueItem } from '../../../src/core/due-item.ts';
import { type Notice, noticeFacts } from '../../../src/core/notice.ts';
import { day } from '../../helpers/moving-clock.ts';
import { ask, by, feature, holders, memory, press, requests, turnAt, who, withRequests } from './requests-kit.ts';

withRequests();

async function planned(): Promise<DueItem[]> {
  const found = [];
  for await (const { body } of findAll(memory.store, { kind: 'dueItem' })) found.push(dueItem.parse(body));
  return found;
}

/** The notices planned since the last look. */
const seen = new Set<string>();
async function newNotices(): Promise<Required<Notice>[]> {
  const items = (await planned()).filter(({ job, facts }) => job === 'notice' && !seen.has(facts.occurrence ?? ''));
  return items.map(({ subject, facts }) => {
    const { isUrgent, ...rest } = noticeFacts.parse(facts);
    seen.add(rest.occurrence);
    return { ...rest, subject, isUrgent: isUrgent === 'true' };
  });
}

const kindOf = (name: string) => {
  const found = feature.notices?.find(({ kind }) => kind === name);
  if (!found) throw new Error(`no notice ${name}`);
  return found;
};
const system = () => turnAt({ who: who('system') });

/** `kind: who gets it` of what one step planned. */
async function told(): Promise<string[]> {
  const notices = await newNotices();
  return Promise.all(
    notices.map(async (notice) => {
      const people = await kindOf(notice.kind).recipients(system(), notice);
      return `${notice.kind}: ${people.join(' ')}`;
    }),
  );
}

const tools = () => by('tools', 'governance');
const idOf = async () => (await requests())[0]?.id ?? '';
const decide = async (change: object = {}) =>
  press(tools(), 'decideRequest', { requestId: await idOf(), ruling: 'approved', why: 'Fine.', ...change });

describe('each step tells the other side', () => {
  it('from asking to the decision', async () => {
    await ask('one');
    expect(await told()).toEqual(['requestNew: tools second']);
    await ask('two');
    expect(await told()).toEqual([]);
    const requestId = await idOf();
    await press(tools(), 'askRequester', { requestId, text: 'Which?' });
    expect(await told()).toEqual(['requestState: one two']);
    await press(by('one'), 'replyRequest', { requestId, text: 'This.' });
    expect(await told()).toEqual(['requestNew: tools']);
    await press(tools(), 'askRequester', { requestId, text: 'And?' });
    expect(await told()).toEqual(['requestState: one']);
    await press(by('one'), 'withdrawRequest', { requestId });
    expect(await told()).toEqual(['requestState: two']);
    await decide();
    expect(await told()).toEqual(['requestState: two']);
  });

  it('a withdrawn one tells who has it, and nobody while nobody has', async () => {
    await ask('one');
    await press(by('one'), 'withdrawRequest', { requestId: await idOf() });
    expect(await told()).toEqual(['requestNew: tools second']);
    await ask('one', { toolName: 'Otherbot' });
    const [requestId] = (await requests()).filter(({ toolName }) => toolName === 'Otherbot').map(({ id }) => id);
    await press(tools(), 'askRequester', { requestId, text: 'Which?' });
    await told();
    await press(by('one'), 'withdrawRequest', { requestId });
    expect(await told()).toEqual(['requestNew: tools']);
  });

  it('the one who asked decides nothing, so is not told that it is new', async () => {
    await press(by('second', 'governance'), 'sendRequest', { toolName: 'Notebot', need: 'x', dataClassId: 'internal' });
    expect(await told()).toEqual(['requestNew: tools']);
  });

  it('whose right is gone gets nothing: it is everybody else who decides', async () => {
    await ask('one');
    const requestId = await idOf();
    await press(tools(), 'askRequester', { requestId, text: 'Which?' });
    await told();
    holders.governance = ['second'];
    await press(by('one'), 'replyRequest', { requestId, text: 'This.' });
    expect(await told()).toEqual(['requestNew: second']);
    holders.governance = ['tools', 'second'];
  });
});

describe('the card of a notice', () => {
  const notice = async (kind: string, audience = ''): Promise<Required<Notice>> => ({
    ...{ kind, audience, subject: await idOf(), isUrgent: false, occurrence: 'x' },
  });

  it('is what its reader would open, and nothing for whom it is not', async () => {
    await ask('one');
    await ask('two');
    const state = await notice('requestState');
    for (const person of ['one', 'two'])
      expect((await kindOf('requestState').card(by(person), state))?.json).toContain('Your request for a tool');
    expect(await kindOf('requestState').card(tools(), state)).toBeUndefined();
    expect(await kindOf('requestState').card(by('stranger'), state)).toBeUndefined();
    const fresh = await notice('requestNew', 'governance');
    expect((await kindOf('requestNew').card(tools(), fresh))?.json).toContain('"verb":"requestDecision"');
    for (const person of ['one', 'stranger'])
      expect(await kindOf('requestNew').card(by(person), fresh)).toBeUndefined();
  });

  it('of work says nothing any more once it is decided', async () => {
    await ask('one');
    const fresh = await notice('requestNew', 'governance');
    await decide();
    expect(await kindOf('requestNew').card(tools(), fresh)).toBeUndefined();
    expect((await kindOf('requestState').card(by('one'), await notice('requestState')))?.json).toContain('Approved');
  });

  it('of what does not exist is none', async () => {
    const gone = { kind: 'x', subject: 'gone', audience: '', isUrgent: false, occurrence: 'x' };
    for (const kind of ['requestState', 'requestNew']) {
      expect(await kindOf(kind).recipients(system(), gone)).toEqual([]);
      expect(await kindOf(kind).card(tools(), gone)).toBeUndefined();
    }
  });
});

describe('ninety days after a decision', () => {
  const job = feature.jobs?.[0];
  const review = async () => (await planned()).filter((item) => item.job === job?.name);
  const runAll = async () => {
    for (const item of await review()) {
      const operations = (await job?.run(system(), item)) ?? [];
      if (operations.length > 0) expect((await memory.store.write(operations)).kind).toBe('ok');
    }
  };
  const answers = z.looseObject({ state: z.string(), answer: z.string(), replacesId: z.string().optional() });

  it('it is back with those who decide, its rule stays, and a new decision takes the place of the old', async () => {
    await ask('one');
    await decide();
    const [item] = await review();
    expect(item?.dueAt).toBe(new Date(memory.clock.now().getTime() + 90 * day).toISOString());
    await told();
    memory.clock.pass(90 * day);
    await runAll();
    expect(await requests()).toMatchObject([{ state: 'inReview', result: { verdict: 'approved' } }]);
    expect(await told()).toEqual(['requestNew: tools second']);
    const [listed] = (await memory.store.find({ kind: 'tool', where: [['name', '=', 'Notebot']] })).items;
    expect(listed?.body).toMatchObject({ rules: [{ verdict: 'allowed' }] });
    // Who asks for the same now joins it.
    await ask('three');
    expect(await requests()).toMatchObject([{ supporterIds: ['three'] }]);
    await runAll();
    await decide({ ruling: 'blocked', why: 'Terms changed.' });
    const decisions = [];
    for await (const { body } of findAll(memory.store, { kind: 'decision' })) decisions.push(answers.parse(body));
    expect(decisions.map(({ answer, state }) => `${answer} ${state}`).toSorted()).toEqual([
      'no active',
      'yes replaced',
    ]);
    expect(await review()).toHaveLength(2);
    await runAll();
    expect(await requests()).toMatchObject([{ state: 'inReview' }]);
  });

  it('nothing happens to one that moved on, and a run that is repeated changes nothing more', async () => {
    await ask('one');
    await decide();
    await runAll();
    const [once] = await requests();
    await runAll();
    expect(await requests()).toEqual([once]);
    await press(by('one'), 'withdrawRequest', { requestId: once?.id });
    await runAll();
    expect(await requests()).toMatchObject([{ state: 'withdrawn' }]);
  });
});
