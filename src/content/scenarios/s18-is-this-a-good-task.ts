import type { StarterScenario } from '../shape.ts';

export const isThisAGoodTask: StarterScenario = {
  code: 'S18',
  slug: 'is-this-a-good-task',
  workflow: 'getting-started',
  stepOrder: 2,
  title: 'Is this a good task for AI, and may I?',
  helpsYou: 'You know in two minutes if AI fits your task and which tool is fine.',
  problem: 'People guess, or they paste first and ask later.',
  task: 'Describe a task in general words. Find out if it fits, which tool you may use and what to try first.',
  roles: ['everyone'],
  tags: ['start', 'first time', 'may I', 'can I use', 'which tool', 'good task', 'beginner'],
  whenToUse: [
    'You are about to use AI for a kind of task that is new to you.',
    'A colleague asks you whether a task is suitable.',
  ],
  whenNotToUse: [
    'You would have to put real data into the description.',
    'The answer was already no. Ask what would change it, instead of trying again.',
  ],
  inputs: [
    {
      name: 'The kind of task, in general words',
      where: 'Your own words, no names and no figures',
      dataClass: 'public',
    },
    { name: 'How often, and who judges the result', where: 'Your own view', dataClass: 'public' },
    { name: 'The kind of data, not the data', where: 'The five classes on the page "Can I use?"', dataClass: 'public' },
  ],
  dataClass: 'public',
  tools: ['m365-copilot', 'copilot-chat', 'chatgpt-business'],
  prompts: [
    {
      purpose: 'draft',
      title: 'Does my task fit?',
      text: `Job and reader
Help me see whether a task at work is suitable for an AI assistant. I am new to this and want a short, honest answer and one small first step.

Facts
Kind of task:
{{taskKind}}

How often:
{{howOften}}

Who judges the result:
{{whoJudges}}

Kind of data:
{{dataKind}}

Rules
- Test the fit with four questions: does it come back often, does it take time, can somebody judge the result, can a mistake be undone?
- Say what stays with a person. Decisions about people always do: hiring, rating, ranking, discipline, dismissal.
- Choose a first test that is the smallest useful part and takes at most 15 minutes, with invented data only.
- Name three risks of this task, each with one thing that makes it smaller.
- Do not name a tool and do not say what my company allows. I look that up.
- If the task decides about people or nobody can judge the result, say "not suitable" and why.
- Do not ask me for real data, names or figures.

Form of the answer
At most 200 words, in six short parts: Fit (suitable, partly or not suitable, with one line for each question); Stays with a person; First test; Three risks; Unclear, as questions to flag; Tool.
Under Tool write: look up "Can I use?" with the kind of data from the facts.
If something is not in the facts, write 'not given' and ask me.`,
      variables: [
        {
          name: 'taskKind',
          label: 'Kind of task',
          kind: 'shortText',
          required: true,
          example: 'Sum up the notes of three shifts for the morning talk',
          maxChars: 200,
          mayHoldPersonalData: false,
          help: 'General words. No names, no figures, nothing pasted.',
        },
        {
          name: 'howOften',
          label: 'How often',
          kind: 'choice',
          choices: ['Once', 'Every month', 'Every week', 'Every day'],
          required: false,
          example: 'Every day',
          maxChars: 60,
          mayHoldPersonalData: false,
          help: 'Pick the nearest.',
        },
        {
          name: 'whoJudges',
          label: 'Who judges the result',
          kind: 'shortText',
          required: true,
          example: 'The team lead of the morning shift',
          maxChars: 200,
          mayHoldPersonalData: false,
          help: 'A role that knows a right result from a wrong one. "Nobody" is an answer too.',
        },
        {
          name: 'dataKind',
          label: 'Kind of data',
          kind: 'choice',
          choices: ['Public', 'Internal', 'Confidential', 'Personal', 'Restricted'],
          required: true,
          example: 'Internal',
          maxChars: 60,
          mayHoldPersonalData: false,
          help: 'The strictest kind that the task would touch. Not sure? Pick the stricter one.',
        },
      ],
    },
    {
      purpose: 'refine',
      title: 'Make it smaller and safer',
      text: `Job and reader
Make a task for an AI assistant smaller and safer. I want to start with a part that I can judge myself.

Facts
Task:
{{task}}

Rules
- Offer three smaller parts of this task. Begin with the safest.
- For each part say which kind of data it needs, and how to do it with invented or public data.
- For each part say who can judge the result, and how.
- Leave out parts that decide about people. Say that they stay with a person.
- Do not name a tool and do not ask for real data.

Form of the answer
Three numbered parts, each with: what, data, who judges, time for a first test.
Then one sentence: the part to try first, and why.
If something is not in the facts, write 'not given' and ask me.`,
      variables: [
        {
          name: 'task',
          label: 'Task',
          kind: 'shortText',
          required: true,
          example: 'Translate customer mails into English and draft replies',
          maxChars: 200,
          mayHoldPersonalData: false,
          help: 'General words. No names, no figures, nothing pasted.',
        },
      ],
    },
    {
      purpose: 'check',
      title: 'Look for risks in my plan',
      text: `Job and reader
Check my plan for using an AI assistant in a task. I correct the plan before I try anything.

Facts
Plan:
{{plan}}

Rules
- Mark real data left in: names, contact data, customer or contract text, figures that are not published.
- Mark steps where nobody judges the result, or where it leaves the team unread.
- Mark every step that decides about people: choosing, rating, ranking, discipline, dismissal.
- Mark a first test that is larger than 15 minutes or does not use invented data.
- Mark a tool that was chosen without looking up the kind of data.
- Mark doubts that were guessed away instead of flagged.
- Do not repeat personal data in your answer; write [removed].

Form of the answer
Numbered list: words in the plan, what the risk is, what to change.
Then one line: ready for a small test, or not yet, and why.
If something is not in the facts, write 'not given' and ask me.`,
      variables: [
        {
          name: 'plan',
          label: 'Plan',
          kind: 'longText',
          required: true,
          example: 'Task: answer complaint mails. Stays with a person: nothing. First test: all 40 mails of last week.',
          maxChars: 4000,
          mayHoldPersonalData: false,
          help: 'The plan from the first prompt. In the same chat, "the draft above" is enough. No real data.',
          sameChat: true,
        },
      ],
    },
  ],
  steps: [
    { text: 'Ask "Can I use?" with the tool and the kind of data.', byHuman: false },
    { text: 'Run the draft prompt, then the check prompt in the same chat.', byHuman: false },
    { text: 'Pick the smallest part of the task that is still useful.', byHuman: true },
    { text: 'Try it with invented data, for example from a practice pack.', byHuman: false },
    { text: 'Flag what is unclear. Go on with invented data until you have an answer.', byHuman: true },
  ],
  goodExample: {
    text: `Task: sum up the notes of three shifts for the morning talk. Every day. Kind of data: internal.

Fit: suitable
- Often: yes, every day.
- Takes time: about 20 minutes, our guess.
- Can be judged: yes, the team lead reads the notes as well.
- Can be undone: yes, a wrong line is corrected in the talk.

Stays with a person
- The team lead judges the list and decides what is said.
- Nothing about the work of single people goes in.

First test
- Take the invented "Shift notes" in the practice pack "Returns handling at the dock". Ask for five lines. Compare them with the notes. 10 minutes.

Three risks
- A line is dropped: count the points in the notes first.
- A cause is invented: allow only what the notes say.
- A name slips in: replace names by roles before pasting.

Unclear
- Some notes mention a driver by name. Flagged today. Until there is an answer, names stay out.

Tool
- Microsoft 365 Copilot, only if "Can I use?" says Allowed for internal data. If it says Not decided yet: invented data only.`,
    whyGood:
      'The task is told in general words, without real data. The tool follows from the kind of data. A named role judges the result. The first test is small, uses invented data and takes 10 minutes. The one doubt is flagged instead of guessed.',
  },
  weakExample: {
    text: `May I use AI for this? Here is the mail: "Dear Larkmoor team, your driver [Name] damaged our gate on Friday, my number is 555-0163, I want 900 dollars back by Monday! [Customer name]". If yes, please write the reply and send it, and tell me if the driver should get a warning.`,
    why: 'It pastes first and asks later: a complaint with names, a phone number and a claim. Nobody judges the reply before it goes out. It also asks a tool to decide about a person. General words would have been enough.',
  },
  criteria: [
    {
      text: 'Was the tool chosen by the class of the data?',
      kind: 'must',
      hint: 'The answer of "Can I use?" for this kind of data must be known or named as a condition.',
    },
    {
      text: 'Does a person judge the result before anyone relies on it?',
      kind: 'must',
      hint: 'A role that can tell right from wrong. "Nobody" is a no.',
    },
    {
      text: 'Is the description free of real data?',
      kind: 'must',
      hint: 'No names, contact data, customer text or unpublished figures.',
    },
    { text: 'Is the first test small and done with invented data?', kind: 'should', hint: 'At most 15 minutes.' },
    { text: 'Is every doubt flagged instead of guessed?', kind: 'should' },
  ],
  bar: { minScore: 80 },
  guardrails: ['personal-data', 'gray-area', 'right-version', 'mistake-happened'],
  humanCheck: {
    who: 'You; your manager when others rely on the result',
    what: 'Looks at the answer of "Can I use?", judges the result of the small test and decides whether to go on.',
    signOffRole: 'everyone',
  },
  time: { beforeMinutes: 15, afterMinutes: 5 },
  pack: 'ten-tasks-to-sort',
  next: ['jd-from-intake-notes', 'outreach-message', 'weekly-report-from-table', 'sop-from-notes'],
  guide: `Four questions before the first prompt

Think for two minutes before you paste anything. You need no account with an AI tool for this page.

1. Does it come back, or does it take long?
- A task that comes back every week is worth a good prompt.
- A task of two minutes, once a year, is not.

2. Who can judge the result?
- Somebody must be able to tell right from wrong, and must have the time for it.
- If nobody can, do not use AI for this task.

3. What happens if it is wrong?
- A mistake in a draft can be undone. A mail that was sent cannot.
- Decisions about people stay with people: hiring, rating, ranking, discipline, dismissal.

4. Which kind of data does it touch?
- Public: anyone may read it.
- Internal: for people who work here.
- Confidential: harm to the company if it gets out.
- Personal: about a person who can be recognised.
- Restricted: serious harm, such as health data, pay or passwords.
- The strictest kind counts. Not sure? Take the stricter one.

Then ask "Can I use?"
- Allowed: go on.
- Allowed with conditions: read them, keep them, go on.
- Not allowed: take the tool that is offered, or leave the data out.
- Not decided yet: flag it and practise with invented data.
- Your own private account: public data only, unless your company has decided otherwise.

Start small
- Take one part. Use a practice pack. Stop after 15 minutes.
- Compare the result with what you would have written.
- Use the newest version of the scenario and of your own papers.

When something goes wrong
- Tell the contact person at once. Nobody is blamed for telling.
- Keep what was sent. Do not delete anything and do not wait.

Practise with the pack: sort ten tasks into good, too risky and unclear.`,
};
