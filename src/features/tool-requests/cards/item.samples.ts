/** Faces of one tool request: for who asked, who joined, who decides. */
import type { z } from 'zod';
import { filler, lines } from '../../../core/samples.ts';
import type { itemData } from './item.card.ts';

type Data = z.input<typeof itemData>;

const bare: Data = {
  summary: 'Your request for a tool',
  requestId: 'r1',
  heading: 'Your request for a tool',
  hasNote: false,
  noteLine: '',
  toolName: 'Example note taker',
  contextLine: 'Internal · Colleagues · Can be undone · A work account',
  needs: [{ by: 'You want it for', text: 'To sum up the shift handover' }],
  status: 'Waiting to be looked at',
  isOpen: true,
  look: 'A closer look',
  due: 'Mon 30 Nov, 10:00 (London)',
  hasDemand: true,
  demandLine: '4 people asked for this.',
  lines: lines('Instead: Copilot Chat (Allowed with conditions)', '• Work account only.'),
  thread: [],
  hasResult: false,
  resultLine: '',
  reason: '-',
  hasCondition: false,
  condition: '-',
  hasProposal: false,
  proposalTitle: '',
  proposalBy: '',
  proposalLines: [],
  hasInput: false,
  inputLabel: '',
  canAsk: false,
  canDecide: false,
  canSign: false,
  proposalId: '',
  canReply: false,
  canBeEnough: false,
  canWithdraw: false,
};
const usual: Data = { ...bare, canBeEnough: true, canWithdraw: true };
const decide: Data = {
  ...bare,
  summary: 'A request to decide',
  heading: 'A request to decide',
  needs: [
    { by: 'Asked by Example Person', text: 'To sum up the shift handover' },
    { by: 'Asked by Example Colleague', text: 'For minutes of the weekly meeting' },
  ],
  lines: [],
  hasInput: true,
  inputLabel: 'What you want to know',
  canAsk: true,
  canDecide: true,
};

const proposed = {
  hasProposal: true,
  proposalTitle: 'Proposed: Approved with a condition',
  proposalBy: 'Example Tools Lead, Wed 25 Nov, 10:00 (London)',
  proposalLines: [
    { text: 'Example note taker · Personal · Meeting notes · A work account', spacing: 'Small' as const },
    { text: 'Our contract covers it.', spacing: 'Small' as const },
    { text: '• No recordings.', spacing: 'Small' as const },
  ],
};
const sign: Data = {
  ...decide,
  ...proposed,
  heading: 'A decision to confirm',
  status: 'To confirm',
  look: 'A careful look, as it touches sensitive data or decisions about people',
  inputLabel: 'If you send it back: why',
  canAsk: false,
  canDecide: false,
  canSign: true,
  proposalId: 'p1',
};

export const itemSamples: Record<string, Data> = {
  usual,
  waiting: {
    ...bare,
    status: 'Waiting for you',
    thread: [{ by: 'Example Tools Lead', text: 'Which plan do you have?' }],
    hasInput: true,
    inputLabel: 'Your reply',
    canReply: true,
    canWithdraw: true,
  },
  decide,
  decided: {
    ...bare,
    heading: 'Your request has an answer',
    status: 'Approved with a condition',
    isOpen: false,
    hasDemand: false,
    demandLine: '',
    lines: [],
    hasResult: true,
    resultLine: 'Approved with a condition by Example Tools Lead',
    reason: 'Our contract covers it.',
    hasCondition: true,
    condition: 'Work account only.',
  },
  sign,
  signOrDecide: { ...sign, canDecide: true },
  waitsForSecond: { ...decide, ...proposed, status: 'Waiting for the HR lead' },
  sentBack: {
    ...decide,
    ...proposed,
    proposalTitle: 'Sent back',
    proposalBy: 'Example HR Lead, Wed 25 Nov, 11:00 (London)',
    proposalLines: [
      { text: 'What about people who left long ago?', spacing: 'Small' },
      { text: 'Proposed: Approved with a condition', spacing: 'Small' },
    ],
  },
  signLongest: {
    ...sign,
    toolName: filler(80),
    proposalLines: [
      { text: `${filler(80)} · Personal · Meeting notes · A work account`, spacing: 'Small' },
      { text: filler(240), spacing: 'Small' },
      { text: `• ${filler(160)}`, spacing: 'Small' },
    ],
  },
  longest: {
    ...decide,
    hasNote: true,
    noteLine: filler(160),
    toolName: filler(80),
    needs: Array.from({ length: 21 }, () => ({ by: 'Asked by Example Person', text: filler(600) })),
    thread: [
      { by: 'Example Tools Lead', text: filler(800) },
      { by: 'Who asked', text: filler(800) },
    ],
    hasResult: true,
    resultLine: 'Approved with a condition by Example Tools Lead',
    reason: filler(240),
    hasCondition: true,
    condition: filler(160),
  },
  rightToLeft: {
    ...usual,
    toolName: 'مدون الملاحظات',
    needs: [{ by: 'تريده من أجل', text: 'لتلخيص اجتماع التسليم' }],
  },
};
