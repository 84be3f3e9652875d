/** When a discovery is due: five working days of the zone; its author is waited for fourteen days (product 6.3, 7.6). */
import { expect, it } from '@jest/globals';
import { replyDue, triageDue } from '../../../src/features/discoveries/due.ts';

it.each([
  ['a Monday morning', '2026-11-23T10:00:00.000Z', 'UTC', '2026-11-30T10:00:00.000Z'],
  ['a Friday evening', '2026-11-27T20:00:00.000Z', 'UTC', '2026-12-04T17:00:00.000Z'],
  ['a Sunday', '2026-11-29T12:00:00.000Z', 'Europe/Madrid', '2026-12-04T16:00:00.000Z'],
  ['over the change of clocks', '2026-10-23T10:00:00.000Z', 'Europe/Madrid', '2026-10-30T11:00:00.000Z'],
])('shared on %s', (_name, at, zone, due) => {
  expect(triageDue(new Date(at), zone)).toBe(due);
});

it('a reply is waited for two weeks, to the minute', () => {
  expect(replyDue('2026-11-23T10:30:00.000Z').toISOString()).toBe('2026-12-07T10:30:00.000Z');
});
