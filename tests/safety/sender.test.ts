import { mock } from 'node:test';
import { describe, expect, it } from '@jest/globals';
import { memoryRates } from '../../src/teams/rates.ts';
import {
  appId,
  everyone,
  guardKit,
  listedHost,
  local,
  openBody,
  ours,
  servedKeys,
  theirs,
  worldOf,
} from '../helpers/guard-kit.ts';
import { day } from '../helpers/moving-clock.ts';
import { signingKey } from '../helpers/openid-stub.ts';
import { bearer, soundBody } from '../helpers/token-rows.ts';

const person = 'b6a7c1de-0000-4000-8000-000000000001';
const key = await signingKey('k1');

describe('the open mode', () => {
  it.each([
    'http://localhost:3979/x',
    'http://127.0.0.1:56150',
    'https://[::1]:1/',
    'http://localhost',
    `https://${listedHost}/emea/`,
  ])('answers to %s', async (serviceUrl) => {
    expect(await guardKit().admit(openBody({ serviceUrl }))).toMatchObject({ kind: 'admitted', claims: {} });
  });

  it.each([
    'http://192.168.0.7:3979/',
    'http://localhost.evil.example/',
    'http://localhost@evil.example/',
    'http://user@localhost/',
    'ftp://localhost/',
    `http://${listedHost}/`,
    'http://169.254.169.254/',
    7,
  ])('not to %s', async (serviceUrl) => {
    expect(await guardKit().admit(openBody({ serviceUrl }))).toEqual({ kind: 'refused', code: 'unauthorized' });
  });

  it('needs no header', () => {
    expect(guardKit().guard.admitHeader(undefined)).toBeUndefined();
  });

  it.each([
    ['names another', { conversation: { id: 'c', tenantId: theirs } }],
    ['names none', { conversation: { id: 'c' }, channelData: null }],
    ['names two', { channelData: { tenant: { id: theirs } } }],
  ])('gives everything to the local tenant when the activity %s', async (_, change) => {
    expect(await guardKit().admit(openBody(change))).toMatchObject({ kind: 'admitted', tenantId: local });
  });

  it('keeps to the listed tenants when there are some', async () => {
    const kit = guardKit({ allowedTenants: [ours] });
    const conversation = { id: 'c', tenantId: theirs };
    expect(await kit.admit(openBody())).toMatchObject({ kind: 'admitted', tenantId: ours });
    expect(await kit.admit(openBody({ conversation, channelData: {} }))).toMatchObject({ kind: 'ignored' });
    expect(await kit.admit(openBody({ channelData: { tenant: { id: theirs } } }))).toMatchObject({ kind: 'refused' });
  });
});

describe('tenants and people', () => {
  const listed = () => guardKit({ allowedTenants: [ours.toUpperCase()] });
  const stranger = (type = 'message') =>
    openBody({ type, conversation: { id: 'c', tenantId: theirs }, channelData: { tenant: { id: theirs } } });

  it('compares without case and keeps lower case', async () => {
    const conversation = { id: 'c', tenantId: ours.toUpperCase() };
    const from = { id: '29:x', aadObjectId: person.toUpperCase() };
    expect(await listed().admit(openBody({ conversation, from }))).toMatchObject({
      kind: 'admitted',
      tenantId: ours,
      actor: { aadObjectId: person },
    });
  });

  it('takes the tenant from either place', async () => {
    expect(await listed().admit(openBody({ conversation: { id: 'c' } }))).toMatchObject({ tenantId: ours });
    expect(await listed().admit(openBody({ channelData: {} }))).toMatchObject({ tenantId: ours });
  });

  it('tells a foreign tenant so once a day, and only in answer to a message', async () => {
    const { admit, clock } = listed();
    const told = async (type?: string) => admit(stranger(type));
    expect(await told('conversationUpdate')).toMatchObject({
      kind: 'ignored',
      code: 'tenant_not_allowed',
      tell: false,
    });
    expect(await told()).toMatchObject({ tell: true });
    clock.pass(day - 1);
    expect(await told()).toMatchObject({ tell: false });
    clock.pass(1);
    expect(await told()).toMatchObject({ tell: true });
  });

  it('knows no local tenant once there is a bot', async () => {
    const kit = guardKit({ bot: { appId, keys: servedKeys(key), members: everyone('member') }, allowedTenants: [] });
    const admission = await kit.admit(soundBody(worldOf(key)), await bearer(worldOf(key)));
    expect(admission).toMatchObject({ kind: 'ignored', code: 'tenant_not_allowed' });
  });

  it.each([undefined, '', 'someone@example.org', `{${person}}`, 7])('refuses %j as a person', async (aadObjectId) => {
    for (const type of ['message', 'invoke']) {
      const admission = await guardKit().admit(openBody({ type, from: { id: '29:x', aadObjectId } }));
      expect(admission).toEqual({ kind: 'refused', code: 'unauthorized' });
    }
  });

  it('takes a GUID that is no UUID', async () => {
    const aadObjectId = '00000000-0000-0000-ffff-00000000000f';
    expect(await guardKit().admit(openBody({ from: { id: '29:x', aadObjectId } }))).toMatchObject({ kind: 'admitted' });
  });

  it('runs system events without an actor, whoever they name', async () => {
    const admission = await guardKit().admit(openBody({ type: 'conversationUpdate' }));
    expect(admission).toMatchObject({ kind: 'admitted', actor: undefined });
  });

  it.each([
    ['member', 'admitted'],
    ['guest', 'guest'],
    ['unknown', 'busy'],
  ] as const)('with a token: %s is %s', async (standing, kind) => {
    const bot = { appId, keys: servedKeys(key), members: everyone(standing) };
    const kit = guardKit({ bot, allowedTenants: [ours] });
    const admission = await kit.admit(soundBody(worldOf(key)), await bearer(worldOf(key)));
    expect(admission).toMatchObject({ kind, tenantId: ours });
  });
});

describe('rates', () => {
  it('limits the 6th message of a burst of 30 and says so once in a window', async () => {
    mock.timers.enable({ apis: ['Date', 'setTimeout'], now: 0 });
    const { admit } = guardKit();
    const burst = async () => {
      const kinds: string[] = [];
      for (let sent = 0; sent < 30; sent++) {
        const admission = await admit(openBody());
        kinds.push(admission.kind === 'limited' && admission.tell ? 'told' : admission.kind);
      }
      return kinds;
    };
    const expected = [...Array(5).fill('admitted'), 'told', ...Array(24).fill('limited')];
    expect(await burst()).toEqual(expected);
    mock.timers.tick(5_001);
    expect(await burst()).toEqual(expected);
    mock.timers.reset();
  });

  it.each([
    ['messages', { text: 'hi' }, 5],
    ['queries', { type: 'invoke', name: 'composeExtension/query' }, 20],
    ['buttons', { type: 'invoke', name: 'adaptiveCard/action' }, 10],
    ['submitted cards', { text: undefined, value: { verb: 'x' } }, 10],
  ])('lets %s through up to their own number', async (_, change, number) => {
    const { admit } = guardKit();
    const kinds = await Promise.all(Array.from({ length: number + 1 }, () => admit(openBody(change))));
    expect(kinds.filter(({ kind }) => kind === 'admitted')).toHaveLength(number);
  });

  it('counts each person alone', async () => {
    const { admit } = guardKit();
    for (let sent = 0; sent < 6; sent++) await admit(openBody());
    const from = { id: '29:y', aadObjectId: 'b6a7c1de-0000-4000-8000-000000000002' };
    expect(await admit(openBody({ from }))).toMatchObject({ kind: 'admitted' });
  });

  it('is busy at once when all places are taken, and free again when one is given back', async () => {
    const { admit } = guardKit({ rates: memoryRates(2) });
    const event = openBody({ type: 'conversationUpdate' });
    const first = await admit(event);
    await admit(event);
    expect(await admit(event)).toMatchObject({ kind: 'busy' });
    if (first.kind !== 'admitted') throw new Error(first.kind);
    first.release();
    first.release();
    expect(await admit(event)).toMatchObject({ kind: 'admitted' });
    expect(await admit(event)).toMatchObject({ kind: 'busy' });
  });

  it('holds 1,500 turns', () => {
    const rates = memoryRates();
    const places = Array.from({ length: 1_501 }, () => rates.enter());
    expect(places.filter(Boolean)).toHaveLength(1_500);
    expect(places.at(-1)).toBeUndefined();
  });
});
