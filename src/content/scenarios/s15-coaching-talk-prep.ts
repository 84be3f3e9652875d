import type { StarterScenario } from '../shape.ts';

type Variable = StarterScenario['prompts'][number]['variables'][number];

const plan: Variable = {
  name: 'plan',
  label: 'Plan',
  kind: 'longText',
  required: true,
  example: 'Start: "You are always late with the handover." Next step: be on time from now on.',
  maxChars: 4000,
  mayHoldPersonalData: false,
  help: 'The plan from the first prompt. In the same chat, "the draft above" is enough.',
  sameChat: true,
};

export const coachingTalkPrep: StarterScenario = {
  code: 'S15',
  slug: 'coaching-talk-prep',
  workflow: 'coaching-notes',
  stepOrder: 2,
  title: 'Prepare a coaching talk from your own notes',
  helpsYou: 'You say it clearly and kindly, and you know your first sentence.',
  problem: 'Feedback talks are put off, or they stay so vague that nothing changes.',
  task: 'Put your own notes, without names, into a short plan for a coaching talk about everyday work.',
  roles: ['people-manager'],
  tags: ['coaching', 'feedback', 'one-to-one', '1:1', 'difficult talk', 'manager', 'conversation'],
  whenToUse: [
    'You saw or heard something in everyday work and want to talk about it soon.',
    'Your notes name behaviour and its effect, and nobody can be recognised in them.',
  ],
  whenNotToUse: [
    'It is about discipline, health, pay, a rating or a dismissal. Go to HR first.',
    'It may become a formal case, or somebody has complained. Go to HR first.',
    'The person can be recognised and the tool is not cleared for personal data.',
  ],
  inputs: [
    {
      name: 'Your own notes without names',
      where: 'Your notebook: what you saw or heard, and when',
      dataClass: 'internal',
    },
    {
      name: 'Effect and goal of the talk',
      where: 'Your own view, with no team or detail that gives the person away',
      dataClass: 'internal',
    },
  ],
  dataClass: 'internal',
  tools: ['m365-copilot', 'copilot-chat', 'chatgpt-business'],
  prompts: [
    {
      purpose: 'draft',
      title: 'Plan the talk',
      text: `Job and reader
Help me prepare a coaching talk about everyday work. The plan is for me, the manager, alone. I hold the talk and I decide what to say.

Facts
What happened:
{{situation}}

Effect:
{{effect}}

Goal of the talk:
{{goal}}

Time for the talk, in minutes:
{{minutes}}

Rules
- Begin with two open questions, before any feedback.
- Then behaviour that was seen or heard, with date and number, then its effect on the work.
- End with one next step, agreed together, with a date to look back.
- Make no guess about motives, health, private life or character.
- No rating, no warning, no promise, and not the words "always" or "never".
- Calm, plain words that I can say aloud. Sentences of at most 20 words.
- Name what I may be missing: other causes, my own part, what I did not see.
- If the notes point to discipline, health, a complaint or a formal case, write only: "Stop and talk to HR".
- If a name or a detail gives a person away, tell me and replace it by [Colleague].

Form of the answer
Five short parts: two questions to open; behaviour; effect; next step with date; what I may be missing.
Give minutes for each part. At most 220 words.
If something is not in the facts, write 'not given' and ask me.`,
      variables: [
        {
          name: 'situation',
          label: 'What happened',
          kind: 'longText',
          required: true,
          example:
            'Tue 10 Nov: the shift ended at 14:00. [Colleague] handed over the sheet at 14:25. Thu 12 Nov: at 14:20.',
          maxChars: 4000,
          mayHoldPersonalData: false,
          help: 'What you saw or heard, and when. No name, no team, no opinion. Write [Colleague].',
        },
        {
          name: 'effect',
          label: 'Effect',
          kind: 'shortText',
          required: true,
          example: 'The next shift started without the list of held pallets, and two pallets were moved twice',
          maxChars: 200,
          mayHoldPersonalData: false,
          help: 'The effect on the work or on others, as a fact.',
        },
        {
          name: 'goal',
          label: 'Goal of the talk',
          kind: 'shortText',
          required: true,
          example: 'The handover sheet is ready when the shift ends',
          maxChars: 200,
          mayHoldPersonalData: false,
          help: 'What should be different afterwards.',
        },
        {
          name: 'minutes',
          label: 'Time for the talk, in minutes',
          kind: 'number',
          unit: 'minutes',
          required: false,
          example: '20',
          maxChars: 3,
          mayHoldPersonalData: false,
          help: 'Between 10 and 60 minutes.',
        },
      ],
    },
    {
      purpose: 'refine',
      title: 'Change the tone',
      text: `Job and reader
Change the tone of my plan for a coaching talk. The plan is for me, the manager, alone.

Facts
Plan:
{{plan}}

Tone:
{{tone}}

Rules
- Change words only. Keep facts, dates, effect and next step as they are.
- Keep the two questions at the start.
- Kind does not mean vague: the behaviour must stay clear.
- Direct does not mean hard: no label, no threat, no "always" or "never".
- Make no guess about motives, health, private life or character.

Form of the answer
The plan in full, with its parts in the same order.
Then three sentences that changed most: before and after.
If something is not in the facts, write 'not given' and ask me.`,
      variables: [
        plan,
        {
          name: 'tone',
          label: 'Tone',
          kind: 'choice',
          choices: ['Warmer', 'More direct'],
          required: false,
          example: 'Warmer',
          maxChars: 60,
          mayHoldPersonalData: false,
          help: 'Pick what you would otherwise leave out.',
        },
      ],
    },
    {
      purpose: 'check',
      title: 'Look for words that do harm',
      text: `Job and reader
Check my plan for a coaching talk. I am the manager and correct it before the talk.

Facts
Plan:
{{plan}}

Rules
- Mark names, and details that give a person or a team away.
- Mark guesses about health, private life, motives or character.
- Mark labels such as "attitude", threats, ratings, warnings and promises.
- Mark "always", "never" and other words without a number or a date.
- Say what is missing: a question first, behaviour, effect, one next step with a date.
- If the plan points to discipline, health, a complaint or a formal case, put this on top: "Stop and talk to HR".
- Do not judge the person and do not add facts.

Form of the answer
Numbered list: words in the plan, why they do harm, calmer words from the facts.
Then one line: which of the four parts are there and which are missing.
If something is not in the facts, write 'not given' and ask me.`,
      variables: [plan],
    },
  ],
  steps: [
    { text: 'Take out names and details that give the person away. Write [Colleague].', byHuman: true },
    { text: 'Run the draft prompt.', byHuman: false },
    { text: 'Run the check prompt in the same chat.', byHuman: false },
    { text: 'Say the first sentence aloud and change it until it is yours.', byHuman: true },
    { text: 'After the talk, note the agreed step in the system your company uses for it.', byHuman: true },
  ],
  goodExample: {
    text: `Plan for a talk of 20 minutes, Fri 20 Nov

Two questions to open (7 minutes)
- How do the last 30 minutes of your shift usually go?
- What would help you to have the handover sheet ready at 14:00?

Behaviour (3 minutes)
- On Tue 10 Nov the shift ended at 14:00 and I received the sheet at 14:25.
- On Thu 12 Nov I received it at 14:20.
- Both sheets were complete and easy to read. Thank you for that.

Effect (2 minutes)
- The next shift started without the list of held pallets. Two pallets were moved twice.

Next step (6 minutes)
- We agree on one change together. My suggestion: [Colleague] starts the sheet at 13:30 and finishes it after the last truck.
- We look at it together on Fri 4 Dec.

What I may be missing (2 minutes to think about before the talk)
- On both days a truck arrived at 13:40. Did it take the time for the sheet?
- I told the whole team in September. I have not said it to [Colleague] alone.
- I saw two days. How were the others?`,
    whyGood:
      'It opens with two real questions. Behaviour comes with dates and times, the effect is on the work, and there is one step with a date. It leaves motives out and names what the manager may have missed. [Colleague] stands for the name.',
  },
  weakExample: {
    text: `Your attitude is the problem. You are always late with the handover and clearly do not care. Maybe you have too much going on at home. If this goes on, it will be in your rating. I expect you to be on time from now on.`,
    why: 'It labels a person instead of naming what was seen. "Always" cannot be checked. It guesses at motives and private life and threatens with the rating. It asks nothing, gives no effect and has no step with a date.',
  },
  criteria: [
    { text: 'Does the plan have behaviour, effect and next step?', kind: 'must', hint: 'Point to one line for each.' },
    {
      text: 'Is it free of names and of any diagnosis?',
      kind: 'must',
      hint: 'Also no guess about motives, private life or character, and no detail that gives the person away.',
    },
    {
      text: 'Does it begin with a question?',
      kind: 'should',
      hint: 'An open one: it cannot be answered by yes or no.',
    },
    { text: 'Is there exactly one next step, with a date?', kind: 'should' },
    { text: 'Is it free of ratings and warnings?', kind: 'must', hint: 'Threats and promises count as well.' },
  ],
  bar: { minScore: 80 },
  guardrails: ['people-decisions', 'personal-data', 'gray-area', 'no-diagnosis'],
  humanCheck: {
    who: 'You, the manager, alone',
    what: 'Reads every line before the talk and says only what you saw yourself. Talk to HR first when it may turn formal.',
    signOffRole: 'people-manager',
  },
  time: { beforeMinutes: 45, afterMinutes: 25 },
  pack: 'manager-notes-no-names',
  next: ['structured-interview-guide', 'policy-plain-summary'],
  guide: `Behaviour, effect, question

A good coaching talk is short and soon. This page helps you to prepare one in 25 minutes.

First: is it the right kind of talk?
Stop and go to HR when it is about discipline, health, pay, a rating, a dismissal, a complaint or anything that may turn formal. Do not put such notes into an assistant.

Clean your notes
- Write [Colleague]. Leave out name, team, place and anything that gives the person away.
- Keep what you saw or heard, with date and number.
- Cross out opinions: lazy, careless, difficult.

Behaviour
- Something a camera could have seen or heard.
- Weak: "careless with the sheet". Better: "the sheet came at 14:25, the shift ended at 14:00".

Effect
- What it did to the work, to others or to a customer.
- If you know of no effect, ask yourself whether this talk is needed.

Question
- Open questions come first: how, what, when.
- "Why did you" sounds like blame. "What got in the way" asks for facts.
- Then wait and listen. Silence gives time to think.

One step
- One step, agreed together, with a date to look back.
- Offer your own part: what will you do differently?

Check yourself
- "Always" and "never": replace them by a number.
- A guess about reasons: turn it into a question.
- A threat or a promise: cross it out.

Before you go in
- Say the first sentence aloud. If it sounds like somebody else, change it.
- Take the plan as a memory aid. Do not read it out.
- Listen first: the answer may change your plan.`,
};
