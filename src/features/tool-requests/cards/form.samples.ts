/** Faces of the form of a tool request. */
import type { z } from 'zod';
import { filler, lines } from '../../../core/samples.ts';
import type { formData } from './form.card.ts';

type Data = z.input<typeof formData>;

const empty: Data = {
  summary: 'Request a tool',
  hasProblem: false,
  problemLine: '',
  lines: [],
  toolName: '',
  need: '',
  dataClassId: '',
  classes: [
    { title: 'Public: published job ad, text from our website', choiceId: 'class-1' },
    { title: 'Internal: intake notes without names, process notes', choiceId: 'class-2' },
    { title: "I don't know: treat it as sensitive for now", choiceId: 'unknown' },
  ],
  alreadyUsing: 'false',
  showsMore: false,
  outputAffects: '',
  affected: [
    { title: 'Only me', choiceId: 'onlyMe' },
    { title: 'Colleagues', choiceId: 'colleagues' },
    { title: 'People outside', choiceId: 'outsiders' },
    { title: 'Decisions about people', choiceId: 'decisionsAboutPeople' },
  ],
  reversible: '',
  undo: [
    { title: 'Yes', choiceId: 'yes' },
    { title: 'No', choiceId: 'no' },
  ],
  accountKind: '',
  accounts: [
    { title: 'A work account', choiceId: 'work' },
    { title: 'An own account', choiceId: 'personal' },
    { title: 'No account', choiceId: 'none' },
  ],
};

const usual: Data = {
  ...empty,
  lines: lines('Instead: Copilot Chat (Allowed with conditions)', '• Work account only.'),
  toolName: 'Example note taker',
  need: 'To sum up the shift handover',
  dataClassId: 'class-2',
  alreadyUsing: 'true',
};

export const formSamples: Record<string, Data> = {
  usual,
  empty,
  problem: { ...usual, hasProblem: true, problemLine: 'For what: please fill this in.', need: '' },
  longest: {
    ...usual,
    lines: lines('Instead: ChatGPT business plan, if contracted (Allowed with conditions)', `• ${filler(160)}`),
    toolName: filler(80),
    need: filler(600),
    showsMore: true,
    outputAffects: 'decisionsAboutPeople',
    reversible: 'no',
    accountKind: 'personal',
  },
  rightToLeft: { ...usual, toolName: 'مدون الملاحظات', need: 'لتلخيص اجتماع التسليم' },
};
