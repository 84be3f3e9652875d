/** Questions an organisation should decide once (content 6): what to weigh and which choices there are, no answer. */
import type { StarterDecision } from './shape.ts';

export const decisionTemplates: StarterDecision[] = [
  {
    code: 'DT1',
    slug: 'cv-summary',
    question: 'May I paste a CV to summarise it?',
    why: 'A CV is personal data that a candidate gave for one purpose. Weigh whether the tool may see personal data under its agreement. Weigh whether candidates were told that AI may help. A summary can slide into a ranking, so say clearly that nobody may ask for a score or an order. Agree who reads the CV in full, and when the chat is deleted.',
    aboutPeople: true,
    options: [
      {
        title: 'Yes, in a named work tool, with conditions',
        consequence:
          'Recruiters save reading time. You must tell candidates, forbid ranking, and have a rule for deletion.',
      },
      {
        title: 'Only after names and contact data are taken out',
        consequence: 'The risk is smaller, but each CV takes a few minutes. A career story can still show who it is.',
      },
      {
        title: 'No',
        consequence:
          'The rule is clear, and people read CVs as before. Some may turn to their own accounts, so name an alternative.',
      },
    ],
    people: ['HR lead', 'Governance'],
    reviewDays: 90,
  },
  {
    code: 'DT2',
    slug: 'interview-note-taker',
    question: 'May I record an interview with an AI note taker?',
    why: 'A recording holds the voice and the words of a person who wants a job and may not dare to say no. Weigh whether consent is free, and what the rules of each place ask for. Decide where the notes live, who reads them and when they are deleted. A note taker may add a mood or a summary score, so check what it makes by itself. Say what the interviewer does when the candidate declines.',
    aboutPeople: true,
    options: [
      {
        title: 'No, interviewers take notes by hand',
        consequence: 'No consent question arises. Interviewers need the note space in the guide, and notes stay short.',
      },
      {
        title: 'Yes, when the candidate agrees in writing beforehand',
        consequence:
          'Notes are fuller. You need a text for consent, a real choice to decline, and a date for deletion.',
      },
      {
        title: 'Only in named places, after counsel has checked them',
        consequence:
          'Rules differ by place, so the answer fits each one. People must know which place counts in a video call.',
      },
    ],
    people: ['HR lead', 'Governance', 'Counsel'],
    reviewDays: 90,
  },
  {
    code: 'DT3',
    slug: 'personal-account-public-ad',
    question: 'May I use my own account for a public job ad?',
    why: 'A published ad is public, so nothing leaks when it is pasted. The notes behind it are not public, and the step from one to the other is small. Weigh how people tell the two apart in daily work. A personal account has no agreement with us, so look at the rights to the output. Ask also whether a work tool could do the same.',
    aboutPeople: false,
    options: [
      {
        title: 'Yes, for text that is already published',
        consequence: 'People can practise at once. They must know that intake notes and drafts stay out.',
      },
      {
        title: 'No, only work accounts for work',
        consequence: 'One simple line for everybody. A work tool must then be ready for each person who needs it.',
      },
    ],
    people: ['Governance'],
    reviewDays: 180,
  },
  {
    code: 'DT4',
    slug: 'tell-candidates-ai-mail',
    question: 'Must I tell candidates that AI helped with a mail?',
    why: 'Candidates judge us by our mails. Weigh what our own policy says and what the rules of each place ask for. Think about the difference between a draft that a person edits and a text that nobody reads. If something is said, one agreed line is better than many versions. Decide where it stands and who may change it.',
    aboutPeople: true,
    options: [
      {
        title: 'Yes, one agreed line in each such mail',
        consequence: 'It is open and simple to check. The line has to be short, and true for every mail.',
      },
      {
        title: 'Say it once, in the privacy notice for candidates',
        consequence: 'Mails stay short. The notice must be easy to find and be sent before the first mail.',
      },
      {
        title: 'Not needed when a person reads and signs each mail',
        consequence:
          'Less text for candidates. Everybody must then read each mail in full, and answer honestly when asked.',
      },
    ],
    people: ['HR lead', 'Counsel'],
    reviewDays: 90,
  },
  {
    code: 'DT5',
    slug: 'ai-rating-ranking',
    question: 'May AI suggest a rating or a ranking of people?',
    why: 'A suggested score pulls the person who decides, even when it is wrong. The likely harm is large: a job, pay or a name lost for reasons nobody can explain. In this playbook people decide about people. Read the law watch notes on that guardrail with counsel, because several places have duties for such use. Look also at scores that a system makes by itself.',
    aboutPeople: true,
    options: [
      {
        title: 'No, in no tool and for no step',
        consequence:
          'The line is easy to keep and to explain. Ranking functions inside other systems must be switched off.',
      },
      {
        title: 'Not now, look again after counsel has checked',
        consequence: 'Nobody uses it until then. Name the person who asks counsel, and the date.',
      },
      {
        title: 'Only for one named use that counsel and the HR lead have signed',
        consequence: 'You need notice, a check for bias, a way to object, and a person who can overrule it.',
      },
    ],
    people: ['HR lead', 'Governance', 'Counsel'],
    reviewDays: 90,
  },
  {
    code: 'DT6',
    slug: 'last-month-figures',
    question: "May I upload last month's figures?",
    why: 'Weigh first whether the figures are published. Unpublished results of a listed firm are a case of their own and stay out. Read what the agreement of the tool says about storing and learning from our text. Look at who can see the chat and the file afterwards. A whole workbook often has hidden sheets and names that the task does not need.',
    aboutPeople: false,
    options: [
      {
        title: 'Yes, in named work tools, with conditions',
        consequence: 'Reports and commentary get faster. Only the needed lines may go in, and each figure is checked.',
      },
      {
        title: 'Only after the figures are published',
        consequence: 'No leak is possible. The tool then comes too late for the monthly commentary.',
      },
      {
        title: 'No',
        consequence: 'Figures stay where they are. People can still practise with the invented packs.',
      },
    ],
    people: ['Governance', 'Controller'],
    reviewDays: 90,
  },
  {
    code: 'DT7',
    slug: 'meeting-transcripts',
    question: 'May I put meeting transcripts into an assistant?',
    why: 'A transcript holds what people said off the cuff, with their names. Weigh whether they agreed to the recording, and to this second use of it. Names can often be replaced by roles, which makes the text safer and still useful. Decide how long transcripts are kept and who may open them. Interviews and talks about a person are another question.',
    aboutPeople: false,
    options: [
      {
        title: 'Yes, for work meetings, with names replaced by roles',
        consequence:
          'Minutes and procedures get faster. Somebody has to clean each text, and the meeting must have agreed.',
      },
      {
        title: 'Only inside the tool that made the transcript',
        consequence: 'No copy goes elsewhere. You depend on what that tool keeps and who can see it.',
      },
      {
        title: 'No, write short notes by hand',
        consequence: 'No consent question arises. The notes may then be used as internal text.',
      },
    ],
    people: ['Governance', 'HR lead'],
    reviewDays: 90,
  },
  {
    code: 'DT8',
    slug: 'discipline-absence-notes',
    question: 'May I use AI for discipline or absence notes?',
    why: 'Such notes hold health data and can end a job. Weigh that a smooth text can sound harsher, or surer, than the facts are. The record may be read later by a works council or a court, so it must show who wrote what. Fairness asks that like cases are treated alike. Think about what managers need instead, for example a fixed form or a call with HR.',
    aboutPeople: true,
    options: [
      {
        title: 'No, such notes are written by people with HR',
        consequence: 'The record stays clean. HR should offer a form and quick help, or people will try anyway.',
      },
      {
        title: 'Only for a blank form without any case',
        consequence: 'AI may help with the wording of the form. No name, health word or story of a case goes in.',
      },
      {
        title: 'Not now, ask counsel first',
        consequence: 'Nobody uses it until then. Name who asks and by when.',
      },
    ],
    people: ['HR lead', 'Counsel'],
    reviewDays: 90,
  },
  {
    code: 'DT9',
    slug: 'ai-pictures-job-ad',
    question: 'May AI-made pictures go into a job ad?',
    why: 'A picture in an ad says "this is what it is like here". Weigh whether an invented workplace or invented colleagues would mislead. Look at who is shown, who is missing, and whether the picture repeats a cliche about the job. Check the rights to the picture, and whether a real person could be recognised. Decide if the picture is marked.',
    aboutPeople: true,
    options: [
      {
        title: 'No people and no workplaces, only drawings and shapes',
        consequence: 'Nobody is misled. The ads may look plainer.',
      },
      {
        title: 'Yes, when marked as made with AI and checked by a second person',
        consequence: 'You need an agreed mark, a check of who is shown, and a tool whose terms give us the rights.',
      },
      {
        title: 'No, only our own photos with consent',
        consequence: 'Pictures are honest. Somebody has to take them and keep the consents up to date.',
      },
    ],
    people: ['HR lead', 'Governance'],
    reviewDays: 180,
  },
  {
    code: 'DT10',
    slug: 'text-from-web',
    question: 'What do we do with text a tool found on the web?',
    why: 'Text from the web can be wrong, old, or owned by others. Weigh how much checking is enough: open the link, note the date, find a second source. Licence terms may forbid copying, even when reading is free. A page can also hold hidden orders to the tool. Agree what must stand next to a claim before others rely on it.',
    aboutPeople: false,
    options: [
      {
        title: 'Use it only with link and date, after a person opened the source',
        consequence: 'Claims can be checked. Drafts take a little longer.',
      },
      {
        title: 'Use it only as a hint, and write from sources we chose',
        consequence: 'The result is safest. Web search in the tool saves less time.',
      },
      {
        title: 'Switch web search off for work tasks',
        consequence: 'Hidden orders from pages stay out. People must paste their own sources.',
      },
    ],
    people: ['Governance'],
    reviewDays: 180,
  },
  {
    code: 'DT11',
    slug: 'try-a-new-tool',
    question: 'Who may try a new tool, and with which data?',
    why: 'New tools appear every week, and people try them anyway. A clear way to try is safer than silence. Weigh that dummy data shows most of what one needs to know. Decide who looks at the terms before real data goes in, and how fast. The request lane shows the demand, so use it to see what is missing.',
    aboutPeople: false,
    options: [
      {
        title: 'Everybody, with dummy data only, and a request before anything else',
        consequence: 'People can learn at once. Somebody must answer requests in the promised time.',
      },
      {
        title: 'Named testers only',
        consequence: 'You know who tries what. Others wait, and may not say what they already use.',
      },
      {
        title: 'Nobody before the tool has been checked',
        consequence: 'The risk is smallest. Demand stays hidden unless requests are easy to make.',
      },
    ],
    people: ['Governance'],
    reviewDays: 180,
  },
];
