/**
 * What happens in the six weeks of the story, and what the measures must say of it, worked out by hand.
 * Six people (a to f) join. A week is an ISO week: 2026-W48 begins on 23 November, 2026-W53 ends on 3 January.
 */
import type { Letter, Run } from './story-kit.ts';

/** Six questions, the first four a must; 80 of 100 meets the bar. */
const draft = 'Job description from intake notes';
/** Five questions, the first four a must; 80 of 100 meets the bar. */
const check = 'Fairness and readability check of a job description';

type Told = readonly [who: Letter, minutes: string, ranOn: string];

/** The last one without AI, told with joining on 23 November: of f so long ago that it is an estimate. */
export const before: readonly Told[] = [
  ['a', '90', '2026-11-20'],
  ['b', '75', '2026-11-18'],
  ['c', '120', '2026-11-12'],
  ['d', '60', '2026-11-19'],
  ['e', '100', '2026-11-10'],
  ['f', '300', '2026-11-02'],
];

type Row = readonly [
  at: string,
  who: Letter,
  scenario: string,
  by: 'bot' | 'extension',
  minutes: number,
  how: 'clock' | 'typed',
  result: Run['result'],
  went: string,
  self?: string,
  second?: readonly [who: Letter, answers: string],
];

const rows: readonly Row[] = [
  // W48: a, b, c
  ['2026-11-24T10:00', 'a', draft, 'bot', 48, 'clock', 'Needed edits', 'otherWork', 'yyyyyy'],
  ['2026-11-24T12:00', 'b', draft, 'extension', 60, 'typed', 'Worked', 'moreOfSame'],
  ['2026-11-25T10:00', 'c', draft, 'bot', 75, 'clock', "Didn't work", 'noTimeSaved', 'yyyynn'],
  // W49: a, d, e
  ['2026-12-01T10:00', 'a', draft, 'bot', 42, 'clock', 'Worked', 'otherWork', 'yyyypp', ['b', 'yyyyyy']],
  ['2026-12-01T12:00', 'd', draft, 'extension', 55, 'typed', 'Needed edits', 'betterQuality', 'yyyyyy'],
  ['2026-12-02T10:00', 'e', draft, 'bot', 50, 'clock', 'Worked', 'rest'],
  // W50: b, c, f
  ['2026-12-08T10:00', 'b', check, 'bot', 35, 'clock', 'Worked', 'otherWork', 'yyyyy', ['c', 'yyyyp']],
  ['2026-12-08T12:00', 'c', draft, 'extension', 45, 'typed', 'Worked', ''],
  ['2026-12-09T10:00', 'f', draft, 'bot', 52, 'clock', 'Needed edits', 'otherWork', 'yyyypp'],
  // W51: a, d, e
  ['2026-12-15T10:00', 'a', check, 'bot', 30, 'clock', 'Worked', 'otherWork', 'yyyyy', ['d', 'nyyyy']],
  ['2026-12-15T12:00', 'd', draft, 'bot', 40, 'clock', 'Worked', 'betterQuality', 'yyyyyy', ['e', 'yyyyyy']],
  ['2026-12-16T10:00', 'e', draft, 'extension', 38.5, 'typed', 'Worked', ''],
  // W52: b, c, f
  ['2026-12-22T10:00', 'b', draft, 'bot', 36, 'clock', 'Worked', 'rest', 'nyyyyy'],
  ['2026-12-22T12:00', 'c', check, 'bot', 33, 'clock', 'Needed edits', '', 'yyyyp'],
  ['2026-12-23T10:00', 'f', draft, 'extension', 47, 'typed', 'Worked', 'betterQuality'],
  // W53: a, b, c, d, e
  ['2026-12-29T09:00', 'a', draft, 'bot', 31, 'clock', 'Worked', 'otherWork', 'yyyyyy', ['b', 'yyyyyy']],
  ['2026-12-29T11:00', 'd', check, 'bot', 29, 'clock', 'Worked', 'otherWork', 'yyyyy', ['c', 'yyyyn']],
  ['2026-12-29T13:00', 'e', draft, 'bot', 34, 'clock', 'Worked', 'betterQuality', 'yyyypp', ['f', 'nyyyyy']],
  ['2026-12-30T10:00', 'b', check, 'bot', 32, 'clock', 'Worked', ''],
  ['2026-12-30T12:00', 'c', draft, 'extension', 41, 'typed', 'Needed edits', 'rest'],
];

/** Of c the run of 25 November is told of on the card that asks by itself. */
export const runs: readonly Run[] = rows.map(
  ([at, who, scenario, by, minutes, how, result, went, self, second]): Run => ({
    ...{ at, who, scenario, by, minutes, how, result, went },
    ...(self ? { self } : {}),
    ...(second ? { second } : {}),
    ...(at === '2026-11-25T10:00' ? { isAsked: true } : {}),
  }),
);

/** Two that count nowhere: f leaves one open until it is closed, c tries one with invented data. */
export const leftOpen = {
  ...({ at: '2026-12-02T13:00', who: 'f', scenario: draft, by: 'bot' } as const),
  ...{ askedAt: '2026-12-02T14:30', closedAt: '2026-12-03T14:00' },
};
export const example = { at: '2026-12-03T15:00', who: 'c', scenario: draft, by: 'bot' } as const;

/** d asks on a Thursday; the next morning those who may answer find it on their card of the day. */
export const question = {
  ...{
    text: 'May I keep the old pay text?',
    askedAt: '2026-12-10T10:00',
    sentAt: '2026-12-10T10:01',
    seenAt: '2026-12-11T09:00',
  },
  ...{ answeredAt: '2026-12-11T10:00', helpedAt: '2026-12-11T11:00' },
};

/** Fridays at 15:00: how many each did, with AI or without; '-' says nothing. */
export const fridays: readonly (readonly [day: string, counts: string, pulse: string])[] = [
  ['2026-11-27', '212111', '453442'],
  ['2026-12-04', '11-212', ''],
  ['2026-12-11', '121-11', ''],
  ['2026-12-18', '2111-1', ''],
  ['2026-12-25', '111011', ''],
  ['2027-01-01', '11211-', ''],
];

/** On the Friday after its end, the last question without a name: nothing is counted any more. */
export const lastPulse = '544534';

type Figure = readonly [measure: string, label: string, value: string, rests: string];

export const figures: readonly Figure[] = [
  // People in each week: 3 + 3 + 3 + 3 + 3 + 5 = 20, 20 / 6 weeks = 3.33; of 6 who joined 55.6 %.
  ['M1', 'Active in a week', '56%', 'of 6 people'],
  ['M1', 'On average', '3.3 people', ''],
  // Told: 8 + 7 + 6 + 6 + 5 + 6 = 38. Runs with AI by those who told in that week: 3 + 3 + 3 + 2 + 3 + 5 = 19. 19 / 38.
  ['M2', 'Uses for each run', '0.5', '38 runs'],
  // f 2 days ever: tried. a, d, e in 2 of the last four weeks: now and then. b in W50, 52, 53 and c too: regular.
  ['M3', 'Not yet, or too few to show', '0%', 'of 6 people'],
  ['M3', 'Tried', '17%', 'of 6 people'],
  ['M3', 'Paused', '0%', 'of 6 people'],
  ['M3', 'Now and then', '50%', 'of 6 people'],
  ['M3', 'Regular', '33%', 'of 6 people'],
  ['M3', 'Deep', '0%', 'of 6 people'],
  // Own: 13; below are c (67 points) and b of 22 December (a must is no): 11 / 13 = 84.6 %.
  ['M4', 'Meets the bar, own rating', '85%', '13 ratings'],
  // Second: 100, 90, 80 with a must no, 100, 100, 80 with all musts, 83 with a must no: 5 / 7 = 71.4 %.
  ['M4', 'Meets the bar, second look', '71%', '7 ratings'],
  // Apart: 83-100 no, 100-90 yes, 100-80 no, 100-100 yes, 100-100 yes, 100-80 no, 83-83 yes: 4 / 7 = 57.1 %.
  ['M4', 'Both agree', '57%', '7 rated by both'],
  // 40.5 - 90 = -49.5, of 90 that is -55 %.
  ['M5', 'Change', '-49.5 minutes', '20 uses'],
  ['M5', 'Change in percent', '-55%', ''],
  // 60 75 [90] 100 120; the 300 of f is an estimate.
  ['M5', 'Without AI', '90 minutes', '5 runs without AI'],
  // 29 30 31 32 33 | 34 35 36 38.5 40 [40.5] 41 42 45 47 48 | 50 52 55 60 75: quarters 33.75 and 48.5, in half minutes.
  ['M5', 'With AI', '40.5 minutes (middle half: 34 to 48.5)', '20 uses'],
  // Said by 16: more 1, other 7, quality 4, rest 3, none 1.
  ['M10', 'More of the same work', '6%', '16 answers'],
  ['M10', 'Other work', '44%', '16 answers'],
  ['M10', 'Better quality', '25%', '16 answers'],
  ['M10', 'Rest', '19%', '16 answers'],
  ['M10', 'No time saved', '6%', '16 answers'],
  // 4 5 . 4 4 . of the start: 4 of 6 = 66.7 %.
  ['M12', 'Answered 4 or 5', '67%', '6 answers'],
];

/** A week after the end, with 5 4 4 5 . 4 of the end: 4 + 5 = 9 of 12. */
export const pulseLater: Figure = ['M12', 'Answered 4 or 5', '75%', '12 answers'];

/** What is not shown, and why. */
export const tooFew: readonly (readonly [measure: string, why: string])[] = [
  ['M6', 'Not enough data (n = 0). Missing: 3 more scenarios.'],
  ['M7', 'Not counted for a pilot.'],
  ['M8', 'Not enough data (n = 1). Missing: 2 more answered questions.'],
  ['M8', 'Not enough data (n = 1). Missing: 2 more answered questions.'],
  ['M9', 'Shown for everyone only.'],
  ['M11', 'Not enough data (n = 2). Missing: 1 more scenario.'],
  ['M11', 'Not enough data (n = 2). Missing: 1 more scenario.'],
  ['M13', 'Not counted for a pilot.'],
];

/** How it went with each of the two, in closed weeks, three people at a time. */
export const back: readonly (readonly string[])[] = [
  // Worked b a e c d e b f a e: 10 of 15; with edits a d f c: 4; not c: 1.
  ['Worked: 67%', 'Needed edits: 27%', "Didn't work: 7%", '15 answers'],
  // b and a worked, c of W52 with edits; d and b of W53 wait for a third.
  ['Worked: 67%', 'Needed edits: 33%', "Didn't work: 0%", '3 answers'],
];

/** All that the bot sent to anybody by itself: the day, who, what. "It" is the name of the pilot. */
export const mail: readonly (readonly [day: string, who: string, what: string])[] = [
  // W48. The owner hears of seven answers, one message each. The start is signed by O, confirmed by H.
  ['2026-11-23', 'T', 'May these tools be used?'],
  ['2026-11-23', 'O', 'Publish it and ask the people?'],
  ['2026-11-23', 'abcdefg', 'Will you try it?'],
  ['2026-11-23', 'OOOOOOO', 'News of it'],
  ['2026-11-23', 'H', 'Start it?'],
  ['2026-11-23', 'Oabcdef', 'it has started'],
  ['2026-11-23', 'H', 'A pilot has started: it'],
  ['2026-11-25', 'c', 'How did it go?'],
  ['2026-11-27', 'abcdef', 'How many this week?'],
  // W49
  ['2026-11-30', 'HO', 'All clear. Week 2 of 6.'],
  ['2026-12-01', 'b', 'A second look, please'],
  ['2026-12-02', 'f', 'How did it go?'],
  ['2026-12-04', 'abcdef', 'How many this week?'],
  // W50. The first Monday of a month. The question of d is with H in the morning, since O made what it is about.
  ['2026-12-07', 'HO', 'All clear. Week 3 of 6.'],
  ['2026-12-07', 'HO', 'Your month in figures'],
  ['2026-12-08', 'c', 'A second look, please'],
  ['2026-12-11', 'H', 'Your day'],
  ['2026-12-11', 'd', 'Your question'],
  ['2026-12-11', 'd', 'Your question has an answer'],
  ['2026-12-11', 'abcdef', 'How many this week?'],
  // W51
  ['2026-12-14', 'HO', 'All clear. Week 4 of 6.'],
  ['2026-12-14', 'HOabcdef', 'Half time: it'],
  ['2026-12-15', 'de', 'A second look, please'],
  ['2026-12-18', 'abcdef', 'How many this week?'],
  // W52. No question without a name at half time: it would take the place of the last one.
  ['2026-12-21', 'HO', 'All clear. Week 5 of 6.'],
  ['2026-12-25', 'abcdef', 'How many this week?'],
  // W53
  ['2026-12-28', 'HO', 'All clear. Week 6 of 6.'],
  ['2026-12-29', 'bcf', 'A second look, please'],
  ['2027-01-01', 'abcdef', 'How many this week?'],
  // It is over: O signs, H confirms and knows.
  ['2027-01-04', 'HO', 'How does it go on?'],
  ['2027-01-04', 'HO', 'Your week: 1 thing waits.'],
  ['2027-01-04', 'HO', 'Your month in figures'],
  ['2027-01-04', 'H', 'Take it into the department?'],
  ['2027-01-04', 'Oabcdef', 'it goes on for everybody in the department'],
];
