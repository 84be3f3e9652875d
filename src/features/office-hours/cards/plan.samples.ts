/** Faces of the form to plan office hours. */
import { filler, lines } from '../../../core/samples.ts';
import type { PlanData } from './plan.card.ts';

const empty: PlanData = {
  summary: 'Plan office hours',
  heading: 'Plan office hours',
  intro: 'Four fields are enough. You see everything before it is posted.',
  hasNote: false,
  noteLine: '',
  problems: [],
  seriesId: '',
  formId: 'form-1',
  communityId: 'community-1',
  asksCommunity: false,
  communities: [{ title: 'HR and Recruiting AI circle', choiceId: 'community-1' }],
  dayLabel: 'First day',
  day: '',
  timeLabel: 'Time (New York)',
  time: '',
  every: 'week',
  everies: [
    { title: 'Every week', choiceId: 'week' },
    { title: 'Every two weeks', choiceId: 'twoWeeks' },
    { title: 'Just once', choiceId: 'once' },
  ],
  link: '',
  isOpen: false,
  title: 'Office hours: HR and Recruiting AI circle',
  purpose: 'Bring your questions about AI at work. No question is too small.',
  minutes: '45',
  zone: 'America/New_York',
  capacity: '',
  hosts: 'person-1',
  hasHosts: false,
  hostChoices: [{ title: 'Sam Sample', choiceId: 'person-1' }],
  meetingKind: 'pastedLink',
  kinds: [
    { title: 'I paste a link', choiceId: 'pastedLink' },
    { title: 'I make the meeting in Teams', choiceId: 'newMeetingLink' },
  ],
  lastDay: '',
  count: '',
  agendaHours: '72',
};

const usual: PlanData = {
  ...empty,
  asksCommunity: true,
  communities: [...empty.communities, { title: 'Operations and Finance AI circle', choiceId: 'community-2' }],
  day: '2026-12-01',
  time: '11:00',
  every: 'twoWeeks',
  link: 'https://teams.example.com/l/meetup-join/1',
};

export const planSamples: Record<string, PlanData> = {
  usual,
  empty,
  longest: {
    ...usual,
    heading: 'Change from a date on',
    intro: filler(160),
    hasNote: true,
    noteLine: filler(160),
    seriesId: 'series-1',
    formId: '',
    isOpen: true,
    title: filler(80),
    purpose: filler(240),
    capacity: '20',
    hasHosts: true,
    hostChoices: Array.from({ length: 6 }, (_, at) => ({ title: filler(120), choiceId: `person-${at}` })),
    lastDay: '2027-06-30',
    count: '12',
  },
  rightToLeft: { ...usual, title: 'ساعة مكتب للموارد البشرية', purpose: 'أحضر أسئلتك عن الذكاء الاصطناعي في العمل.' },
  problems: {
    ...empty,
    isOpen: true,
    problems: lines('First day: please fill this in.', 'Link of the meeting: please fill this in.'),
  },
};
