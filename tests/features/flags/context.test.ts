/** What a flag remembers of the moment it was asked in (R32), and what it does not take over from a card. */
import { describe, expect, it } from '@jest/globals';
import { flagged, send, withFlags } from './flags-kit.ts';

withFlags();

describe('what it was asked about', () => {
  const about = { question: 'May I?', toolId: 'a', dataClassId: 'internal' };
  const contextOf = async (data: object) => {
    await send(data);
    const [one] = await flagged();
    return one && { ...one.context, category: one.category, scope: one.scope };
  };

  it('is kept with the verdict of that moment', async () => {
    expect(await contextOf({ ...about, scenarioId: 'scenario-1' })).toEqual({
      scenarioId: 'scenario-1',
      version: 3,
      toolId: 'a',
      dataClassId: 'internal',
      verdict: 'allowed',
      surface: 'bot',
      category: 'dataHandling',
      scope: { departmentId: 'hr', workflowId: 'workflow-1' },
    });
  });

  it('is judged as the card judged it: in the scenario', async () => {
    expect(await contextOf({ ...about, scenarioId: 'held' })).toMatchObject({ verdict: 'notAllowed' });
  });

  it('goes to the department of the person when there is no scenario', async () => {
    expect(await contextOf(about)).toMatchObject({ verdict: 'allowed', scope: { departmentId: 'finance' } });
  });

  it('leaves out a scenario that the person may not see', async () => {
    const context = await contextOf({ ...about, scenarioId: 'hidden' });
    expect(context).not.toHaveProperty('scenarioId');
    expect(context).toMatchObject({ scope: { departmentId: 'finance' } });
  });

  it('keeps a tool that is not on the list: that is what the question is about', async () => {
    expect(await contextOf({ ...about, toolId: 'Perplexity' })).toMatchObject({
      toolId: 'Perplexity',
      verdict: 'undecided',
      category: 'toolNotListed',
    });
  });

  it.each([
    ['half a character \ud83d', 'half a character \ufffd'],
    ['a\u202eb\u0000', 'ab'],
    ['x'.repeat(150), 'x'.repeat(100)],
    [`${'x'.repeat(99)}🚀`, `${'x'.repeat(99)}\ufffd`],
  ])('cleans the name of such a tool: %j', async (toolId, expected) => {
    expect(await contextOf({ ...about, toolId })).toMatchObject({ toolId: expected });
  });

  it.each([
    ['https://teams.microsoft.com/l/message/1', 'https://teams.microsoft.com/l/message/1'],
    ['javascript:alert(1)', undefined],
    ['https://admin@evil.example.com/', undefined],
    ['', undefined],
  ])('link %s is kept as %s', async (sourceLink, expected) => {
    expect((await contextOf({ question: 'May I?', sourceLink }))?.sourceLink).toBe(expected);
  });
});
