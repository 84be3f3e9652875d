/** Who is told of what (product 6.3, 8.6), asked again when the message leaves; and what a published draft brings. */
import { describe, expect, it } from '@jest/globals';
import type { Notice } from '../../../src/core/notice.ts';
import type { Turn } from '../../../src/core/turn.ts';
import { aGrant, aPerson } from '../../helpers/builders.ts';
import {
  asAuthor,
  asOwner,
  asSystem,
  drafted,
  feature,
  keep,
  kept,
  memory,
  planned,
  press,
  shownOn,
  turnAt,
  withDiscoveries,
} from './discoveries-kit.ts';

withDiscoveries();

const kindOf = (name: string) => {
  const found = feature.notices?.find(({ kind }) => kind === name);
  if (!found) throw new Error(`no notice ${name}`);
  return found;
};
const notice = (kind: string, audience = ''): Required<Notice> => ({
  ...{ kind, subject: 'one', audience, isUrgent: false, occurrence: '1' },
});
const summaryFor = async (kind: string, audience: string, change: Partial<Turn>) =>
  (await kindOf(kind).card(turnAt(change), notice(kind, audience)))?.summary;

describe('each step', () => {
  const told = async (verb: string, data: object, change: Partial<Turn>) => {
    await press(verb, { discoveryId: 'one', ...data }, change);
    return (await planned()).toSorted();
  };

  it.each<[string, object, string[]]>([
    ['claimDiscovery', {}, ['notice discoveryState']],
    ['askAuthor', { text: 'Which?' }, ['discoveryNoReply', 'notice discoveryState']],
    ['declineDiscovery', { text: 'Not now.' }, ['notice discoveryState']],
    ['mergeDiscovery', { twin: 'scenario/scenario-1' }, ['notice discoveryState']],
    [
      'foldDiscovery',
      { fold: 'newScenario', title: 'T', scenarioId: 'scenario-1', workflowId: 'open' },
      ['notice discoveryState'],
    ],
  ])('%s is told to its author, once', async (verb, data, expected) => {
    await keep('one', { departmentId: 'hr' });
    expect(await told(verb, data, asOwner)).toEqual(expected);
  });

  it.each<[string, object, 'needsMore' | 'inTriage', string[]]>([
    ['replyDiscovery', { text: 'Mine.' }, 'needsMore', ['notice discoveryNew reviewer']],
    ['withdrawDiscovery', {}, 'inTriage', ['notice discoveryNew reviewer']],
    [
      'sendDiscovery',
      { what: 'New', dataClassId: 'internal', clean: 'true' },
      'needsMore',
      ['notice discoveryNew reviewer'],
    ],
  ])('%s is told to who has it', async (verb, data, state, expected) => {
    await keep('one', { state, assigneeId: 'reviewer' });
    expect(await told(verb, data, asAuthor)).toEqual(expected);
  });

  it('one opened again is told to who decided and is news for all who look at them', async () => {
    const outcome = { kind: 'declined', reason: 'No.', by: 'reviewer', at: '2026-11-23T10:00:00.000Z' } as const;
    await keep('one', { state: 'declined', assigneeId: 'reviewer', outcome });
    expect(await told('reopenDiscovery', {}, asAuthor)).toEqual([
      'notice discoveryNew reviewer',
      'notice discoveryNew reviewers',
    ]);
  });

  it('a card in a chat is brought up to date with every one of them', async () => {
    await keep('one', { departmentId: 'hr', isPosted: true });
    expect(await told('declineDiscovery', { text: 'Not now.' }, asOwner)).toEqual([
      'notice discoveryState',
      'post discovery',
    ]);
    await keep('two', { isPosted: true });
    await press('reuseDiscovery', { discoveryId: 'two' }, { who: aPerson({ personId: 'colleague' }) });
    expect((await planned()).filter((line) => line === 'post discovery')).toHaveLength(2);
  });
});

describe('when a message leaves', () => {
  it('news goes to who may look at it now, never to its author, and falls silent once somebody has it', async () => {
    await keep('one', { departmentId: 'hr' });
    const { recipients } = kindOf('discoveryNew');
    expect(await recipients(turnAt(asSystem), notice('discoveryNew', 'reviewers'))).toEqual([
      'manager+hrLead+owner+host of hr',
      'reviewer',
    ]);
    expect(await summaryFor('discoveryNew', 'reviewers', asOwner)).toBe('A discovery to look at');
    expect(await summaryFor('discoveryNew', 'reviewers', { who: aPerson({ personId: 'reviewer' }) })).toBeUndefined();
    await press('claimDiscovery', { discoveryId: 'one' }, asOwner);
    expect(await summaryFor('discoveryNew', 'reviewers', asOwner)).toBeUndefined();
    expect(await summaryFor('discoveryNew', 'reviewer', asOwner)).toBe('A discovery to look at');
  });

  it('of a workflow its owner hears, grant or not', async () => {
    await keep('one', { workflowId: 'pilot', departmentId: 'finance' });
    const found = await kindOf('discoveryNew').recipients(turnAt(asSystem), notice('discoveryNew', 'reviewers'));
    expect(found).toEqual(['manager+hrLead+owner+host of finance', 'reviewer', 'pilot-owner']);
    expect(await summaryFor('discoveryNew', 'reviewers', { who: aPerson({ personId: 'pilot-owner' }) })).toBeDefined();
  });

  it('who lost the right to look at it hears no more', async () => {
    await keep('one', { state: 'inTriage', assigneeId: 'formerly' });
    const { recipients } = kindOf('discoveryNew');
    expect(await recipients(turnAt(asSystem), notice('discoveryNew', 'formerly'))).toEqual([]);
    expect(await recipients(turnAt(asSystem), notice('discoveryNew', 'reviewer'))).toEqual(['reviewer']);
  });

  it('its author gets their own card, and nothing after they took it back', async () => {
    await keep('one');
    const { recipients } = kindOf('discoveryState');
    expect(await recipients(turnAt(asSystem), notice('discoveryState'))).toEqual(['author']);
    expect(await summaryFor('discoveryState', '', asAuthor)).toBe('Your discovery');
    expect(await summaryFor('discoveryState', '', asOwner)).toBeUndefined();
    await press('withdrawDiscovery', { discoveryId: 'one' }, asAuthor);
    expect(await recipients(turnAt(asSystem), notice('discoveryState'))).toEqual([]);
    expect(await summaryFor('discoveryState', '', asAuthor)).toBeUndefined();
  });
});

describe('the wait for a reply', () => {
  const item = (askedAt: string) => ({ job: 'discoveryNoReply', subject: 'one', facts: { askedAt } }) as never;

  it('ends only for the question that was asked', async () => {
    await keep('one', { departmentId: 'hr' });
    await press('askAuthor', { discoveryId: 'one', text: 'Which?' }, asOwner);
    const [{ clockStoppedAt } = { clockStoppedAt: '' }] = await kept();
    const run = feature.jobs?.[0]?.run;
    expect(await run?.(turnAt(asSystem), item('2026-11-01T10:00:00.000Z'))).toEqual([]);
    const operations = (await run?.(turnAt(asSystem), item(`${clockStoppedAt}`))) ?? [];
    await memory.store.write(operations);
    expect(await kept()).toMatchObject([{ state: 'inTriage', isUnanswered: true }]);
    expect(await run?.(turnAt(asSystem), item(`${clockStoppedAt}`))).toEqual([]);
  });
});

describe('a draft', () => {
  const fold = {
    discoveryId: 'one',
    fold: 'newPrompt',
    title: 'Folded',
    promptText: 'Do it.',
    scenarioId: 'scenario-1',
  };

  it('is asked for with what the reviewer let stand and the author by their choice', async () => {
    await keep('one', { departmentId: 'hr', credit: 'communityOnly', minutesBefore: 30, roleId: 'recruiter' });
    await press('foldDiscovery', fold, asOwner);
    expect(drafted).toMatchObject([
      {
        ...{ kind: 'newPrompt', discoveryId: 'one', authorId: 'author', isNamed: false, title: 'Folded' },
        ...{
          promptText: 'Do it.',
          workflowId: 'open',
          scenarioId: 'scenario-1',
          minutesBefore: 30,
          roleId: 'recruiter',
        },
      },
    ]);
    expect(await kept()).toMatchObject([
      { state: 'accepted', outcome: { kind: 'newPrompt', refId: 'made', version: 2, by: 'reviewer' } },
    ]);
  });

  it('of what the playbook cannot take the form comes back, and nothing was decided', async () => {
    await keep('one', { departmentId: 'hr' });
    expect(shownOn(await press('foldDiscovery', { ...fold, title: 'Full' }, asOwner))).toContain('six prompts already');
    const elsewhere = { ...fold, scenarioId: 'scenario-2' };
    expect(shownOn(await press('foldDiscovery', elsewhere, asOwner))).toContain('that are yours to change');
    // Who owns one department sees a scenario of another one's pilot, but it is not theirs to change.
    const seeing = { who: aPerson({ personId: 'member', grants: [aGrant('owner', 'hr')] }) };
    expect(shownOn(await press('foldDiscovery', elsewhere, seeing))).toContain('that are yours to change');
    const inPilot = { ...fold, fold: 'newScenario', workflowId: 'pilot' };
    expect(shownOn(await press('foldDiscovery', inPilot, seeing))).toContain('that are yours to change');
    expect(shownOn(await press('foldDiscovery', { ...fold, promptText: '' }, asOwner))).toContain(
      'Prompt: please fill',
    );
    expect(shownOn(await press('foldDiscovery', { ...fold, fold: 'other' }, asOwner))).toContain(
      'It becomes: please pick',
    );
    expect(await kept()).toMatchObject([{ state: 'submitted' }]);
  });

  it('that goes live puts the discovery into the playbook and gives its credit; one that is dropped gives it back', async () => {
    const accepted = (version: number) => ({
      ...({ state: 'accepted', assigneeId: 'reviewer', departmentId: 'hr' } as const),
      outcome: { kind: 'newPrompt', refId: 'made', version, by: 'reviewer', at: '2026-11-23T10:00:00.000Z' } as const,
    });
    await keep('one', accepted(2));
    await keep('two', { ...accepted(2), credit: 'communityOnly', authorId: 'second' });
    await keep('three', accepted(3));
    const edition = { scenarioId: 'made', version: 2 };
    const { operations, credit } = await feature.published(turnAt(asOwner), edition);
    expect(credit).toEqual([
      { personId: 'author', shown: true },
      { personId: 'second', shown: false },
    ]);
    expect((await memory.store.write(operations)).kind).toBe('ok');
    const states = async () => Object.fromEntries((await kept()).map(({ id, state }) => [id, state]));
    expect(await states()).toEqual({ one: 'inPlaybook', two: 'inPlaybook', three: 'accepted' });
    expect((await planned()).filter((line) => line === 'notice discoveryState')).toHaveLength(2);
    expect(await feature.published(turnAt(asOwner), edition)).toEqual({ operations: [], credit: [] });

    await memory.store.write(await feature.draftDropped(turnAt(asOwner), { scenarioId: 'made', version: 3 }));
    expect(await states()).toMatchObject({ three: 'inTriage' });
    expect((await kept()).find(({ id }) => id === 'three')).toMatchObject({ assigneeId: 'reviewer' });
  });
});

describe('lists', () => {
  it('what waits is there for who may look at it, own ones never; a member has no such list', async () => {
    await keep('hr', { departmentId: 'hr', title: 'Of HR' });
    await keep('own', { departmentId: 'hr', authorId: 'reviewer', title: 'Own' });
    await keep('away', { departmentId: 'finance', title: 'Of finance' });
    await keep('done', { departmentId: 'hr', state: 'accepted', title: 'Done' });
    const toDo = async (change: Partial<Turn>) => (await feature.items.toDo(turnAt(change)))?.map(({ title }) => title);
    const managing = (departmentId: string) => ({
      who: aPerson({ personId: 'reviewer', grants: [aGrant('manager', departmentId)] }),
    });
    expect(await toDo(managing('hr'))).toEqual(['Of HR']);
    expect(await toDo(managing('finance'))).toEqual(['Of finance']);
    expect(await toDo(managing('sales'))).toEqual([]);
    expect(await toDo(asAuthor)).toBeUndefined();
    expect(await toDo({ who: aPerson({ personId: 'pilot-owner' }) })).toEqual([]);
  });

  it('what I shared says where it stands and how many used it too', async () => {
    await keep('one', { title: 'Mine' });
    const line = async () => (await feature.items.mine(turnAt(asAuthor)))[0]?.text;
    expect(await line()).toBe('Discovery · Waiting to be looked at · 23 Nov 2026');
    for (const personId of ['x', 'y'])
      await press('reuseDiscovery', { discoveryId: 'one' }, { who: aPerson({ personId }) });
    expect(await line()).toBe('Discovery · Waiting to be looked at · 2 people used it too');
  });
});
