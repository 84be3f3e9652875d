/** Faces of a digest. */
import { filler, lines } from '../../../core/samples.ts';
import type { DigestData } from './digest.card.ts';

const usual: DigestData = {
  summary: 'New in Operations and Finance AI circle',
  heading: 'New in Operations and Finance AI circle',
  widened: lines('Meetings: for everyone now', 'Operations: something new is open to everyone in that department'),
  scenarios: lines('Weekly report from a table: You have a first text in ten minutes, and every number is traced.'),
  decisions: lines('May last month\u2019s figures go into Copilot Chat? Yes, with conditions'),
  reuses: lines('Notes to tasks (3 people used it too)', 'Ask for the exceptions first (one person used it too)'),
  hasSession: true,
  sessionLine: 'Numbers and procedures office hour: Wed 2 Dec, 15:00 (London)',
  pageUrl: 'https://fieldbook.example.com/tab/community?community=community-1',
  settingsUrl: 'https://fieldbook.example.com/tab/community?community=community-1&settings=open',
};

const many = (size: number, last: string): DigestData['scenarios'] => [
  ...Array.from({ length: 5 }, (_, n) => ({ text: `${n + 1}: ${filler(size)}` })),
  { text: last },
];

export const digestSamples: Record<string, DigestData> = {
  usual,
  onlyOneThing: { ...usual, scenarios: [], widened: [], decisions: [], hasSession: false, sessionLine: '' },
  longest: {
    ...usual,
    summary: filler(80),
    heading: filler(80),
    scenarios: many(200, 'and 13 more'),
    widened: many(80, 'and one more'),
    decisions: many(300, 'and 2 more'),
    reuses: many(120, 'and one more'),
    sessionLine: filler(140),
  },
  rightToLeft: {
    ...usual,
    summary: 'الجديد في دائرة العمليات والمالية',
    heading: 'الجديد في دائرة العمليات والمالية',
    widened: lines('تسليم الوردية: في قسمنا الآن'),
    scenarios: lines('تقرير أسبوعي من جدول: لديك نص أول في عشر دقائق.'),
    decisions: lines('هل يجوز استخدام أرقام الشهر الماضي؟ نعم، بشروط'),
    reuses: lines('من الملاحظات إلى المهام (استخدمه ٣ أشخاص أيضا)'),
    sessionLine: 'ساعة مفتوحة للأرقام والإجراءات: الأربعاء 2 ديسمبر، 15:00 (London)',
  },
};
