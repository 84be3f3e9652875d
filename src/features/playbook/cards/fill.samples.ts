/** Faces of the form: every kind of field, problems at their fields, the rules to confirm. */
import type { z } from 'zod';
import { allowed, filler, lines, longest, rightToLeft, withConditions } from '../../../core/samples.ts';
import type { FillData, fillField } from './fill.card.ts';

type Field = z.input<typeof fillField>;

const field = (name: string, label: string, more: Partial<Field>): Field => ({
  inputId: `v_${name}`,
  label,
  help: '',
  showHelp: false,
  text: '',
  number: null,
  maxChars: 2000,
  required: true,
  error: `${label}: please fill this in.`,
  hasProblem: false,
  problem: '',
  isShort: false,
  isLong: false,
  isNumber: false,
  isDate: false,
  isChoice: false,
  choices: [],
  ...more,
});

const toolsThatAre = (verdict: string) => [
  { choiceId: 'tool-1', title: `Microsoft 365 Copilot (${verdict})` },
  { choiceId: 'tool-2', title: `Copilot Chat (${verdict})` },
];

const kinds = ['ad', 'internal profile'].map((title) => ({ title, choiceId: title }));

const fields: Field[] = [
  field('jobTitle', 'Job title', { isShort: true, maxChars: 200, help: 'The title people would search for.' }),
  field('audience', 'Kind of text', {
    isChoice: true,
    required: false,
    choices: kinds,
    help: 'An ad is read outside.',
    showHelp: true,
  }),
  field('intakeNotes', 'Intake notes', { isLong: true, maxChars: 4000, help: 'Take out names first.' }),
  field('teamSize', 'Size of the team (people)', { isNumber: true, required: false }),
  field('startDate', 'First day', {
    isDate: true,
    required: false,
    help: 'Leave it out when it is open.',
    showHelp: true,
  }),
];

const empty: FillData = {
  ...withConditions,
  summary: 'Use: Job description from intake notes',
  scenarioId: 'scenario-1',
  title: 'Job description from intake notes',
  helpsYou: 'You have a clear first draft on the day of the intake talk.',
  toolId: 'tool-1',
  tools: toolsThatAre('Allowed with conditions'),
  hasProblem: false,
  problemLine: '',
  fields,
  asksConfirm: true,
  confirms: lines(
    'A person decides about people. The draft decides nothing.',
    'Check every fact before you pass it on.',
  ),
  confirmedValue: 'false',
  timedValue: 'false',
  goTitle: 'Insert',
};

const typed: Record<string, Partial<Field>> = {
  v_jobTitle: { text: 'Warehouse shift lead' },
  v_audience: { text: 'ad' },
  v_intakeNotes: { text: 'Leads the early team of 12. Plans the shift, gives out tasks, writes the handover.' },
  v_teamSize: { text: '12', number: 12 },
  v_startDate: { text: '2026-12-01' },
};
const usual: FillData = {
  ...empty,
  ...allowed,
  toolId: 'tool-2',
  tools: toolsThatAre('Allowed'),
  fields: fields.map((f) => ({ ...f, ...typed[f.inputId], showHelp: f.help !== '' })),
  timedValue: 'true',
  asksConfirm: false,
  confirms: [],
};

export const fillSamples: Record<string, FillData> = {
  usual,
  empty,
  problems: {
    ...empty,
    hasProblem: true,
    problemLine: '2 fields need a look. Nothing you typed is lost.',
    fields: fields.map((f) =>
      f.isShort || f.isLong ? { ...f, hasProblem: true, problem: `${f.label}: please fill this in.` } : f,
    ),
  },
  longest: {
    ...empty,
    ...longest,
    title: filler(80),
    helpsYou: filler(120),
    fields: Array.from({ length: 12 }, (_, at) =>
      field(`long${at}`, filler(60), { isLong: true, help: filler(160), showHelp: true, text: filler(2000) }),
    ),
    confirms: lines(...Array.from({ length: 6 }, () => filler(240))),
  },
  rightToLeft: {
    ...usual,
    ...rightToLeft,
    title: 'وصف وظيفي من ملاحظات المقابلة',
    helpsYou: 'تحصل على مسودة واضحة في يوم المقابلة نفسه.',
    fields: [field('jobTitle', 'المسمى الوظيفي', { isShort: true, text: 'مشرف وردية', help: 'كما يبحث عنه الناس.' })],
  },
};
