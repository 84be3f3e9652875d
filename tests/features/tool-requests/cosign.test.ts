/** Two sign a decision about a tool for sensitive data: who may, who is told, what one write holds (product 6.5, R56). */
import { describe, expect, it } from '@jest/globals';
import { findAll, type TenantStore, type WriteOperation } from '../../../src/core/documents.ts';
import { dueItem } from '../../../src/core/due-item.ts';
import type { Turn } from '../../../src/core/turn.ts';
import { happen, refusalToSign } from '../../../src/features/tool-requests/lifecycle.ts';
import { type Proposal, requestStates, toolRequest } from '../../../src/features/tool-requests/model.ts';
import { aTool } from '../../helpers/builders.ts';
import {
  aRequest,
  ask,
  by,
  cardOf,
  feature,
  holders,
  memory,
  press,
  put,
  requests,
  withRequests,
} from './requests-kit.ts';

withRequests();

const tools = () => by('tools', 'governance');
const hr = () => by('hr', 'hrLead');
const idOf = async () => (await requests())[0]?.id ?? '';
const requestOf = async () => toolRequest.parse((await memory.store.get('toolRequest', await idOf()))?.body);
const propose = async (change: object = {}, turn: Turn = tools()) =>
  press(turn, 'decideRequest', { requestId: await idOf(), ruling: 'approved', why: 'Fine.', ...change });
const confirm = async (turn: Turn = hr()) =>
  press(turn, 'confirmRequest', { requestId: await idOf(), proposalId: (await requestOf()).proposal?.id });
const personal = { dataClassId: 'personal' };

/** A store whose batches can be read. */
function watched() {
  const batches: (readonly WriteOperation[])[] = [];
  const store: TenantStore = {
    ...memory.store,
    write: (operations) => {
      batches.push(operations);
      return memory.store.write(operations);
    },
  };
  return { store, written: () => batches.map((batch) => batch.map(({ op, kind }) => `${op} ${kind}`).toSorted()) };
}

async function notices(kind: string) {
  const found = [];
  for await (const { body } of findAll(memory.store, { kind: 'dueItem' })) {
    const { job, subject, facts } = dueItem.parse(body);
    const { audience = '', occurrence = '', isUrgent } = facts;
    if (job === 'notice' && facts.kind === kind)
      found.push({ kind, subject, audience, occurrence, isUrgent: isUrgent === 'true' });
  }
  return found;
}

describe('who may sign', () => {
  const proposal: Proposal = {
    ...{ id: 'p1', by: 'tools', at: '2026-11-23T10:00:00.000Z', ruling: 'approved', why: 'Fine.' },
    ...{ listName: 'Notebot', accountKind: 'work' },
  };
  const one = aRequest({ state: 'inReview', lane: 'restricted', proposal });
  const nobody = {
    ...{ personId: 'x', isRequester: false, isSupporter: false, isSatisfied: false },
    ...{ isGovernance: false, isHrLead: false },
  };
  const lead = { ...nobody, personId: 'hr', isHrLead: true };
  it.each([
    ['an HR lead', lead, undefined],
    ['an HR lead of governance', { ...lead, isGovernance: true }, undefined],
    ['an HR lead who joined', { ...lead, isSupporter: true }, undefined],
    ['an HR lead who asked', { ...lead, isRequester: true }, 'ownRequest'],
    ['governance', { ...nobody, isGovernance: true }, 'forbidden'],
    ['who asked', { ...nobody, isRequester: true }, 'forbidden'],
    ['who joined', { ...nobody, isSupporter: true }, 'forbidden'],
    ['a stranger', nobody, 'hidden'],
  ] as const)('%s', (_, actor, kind) => {
    expect(refusalToSign(one, actor, 'p1')?.kind).toBe(kind);
    const event = { name: 'sendBack', text: 'No.', proposalId: 'p1' } as const;
    expect(happen({ request: one, event, actor, now: memory.clock.now() }).kind).toBe(kind ?? 'changed');
    if (kind === undefined) expect(refusalToSign(one, actor, 'p0')).toEqual({ kind: 'newerProposal' });
  });

  it('no HR lead reads what never came to them, or is open without a proposal', () => {
    for (const state of requestStates) expect(refusalToSign(aRequest({ state }), lead, 'p1')?.kind).toBe('hidden');
    const both = { ...lead, isGovernance: true };
    expect(refusalToSign(aRequest({ state: 'inReview' }), both, 'p1')).toEqual({ kind: 'outdated' });
  });

  it('asking back and closing take the proposal along, joining does not', () => {
    const run = (event: object, actor = nobody) =>
      happen({ request: one, event: event as never, actor, now: memory.clock.now() });
    const asks = run({ name: 'askMore', text: 'Which?' }, { ...nobody, isGovernance: true });
    const joins = run({ name: 'join', need: 'Too', lane: 'review', isUsing: false });
    const leaves = run({ name: 'withdraw' }, { ...nobody, personId: 'requester', isRequester: true });
    const left = [asks, joins, leaves].map((outcome) => outcome.kind === 'changed' && outcome.request.proposal?.id);
    expect(left).toEqual([undefined, 'p1', undefined]);
  });
});

describe('a proposal', () => {
  it('is one write with its word to the HR leads, and changes no rule', async () => {
    await ask('one', personal);
    const { store, written } = watched();
    await propose({}, { ...tools(), store });
    expect(written()).toEqual([
      [
        ...['create auditEntry', 'create auditEntry', 'create dueItem', 'create dueItem'],
        'create undo',
        'replace toolRequest',
      ],
    ]);
    expect(await notices('requestConfirm')).toMatchObject([{ audience: 'hrLead', isUrgent: true }]);
    expect((await memory.store.find({ kind: 'decision' })).items).toEqual([]);
    // A second one is taken up already.
    const again = watched();
    await propose({ why: 'Better said.' }, { ...tools(), store: again.store });
    expect(again.written()).toEqual([['create auditEntry', 'create dueItem', 'create undo', 'replace toolRequest']]);
  });

  it('says when there is nobody to sign it', async () => {
    await ask('hr', personal);
    holders.hrLead = ['hr'];
    expect(cardOf(await propose())).toContain('to name an HR lead');
    holders.hrLead = ['hr', 'lead'];
  });

  it('is the same one when its message is delivered again', async () => {
    await ask('one', personal);
    const once = { ...tools(), deliveryKey: 'key-1' };
    await propose({}, once);
    const { proposal } = await requestOf();
    expect(cardOf(await propose({}, once))).toContain('The HR lead is asked to confirm it');
    expect((await requestOf()).proposal).toEqual(proposal);
    expect(await notices('requestConfirm')).toHaveLength(1);
  });

  it('is told to HR leads who may sign it, as long as it stands', async () => {
    await ask('hr', personal);
    await propose();
    const [first] = await notices('requestConfirm');
    const kind = feature.notices?.find((each) => each.kind === 'requestConfirm');
    if (!first || !kind) throw new Error('a notice');
    expect(await kind.recipients(by('system'), first)).toEqual(['lead']);
    expect((await kind.card(by('lead', 'hrLead'), first))?.json).toContain('"verb":"confirmRequest"');
    for (const turn of [hr(), by('lead'), by('lead', 'manager'), tools()])
      expect(await kind.card(turn, first)).toBeUndefined();
    await propose();
    expect(await kind.recipients(by('system'), first)).toEqual([]);
    expect(await kind.card(by('lead', 'hrLead'), first)).toBeUndefined();
  });
});

describe('the second signature', () => {
  it('is the one write of a decision, in both names', async () => {
    await ask('one', personal);
    await propose();
    const { store, written } = watched();
    expect(cardOf(await confirm({ ...hr(), store }))).toContain('Decided, for everyone');
    expect(written()).toEqual([
      [
        ...[
          'create auditEntry',
          'create auditEntry',
          'create decision',
          'create dueItem',
          'create dueItem',
          'create dueItem',
        ],
        ...['create stamp', 'create tool', 'create undo', 'remove requestGuard', 'replace toolRequest'],
      ],
    ]);
    expect(await requestOf()).toMatchObject({ state: 'approved', result: { by: 'tools', confirmedBy: 'hr' } });
  });

  it('waits while the list of tools has moved from under it', async () => {
    await ask('one', { ...personal, toolName: 'Twin' });
    await propose();
    for (const id of ['x', 'y']) {
      const { id: _, ...body } = aTool(id, {}, { aliases: ['twin'], accountKind: 'work' });
      await put('tool', id, body);
    }
    expect(cardOf(await confirm())).toContain('Several tools go by the name "Twin"');
    expect(await requestOf()).toMatchObject({ state: 'inReview' });
  });

  it('for which a write failed leaves nothing half', async () => {
    await ask('one', personal);
    await propose();
    const store: TenantStore = { ...memory.store, write: async () => ({ kind: 'stale', index: 0 }) };
    expect(await confirm({ ...hr(), store })).toMatchObject({ kind: 'refused', code: 'stale' });
    expect(await requestOf()).toMatchObject({ state: 'inReview' });
  });
});
