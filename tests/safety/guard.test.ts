import { describe, expect, it } from '@jest/globals';
import { channelKeys } from '../../src/teams/keys.ts';
import { appId, everyone, guardKit, openBody, ours, servedKeys, worldOf } from '../helpers/guard-kit.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { signingKey } from '../helpers/openid-stub.ts';
import { bearer, soundBody } from '../helpers/token-rows.ts';

const key = await signingKey('k1');

/** A guard with a bot and one trusted key. */
const closedKit = () =>
  guardKit({ bot: { appId, keys: servedKeys(key), members: everyone('member') }, allowedTenants: [ours] });

describe('the order of the checks', () => {
  const wrong = {
    serviceUrl: { serviceUrl: 'https://evil.example/' },
    channel: { channelId: 'slack' },
    tenant: { conversation: { id: 'c' }, channelData: {} },
    actor: { from: { id: '29:x' } },
  };
  const all = { ...wrong.channel, ...wrong.serviceUrl, ...wrong.tenant, ...wrong.actor };
  const foreign = 'Bearer aaa.bbb.ccc';
  const deep = '['.repeat(40) + ']'.repeat(40);
  const table: [why: string, body: unknown, authorization: string | undefined][] = [
    ['header', deep, undefined],
    ['body', deep, foreign],
    ['body', '{', foreign],
    ['body', openBody({ ...all, type: undefined }), foreign],
    ['channel', openBody(all), foreign],
    ['serviceUrl', openBody({ ...all, channelId: 'msteams' }), foreign],
    ['token', soundBody(worldOf(key)), foreign],
  ];

  it.each(table)('stops first at %s', async (why, body, authorization) => {
    const kit = closedKit();
    await kit.admit(body, authorization);
    expect(kit.refusals.map((refusal) => refusal.detail)).toEqual([why]);
  });

  it('judges the tenant before the actor, the actor before the roster', async () => {
    const kit = guardKit({ allowedTenants: [ours] });
    await kit.admit(openBody({ ...wrong.tenant, ...wrong.actor }));
    await kit.admit(openBody(wrong.actor));
    expect(kit.refusals.map((refusal) => refusal.detail)).toEqual(['tenant', 'actor']);
  });

  it('says no more than the code, and logs no more than the check', async () => {
    const kit = closedKit();
    expect(await kit.admit(soundBody(worldOf(key)), foreign)).toEqual({ kind: 'refused', code: 'unauthorized' });
    expect(kit.refusals).toEqual([{ requestId: 'r1', code: 'unauthorized', detail: 'token' }]);
  });

  it('judges the header before the body is there', async () => {
    const { guard } = closedKit();
    expect(guard.admitHeader(undefined)).toBe('unauthorized');
    expect(guard.admitHeader(`Bearer ${'a'.repeat(8_200)}.b.c`)).toBe('unauthorized');
    expect(guard.admitHeader(await bearer(worldOf(key)))).toBeUndefined();
  });

  it.each(['exp', 'nbf'])('forgives a clock that is 4 minutes off: %s', async (claim) => {
    const seconds = movingClock().now().getTime() / 1000 + (claim === 'exp' ? -240 : 240);
    const authorization = await bearer(worldOf(key), { claims: { [claim]: seconds } });
    expect(await closedKit().admit(soundBody(worldOf(key)), authorization)).toMatchObject({ kind: 'admitted' });
  });

  it('refuses to exist with an empty app id', () => {
    const keys = channelKeys({ metadataUrl: 'https://keys.example/', clock: movingClock() });
    expect(() => guardKit({ bot: { appId: '', keys, members: everyone('member') } })).toThrow('empty bot app id');
  });

  it('says busy, not forged, when no key can be had', async () => {
    const down = async () => new Response('', { status: 503 });
    const keys = channelKeys({ metadataUrl: 'https://keys.example/', clock: movingClock(), fetch: down });
    const kit = guardKit({ bot: { appId, keys, members: everyone('member') }, allowedTenants: [ours] });
    const admission = await kit.admit(soundBody(worldOf(key)), await bearer(worldOf(key)));
    expect(admission).toEqual({ kind: 'refused', code: 'busy' });
  });
});

describe('bodies', () => {
  const code = async (body: unknown) => {
    const admission = await guardKit().admit(body);
    return admission.kind === 'refused' ? admission.code : admission.kind;
  };

  it.each(['', 'null', '[]', '"text"', '7', '{"type":', 'undefined'])('%j is bad_json', async (text) => {
    expect(await code(text)).toBe('bad_json');
  });

  it.each([
    { type: undefined },
    { type: 5 },
    { type: '' },
    { from: undefined },
    { recipient: undefined },
    { recipient: {} },
    { conversation: undefined },
    { conversation: { id: 7 } },
    { id: 5 },
  ])('%j is bad_activity', async (change) => {
    expect(await code(openBody(change))).toBe('bad_activity');
  });

  it.each([
    { text: null },
    { text: 5 },
    { id: undefined },
    { timestamp: 'not a date' },
    { channelData: 'x' },
    { attachments: 'x', entities: {}, membersAdded: [{}] },
    { value: null },
    { type: 'somethingNew' },
  ])('%j is let in', async (change) => {
    expect(await code(openBody(change))).toBe('admitted');
  });

  it('keeps unknown fields', async () => {
    const admission = await guardKit().admit(openBody({ novelty: { deep: [1] } }));
    expect(admission).toMatchObject({ kind: 'admitted', activity: { novelty: { deep: [1] }, text: 'help' } });
  });

  it('takes 32 levels and no more', async () => {
    const nested = (levels: number) => openBody({ value: JSON.parse('['.repeat(levels) + ']'.repeat(levels)) });
    expect(await code(nested(31))).toBe('admitted');
    expect(await code(nested(32))).toBe('too_deep');
  });

  it('counts no brackets inside texts', async () => {
    expect(await code(openBody({ text: `\\" ${'[{'.repeat(100)} \\\\` }))).toBe('admitted');
  });

  it('meets 100,000 nested lists without recursion', async () => {
    expect(await code('['.repeat(100_000))).toBe('too_deep');
    expect(await code(`{"a":"${'\\"['.repeat(30_000)}","b":${'['.repeat(100_000)}`)).toBe('too_deep');
  });

  it.each(['type', 'id', 'from', 'conversation'])('refuses an object with a length of its own as %s', async (field) => {
    const hostile = { length: { toString: 1, valueOf: 1 } };
    const change = field === 'type' || field === 'id' ? { [field]: hostile } : { [field]: { id: hostile } };
    expect(await code(JSON.stringify(openBody(change)))).toBe('bad_activity');
  });

  it('drops keys that poison objects, at any depth', async () => {
    const text = JSON.stringify(
      openBody({ value: { data: { verb: 'x', MARK: { admin: true } } }, MARK: { admin: true } }),
    );
    for (const poison of ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf']) {
      const admission = await guardKit().admit(text.replaceAll('MARK', poison));
      if (admission.kind !== 'admitted') throw new Error(admission.kind);
      expect(Object.hasOwn(admission.activity, poison)).toBe(false);
      expect(admission.activity.value).toEqual({ data: { verb: 'x' } });
      expect(JSON.stringify(admission.activity)).not.toContain('admin');
    }
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
  });

  it.each([
    ['\\u005f_proto__', '__proto__'],
    ['\\u0063onstructor', 'constructor'],
    ['con\\u0073tructor', 'constructor'],
    ['protot\\u0079pe', 'prototype'],
    ['\\u005F\\u005f\\u0070roto__', '__proto__'],
  ])('drops %s, however it is spelled', async (spelled, key) => {
    const text = JSON.stringify(openBody({ value: { MARK: { admin: true } }, MARK: 1 })).replaceAll('MARK', spelled);
    const admission = await guardKit().admit(text);
    if (admission.kind !== 'admitted') throw new Error(admission.kind);
    expect(Object.hasOwn(admission.activity, key)).toBe(false);
    expect(admission.activity.value).toEqual({});
  });
});
