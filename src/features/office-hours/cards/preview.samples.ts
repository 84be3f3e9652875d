/** Faces of the look ahead at what is planned. */
import { filler, lines } from '../../../core/samples.ts';
import type { PreviewData } from './preview.card.ts';

const usual: PreviewData = {
  summary: 'This will be posted',
  heading: 'This will be posted',
  problems: [],
  title: 'HR and hiring office hour',
  facts: lines(
    'Bring your questions about AI at work. No question is too small.',
    'Every two weeks, 11:00 (New York), 45 minutes',
    'Host: Sam Sample',
    'Up to 20 people',
  ),
  dates: lines(
    'Tue 1 Dec, 11:00 (New York) · Tue 1 Dec, 17:00 (Madrid)',
    'Tue 15 Dec, 11:00 (New York) · Tue 15 Dec, 17:00 (Madrid)',
  ),
  clocks: [],
  changes: [],
  postLine:
    'The card of the first session goes to 2 channels at once. Those of the others come when their agenda opens.',
  goTitle: 'Post',
  kept: '{"day":"2026-12-01"}',
};

export const previewSamples: Record<string, PreviewData> = {
  usual,
  longest: {
    ...usual,
    problems: lines(filler(160)),
    title: filler(80),
    facts: lines(filler(240), filler(160), filler(120), filler(60), filler(60)),
    dates: lines(...Array.from({ length: 5 }, () => filler(120))),
    clocks: lines(filler(160), filler(160)),
    changes: lines('3 sessions move.', '1 session is cancelled.', '2 sessions are new.'),
    postLine: filler(200),
    goTitle: 'Save',
    kept: filler(3_000),
  },
  rightToLeft: { ...usual, title: 'ساعة مكتب للموارد البشرية', facts: lines('كل أسبوعين') },
  clocks: {
    ...usual,
    clocks: lines('Sun 28 Mar: 02:30 does not exist that day, the clocks change. It begins at 03:30.'),
  },
};
