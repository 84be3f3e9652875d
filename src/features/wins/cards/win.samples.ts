/** Faces of a win. */
import { filler } from '../../../core/samples.ts';
import type { WinData } from './win.card.ts';

const usual: WinData = {
  ...{ summary: 'A win: Weekly report from a table', winId: 'win-1', scenarioId: 'scenario-9' },
  ...{ title: 'A win: Weekly report from a table', isOpen: true, hasNote: false, note: '' },
  minutes: '90 minutes before, 55 minutes with AI',
  basis: 'Medians of 8 runs before and 21 runs with AI. 86 % of 14 ratings met the bar.',
  story: [
    {
      text: 'We paste the table, let the draft stand, and check every figure against the table before it goes out.',
      spacing: 'None',
    },
  ],
  ...{ hasBy: true, by: 'Told by Jonas Weber', hasAsks: true, asks: '7 people asked how they did it.' },
};

export const winSamples: Record<string, WinData> = {
  usual,
  fresh: { ...usual, hasBy: false, by: '', hasAsks: false, asks: '' },
  withdrawn: {
    ...{ summary: 'A win', winId: 'win-1', scenarioId: '', title: 'A win', isOpen: false },
    ...{ hasNote: true, note: 'It was taken back.', minutes: '', basis: '', story: [] },
    ...{ hasBy: false, by: '', hasAsks: false, asks: '' },
  },
  longest: {
    ...usual,
    ...{ summary: filler(90), title: filler(90), story: [{ text: filler(600), spacing: 'Small' }] },
    by: `Told by ${filler(110)}`,
  },
  rightToLeft: {
    ...usual,
    ...{ summary: 'إنجاز: تقرير أسبوعي من جدول', title: 'إنجاز: تقرير أسبوعي من جدول' },
    ...{ minutes: 'قبل: 90 دقيقة، بعد: 55 دقيقة', basis: 'متوسط 8 و21 مرة.' },
    story: [{ text: 'نراجع كل رقم قبل الإرسال.', spacing: 'Small' }],
    by: 'رواها يوناس',
  },
};
