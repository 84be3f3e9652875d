/** When the month's figures are planned (product 8.6): before it is nine o'clock anywhere on its first Monday. */
import { expect, it } from '@jest/globals';
import { firstMonday, monthly } from '../../../src/features/measures/month.ts';

it.each([
  ['2026-11-23', '2026-12-07'],
  ['2026-12-07', '2026-12-07'],
  ['2026-12-08', '2027-01-04'],
  ['2027-01-31', '2027-02-01'],
  ['2027-11-30', '2027-12-06'],
])('after %s it is %s', (day, monday) => {
  expect(firstMonday(day)).toBe(monday);
});

it.each([
  ['2026-11-23T10:00:00Z', '2026-12-06T19:00:00.000Z'],
  ['2026-12-06T19:00:00Z', '2027-01-03T19:00:00.000Z'],
  ['2026-12-07T08:00:00Z', '2027-01-03T19:00:00.000Z'],
])('after %s it is planned at %s', (after, at) => {
  expect(monthly.next(new Date(after)).toISOString()).toBe(at);
});
