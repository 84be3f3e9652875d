/** A pilot as its people live it: a clock that goes from day to day, hands that press, and the mail that each of them got. */
import { execute, installed, message, person, tenantId } from '../helpers/activities.ts';
import { asPerson, type Caller } from '../helpers/api.ts';
import { type Hand, hand, type Node, walk } from '../helpers/hand.ts';
import type { World } from '../helpers/world.ts';

/** Owner, HR lead, tools lead; a to f take part, g says no; k works in the same department, s in another one. */
const numbers = { O: 901, H: 902, T: 903, k: 904, s: 905, a: 911, b: 912, c: 913, d: 914, e: 915, f: 916, g: 917 };
export type Letter = keyof typeof numbers;
const isLetter = (key: string): key is Letter => key in numbers;
export const everybody = Object.keys(numbers).filter(isLetter);
export const idOf = (who: Letter): string => person(numbers[who]).aadObjectId;
export const nameOf = (who: Letter): string => person(numbers[who]).name;
export const as = (world: World, who: Letter): Caller => asPerson(world, idOf(who));

export const from = (who: Letter) => ({
  from: person(numbers[who]),
  conversation: { id: `a:${numbers[who]}`, conversationType: 'personal', tenantId },
});

/** One attempt at a piece of work with AI, as it happens; minutes by the clock unless typed. */
export interface Run {
  readonly at: string;
  readonly who: Letter;
  readonly scenario: string;
  readonly by: 'bot' | 'extension';
  readonly minutes: number;
  readonly how: 'clock' | 'typed';
  readonly result: 'Worked' | 'Needed edits' | "Didn't work";
  /** Where the time went; empty where nothing was said. */
  readonly went: string;
  /** Answers to the criteria in their order: y, p or n. */
  readonly self?: string;
  readonly second?: readonly [who: Letter, answers: string];
  /** Answered on the card that came by itself. */
  readonly isAsked?: true;
}

export interface Mail {
  readonly who: Letter;
  readonly text: string;
  readonly at: string;
  readonly body: unknown;
}

/** Opens the form by the bot or in the message box, fills it in and takes the prompt along. */
export async function begin(
  world: World,
  { who, scenario, by }: Pick<Run, 'who' | 'scenario' | 'by'>,
  isExample = false,
): Promise<Hand> {
  const me = hand(world, from(who));
  if (by === 'bot') await me.say(`use ${scenario}`);
  else {
    await me.openDialog('useScenario');
    me.pick('scenarioId', choiceOf(me, scenario));
    await me.press('Next');
  }
  if (isExample) await me.press('Try example');
  else fill(me);
  me.pick('confirmed', 'true');
  await me.press(by === 'bot' ? 'Get prompt' : 'Insert');
  return me;
}

const choiceOf = ({ card }: Hand, title: string): string => {
  const [list] = walk(card).filter(({ id }) => id === 'scenarioId');
  const found = (Array.isArray(list?.choices) ? list.choices : []).find(
    (each: { title: string }) => each.title === title,
  );
  return String(found?.value);
};

function fill(me: Hand): void {
  for (const input of walk(me.card).filter(({ id }) => id?.startsWith('v_'))) {
    const [choice] = choicesOf(input);
    if (choice) me.pick(String(input.id), choice);
    else me.type(String(input.id), 'Our own words');
  }
}

const choicesOf = ({ choices }: Node): string[] =>
  Array.isArray(choices) ? choices.map(({ value }: { value: string }) => value) : [];

const words: Readonly<Record<string, string>> = { y: 'yes', p: 'partly', n: 'no' };

export async function answerCriteria(me: Hand, answers: string): Promise<void> {
  for (const [at, letter] of [...answers].entries()) me.pick(`c_${at + 1}`, words[letter] ?? '');
  await me.press('Send');
}

export interface Story {
  readonly world: World;
  /** All that the bot sent to people by itself, in order. */
  mail(): Mail[];
  /** The newest message of this kind to this person, in their hand. */
  handed(who: Letter, text: string): Hand;
  until(at: string): Promise<void>;
  /** Time passes and nobody looks. */
  skipTo(at: string): void;
  run(run: Run): Promise<void>;
}

export function story(world: World): Story {
  const seen: Mail[] = [];
  let read = 0;
  const tick = async () => {
    await world.tick();
    for (const { method, path, body } of world.connector.requests.slice(read)) {
      const who = everybody.find((each) => path.includes(encodeURIComponent(`a:${numbers[each]}`)));
      const text = String(body.summary ?? body.text ?? '');
      if (method === 'POST' && who) seen.push({ who, text, at: world.clock.now().toISOString(), body });
    }
    read = world.connector.requests.length;
  };
  const handed = (who: Letter, text: string): Hand => {
    const found = seen.findLast((each) => each.who === who && each.text.startsWith(text));
    if (!found)
      throw new Error(
        `story: ${who} got no "${text}"; got: ${seen.filter((each) => each.who === who).map((each) => each.text)}`,
      );
    const me = hand(world, from(who));
    me.read(found.body);
    return me;
  };
  const skipTo = (at: string): void => {
    const ms = Date.parse(`${at}:00.000Z`) - world.clock.now().getTime();
    if (ms < 0) throw new Error(`story: ${at} has passed`);
    world.clock.pass(ms);
  };
  const until = async (at: string) => {
    skipTo(at);
    await tick();
  };
  return { world, mail: () => seen, handed, until, skipTo, run: (run) => ran({ world, tick, handed, skipTo }, run) };
}

type Stage = Pick<Story, 'world' | 'handed' | 'skipTo'> & { readonly tick: () => Promise<void> };

async function ran(stage: Stage, run: Run): Promise<void> {
  const { world, tick, handed, skipTo } = stage;
  skipTo(run.at);
  let me = await begin(world, run);
  world.clock.pass((run.how === 'clock' ? run.minutes : 20) * 60_000);
  if (run.isAsked) {
    await tick();
    me = handed(run.who, 'How did it go?');
  } else if (run.by === 'extension') await me.openDialog('useScenario');
  await me.press(run.result);
  if (run.how === 'typed') me.type('minutes', String(run.minutes));
  if (run.went) me.pick('timeWentTo', run.went);
  if (run.how === 'typed' || run.went) await me.press('Save');
  if (!run.self) return;
  await me.press('Rate it');
  await answerCriteria(me, run.self);
  if (!run.second) return;
  const [second, answers] = run.second;
  await me.press('Second look');
  me.type('name', nameOf(second));
  await me.press('Ask');
  await tick();
  await answerCriteria(handed(second, 'A second look, please'), answers);
}

/** Installed for everybody, as an organisation does it. */
export async function meet(world: World): Promise<void> {
  for (const who of everybody) await world.post(installed('add', from(who)));
}

export async function takeRole(world: World, who: Letter, role: string): Promise<void> {
  const { text } = await world.post(message('settings', from(who)));
  const [, roleId = ''] = new RegExp(`"title":"${role}","value":"([^"]+)"`).exec(text) ?? [];
  if (!roleId) throw new Error(`story: no role ${role}`);
  await world.post(execute('chooseRole', { roleId }, from(who)));
}
