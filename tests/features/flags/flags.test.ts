/** Asking about a gray area: the form, the flag with its audit entry, the limits (product 6.4, L6). */
import { describe, expect, it } from '@jest/globals';
import type { TenantStore, WriteOperation } from '../../../src/core/documents.ts';
import type { Turn } from '../../../src/core/turn.ts';
import { aPerson } from '../../helpers/builders.ts';
import { day } from '../../helpers/moving-clock.ts';
import { audited, cardOf, feature, flagged, input, memory, press, send, turnAt, withFlags } from './flags-kit.ts';

withFlags();

describe('a question that is sent', () => {
  it('becomes an open flag, due by its urgency in the zone of the person', async () => {
    const answer = await send({ question: ' May I paste notes? ', urgency: 'today' });
    expect(await flagged()).toMatchObject([
      {
        question: 'May I paste notes?',
        urgency: 'today',
        state: 'open',
        anonymous: false,
        reporterId: 'person-1',
        createdBy: 'person-1',
        category: 'other',
        categoryBy: 'context',
        dueAt: '2026-11-24T10:00:00.000Z',
        reopenCount: 0,
      },
    ]);
    expect(cardOf(answer)).toContain('Thank you for asking');
    expect(cardOf(answer)).toContain('Waiting to be looked at');
  });

  it('is written together with its audit entry, which names it', async () => {
    const written: (readonly WriteOperation[])[] = [];
    const store: TenantStore = {
      ...memory.store,
      write: (operations) => {
        written.push(operations);
        return memory.store.write(operations);
      },
    };
    await send({ question: 'May I?' }, { store });
    expect(written.map((batch) => batch.map((o) => `${o.op} ${o.kind}`))).toEqual([
      ['create flag', 'create auditEntry', 'create dueItem', 'create dueItem', 'create tally'],
    ]);
    const [one] = await flagged();
    expect(await audited()).toMatchObject([
      {
        action: 'flag.flag',
        actorId: 'person-1',
        actorKind: 'person',
        entityType: 'flag',
        entityId: one?.id,
        requestId: 'request-1',
        changes: { state: { before: '', after: 'open' } },
      },
    ]);
    expect(JSON.stringify(await audited())).not.toContain('May I?');
  });

  it('is not half there when the write fails', async () => {
    const store: TenantStore = { ...memory.store, write: async () => ({ kind: 'conflict', index: 1 }) };
    expect(await send({ question: 'May I?' }, { store })).toMatchObject({ kind: 'refused', code: 'stale' });
    expect([await flagged(), await audited()]).toEqual([[], []]);
  });

  it.each([
    ['nonsense', 'normal'],
    [undefined, 'normal'],
    ['mistakeHappened', 'mistakeHappened'],
  ])('urgency %s is read as %s', async (urgency, expected) => {
    await send({ question: 'May I?', urgency });
    expect((await flagged()).map((f) => f.urgency)).toEqual([expected]);
  });

  it('takes nothing from the card that is not asked for', async () => {
    const smuggled = { reporterId: 'boss', anonymous: true, state: 'closed', tenantId: 'other', answer: 'Yes' };
    await send({ question: 'May I?', ...smuggled });
    expect(await flagged()).toMatchObject([{ reporterId: 'person-1', anonymous: false, state: 'open' }]);
  });
});

describe('a question that cannot be sent', () => {
  it.each(['', '   ', '\u200b\u202e'])('"%s": the form comes back and says what is missing', async (question) => {
    const answer = await send({ question, urgency: 'today', toolId: 'a', dataClassId: 'internal' });
    expect(cardOf(answer)).toContain('Your question: please fill this in');
    expect(input(answer, 'urgency')).toBe('today');
    expect(cardOf(answer)).toContain('"toolId":"a"');
    expect(await flagged()).toEqual([]);
  });

  it('too long: the whole text stays in the form', async () => {
    const question = 'Why? '.repeat(200).trim();
    const answer = await send({ question });
    expect(cardOf(answer)).toContain('1 to 800 characters');
    expect(input(answer, 'question')).toBe(question);
    expect(await flagged()).toEqual([]);
  });

  it('of exactly 800 signs as a reader counts them is taken', async () => {
    await send({ question: '👩‍🚀'.repeat(800) });
    expect(await flagged()).toHaveLength(1);
    expect(cardOf(await send({ question: '👩‍🚀'.repeat(801) }))).toContain('1 to 800 characters');
  });
});

describe('the daily limit', () => {
  const times = async (count: number, change: Partial<Turn> = {}) => {
    for (let n = 0; n < count; n++) await send({ question: `Question ${n}` }, change);
  };

  it('is twenty for each person, and starts again the next day', async () => {
    await times(20);
    expect(await send({ question: 'One more' })).toMatchObject({
      kind: 'refused',
      code: 'daily_limit',
      text: 'You can raise 20 flags a day.',
    });
    expect(await flagged()).toHaveLength(20);
    expect(await send({ question: 'Mine' }, { who: aPerson({ personId: 'person-2' }) })).toMatchObject({
      kind: 'form',
    });
    memory.clock.pass(day);
    expect(await send({ question: 'Tomorrow' })).toMatchObject({ kind: 'form' });
  });
});

describe('the form', () => {
  it('shows what it is about and takes the words along', async () => {
    const answer = await press('flagForm', {
      question: 'May I?',
      scenarioId: 'scenario-1',
      toolId: 'a',
      dataClassId: 'personal',
    });
    expect(cardOf(answer)).toContain('About: Job description · Tool a · Personal');
    expect(input(answer, 'question')).toBe('May I?');
  });

  it('says nothing of what the person may not see', async () => {
    expect(cardOf(await press('flagForm', { scenarioId: 'hidden' }))).not.toContain('About:');
  });

  it.each(['channel', 'groupChat'] as const)('moves from a %s to the 1:1 chat', async (conversation) => {
    const where = { surface: 'bot', conversation, conversationId: 'c-1' } as const;
    const answer = await feature.commands?.[0]?.run(turnAt({ where }), 'May I?');
    expect(answer).toMatchObject({ kind: 'personal', note: 'I sent you a form in our own chat.' });
  });

  it('quotes the message whose menu opened it', async () => {
    const answer = await feature.dialogs?.[0]?.open(turnAt(), { text: 'We paste CVs', link: 'javascript:1' });
    if (!answer) throw new Error('flags have a dialog');
    expect(input(answer, 'question')).toBe('"We paste CVs"');
    expect(cardOf(answer)).not.toContain('javascript');
  });
});
