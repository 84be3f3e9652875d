/** Faces of the warning before a prompt leaves. */
import type { z } from 'zod';
import { allowed, filler, lines, longest, notAllowed, rightToLeft, withConditions } from '../../../core/samples.ts';
import type { warnData } from './warn.card.ts';

type WarnData = z.input<typeof warnData>;

const usual: WarnData = {
  ...withConditions,
  summary: 'Please check before it leaves',
  scenarioId: 'scenario-1',
  toolId: 'tool-1',
  dataClassId: 'class-3',
  intro: 'Some of this looks like personal or secret data:',
  findings: lines('E-mail address in "Intake notes" (2)', 'Phone number in "Site and hours" (1)'),
  canMask: true,
  isStopped: false,
  stopLine: '',
  goOnTitle: 'Not personal',
  kept: JSON.stringify({ values: { intakeNotes: 'Leads the early team of 12.' }, toolId: 'tool-1', confirmed: true }),
};

export const warnSamples: Record<string, WarnData> = {
  usual,
  notCleared: {
    ...usual,
    ...notAllowed,
    intro: 'This tool is not cleared for the data of this scenario:',
    findings: [],
    canMask: false,
    goOnTitle: 'Nothing secret',
  },
  stopped: {
    ...usual,
    ...allowed,
    findings: lines('Password or key in "Notes" (1)'),
    isStopped: true,
    stopLine: 'Passwords and keys never go into an AI tool, not even an allowed one.',
  },
  longest: {
    ...usual,
    ...longest,
    findings: lines(...Array.from({ length: 12 }, () => `Bank account number in "${filler(60)}" (12)`)),
    isStopped: true,
    stopLine: filler(240),
    kept: JSON.stringify({ values: { intakeNotes: filler(9000), outcomes: filler(4000) }, confirmed: true }),
  },
  rightToLeft: { ...usual, ...rightToLeft, findings: lines('رقم هاتف في "ملاحظات المقابلة" (1)') },
};
