/** The form to share and what it keeps (product 4.3, 8.2, L6). */
import { describe, expect, it } from '@jest/globals';
import { aPerson } from '../../helpers/builders.ts';
import { inputsIn } from '../../helpers/in-json.ts';
import {
  cardOf,
  feature,
  kept,
  memory,
  planned,
  press,
  send,
  shownOn,
  turnAt,
  withDiscoveries,
} from './discoveries-kit.ts';

withDiscoveries();

const inputs = (json: string) => inputsIn(JSON.parse(json || '{}'));

describe('the form', () => {
  const recruiter = { who: aPerson({ personId: 'author', roleIds: ['recruiter'] }) };

  it('asks one text and one tick; the class and the role have their value', async () => {
    const answer = await feature.commands?.[0]?.run(turnAt(recruiter), 'Notes became tasks');
    expect(inputs(cardOf(answer))).toMatchObject({
      ...{ what: 'Notes became tasks', dataClassId: 'internal', clean: 'false', roleId: 'recruiter' },
      ...{ title: '', toolId: 'none', scenarioId: 'none', credit: 'named' },
    });
    const card = JSON.parse(cardOf(answer));
    expect(card.body.find(({ id }: { id?: string }) => id === 'more').isVisible).toBe(false);
    expect(cardOf(answer)).not.toContain('postHere');
  });

  it('knows what a scenario says of itself, when it is opened from its card', async () => {
    const answer = await press('shareForm', { scenarioId: 'scenario-1' }, recruiter);
    expect(inputs(cardOf(answer))).toMatchObject({
      scenarioId: 'scenario-1',
      dataClassId: 'confidential',
      toolId: 'a',
    });
    const hidden = await press('shareForm', { scenarioId: 'scenario-2' }, recruiter);
    expect(cardOf(hidden)).not.toContain('scenario-2');
    expect(inputs(cardOf(hidden))).toMatchObject({ scenarioId: 'none', dataClassId: 'internal' });
  });

  it('takes as much of a message as fits, says so, and keeps its link when it is one', async () => {
    const dialog = feature.dialogs?.[0];
    const long = await dialog?.open(turnAt(), { text: 'word '.repeat(300), link: 'https://teams.example.com/l/1' });
    expect(shownOn(long)).toContain('its first 800 characters are here');
    expect(inputs(cardOf(long)).what?.length).toBeLessThanOrEqual(800);
    expect(inputs(cardOf(long)).promptText).toBe('word '.repeat(300).trim());
    expect(cardOf(long)).toContain('https://teams.example.com/l/1');
    const odd = await dialog?.open(turnAt(), { text: 'Short', link: 'javascript:1' });
    expect(cardOf(odd)).not.toContain('javascript');
    expect(shownOn(odd)).not.toContain('characters are here');
  });

  it.each([
    [{ what: '  ' }, 'What you did, and what came out: please fill this in.'],
    [{ what: 'x'.repeat(801) }, 'What you did, and what came out: 1 to 800 characters.'],
    [{ title: 'x'.repeat(81) }, 'Title: 1 to 80 characters.'],
    [{ promptText: 'x'.repeat(6_001) }, 'Prompt: 1 to 6,000 characters.'],
    [{ sampleOutput: 'x'.repeat(2_001) }, 'An example of what came out: 1 to 2,000 characters.'],
    [{ minutesBefore: 'soon' }, 'Minutes before: please give a number.'],
    [{ minutesAfter: '601' }, 'Minutes after: please give a number.'],
    [{ dataClassId: 'other' }, 'Most sensitive data in it: please pick one of the list.'],
    [{ clean: 'false' }, 'Please tick that no real names or secrets are in it.'],
  ])('%j comes back with what is wrong and all that was typed', async (change, problem) => {
    const answer = await send({ title: 'My title', promptText: 'My prompt', ...change });
    expect(shownOn(answer)).toContain(problem);
    const typed = { what: 'Notes became tasks', title: 'My title', promptText: 'My prompt', ...change };
    for (const field of ['what', 'title', 'promptText'] as const)
      expect(inputs(cardOf(answer))[field]).toBe(typed[field].trim());
    expect(await kept()).toEqual([]);
  });
});

describe('what is kept', () => {
  it('is what was typed, its place, its due time, and the first line as a title', async () => {
    const what = 'Notes became tasks\nIt took a minute.';
    await send({
      what,
      scenarioId: 'scenario-1',
      toolId: 'a',
      roleId: 'recruiter',
      minutesBefore: '40,3',
      minutesAfter: 5,
    });
    expect(await kept()).toMatchObject([
      {
        ...{ title: 'Notes became tasks', what, authorId: 'author', createdBy: 'author', state: 'submitted' },
        ...{
          scenarioId: 'scenario-1',
          version: 3,
          workflowId: 'open',
          departmentId: 'hr',
          toolId: 'a',
          roleId: 'recruiter',
        },
        ...{ minutesBefore: 40.5, minutesAfter: 5, credit: 'named', surface: 'bot', dueAt: '2026-11-30T10:00:00.000Z' },
      },
    ]);
    expect(await planned()).toEqual(['notice discoveryNew reviewers']);
  });

  it('leaves out ids that are not ours or not to be seen, and whatever is smuggled in', async () => {
    const odd = {
      toolId: 'nowhere',
      roleId: 'nobody',
      scenarioId: 'scenario-2',
      workflowId: 'pilot',
      authorId: 'boss',
    };
    await send({ ...odd, state: 'inPlaybook', assigneeId: 'boss', departmentId: 'other', credit: 'loud' });
    const [one] = await kept();
    expect(one).toMatchObject({ authorId: 'author', state: 'submitted', credit: 'named' });
    for (const field of ['toolId', 'roleId', 'scenarioId', 'workflowId', 'assigneeId', 'departmentId'])
      expect([field, one && field in one]).toEqual([field, false]);
  });

  it('goes to the person own department where no task is named', async () => {
    await send({}, { who: aPerson({ personId: 'author', departmentId: 'sales' }) });
    expect(await kept()).toMatchObject([{ departmentId: 'sales' }]);
  });

  it('is not half there when the write fails', async () => {
    const store = { ...memory.store, write: async () => ({ kind: 'conflict', index: 1 }) as const };
    const who = aPerson({ personId: 'author' });
    expect(await send({}, { store, who })).toMatchObject({ kind: 'refused', code: 'stale' });
    expect(await kept()).toEqual([]);
  });

  it('what the check finds stands in no document', async () => {
    const text = 'Call me on +34 612 345 678';
    const warned = await send({ what: text });
    expect(shownOn(warned)).toContain('Phone number in "What you did, and what came out" (1)'.replaceAll('"', '\\"'));
    expect(await kept()).toEqual([]);
    await press(
      'sendDiscovery',
      { kept: inputs(cardOf(warned)).kept, go: 'mask' },
      { who: aPerson({ personId: 'author' }) },
    );
    expect(await kept()).toMatchObject([{ what: 'Call me on [phone]' }]);
    expect(JSON.stringify(await kept())).not.toMatch(/612\s?345/);
  });

  it('a kept form that was broken on its way is an empty form, no error', async () => {
    expect(shownOn(await press('sendDiscovery', { kept: '{"what":', go: 'anyway' }))).toContain('please fill this in');
  });
});

describe('writing it again', () => {
  it('takes the place of the whole text while it waits, and tells who has it', async () => {
    await send({ promptText: 'Old prompt', minutesBefore: '10' });
    const [{ id } = { id: '' }] = await kept();
    const form = await press('editDiscovery', { discoveryId: id }, { who: aPerson({ personId: 'author' }) });
    expect(inputs(cardOf(form))).toMatchObject({
      what: 'Notes became tasks',
      promptText: 'Old prompt',
      clean: 'false',
    });
    const answer = await send({ discoveryId: id, what: 'Notes became a plan' });
    expect(shownOn(answer)).toContain('Saved.');
    const [one] = await kept();
    expect(one).toMatchObject({ title: 'Notes became a plan', what: 'Notes became a plan' });
    expect(one?.promptText).toBeUndefined();
    expect(await send({ discoveryId: id, what: 'Mine now' }, { who: aPerson({ personId: 'other' }) })).toMatchObject({
      kind: 'refused',
      code: 'forbidden',
    });
  });
});
