/** Only in the demo: three templates with an example answer, so that people can see what a decision looks like. */
import { cvConditions, figuresConditions } from './rules.ts';
import type { ExampleDecision } from './shape.ts';

const anywhere = { workflows: [], departments: [], roles: [] };

export const exampleDecisions: ExampleDecision[] = [
  {
    template: 'cv-summary',
    answer: 'yesWithConditions',
    text: 'Example, not your rule. You may paste a CV into Microsoft 365 Copilot with your work account to get a summary of it. Do not ask for a ranking, a score or advice on whom to hire. Take names out where possible, and read the CV yourself. All other tools stay closed for CVs, or keep their own rule.',
    conditions: cvConditions,
    scope: { tools: ['m365-copilot'], dataClasses: ['personal'], ...anywhere },
  },
  {
    template: 'personal-account-public-ad',
    answer: 'yes',
    text: 'Example, not your rule. You may use your own account for a job ad that is already published, for example to shorten it. Only the published text goes in. Intake notes, drafts and anything about a person stay out. A work tool is the better choice when you have one.',
    conditions: [],
    scope: {
      tools: ['chatgpt-personal', 'gemini-personal', 'claude-personal'],
      dataClasses: ['public'],
      ...anywhere,
    },
  },
  {
    template: 'last-month-figures',
    answer: 'yesWithConditions',
    text: "Example, not your rule. You may paste last month's figures into Microsoft 365 Copilot or Copilot Chat with your work account. Paste only the lines that the task needs, not the whole workbook. Larkmoor Supplies is not listed, so no rule for listed firms applies here. Check every figure before the text leaves your team.",
    conditions: figuresConditions,
    scope: { tools: ['m365-copilot', 'copilot-chat'], dataClasses: ['confidential'], ...anywhere },
  },
];
