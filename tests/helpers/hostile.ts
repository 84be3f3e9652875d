/** Values that break careless code, and ways to work them into an activity. Which one comes is the dice's choice. */
import type { RawActivity } from './activities.ts';
import type { Dice } from './scale.ts';

const dollar = '$';
const zalgo = `a${'\u0301'.repeat(20_000)}`;
const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}';

export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202egnp.exe',
  '\u200b\u200b',
  '\ue000marked\ue001',
  family.repeat(400),
  zalgo,
  'x'.repeat(4_001),
  'x'.repeat(120_000),
  '\u00e9'.repeat(60_000),
  `${'a'.repeat(5_000)}!`,
  'a@'.repeat(4_000),
  'a.'.repeat(4_000),
  '1 '.repeat(4_000),
  '4111 1111 1111 1111 '.repeat(300),
  '-'.repeat(4_000),
  '<'.repeat(50_000),
  '<at>'.repeat(2_000),
  `<b>${' '.repeat(50_000)}`,
  '('.repeat(4_000),
  '\\'.repeat(4_000),
  '"'.repeat(4_000),
  '\n'.repeat(4_000),
  `${dollar}{secret}`,
  `${dollar}{$root}`,
  `${dollar}{json('{')}`,
  '{{DATE(2026-01-01)}}',
  '{{TIME(x)}}',
  '{{name}}',
  '<at>CEO</at>',
  '[x](javascript:alert(1))',
  '<script>alert(1)</script>',
  "'; DROP TABLE documents; --",
  "' OR '1'='1",
  '%',
  '%s%n%x',
  '*',
  '?',
  '../../../etc/hosts',
  '/etc/hosts\u0000.json',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'undefined',
  'null',
  'NaN',
  '1e999',
  '-0',
  '9'.repeat(400),
  '2026-02-30',
  'Mars/Base',
  'en-x-!!',
  'xx-constructor',
  'data:text/html,<b>',
  'https://evil.example\\@smba.trafficmanager.net/',
  'http://127.0.0.1:1/',
  '{"a":1}',
  '[[[[',
  'can i use chatgpt with',
  'find',
  'use',
  'flag',
  'role',
  'language',
];

/** Looks like a promise to careless code. */
const thenable = 'then';

const wild: readonly unknown[] = [null, true, false, 0, -1, 1e308, 0.1, 2 ** 53, [], {}, [[]], [null], { a: 1 }, ''];

export function nested(levels: number, object: boolean): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < levels; level++)
    value = object ? { toString: value, id: value === 'deep' ? 1 : value } : [value];
  return value;
}

export function hostileValue(random: Dice): unknown {
  switch (random.number(6)) {
    case 0:
      return structuredClone(random.pick(wild));
    case 1:
      return nested(random.number(12), false);
    case 2:
      return {
        toString: 1,
        valueOf: null,
        [thenable]: 'x',
        length: 1e9,
        type: 'message',
        [random.pick(hostileTexts)]: 1,
      };
    case 3:
      return Array.from({ length: random.number(300) }, () => structuredClone(random.pick(wild)));
    default:
      return random.pick(hostileTexts);
  }
}

type Place = { holder: Record<string, unknown>; key: string };

function placesIn(value: unknown, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return found;
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    found.push({ holder, key });
    placesIn(holder[key], found);
  }
  return found;
}

/** Fields that are our own ids and times; a changed one ends at the door, so most mutations leave them whole. */
const door = new Set([
  'channelId',
  'serviceUrl',
  'type',
  'tenantId',
  'aadObjectId',
  'recipient',
  'from',
  'conversation',
]);

/** A copy with one to three fields replaced, removed, or added. */
export function mutated(activity: RawActivity, random: Dice): RawActivity {
  const copy: RawActivity = structuredClone(activity);
  for (let change = random.number(3); change >= 0; change--) {
    const { holder, key } = random.pick(placesIn(copy));
    if (door.has(key) && random.chance(0.8)) continue;
    const extra = random.chance(0.1) ? random.pick(hostileTexts).slice(0, 100) : key;
    if (random.chance(0.15)) delete holder[key];
    // An assignment to `__proto__` would change the holder instead of the text that is sent.
    else
      Object.defineProperty(holder, extra, {
        value: hostileValue(random),
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return copy;
}

/** The activity as text, now and then broken as text only can be. */
export function textOf(activity: RawActivity, random: Dice): string {
  const text = JSON.stringify(activity);
  switch (random.number(40)) {
    case 0:
      return text.slice(0, random.number(text.length));
    case 1:
      return text.replace('{', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},');
    case 2:
      return text.replace('{', '{"\\u005f_proto__":{"polluted":true},"\\u0063onstructor":{"polluted":1},');
    case 3:
      return text.replace('{', `{"type":5,"deep":${'['.repeat(50)}${']'.repeat(50)},`);
    case 4:
      return `[${text}]`;
    case 5:
      return text.replace('{', '{"id":"twice","id":"again",');
    default:
      return text;
  }
}
