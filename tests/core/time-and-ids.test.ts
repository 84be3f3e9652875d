/** Days and readable times, and ids that come out the same twice. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { derivedId, digest, keyedHash, newId, sealUnder } from '../../src/core/ids.ts';
import { addDays, dayOf, daysPast, readableDate, readableTime } from '../../src/core/time.ts';

describe('days', () => {
  it.each([
    ['2026-11-23', 1, '2026-11-24'],
    ['2026-11-23', 90, '2027-02-21'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('%s and %i more: %s', (date, days, expected) => expect(addDays(date, days)).toBe(expected));

  it.each([
    ['2026-11-23', '2026-11-23T00:00:00.000Z', 0],
    ['2026-11-23', '2026-11-23T23:59:59.999Z', 0],
    ['2026-11-23', '2026-11-24T00:00:00.000Z', 1],
    ['2026-11-24', '2026-11-23T23:59:59.999Z', -1],
    ['2026-10-24', '2026-11-23T10:00:00.000Z', 30],
    ['2026-03-28', '2026-03-30T01:00:00.000Z', 2],
  ])('from %s to %s: %i past', (date, now, expected) => expect(daysPast(date, new Date(now))).toBe(expected));

  it('are whole: what is added is past', () => {
    const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.integer({ min: -5_000, max: 5_000 }), (now, days) => {
        expect(daysPast(addDays(dayOf(now), -days), now) - days).toBe(0);
      }),
    );
  });
});

describe('how a time reads', () => {
  const at = new Date('2026-11-24T15:00:00.000Z');
  it.each([
    ['Europe/London', 'en-GB', 'Tue 24 Nov, 15:00 (London)'],
    ['America/New_York', 'en-GB', 'Tue 24 Nov, 10:00 (New York)'],
    ['America/Argentina/Buenos_Aires', 'en-GB', 'Tue 24 Nov, 12:00 (Buenos Aires)'],
    ['Asia/Kolkata', 'en-GB', 'Tue 24 Nov, 20:30 (Kolkata)'],
    ['Pacific/Auckland', 'en-GB', 'Wed 25 Nov, 04:00 (Auckland)'],
    ['UTC', 'en-GB', 'Tue 24 Nov, 15:00 (UTC)'],
    ['Europe/Madrid', 'es', 'mar 24 nov, 16:00 (Madrid)'],
  ])('in %s, %s: %s', (zone, locale, expected) => expect(readableTime(at, zone, locale)).toBe(expected));

  it('has midnight as 00:00', () => {
    expect(readableTime(new Date('2026-11-24T00:00:00.000Z'), 'UTC', 'en')).toContain('00:00');
  });

  it.each([
    ['2026-11-24', 'en-GB', '24 Nov 2026'],
    ['2026-11-24T23:30:00.000Z', 'en-GB', '24 Nov 2026'],
    ['2026-01-01', 'es', '1 ene 2026'],
  ])('the day %s in %s: %s', (date, locale, expected) => expect(readableDate(date, locale)).toBe(expected));
});

describe('derived ids', () => {
  const parts = fc.array(fc.string(), { minLength: 1, maxLength: 4 });

  it('are UUIDs of version 8 and depend on their parts alone', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const id = derivedId(...given);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(z.uuid({ version: 'v8' }).safeParse(id).success).toBe(true);
        expect(derivedId(...given)).toBe(id);
      }),
    );
  });

  it('never change: starter content is found again by them', () => {
    expect(derivedId('starter', 'tenant', 'tool', 'copilot-chat')).toBe('41bf2751-9113-8c01-becc-1e638a9b16a5');
  });

  it('differ wherever the parts are cut', () => {
    expect(derivedId('ab', 'c')).not.toBe(derivedId('a', 'bc'));
    expect(derivedId('a', 'b')).not.toBe(derivedId('b', 'a'));
    expect(derivedId('a', '')).not.toBe(derivedId('a'));
  });
});

describe('hashes', () => {
  const hash = keyedHash(Buffer.alloc(32, 1));

  it('name somebody only under the key', () => {
    expect(hash('tenant', 'person')).toBe(hash('tenant', 'person'));
    expect(hash('tenant', 'person')).not.toBe(keyedHash(Buffer.alloc(32, 2))('tenant', 'person'));
    expect(hash('a', 'bc')).not.toBe(hash('ab', 'c'));
    expect(hash('tenant', 'person')).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('of a source are 64 hex digits and tell cuts apart', () => {
    expect(digest('a', 'bc')).toMatch(/^[0-9a-f]{64}$/);
    expect(digest('a', 'bc')).not.toBe(digest('ab', 'c'));
  });

  it('are not needed for a new id: it is random', () => {
    expect(new Set(Array.from({ length: 100 }, newId)).size).toBe(100);
  });
});

describe('a seal', () => {
  const { seal, open } = sealUnder(Buffer.alloc(32, 1));

  it('opens under its key and for its thing alone, and looks different each time', () => {
    const sealed = seal('Ana', 'flag-1');
    expect(open(sealed, 'flag-1')).toBe('Ana');
    expect(open(sealed, 'flag-2')).toBeUndefined();
    expect(sealUnder(Buffer.alloc(32, 2)).open(sealed, 'flag-1')).toBeUndefined();
    expect(seal('Ana', 'flag-1')).not.toBe(sealed);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('Ana');
  });

  it.each(['', 'x', 'AAAA'.repeat(10)])('does not open what it did not make: "%s"', (other) => {
    expect(open(other, 'flag-1')).toBeUndefined();
  });
});
