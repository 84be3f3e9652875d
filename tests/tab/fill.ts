/** A world with work in it: questions, discoveries and requests of invented people, sent to the bot as people send them. */
import { demoPeople } from '../../src/content/demo-people.ts';
import { tenantId } from '../helpers/activities.ts';
import { type Hand, hand } from '../helpers/hand.ts';
import { hour } from '../helpers/moving-clock.ts';
import type { World } from '../helpers/world.ts';
import { fillHours } from './fill-hours.ts';

const questions = [
  ['recruiter', 'May I paste a short list of applicants into Copilot Chat to sort it by skills?'],
  ['operations analyst', 'Is it fine to use the meeting notes of a works council talk for a summary?'],
  ['recruiter', 'A candidate asks if we used AI to write to them. What do I say?'],
  ['operations analyst', 'Can the weekly report name the shift in which the error was made?'],
  ['hiring manager', 'May I let the tool rank the interview answers and only check the first three?'],
  ['operations analyst', 'Our supplier sends price lists marked confidential. May they go into the report prompt?'],
] as const;

const finds = [
  ['recruiter', 'Ask for three versions of an advert, one for each channel. The shortest one got the most answers.'],
  ['operations analyst', 'Paste the column names first and the numbers second. The comments then name the right unit.'],
  [
    'hiring manager',
    'Let it write the follow-up questions as a table with what a weak and a strong answer sounds like.',
  ],
] as const;

const wishes = [
  ['recruiter', 'TranscribeFast', 'Turn my own voice notes after a call into text.'],
  ['operations analyst', 'ChartBot', 'Draw the charts of the weekly report.'],
] as const;

/** Everything is there within a day and a half, so some of it is late and some is not. */
export async function fillWorld(world: World): Promise<void> {
  for (const [who, question] of questions) {
    const me = await chat(world, who);
    await me.say(`flag ${question}`);
    await me.press('Send');
    world.clock.pass(5 * hour);
  }
  for (const [who, text] of finds) {
    const me = await chat(world, who);
    await me.say(`share ${text}`);
    me.pick('clean', 'true');
    await me.press('Share');
    world.clock.pass(hour);
  }
  for (const [who, toolName, need] of wishes) {
    const me = await chat(world, who);
    await me.say(`request ${toolName}`);
    me.type('need', need);
    await me.press('Send');
  }
  await fillHours(world);
}

async function chat(world: World, who: string): Promise<Hand> {
  const found = demoPeople.find(({ name }) => name === `Example ${who}`);
  if (!found) throw new Error(`fill: the demo has no "${who}"`);
  const from = { id: `29:${found.id}`, name: found.name, aadObjectId: found.id };
  return hand(world, { from, conversation: { id: `a:${found.id}`, conversationType: 'personal', tenantId } });
}
