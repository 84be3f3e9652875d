/**
 * How each row of the matrix is tried: through every door that offers the action today. A new door, or a row that gets
 * its first one, is one entry here.
 */
import { newId } from '../../src/core/ids.ts';
import { readPerson } from '../../src/features/people/documents.ts';
import {
  fetchTask,
  group,
  mention,
  message,
  person,
  query,
  queryLink,
  type RawActivity,
} from '../helpers/activities.ts';
import { givenTo } from '../helpers/people.ts';
import type { Reply } from '../helpers/world.ts';
import { declineOthers, editOwn, post, withdrawOwn } from './roles-discoveries.ts';
import { comeToHours, planHours } from './roles-hours.ts';
import type { Stage, Try } from './roles-try.ts';
import { pressed, shows } from './roles-ways.ts';

export interface Case extends Try {
  readonly activity: (change: RawActivity) => RawActivity;
  readonly isDone: (reply: Reply) => boolean | Promise<boolean>;
}

export type Runner = (stage: Stage, personId: string, isMine: boolean) => Promise<readonly Case[]>;

/** The same person of the same organisation, in a group. */
const inGroup = ({ from, channelData, conversation }: RawActivity): RawActivity => ({
  from,
  ...(channelData ? { channelData } : {}),
  conversation: { ...group.conversation, tenantId: Object(conversation).tenantId },
});

const readPublished: Runner = async ({ scenarioId, scenarioTitle, ownHost }) => {
  const isDone = shows(scenarioTitle);
  const byWords = { isMine: false, isOfNobody: true, isDone };
  return [
    ...['openScenario', 'useScenario', 'exampleScenario'].map((verb) =>
      pressed(verb, async () => ({ data: { scenarioId }, isDone })),
    ),
    [
      { ...byWords, door: 'command find', how: '', activity: (c) => message(`find ${scenarioTitle}`, c) },
      { ...byWords, door: 'command use', how: '', activity: (c) => message(`use ${scenarioTitle}`, c) },
      { ...byWords, door: 'command ask', how: '', activity: (c) => message(`ask ${scenarioTitle}`, c) },
      { ...byWords, door: 'search findScenario', how: '', activity: (c) => query('findScenario', scenarioTitle, c) },
      {
        ...{ door: 'link s', how: '', isMine: false, isDone },
        activity: (c) => queryLink(`https://${ownHost}/s/${scenarioId}`, c),
      },
    ] satisfies Case[],
  ].reduce<Promise<Case[]>>(async (all, some) => [...(await all), ...(await some)], Promise.resolve([]));
};

let sent = 0;
const raiseFlag: Runner = async ({ store, scenarioId }) => {
  const question = () => `Matrix question ${++sent}, may I?`;
  const isKept = (asked: string) => async () =>
    (await store.find({ kind: 'flag', where: [['question', '=', asked]], limit: 1 })).items.length === 1;
  const isForm = shows('One question is enough');
  return [
    ...(await pressed('sendFlag', async (how) => {
      const asked = question();
      return { data: { question: asked, ...(how === 'in place' ? { scenarioId } : {}) }, isDone: isKept(asked) };
    })),
    ...(await pressed('flagForm', async () => ({ data: { question: 'May I?' }, isOfNobody: true, isDone: isForm }))),
    {
      ...{ door: 'command flag', how: '', isMine: false, isOfNobody: true, isDone: isForm },
      activity: (c) => message('flag May I?', c),
    },
    {
      ...{ door: 'dialog flagGrayArea', how: '', isMine: false, isOfNobody: true, isDone: isForm },
      activity: (c) => fetchTask('flagGrayArea', {}, c),
    },
  ];
};

/** The newest flag of the matrix is the most urgent one. */
let age = 0;
const due = Date.parse('2026-11-23T00:00:00.000Z');

interface Kept {
  readonly id: string;
  readonly question: string;
}

/** A flag as its reporter sent it, put into the store. */
export async function keptFlag(
  { store, departmentId, now }: Stage,
  reporterId: string,
  change: object = {},
): Promise<Kept> {
  const id = newId();
  const question = `Matrix flag ${id}?`;
  age += 60_000;
  const at = new Date(now.getTime() + age).toISOString();
  const by = {
    createdAt: at,
    createdBy: reporterId,
    updatedAt: at,
    updatedBy: reporterId,
  };
  const body = {
    ...{ question, category: 'other', categoryBy: 'context', urgency: 'normal', anonymous: false, reporterId },
    ...{ context: { surface: 'bot' }, scope: { departmentId }, state: 'open', reopenCount: 0 },
    ...{ dueAt: new Date(due - age).toISOString(), ...by, ...change },
  };
  const result = await store.write([{ op: 'create', kind: 'flag', id, body }]);
  if (result.kind !== 'ok') throw new Error(`the flag was not written: ${result.kind}`);
  return { id, question };
}

const stranger = person(9_999).aadObjectId;
const subjectOf = ({ id }: Kept) => ({ kind: 'flag', id });

async function readFlag(stage: Stage, reporterId: string, isMine: boolean): Promise<Case[]> {
  const press = (verb: string, dataOf: (kept: Kept) => object) =>
    pressed(verb, async () => {
      const kept = await keptFlag(stage, reporterId);
      return { data: dataOf(kept), isMine, subject: subjectOf(kept), isDone: shows(kept.question) };
    });
  const cases = [
    ...(await press('openFlag', ({ id }) => ({ flagId: id }))),
    ...(await press('openItem', ({ id }) => ({ itemKind: 'flag', itemId: id }))),
  ];
  // The newest and most urgent of all, so that it stands on the first page of a list.
  const listed = await keptFlag(stage, reporterId);
  const words = isMine ? 'my items' : 'to do';
  const list = {
    ...{ door: `command ${isMine ? 'myItems' : 'toDo'}`, isMine, isList: true },
    ...{ subject: subjectOf(listed), isDone: shows(listed.question) },
  };
  return [
    ...cases,
    { ...list, how: 'in the own chat', activity: (c) => message(words, c) },
    { ...list, how: 'in a group', isQuiet: true, activity: (c) => mention(words, inGroup(c)) },
  ];
}

/** What a reviewer's buttons do; all of them need the right to answer. */
const reviewing = {
  answerFlag: 'answered',
  askReporter: 'waiting',
  passFlag: 'needsDecision',
  takeFlag: 'assigned',
} as const;

const answerFlag: Runner = async (stage, personId, isMine) => {
  const stateOf = async (id: string) => Object((await stage.store.get('flag', id))?.body).state;
  const cases = Object.entries(reviewing).map(([verb, state]) =>
    pressed(verb, async () => {
      const kept = await keptFlag(stage, isMine ? personId : stranger);
      const isDone = async () => (await stateOf(kept.id)) === state;
      return { data: { flagId: kept.id, text: 'Yes.' }, isMine, subject: subjectOf(kept), isDone };
    }),
  );
  return (await Promise.all(cases)).flat();
};

/** What only the one may press who asked: reopen, and what else is theirs alone. */
const asking = { reopenFlag: 'open', flagHelps: 'closed', replyFlag: 'assigned', withdrawFlag: 'withdrawn' } as const;
const answered = { state: 'answered', answer: 'Yes.', answeredBy: 'system', answeredAt: '2026-11-23T09:00:00.000Z' };
const asked = { state: 'waiting', clockStoppedAt: '2026-11-23T09:00:00.000Z' };

const reopenFlag: Runner = async (stage, personId, isMine) => {
  const cases = Object.entries(asking).map(([verb, state]) =>
    pressed(verb, async () => {
      const before = verb === 'replyFlag' || verb === 'withdrawFlag' ? asked : answered;
      const kept = await keptFlag(stage, isMine ? personId : stranger, before);
      const isDone = async () => Object((await stage.store.get('flag', kept.id))?.body).state === state;
      return { data: { flagId: kept.id, text: 'More.' }, isMine, subject: subjectOf(kept), isDone };
    }),
  );
  return (await Promise.all(cases)).flat();
};

/** The name of who asked stands on the card of who may answer, and nowhere else. */
const seeAsker: Runner = async (stage) => {
  const asker = { id: person(9_999).aadObjectId, name: 'Matrix Asker' };
  const known = await stage.store.get('person', asker.id);
  if (!known) await givenTo(stage.store, 9_999, [], undefined, asker.name);
  return pressed('openFlag', async () => {
    const kept = await keptFlag(stage, asker.id);
    return { data: { flagId: kept.id }, subject: subjectOf(kept), isDone: shows(asker.name) };
  });
};

const comment: Runner = async (stage, personId, isMine) =>
  pressed('commentFlag', async () => {
    const kept = await keptFlag(stage, isMine ? personId : stranger, answered);
    const isDone = async () => Object((await stage.store.get('flag', kept.id))?.body).thread?.length === 1;
    return { data: { flagId: kept.id, text: 'Noted.' }, isMine, subject: subjectOf(kept), isDone };
  });

let named = 20_000;
const grantOrRevoke: Runner = async ({ store, departmentId, departmentName }) => {
  const words = [
    ['grant', (name: string) => `grant manager ${name} in ${departmentName}`],
    ['revoke', (name: string) => `revoke manager ${name} in ${departmentName}`],
    ['grant', (name: string) => `conceder mánager a ${name} en ${departmentName}`],
    ['revoke', (name: string) => `revocar manager ${name}`],
  ] as const;
  const cases = words.flatMap(([verb, say]) =>
    ([message, mention] as const).map(async (build, at): Promise<Case> => {
      const number = ++named;
      const { aadObjectId: id } = person(number);
      await givenTo(store, number, verb === 'grant' ? [] : ['manager'], departmentId);
      const isHeld = async () =>
        (await readPerson(store, id))?.person.grants.some(({ grant }) => grant === 'manager') ?? false;
      return {
        ...{ door: `command ${verb}`, how: at === 0 ? 'in the own chat' : 'in a group', isMine: false },
        activity: (c) => build(say(id), at === 0 ? c : inGroup(c)),
        subject: { kind: 'person', id },
        isDone: async () => (await isHeld()) === (verb === 'grant'),
      };
    }),
  );
  return Promise.all(cases);
};

/** By row of the matrix. What is not here has no door yet, and the test says so. */
export const runners: ReadonlyMap<number, Runner> = new Map<number, Runner>([
  [1, readPublished],
  [4, editOwn],
  [7, post],
  [8, withdrawOwn],
  [9, declineOthers],
  [10, raiseFlag],
  [11, (stage, personId) => readFlag(stage, personId, true)],
  [12, (stage) => readFlag(stage, stranger, false)],
  [13, seeAsker],
  [14, answerFlag],
  [15, reopenFlag],
  [16, comment],
  [17, planHours],
  [18, comeToHours],
  [21, grantOrRevoke],
]);

/** Doors that no row speaks of: a person's own choices, help, and what reads rules and playbook as everyone may. */
export const forEveryone: ReadonlySet<string> = new Set([
  ...['help', 'settings', 'forgetMe', 'role', 'language', 'canIUse', 'start'].map((name) => `command ${name}`),
  ...['openSettings', 'saveSettings', 'forgetMe', 'chooseRole', 'startHere', 'fillScenario'].map(
    (verb) => `action ${verb}`,
  ),
  ...['askVerdict', 'askCanIUse'].map((verb) => `action ${verb}`),
  ...['search canIUse', 'dialog useScenario'],
  // A tool request is everyone's; what only its requester or governance may do has tests of its own.
  // A discovery is read and counted by whoever may see its workflow.
  ...['action openDiscovery', 'action reuseDiscovery', 'link d'],
  ...['command request', 'command weUse', 'action requestForm', 'action sendRequest'],
  // Sessions are everyone's of their community.
  ...['command officeHours', 'command nextSession', 'action openSession', 'link o'],
  ...['openRsvp', 'stopReminders', 'startReminders', 'openTopics', 'topicForm', 'sendTopic', 'wantTopic'].map(
    (verb) => `action ${verb}`,
  ),
  ...['readRecap', 'itHelped', 'itDidNot'].map((verb) => `action ${verb}`),
]);

/** Doors of rights that have a test of their own: handing on to a named colleague, governance's decision and the HR lead's signature. */
export const testedApart: ReadonlySet<string> = new Set([
  // Whoever sees the scenario may ask how it was done; what comes next is a person's own: tests/features/wins.
  'link w',
  ...['askHow', 'showNext', 'notThisNext', 'neverNext', 'nextAgain'].map((verb) => `action ${verb}`),
  // Pilots and the stages of a workflow have signers of their own: tests/features/pilots.
  ...['signWorkflow', 'joinPilot', 'declinePilot'].map((verb) => `action ${verb}`),
  ...['confirmPilot', 'sendBackPilot', 'decidePilot'].map((verb) => `action ${verb}`),
  // The week of owners and HR leads, whose presses are those of the API: tests/web/owner-week.
  'command week',
  ...['weekPress', 'weekAll'].map((verb) => `action ${verb}`),
  'command demand',
  ...['assignFlag', 'answerByPrecedent', 'decideForm', 'decideFlag', 'confirmFlag', 'sendBackFlag'].map(
    (verb) => `action ${verb}`,
  ),
  ...['requestDecision', 'decideRequest', 'askRequester', 'replyRequest'].map((verb) => `action ${verb}`),
  ...['enoughRequest', 'withdrawRequest', 'confirmRequest', 'sendBackRequest'].map((verb) => `action ${verb}`),
  // What is triage is for who may decline, but folding in is for owners; replying and reopening are for the author.
  ...['foldForm', 'foldDiscovery', 'mergeDiscovery', 'askAuthor', 'claimDiscovery'].map((verb) => `action ${verb}`),
  ...['replyDiscovery', 'reopenDiscovery'].map((verb) => `action ${verb}`),
  // Running a series is for who may plan it, ending it and giving a session away for administrators as well.
  ...['hostList', 'hostSession', 'hostSeries', 'hostForm', 'hostAct'].map((verb) => `action ${verb}`),
  'command hostSessions',
  // What is talked about and what came of it is a host's to say; a next step is done by whoever took it on.
  ...['openTopic', 'acceptTopic', 'rewordTopic', 'dropTopic', 'carryTopic', 'orderTopic'].map(
    (verb) => `action ${verb}`,
  ),
  ...['openRecap', 'sendRecap', 'nothingToRecord', 'makeOutcome', 'outcomeDone', 'outcomeDrop'].map(
    (verb) => `action ${verb}`,
  ),
  // Runs are a person's own; a second person is asked by whoever ran it, and nobody else finds the way.
  ...['sayResult', 'confirmTime', 'tellMore', 'rateForm', 'sendRating', 'secondLook', 'askSecond'].map(
    (verb) => `action ${verb}`,
  ),
  ...['sayRuns', 'moreRuns', 'answerPulse', 'skipPulse', 'dontAskPulse'].map((verb) => `action ${verb}`),
  // Each right-holder confirms their part alone.
  'action confirmSetUp',
]);
