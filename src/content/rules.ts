/** Decided cells of the matrix tool x data class (content 5). A cell that is not listed is "not decided yet". */
import type { StarterRule } from './shape.ts';

const workTools = [
  'm365-copilot',
  'copilot-chat',
  'chatgpt-business',
  'meeting-note-taker',
  'hr-system-ai',
  'image-maker',
];
const personalAccounts = ['chatgpt-personal', 'gemini-personal', 'claude-personal'];

const publicIsAllowed = (tool: string): StarterRule => ({
  tool,
  dataClass: 'public',
  verdict: 'allowed',
  conditions: [],
  reason: 'Public data may be used with this tool; check facts.',
});

const noAgreement = (tool: string): StarterRule[] =>
  ['internal', 'confidential', 'personal', 'restricted'].map((dataClass) => ({
    tool,
    dataClass,
    verdict: 'notAllowed',
    conditions: [],
    reason: 'A personal account has no agreement with us.',
  }));

export const starterRules: StarterRule[] = [
  ...[...workTools, ...personalAccounts].map(publicIsAllowed),
  ...personalAccounts.flatMap(noAgreement),
];

/** Conditions that the example decision on CVs carries too. */
export const cvConditions = [
  'Ask for a summary only. Do not ask for a ranking, score, rating or advice on whom to hire.',
  'Take names, photos and contact data out where possible. Use [Candidate A] instead.',
  'Candidates have been told that AI may help with summaries.',
  'Read the CV yourself and correct the summary before anybody uses it.',
  'Delete the chat when the hiring step is closed.',
];

/** Conditions that the example decision on last month's figures carries too. */
export const figuresConditions = [
  'Use your work account, and paste only the lines that the task needs.',
  'No contracts under a secrecy clause, and no results or deals that the public does not know yet.',
  'Check every figure against the source before the text leaves your team.',
  'Share the result only with people who may see the figures.',
];

/** Only in the demo: cells that are decided in addition to the starter matrix, each marked as an example. */
export const demoRules: StarterRule[] = [
  {
    tool: 'm365-copilot',
    dataClass: 'internal',
    verdict: 'allowed',
    conditions: [],
    reason: 'Example, not your rule. The work agreement covers internal text.',
  },
  {
    tool: 'm365-copilot',
    dataClass: 'confidential',
    verdict: 'withConditions',
    conditions: figuresConditions,
    reason: 'Example, not your rule. The work agreement covers it, but the text is sensitive.',
  },
  {
    tool: 'm365-copilot',
    dataClass: 'personal',
    verdict: 'withConditions',
    conditions: cvConditions,
    reason: 'Example, not your rule. Summaries may help, but people decide about people.',
  },
  {
    tool: 'copilot-chat',
    dataClass: 'internal',
    verdict: 'allowed',
    conditions: [],
    reason: 'Example, not your rule. The work agreement covers internal text.',
  },
  {
    tool: 'copilot-chat',
    dataClass: 'confidential',
    verdict: 'withConditions',
    conditions: figuresConditions,
    reason: 'Example, not your rule. The work agreement covers it, but the text is sensitive.',
  },
  {
    tool: 'chatgpt-business',
    dataClass: 'internal',
    verdict: 'withConditions',
    conditions: [
      'Sign in with the work account of the business plan, never with your own account.',
      'Switch off shared links, and do not connect other apps or drives.',
      'Take names of people and customers out first.',
    ],
    reason: 'Example, not your rule. The business plan is new here and is being tested.',
  },
  {
    tool: 'meeting-note-taker',
    dataClass: 'internal',
    verdict: 'withConditions',
    conditions: [
      'Tell everybody at the start, and switch it off when one person says no.',
      'Do not use it for interviews, coaching talks or talks about a person.',
      'Keep the notes in the team folder, and delete the recording after 30 days.',
    ],
    reason: 'Example, not your rule. Notes help, but everybody in the room must agree.',
  },
  {
    tool: 'hr-system-ai',
    dataClass: 'internal',
    verdict: 'allowed',
    conditions: [],
    reason: 'Example, not your rule. The text stays inside a system that is under contract.',
  },
  {
    tool: 'hr-system-ai',
    dataClass: 'personal',
    verdict: 'withConditions',
    conditions: [
      'Keep ranking, scoring and matching of candidates switched off.',
      'Use it for drafts and summaries only. A named person reads, corrects and decides.',
      'Use it only for data that the system already holds for this purpose.',
    ],
    reason: 'Example, not your rule. The data is already in this system; people decide about people.',
  },
  {
    tool: 'image-maker',
    dataClass: 'personal',
    verdict: 'notAllowed',
    conditions: [],
    reason: 'Example, not your rule. Pictures and names of people do not belong in an image maker.',
  },
  {
    tool: 'image-maker',
    dataClass: 'restricted',
    verdict: 'notAllowed',
    conditions: [],
    reason: 'Example, not your rule. No task here needs restricted data in a picture.',
  },
];
