/** Thousands of activities that nobody meant to send: the server answers each in time and gives nothing away. */
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  activity,
  execute,
  fetchTask,
  group,
  installed,
  invoke,
  membersAdded,
  mention,
  message,
  person,
  query,
  queryLink,
  type RawActivity,
  submit,
  submitAction,
  taskFetch,
  taskSubmit,
} from '../helpers/activities.ts';
import { hostileTexts, hostileValue, mutated, textOf } from '../helpers/hostile.ts';
import { inputsIn, textsUnder } from '../helpers/in-json.ts';
import { offered } from '../helpers/offered.ts';
import { type Dice, dice, inParallel, scaled, seeds } from '../helpers/scale.ts';
import { startWorld, type World } from '../helpers/world.ts';

const worlds = [await startWorld(), await startWorld({ bot: true })];
afterAll(async () => void (await Promise.all(worlds.map((world) => world.close()))));
const [open] = worlds as [World];

/** The only figure here that is a time: a person waits no longer. */
const slowestMs = 3_000;
const total = scaled(5_000, 50_000);

const verbs = offered.flatMap((f) => f.actions ?? []).map((a) => a.verb);
const searches = offered.flatMap((f) => f.searches ?? []).map((s) => s.command);
const dialogs = offered.flatMap((f) => f.dialogs ?? []).map((d) => d.id);
const commands = offered.flatMap((f) => f.commands ?? []).map((c) => c.name);

const scenarioId = textsUnder('scenarioId', (await open.post(query('findScenario', 'job description'))).body)[0] ?? '';
const toolForm = await open.post(taskSubmit({ verb: 'askCanIUse' }));
const filled = inputsIn((await open.post(taskSubmit({ verb: 'exampleScenario', scenarioId }))).body);
const ids = textsUnder('value', toolForm.body).filter((value) => value.length > 20);

/** Data as a card of ours would send it, with one field that is not as it should be. */
function dataFor(verb: string, random: Dice): Record<string, unknown> {
  const data: Record<string, unknown> = {
    ...filled,
    verb,
    scenarioId,
    toolId: random.pick(ids),
    dataClassId: random.pick(ids),
    question: 'May I?',
    urgency: 'normal',
    roleId: random.pick(ids),
    language: 'en',
    confirmed: 'true',
  };
  for (const key of Object.keys(data)) if (key !== 'verb' && random.chance(0.3)) data[key] = hostileValue(random);
  const kept = { values: { a: random.pick(hostileTexts) }, confirmed: true };
  if (random.chance(0.2)) data.kept = random.chance(0.5) ? JSON.stringify(kept) : hostileValue(random);
  if (random.chance(0.2)) data.go = random.pick(['mask', 'on', 'back', 'away']);
  return data;
}

const senders = [execute, (verb: string, data: object) => submit({ ...data, verb })];
const dialogSenders = [taskFetch, taskSubmit, submitAction];

function pressed(random: Dice): RawActivity {
  const verb = random.chance(0.9) ? random.pick(verbs) : random.pick(hostileTexts);
  const data = random.chance(0.9) ? dataFor(verb, random) : hostileValue(random);
  if (random.chance(0.5)) return random.pick(dialogSenders)(data);
  return random.pick(senders)(verb, typeof data === 'object' && data !== null ? data : {});
}

function said(random: Dice): RawActivity {
  const text = `${random.chance(0.6) ? `${random.pick(commands)} ` : ''}${random.pick(hostileTexts)}`;
  return random.chance(0.3) ? mention(text) : message(text);
}

function asked(random: Dice): RawActivity {
  const command = random.chance(0.9) ? random.pick(searches) : random.pick(hostileTexts);
  const value = {
    commandId: command,
    parameters: [{ name: random.pick(['q', 'role', 'initialRun', 'other']), value: hostileValue(random) }],
    queryOptions: { skip: random.pick([0, -1, 1e9, '5', null, {}]), count: random.pick([25, 0, -3, 1e9, 'x', []]) },
  };
  return invoke('composeExtension/query', value);
}

function opened(random: Dice): RawActivity {
  const messagePayload = { body: { content: random.pick(hostileTexts) }, linkToMessage: hostileValue(random) };
  return fetchTask(random.pick(dialogs), { commandContext: random.pick(['message', 'compose']), messagePayload });
}

const eventTypes = ['messageUpdate', 'messageDelete', 'messageReaction', 'event', 'typing', 'endOfConversation', 'x'];

const makers: readonly ((random: Dice) => RawActivity)[] = [
  pressed,
  pressed,
  pressed,
  said,
  said,
  asked,
  opened,
  (random) =>
    queryLink(random.chance(0.5) ? `https://fieldbook.example.com/s/${scenarioId}` : random.pick(hostileTexts)),
  (random) => invoke(random.chance(0.5) ? 'config/fetch' : random.pick(hostileTexts), hostileValue(random)),
  (random) => invoke(random.pick(['message/submitAction', 'composeExtension/selectItem']), hostileValue(random)),
  (random) => activity({ type: random.pick(eventTypes), text: random.pick(hostileTexts), name: 'x' }),
  (random) => installed(random.pick(['add', 'remove'] as const), { action: random.pick(hostileTexts) }),
  () => membersAdded(Array.from({ length: 500 }, (_, n) => ({ id: `29:${n}` }))),
];

function made(random: Dice): string {
  const from = person(random.number(400));
  const where = random.chance(0.2) ? group : {};
  const whole = { ...random.pick(makers)(random), from, ...where };
  return textOf(random.chance(0.6) ? mutated(whole, random) : whole, random);
}

const leaks = /node_modules|node:internal|\.ts:\d|\n\s+at |SQLITE|SELECT |INSERT |TypeError|RangeError|SyntaxError/;
const counts = { fivehundreds: 0, notImplemented: 0, refused: 0, slowest: 0 };

async function send(text: string, world: World): Promise<void> {
  const started = performance.now();
  const reply = await world.post(text.replaceAll('http://127.0.0.1:3979/', serviceUrlOf(world)));
  const ms = performance.now() - started;
  counts.slowest = Math.max(counts.slowest, ms);
  if (reply.status >= 500 && reply.status !== 501) counts.fivehundreds++;
  if (reply.status === 501) counts.notImplemented++;
  if (reply.status >= 400 && reply.status < 500) counts.refused++;
  const faults = [
    ...(reply.status >= 500 && reply.status !== 501 ? [`status ${reply.status}`] : []),
    ...(reply.status === 501 && reply.text !== '' ? ['501 with a body'] : []),
    ...(ms > slowestMs ? [`took ${Math.round(ms)} ms`] : []),
    ...(leaks.test(reply.text) || reply.text.includes(process.cwd()) ? ['tells of its inside'] : []),
  ];
  if (faults.length > 0)
    throw new Error(`${faults.join(', ')}: ${text.slice(0, 2_000)} -> ${reply.text.slice(0, 500)}`);
}

const serviceUrlOf = (world: World) => (world === open ? world.connector.url : 'https://smba.trafficmanager.net/emea/');

describe('the bot endpoint', () => {
  it('has something to be attacked with', () => {
    expect(scenarioId).not.toBe('');
    expect(Math.min(verbs.length, ids.length, Object.keys(filled).length)).toBeGreaterThan(4);
  });

  it('meets every hostile text in every place', async () => {
    const fields = Object.keys(filled).filter((name) => name.startsWith('v_'));
    const form = (values: object) =>
      submitAction({ ...filled, verb: 'fillScenario', scenarioId, confirmed: 'true', ...values });
    const places: ((text: string) => RawActivity)[] = [
      (text) => message(text),
      (text) => mention(text),
      ...['find', 'use', 'can i use', 'flag', 'role', 'language', 'ask'].map(
        (command) => (text: string) => message(`${command} ${text}`),
      ),
      ...searches.map((command) => (text: string) => query(command, text)),
      (text) => form({ [fields[0] ?? '']: text }),
      (text) => form(Object.fromEntries(fields.map((name) => [name, text]))),
      (text) => form({ kept: text, go: 'mask' }),
      (text) => execute('sendFlag', { question: text, toolId: text, sourceLink: text }, { from: person(500) }),
      (text) => fetchTask('flagGrayArea', { commandContext: 'message', messagePayload: { body: { content: text } } }),
      (text) => message('help', { locale: text, localTimezone: text, from: { ...person(1), name: text } }),
      (text) =>
        execute(
          'sendFlag',
          { question: 'When?' },
          { locale: text, entities: [{ type: 'clientInfo', timezone: text }] },
        ),
      (text) => queryLink(`https://fieldbook.example.com/s/${text}`),
    ];
    const texts = hostileTexts.flatMap((text) => places.map((place) => JSON.stringify(place(text))));
    await inParallel(texts, 8, (text) => send(text, open));
  }, 600_000);

  it.each(seeds)(
    'holds, seed %d',
    async (seed) => {
      const random = dice(seed);
      const texts = Array.from({ length: total / seeds.length }, () => made(random));
      await inParallel(texts, 16, (text, at) => send(text, worlds[at % 2] as World));
    },
    600_000,
  );

  it('met no fault of its own', () => {
    const faults = worlds.flatMap((world) => world.log.filter((line) => line.level === 'error'));
    expect(faults.map(({ event, code, error }) => ({ event, code, error }))).toEqual([]);
    expect(counts.fivehundreds).toBe(0);
  });

  it('left the language as it was', () => {
    for (const prototype of [Object.prototype, Array.prototype, Function.prototype])
      expect(Object.keys(prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });

  it('still serves', async () => {
    for (const world of worlds)
      expect(await world.post(message('help'))).toMatchObject({ replies: [{ type: 'message' }] });
  });

  afterAll(() => {
    const { fivehundreds, notImplemented, refused, slowest } = counts;
    process.stdout.write(
      `fuzz: ${total} activities, ${fivehundreds} x 5xx, ${notImplemented} x 501, ${refused} refused, slowest ${Math.round(slowest)} ms, seeds ${seeds.join(' and ')}\n`,
    );
  });
});
