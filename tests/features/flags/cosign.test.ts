/** Two sign a decision about people: who may, who is told, what one write holds, and what comes too late (product 6.4, R56). */
import { describe, expect, it } from '@jest/globals';
import { findAll, type TenantStore, type WriteOperation } from '../../../src/core/documents.ts';
import { dueItem } from '../../../src/core/due-item.ts';
import type { GrantName } from '../../../src/core/person.ts';
import { decide, refusalToSign } from '../../../src/features/flags/lifecycle.ts';
import { type Flag, flag, flagStates } from '../../../src/features/flags/model.ts';
import { aGrant, aPerson } from '../../helpers/builders.ts';
import { cardOf, feature, flagged, holders, memory, press, send, turnAt, withFlags } from './flags-kit.ts';

withFlags();

const who = (personId: string, ...grants: GrantName[]) => ({
  who: aPerson({ personId, grants: grants.map((grant) => aGrant(grant)) }),
});
const tools = () => who('tools', 'governance');
const hr = () => who('hr', 'hrLead');

/** A question that waits for governance, changed as a test needs it. */
async function waiting(data: object = {}, change: Partial<Flag> = {}, by: object = {}): Promise<string> {
  await send({ question: 'May I?', ...data }, by);
  const [newest] = (await flagged()).filter(({ state }) => state === 'open');
  const found = await memory.store.get('flag', newest?.id ?? '');
  if (!found) throw new Error('a question');
  const body = flag.parse({ ...Object(found.body), state: 'needsDecision', ...change });
  await memory.store.write([{ op: 'replace', kind: 'flag', id: found.id, version: found.version, body }]);
  return found.id;
}
const ruling = { ruling: 'yesWithConditions', why: 'Covered.', condition: 'Names out.', aboutPeople: 'true' };
const propose = (flagId: string, change: object = tools()) => press('decideFlag', { flagId, ...ruling }, change);
const flagOf = async (id: string) => flag.parse((await memory.store.get('flag', id))?.body);
const proposalOf = async (id: string) => (await flagOf(id)).proposal?.id ?? '';
const confirm = async (flagId: string, change: object = hr()) =>
  press('confirmFlag', { flagId, proposalId: await proposalOf(flagId) }, change);

async function notices(kind: string) {
  const found = [];
  for await (const { body } of findAll(memory.store, { kind: 'dueItem' })) {
    const { job, subject, facts } = dueItem.parse(body);
    if (job === 'notice' && facts.kind === kind)
      found.push({
        kind,
        subject,
        audience: facts.audience ?? '',
        occurrence: facts.occurrence ?? '',
        ...urgent(facts),
      });
  }
  return found;
}
const urgent = ({ isUrgent }: Record<string, string>) => ({ isUrgent: isUrgent === 'true' });
const kindOf = (name: string) => {
  const found = feature.notices?.find(({ kind }) => kind === name);
  if (!found) throw new Error(`no notice ${name}`);
  return found;
};

describe('who may sign', () => {
  const nobody = {
    ...{ personId: 'x', isReporter: false, isAuthor: false },
    ...{ isReviewer: false, isGovernance: false, isHrLead: false },
  };
  const lead = { ...nobody, personId: 'hr', isReviewer: true, isHrLead: true };
  const actors = [
    ['an HR lead', lead, undefined],
    ['an HR lead of governance', { ...lead, isGovernance: true }, undefined],
    ['an HR lead who asked', { ...lead, isReporter: true }, 'ownFlag'],
    ['an HR lead who made it', { ...lead, isAuthor: true }, 'ownPost'],
    ['a manager', { ...nobody, isReviewer: true }, 'forbidden'],
    ['governance', { ...nobody, isGovernance: true }, 'forbidden'],
    ['who asked', { ...nobody, isReporter: true }, 'forbidden'],
    ['a stranger', nobody, 'hidden'],
  ] as const;
  const proposal = { id: 'p1', by: 'tools', at: '2026-11-23T10:00:00.000Z', ruling: 'yes', why: 'Fine.' } as const;
  const body = async () => ({ ...(await flagOf(await waiting())), proposal });

  it.each(actors)('%s', async (_, actor, kind) => {
    const one = await body();
    expect(refusalToSign(one, actor, 'p1')?.kind).toBe(kind);
    const event = { name: 'sendBack', text: 'No.', proposalId: 'p1' } as const;
    const outcome = decide({ flag: one, event, actor, now: memory.clock.now(), zone: 'UTC' });
    expect(outcome.kind).toBe(kind ?? 'changed');
    if (kind === undefined) expect(refusalToSign(one, actor, 'p0')).toEqual({ kind: 'newerProposal' });
  });

  it('nobody, where nothing is proposed', async () => {
    const { proposal: _, ...bare } = await body();
    for (const state of flagStates) expect(refusalToSign({ ...bare, state }, lead, 'p1')?.kind).toBe('outdated');
    expect(refusalToSign({ ...bare, answeredBy: 'tools' }, lead, 'p1')).toEqual({ kind: 'alreadyAnswered' });
  });

  it('not an HR lead who made what it is about', async () => {
    const flagId = await waiting({ scenarioId: 'scenario-1' });
    await propose(flagId);
    expect(await confirm(flagId, who('maker-1', 'hrLead'))).toMatchObject({ code: 'own_post' });
    expect(cardOf(await press('openFlag', { flagId }, who('maker-1', 'hrLead')))).not.toContain('Covered.');
  });
});

describe('a proposal', () => {
  it('is one write with its word to the HR leads, and changes nothing else', async () => {
    const flagId = await waiting();
    const before = await flagOf(flagId);
    const batches: (readonly WriteOperation[])[] = [];
    const store: TenantStore = {
      ...memory.store,
      write: (operations) => {
        batches.push(operations);
        return memory.store.write(operations);
      },
    };
    await propose(flagId, { ...tools(), store });
    expect(batches.map((batch) => batch.map(({ op, kind }) => `${op} ${kind}`))).toEqual([
      ['replace flag', 'create auditEntry', 'create dueItem'],
    ]);
    const { proposal, updatedAt: _, updatedBy: __, ...rest } = await flagOf(flagId);
    expect(proposal).toMatchObject({ by: 'tools', ruling: 'yesWithConditions', condition: 'Names out.' });
    expect(before).toMatchObject(rest);
    expect(await notices('flagConfirm')).toMatchObject([{ audience: 'hrLead', isUrgent: true }]);
  });

  it('says when there is nobody to sign it', async () => {
    holders.hrLead = ['maker-1'];
    const flagId = await waiting({ scenarioId: 'scenario-1' });
    expect(cardOf(await propose(flagId))).toContain('to name an HR lead');
    holders.hrLead = ['lead-1', 'hr'];
  });

  it('is the same one when its message is delivered again', async () => {
    const flagId = await waiting();
    const once = { ...tools(), deliveryKey: 'key-1' };
    await propose(flagId, once);
    const id = await proposalOf(flagId);
    expect(cardOf(await propose(flagId, once))).toContain('The HR lead is asked to confirm it');
    expect(await proposalOf(flagId)).toBe(id);
    expect(await notices('flagConfirm')).toHaveLength(1);
    await propose(flagId, { ...tools(), deliveryKey: 'key-2' });
    expect(await proposalOf(flagId)).not.toBe(id);
  });

  it('is told to HR leads who may sign it, as long as it stands', async () => {
    const flagId = await waiting({}, { reporterId: 'hr' });
    await propose(flagId);
    const [first] = await notices('flagConfirm');
    if (!first) throw new Error('a notice');
    const { recipients, card } = kindOf('flagConfirm');
    expect(await recipients(turnAt(), first)).toEqual(['lead-1']);
    expect((await card(turnAt(who('lead-1', 'hrLead')), first))?.json).toContain('"verb":"confirmFlag"');
    for (const grants of [[], ['manager'], ['governance']] as const)
      expect(await card(turnAt(who('lead-1', ...grants)), first)).toBeUndefined();
    await propose(flagId);
    expect(await recipients(turnAt(), first)).toEqual([]);
    expect(await card(turnAt(who('lead-1', 'hrLead')), first)).toBeUndefined();
  });

  it('that is late is told to the HR leads, one that went back to governance again', async () => {
    const flagId = await waiting();
    const late = async () => {
      const { dueAt } = await flagOf(flagId);
      const job = feature.jobs?.find(({ name }) => name === 'flagDue');
      const facts = { dueAt, step: 'late', zone: 'UTC' };
      const item = { job: 'flagDue', subject: flagId, occurrence: dueAt, facts, dueAt } as never;
      return JSON.stringify(await job?.run(turnAt(), item));
    };
    expect(await late()).toContain('"audience":"governance"');
    await propose(flagId);
    expect(await late()).toContain('"audience":"hrLead"');
    await press('sendBackFlag', { flagId, proposalId: await proposalOf(flagId), text: 'No.' }, hr());
    expect(await late()).toContain('"audience":"governance"');
    expect(await notices('flagNew')).toContainEqual(expect.objectContaining({ audience: 'governance' }));
    const notice = { kind: 'flagOverdue', subject: flagId, audience: 'hrLead', occurrence: 'x', isUrgent: false };
    expect(await kindOf('flagOverdue').recipients(turnAt(), notice)).toEqual([]);
  });
});

describe('the second signature', () => {
  it('answers everyone who asked the same, also what does not fit into one write, in both names', async () => {
    const about = { toolId: 'a', dataClassId: 'internal', anyway: 'true' };
    const flagId = await waiting(about);
    for (let n = 0; n < 22; n++) await send({ question: `Me too ${n}?`, ...about }, who(`p${n}`));
    await propose(flagId);
    expect(cardOf(await confirm(flagId))).toContain('Decided, for everyone who asked the same');
    const group = feature.jobs?.find(({ name }) => name === 'flagGroup');
    for await (const { body } of findAll(memory.store, { kind: 'dueItem', where: [['job', '=', 'flagGroup']] }))
      await memory.store.write((await group?.run(turnAt(who('system')), dueItem.parse(body))) ?? []);
    const all = await flagged();
    expect(all).toHaveLength(23);
    for (const each of all)
      expect(each).toMatchObject({ state: 'answered', answeredBy: 'tools', confirmedBy: 'hr', updatedBy: 'hr' });
  });

  it('takes what was proposed for one of the group along', async () => {
    const about = { toolId: 'a', dataClassId: 'internal', anyway: 'true' };
    const first = await waiting(about);
    const second = await waiting({ ...about, question: 'And I?' }, {}, who('p2'));
    for (const each of [first, second]) await propose(each);
    await confirm(first);
    expect(await flagOf(second)).toMatchObject({ state: 'answered', confirmedBy: 'hr' });
    for (const each of await flagged()) expect(each.proposal).toBeUndefined();
  });

  it('leaves with the answer when that has not helped', async () => {
    const flagId = await waiting();
    await propose(flagId);
    await confirm(flagId);
    await press('reopenFlag', { flagId, text: 'And now?' });
    const reopened = await flagOf(flagId);
    expect(reopened.state).toBe('open');
    expect([reopened.answeredBy, reopened.confirmedBy]).toEqual([undefined, undefined]);
  });

  it('for which a write failed leaves nothing half', async () => {
    const flagId = await waiting();
    await propose(flagId);
    const store: TenantStore = { ...memory.store, write: async () => ({ kind: 'stale', index: 0 }) };
    expect(await confirm(flagId, { ...hr(), store })).toMatchObject({ kind: 'refused', code: 'stale' });
    expect((await flagOf(flagId)).state).toBe('needsDecision');
    expect((await memory.store.find({ kind: 'decision' })).items).toEqual([]);
  });
});
