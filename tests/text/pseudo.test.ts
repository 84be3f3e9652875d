/**
 * A pseudo language finds words that stand in code: every word of ours comes wrapped in marks. Features are walked from
 * their doors through every button; what is shown without marks must be content or what was typed.
 */

import { beforeAll, expect, test } from '@jest/globals';
import { features } from '../../src/app.ts';
import { demoPeople } from '../../src/content/demo-people.ts';
import { loadStarter } from '../../src/content/load.ts';
import { demo, starter } from '../../src/content/starter.ts';
import type { TenantStore } from '../../src/core/documents.ts';
import type { Feature } from '../../src/core/feature.ts';
import { newId, sealUnder } from '../../src/core/ids.ts';
import { readStamp } from '../../src/core/stamp.ts';
import type { Answer, Turn } from '../../src/core/turn.ts';
import type { WordsFor } from '../../src/core/words.ts';
import type { Discovery } from '../../src/features/discoveries/model.ts';
import { exampleValues, fill } from '../../src/features/playbook/fill.ts';
import { prompt as promptSchema } from '../../src/features/playbook/scenario-version.ts';
import type { ToolRequest } from '../../src/features/tool-requests/model.ts';
import type { Wins } from '../../src/features/wins/index.ts';
import { createSearch } from '../../src/search/search.ts';
import { openSqlite } from '../../src/stores/sqlite.ts';
import { languages, wordsFor } from '../../src/text/words.ts';
import { aRequest } from '../features/tool-requests/requests-kit.ts';
import { aDiscovery } from '../helpers/a-discovery.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { noFiles } from '../helpers/no-files.ts';
import { scaled } from '../helpers/scale.ts';
import { cardOf, fieldsOf, partsOfAnswer, pressesOf, textsOf } from './shown.ts';
import { hoursForm, someHours } from './some-hours.ts';
import { somePilots, toSign } from './some-pilots.ts';
import { longRun, onFriday, someRuns } from './some-runs.ts';
import { someSetUp } from './some-set-up.ts';
import { someWins, toAsk } from './some-wins.ts';

const english = wordsFor('en');
const marked: WordsFor = () =>
  Object.assign((key: string, values?: Parameters<typeof english>[1]) => `⟦${english(key, values)}⟧`, {
    language: 'en',
    has: english.has,
  });

const typed = 'Ana Lopez, ana@larkmoor.test, +34 612 345 678';
const questions = [
  '',
  'interview',
  'zzzz qqqq',
  'chatgpt with cv',
  'copilot with price list',
  'perplexity with cv',
  'recruiter',
  'Spanish',
];
/** Presses of one kind of button in a walk. */
const mostPresses = scaled(4, 6);
/** Lines of lists, behind which the most different cards stand. */
const mostLines = 40;
const clock = movingClock();
const log = { info() {}, warn() {}, error() {} };
let store: TenantStore;
let offered: readonly Feature[];
let seen: string[] = [];
const pressed = new Set<string>();

beforeAll(async () => {
  store = openSqlite({ dataDir: ':memory:', clock, log }).forTenant('tenant');
  await loadStarter(store, { which: 'demo', tenantId: 'tenant', now: clock.now() });
  offered = features({
    ...{ search: createSearch({ log }), hash: (value: string) => value, seal: sealUnder(Buffer.alloc(32)) },
    ...{ wordsFor: marked, languages },
    ...{
      isExample: true,
      countryChecks: ['US', 'GB', 'ES'],
      publicUrl: 'https://fieldbook.example.com',
      ...noFiles,
    },
  });
  const [role] = (await store.find({ kind: 'role', limit: 1 })).items;
  await someHours(store, 'somebody', typed, clock.now());
  await someSetUp(store, reviewer.personId, clock.now().toISOString());
  await someWins(store, { typed, now: clock.now() });
  await somePilots(store, { askedId: 'somebody', leadId: reviewer.personId, typed, now: clock.now() });
  await someRuns(store, clock.now());
  seen = [
    ...(await walk(await turnOf('personal', 'bot', []))),
    ...(await walk(await turnOf('groupChat', 'compose', role ? [role.id] : []))),
  ];
  const toAnswer = await passOn();
  await shareMore('submitted', 'inTriage');
  await wish('submitted');
  await wish('inReview');
  seen.push(...(await walk(await turnOf('personal', 'bot', [], reviewer), toAnswer)));
  seen.push(...(await walk(await turnOf('personal', 'bot', [], owner))));
  const answeredNow = await comeBack();
  await shareMore('needsMore', 'declined', 'merged');
  await wish('needsInfo');
  seen.push(...(await walk(await turnOf('personal', 'bot', []), answeredNow)));
  seen.push(...(await walk(await turnOf('personal', 'bot', [], leaver))));
}, 120_000);

const given = { scopeKind: 'tenant', givenBy: 'system', givenAt: '2026-11-23T10:00:00.000Z' } as const;
/** Somebody who may answer and decide what the walkers before asked. */
const reviewer = {
  personId: 'reviewer',
  grants: (['hrLead', 'governance', 'admin'] as const).map((grant) => ({ grant, ...given })),
};
/** Somebody who folds into the playbook what the walkers before shared. */
const owner = { personId: 'owner', grants: [{ grant: 'owner' as const, ...given }] };

/** What somebody else wants to decide, for who signs it. */
const proposedBy = { id: 'proposal', by: 'another', at: given.givenAt, why: typed };

const standings = [
  { state: 'needsDecision' },
  { state: 'needsDecision', proposal: { ...proposedBy, ruling: 'yesWithConditions', condition: typed } },
  { state: 'assigned', assigneeId: 'another' },
];
const standing = (place: number) => standings[place] ?? {};

/** Some questions wait for a decision, one is another one's, and some are about what was answered before. */
async function passOn(): Promise<string[]> {
  const { items } = await store.find({ kind: 'flag', orderBy: { field: 'dueAt', direction: 'asc' }, limit: 8 });
  for (const [place, { id, version, body }] of items.entries()) {
    const context = { ...Object(body).context, scenarioId: 'scenario' };
    // By name: under the hash of this test everybody would have asked what was asked without one.
    const open = { ...Object(body), state: 'open', context, anonymous: false, reporterId: 'somebody' };
    const answer = { state: 'answered', answer: typed, answeredBy: 'reviewer', answeredAt: given.givenAt };
    await store.write([
      { op: 'replace', kind: 'flag', id, version, body: { ...open, ...standing(place) } },
      { op: 'create', kind: 'flag', id: `before-${id}`, body: { ...open, ...answer } },
    ]);
  }
  return items.map(({ id }) => id);
}

/** The others stay: what they asked is answered by those who come after them. */
const leaver = { personId: 'leaver', grants: [] };

/** Of who asked, some newest questions wait for a word more, and some have their answer. */
async function comeBack(): Promise<string[]> {
  const newest = { orderBy: { field: 'createdAt', direction: 'desc' }, limit: 4 } as const;
  const { items } = await store.find({ kind: 'flag', where: [['reporterId', '=', 'somebody']], ...newest });
  const answered = { state: 'answered', answer: typed, answeredBy: 'reviewer', answeredAt: given.givenAt };
  for (const [place, { id, version, body }] of items.entries()) {
    const change = place < 2 ? { state: 'waiting' } : answered;
    await store.write([{ op: 'replace', kind: 'flag', id, version, body: { ...Object(body), ...change } }]);
  }
  return items.map(({ id }) => id);
}

const proposal = { ...proposedBy, ruling: 'blocked', listName: typed, toolKind: 'code', accountKind: 'work' } as const;

let wished = 0;
/** A tool that the walker of before asked for, each newer than the one before: a list shows the newest ones. */
async function wish(state: ToolRequest['state']): Promise<void> {
  const newest = { createdAt: `2026-11-23T10:00:0${++wished}.000Z`, dueAt: '2026-11-23T10:00:00.000Z', state };
  const { dataClassId: _, ...body } = aRequest({
    ...{ toolName: typed, need: typed, requesterId: 'somebody', ...newest },
    ...(state === 'inReview' ? { proposal } : {}),
  });
  await store.write([{ op: 'create', kind: 'toolRequest', id: newId(), body }]);
}

let shared = 0;
/** The newest discoveries of the walker of before, each as it may stand. */
async function shareMore(...states: Discovery['state'][]): Promise<void> {
  const [scenario] = (await store.find({ kind: 'scenario', limit: 1 })).items;
  for (const state of states) {
    const at = `2026-11-23T10:00:${10 + ++shared}.000Z`;
    const outcome = {
      kind: state === 'merged' ? 'duplicate' : 'declined',
      refId: `shared-${shared - 1}`,
      by: 'reviewer',
      at,
    };
    const body = {
      ...aDiscovery({ title: typed, what: typed, promptText: typed, authorId: 'somebody', state, createdAt: at }),
      ...{ dueAt: `2026-11-23T10:00:${10 + shared}.000Z`, assigneeId: 'another' },
      similar: [{ kind: 'scenario', id: scenario?.id, score: 0.8 }],
      ...(state === 'declined' || state === 'merged' ? { outcome } : {}),
    };
    await store.write([{ op: 'create', kind: 'discovery', id: `shared-${shared}`, body }]);
  }
}

type Where = Turn['where'];

async function turnOf(
  conversation: Where['conversation'],
  surface: Where['surface'],
  roleIds: string[],
  as: Pick<Turn['who'], 'personId' | 'grants'> = { personId: 'somebody', grants: [] },
): Promise<Turn> {
  const who = { tenantId: 'tenant', name: 'Somebody', roleIds, ...as };
  return {
    ...{ requestId: 'request', now: clock.now(), stamp: await readStamp(store), store, words: marked('en') },
    who: { ...who, locale: 'en', zone: 'UTC' },
    where: { surface, conversation, conversationId: `${conversation} ${surface}` },
  };
}

/** Every text that is shown from all doors and some flags on, through every kind of button; the same card only once. */
async function walk(turn: Turn, flagIds: readonly string[] = []): Promise<string[]> {
  const actions = new Map(offered.flatMap((f) => f.actions ?? []).map((a) => [a.verb, a]));
  const opened = [
    ...flagIds.flatMap((flagId) => actions.get('openFlag')?.run(turn, { flagId }) ?? []),
    ...offered
      .flatMap(({ links = [] }) => links)
      .flatMap(({ prefix, run }) => (prefix === 'w' ? run(turn, toAsk) : [])),
    // What the walk types is neither a day nor a link.
    ...[actions.get('previewSeries')?.run(turn, { ...hoursForm, title: typed, purpose: typed }) ?? []].flat(),
    ...[actions.get('sayResult')?.run(turn, { useId: longRun, result: 'worked' }) ?? []].flat(),
    onFriday(turn, typed),
  ];
  const waiting = [...(await Promise.all(opened)), ...(await sent(turn)), ...(await openDoors(turn))];
  const here = new Map<string, number>();
  const texts = new Set<string>();
  const met = new Set<string>();
  for (let answer = waiting.shift(); answer; answer = waiting.shift()) {
    const parts = partsOfAnswer(answer);
    const cards = parts.cards.filter((card) => !met.has(card)).map(cardOf);
    for (const card of parts.cards) met.add(card);
    for (const text of [...parts.texts, ...cards.flatMap(textsOf)]) texts.add(text);
    for (const card of cards) {
      for (const { verb, data } of [...pressesOf(card, fieldsOf(card)), ...pressesOf(card, fieldsOf(card, typed))]) {
        if (verb === 'forgetMe' && turn.who.personId !== leaver.personId) continue;
        const action = actions.get(verb);
        const kind = [verb, data.go, data.itemKind].join(' ').trim();
        const times = here.get(kind) ?? 0;
        here.set(kind, times + 1);
        pressed.add(verb);
        if (action && times < (verb === 'openItem' ? mostLines : mostPresses))
          waiting.push(await action.run(turn, data));
      }
    }
  }
  return [...texts];
}

/** What comes by itself and stands in no list. */
async function sent(turn: Turn): Promise<Answer[]> {
  const asked = [
    { kind: 'workflowSign', subject: toSign, audience: '', isUrgent: true, occurrence: '' },
    { kind: 'setUpConfirm', subject: 'setUp', audience: 'tools', isUrgent: true, occurrence: '' },
  ];
  const kinds = offered.flatMap(({ notices = [] }) => notices);
  const cards = await Promise.all(
    asked.map((notice) => kinds.find(({ kind }) => kind === notice.kind)?.card(turn, notice)),
  );
  const stories = offered.find(({ name }) => name === 'wins') as Wins;
  const next = stories.offerCard(turn, { fromId: '', scenarioId: 'scenario', title: typed, why: typed });
  return [next, ...cards].flatMap((card): Answer[] => (card ? [{ kind: 'card', card }] : []));
}

async function openDoors(turn: Turn): Promise<Answer[]> {
  const call = (q: string) => ({ initial: q === '', parameters: { q }, skip: 0, count: 5 });
  const message = { text: 'May I paste this?', link: 'https://teams.example.com/l/message/1' };
  const doors = offered.flatMap((f) => [
    ...questions.flatMap((q) => [
      ...(f.commands ?? []).map((c) => c.run(turn, q)),
      ...(f.searches ?? []).map((s) => s.run(turn, call(q))),
      ...(f.fallback ? [f.fallback(turn, q)] : []),
    ]),
    ...(f.dialogs ?? []).map((d) => d.open(turn, message)),
    ...(f.events ?? []).map((e) => e.run(turn)),
  ]);
  return Promise.all(doors);
}

/** Marks nest where one sentence is a value of another. */
function outsideMarks(text: string): string[] {
  let depth = 0;
  const outside = [...text].map((sign) => {
    if (sign === '⟦') depth++;
    const keeps = depth === 0;
    if (sign === '⟧') depth--;
    return keeps ? sign : '\n';
  });
  return outside.join('').split('\n');
}

const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '');
/** What was typed, as it stands and as the check masks it; and when an answer is due. */
const notOurs = [typed, 'Ana Lopez, [email], [phone]', 'May I paste this?', hoursForm.link, hoursForm.zone];
const dueTime = /^(?:• )?[A-Z][a-z]{2} \d+ [A-Z][a-z]{2}, \d\d:00 \\?\(UTC\\?\)(?: · )?$/;
const withoutTyped = (text: string): string =>
  notOurs.reduce((rest, part) => rest.replaceAll(part, ''), text.replaceAll('\\', '').replace(dueTime, ''));
const strings = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];

test('every button is met', () => {
  const verbs = offered.flatMap((f) => f.actions ?? []).map((a) => a.verb);
  expect(verbs.filter((verb) => !pressed.has(verb))).toEqual([]);
});

test('what is shown without marks is content, or was typed', () => {
  const prompts = [...starter.scenarios, demo.scenario].flatMap((scenario) =>
    scenario.prompts.map((bare) => {
      const prompt = promptSchema.parse({ ...bare, id: bare.purpose });
      return fill(prompt, exampleValues(prompt, undefined));
    }),
  );
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const content = letters(
    strings([starter, demo, demoPeople, prompts, questions, typed, languages.map((l) => names.of(l))]).join('\n'),
  );
  const isKnown = (text: string) => text.split(' · ').every((part) => content.includes(letters(part)));
  const loose = seen.flatMap(outsideMarks).filter((text) => !isKnown(withoutTyped(text)));
  expect(seen.length).toBeGreaterThan(500);
  expect([...new Set(loose)]).toEqual([]);
});

test('the walk comes to the ends of its ways', () => {
  for (const key of ['use.ready', 'use.inserted', 'warn.found', 'flag.received', 'verdict.allowed'])
    expect([key, seen.some((text) => text.replaceAll('\\', '').includes(english(key)))]).toEqual([key, true]);
});
