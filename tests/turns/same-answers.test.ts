/** Which store is configured is nothing that a person could notice: the same 200 activities, the same answers. */
import { afterAll, expect, it } from '@jest/globals';
import {
  execute,
  fetchTask,
  firstOpen,
  installed,
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
  tenantId,
} from '../helpers/activities.ts';
import { inputsIn, textsUnder } from '../helpers/in-json.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { dice } from '../helpers/scale.ts';
import { startWorld } from '../helpers/world.ts';
import { openInProcess } from '../stores/cosmos-kit.ts';

const { store } = await openInProcess({ clock: movingClock() });
const worlds = [await startWorld(), await startWorld({ overrides: { store } })] as const;
afterAll(async () => void (await Promise.all(worlds.map((world) => world.close()))));
const [file] = worlds;

const titles = ['job description', 'interveiw guide', 'weekly report', 'decline note', 'quantum chromodynamics', ''];
const tools = [
  'chatgpt candidate cv',
  'copilot with public data',
  'my own chatgpt account',
  'midjourney',
  'salary list',
];
const scenarioId = textsUnder('scenarioId', (await file.post(query('findScenario', 'job description'))).body)[0] ?? '';
const filled = inputsIn((await file.post(taskSubmit({ verb: 'exampleScenario', scenarioId }))).body);
const roleId = textsUnder('value', (await file.post(execute('openSettings'))).body).find((v) => v.length > 3) ?? '';

/** Everything that is served, with effects in between, in an order that a seed fixes. */
function recorded(): RawActivity[] {
  const random = dice(20261125);
  const makers: ((who: RawActivity) => RawActivity)[] = [
    (who) => query('findScenario', random.pick(titles), who),
    (who) => query('canIUse', random.pick(tools), who),
    (who) => firstOpen('findScenario', who),
    (who) => message(`find ${random.pick(titles)}`, who),
    (who) => message(`can i use ${random.pick(tools)}`, who),
    (who) => message(random.pick(['help', 'hola', 'start', 'settings', 'use job description', 'how do I begin?']), who),
    (who) => mention(`find ${random.pick(titles)}`, who),
    (who) => fetchTask(random.pick(['useScenario', 'flagGrayArea']), {}, who),
    (who) => taskFetch({ verb: random.pick(['openScenario', 'useScenario', 'exampleScenario']), scenarioId }, who),
    (who) =>
      submitAction({ ...filled, verb: 'fillScenario', scenarioId, confirmed: random.pick(['true', 'false']) }, who),
    (who) => submitAction({ verb: 'sendFlag', question: `May I, ${random.number(3)}?`, scenarioId }, who),
    (who) => execute('sendFlag', { question: `May I, ${random.number(3)}?` }, who),
    (who) => execute('saveSettings', { roleId: random.pick([roleId, '']), language: random.pick(['en', 'es']) }, who),
    (who) => submit({ verb: 'saveSettings', roleId }, who),
    (who) => queryLink(`${file.url}/s/${scenarioId}`, who),
    (who) => installed(random.pick(['add', 'remove']), who),
  ];
  return Array.from({ length: 200 }, () => {
    const number = 1 + random.number(6);
    const conversation = { id: `a:${number}`, conversationType: 'personal', tenantId };
    return random.pick(makers)({ from: person(number), conversation });
  });
}

/** The address of a server and the reference of an error are its own. */
const comparable = (text: string): string =>
  text.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'URL').replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID');

it('answers 200 recorded activities alike on a file and on the distributed store', async () => {
  let withBody = 0;
  for (const activity of recorded()) {
    const [first, second] = await Promise.all(worlds.map((world) => world.post(activity)));
    expect(comparable(second?.text ?? '')).toBe(comparable(first?.text ?? ''));
    expect(second?.status).toBe(first?.status);
    if (first && first.text.length > 100) withBody++;
  }
  expect(withBody).toBeGreaterThan(120);
  process.stdout.write(`same answers: 200 activities on both stores, ${withBody} with a card or text\n`);
});
