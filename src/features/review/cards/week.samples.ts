/** Faces of the owner's week. */
import { filler, lines } from '../../../core/samples.ts';
import type { WeekData } from './week.card.ts';

const pageUrl = 'https://fieldbook.example.com/tab/review';

const row = {
  ...{
    title: 'Weekly report from a table',
    text: 'Due for a check · Reporting, step 2 of 4 · until Fri 27 Nov, 09:00 (London)',
  },
  ...{ label: 'Make a draft', hasPress: true, hasOpen: false, hasLink: false, pathUrl: pageUrl },
  ...{ itemKindId: 'scenarios', openKindId: 'scenario', itemId: 'scenario-9' },
};

const flag = {
  ...row,
  ...{ title: 'May customer names go into the draft?', text: 'Being looked at · was due Mon 23 Nov, 12:00 (London)' },
  ...{ label: '', hasPress: false, hasOpen: true, itemKindId: 'flags', openKindId: 'flag', itemId: 'flag-1' },
};

const change = {
  ...row,
  ...{ title: 'New pictures engine', text: 'To check · Image maker · until Mon 30 Nov, 09:00 (London)', label: '' },
  ...{ hasPress: false, hasLink: true, itemKindId: 'tool-changes', openKindId: '', itemId: 'change-1' },
};

const usual: WeekData = {
  summary: 'Your week: 7 things wait.',
  heading: 'Your week',
  first: 'Late: May customer names go into the draft?',
  ...{ hasNote: false, note: '' },
  lines: lines('Customer reports: week 3 of 6. 14 runs by 5 people last week.', '7 things wait. 1 of them is late.'),
  hasTogether: true,
  together: '4 are due by their date alone.',
  togetherTitles: 'Structured interview guide · Follow-up probes · Outreach message · Month-end checklist',
  allLabel: 'All 4 right',
  rows: [flag, row, change],
  ...{ hasMore: false, more: '', pageUrl },
};

const clear: WeekData = {
  ...usual,
  ...{ summary: 'All clear. Week 3 of 6.', first: 'All clear. Week 3 of 6.', lines: [], rows: [] },
  ...{ hasTogether: false, together: '', togetherTitles: '', allLabel: '' },
  ...{ hasNote: true, note: 'Done: Weekly report from a table' },
};

export const weekSamples: Record<string, WeekData> = {
  usual,
  clear,
  longest: {
    ...usual,
    ...{ summary: filler(160), first: filler(160), lines: lines(filler(200), filler(200), filler(80)) },
    togetherTitles: filler(600),
    rows: Array.from({ length: 4 }, (_, n) => ({ ...row, title: filler(120), text: filler(240), itemId: `item-${n}` })),
    ...{ hasMore: true, more: 'and 23 more' },
  },
  rightToLeft: {
    ...usual,
    ...{
      summary: 'متأخر: هل يجوز استخدام أسماء العملاء؟',
      heading: 'أسبوعك',
      first: 'متأخر: هل يجوز استخدام أسماء العملاء؟',
    },
    lines: lines('تقارير العملاء: الأسبوع 3 من 6'),
    ...{ together: 'أربعة حان موعدها فقط.', togetherTitles: 'دليل المقابلة · رسالة', allLabel: 'كلها صحيحة' },
    rows: [{ ...row, title: 'تقرير أسبوعي من جدول', text: 'حان وقت المراجعة', label: 'مسودة' }],
  },
};
