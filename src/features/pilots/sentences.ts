/** What a pilot says of itself, in the reader's words: where it stands, what is in the way, what is not as it should be. */
import { readableDate } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import type { WorkLine } from '../../core/work-item.ts';
import type { Blocker, Passable } from './bounds.ts';
import { weekOf } from './calendar.ts';
import type { Check } from './checklist.ts';
import { isAsked, isJoined } from './documents.ts';
import type { PilotOutcome } from './events.ts';
import type { Pilot } from './model.ts';

type Speaking = Pick<Turn, 'words'>;

export const blockerText = ({ words }: Speaking, { key, values, text }: Blocker): string =>
  text ?? words(`pilot.blocked.${key}`, values);

export const passableText = ({ words }: Speaking, { key, values }: Passable): string =>
  words(`pilot.over.${key}`, values);

export const checkTitle = ({ words }: Speaking, item: Check['item']): string => words(`pilot.check.${item}`);

/** Empty where it is as it should be. */
export const checkDetail = ({ words }: Speaking, { item, ok, titles, count }: Check): string =>
  ok ? '' : words(`pilot.checkNot.${item}`, { titles: titles.join(', '), count });

/** "Week 3 of 6", or what is waited for. */
export function weekLine({ words, now }: Pick<Turn, 'words' | 'now'>, pilot: Pilot): string {
  const { state, roster, startDate, endedAt } = pilot;
  if (state === 'running' && startDate) {
    const { number = 0, of = 0 } = weekOf(pilot, now) ?? {};
    return number > 0
      ? words('pilot.week', { number, of })
      : words('pilot.startsOn', { date: readableDate(startDate, words.language) });
  }
  if (state === 'running') return words('pilot.state.running');
  const counts = { joined: roster.filter(isJoined).length, asked: roster.filter(isAsked).length };
  const date = endedAt ? readableDate(endedAt, words.language) : '';
  return words(`pilot.line.${state}`, { ...counts, date });
}

const tones: Readonly<Record<Pilot['state'], WorkLine['status']['tone']>> = {
  draft: 'neutral',
  baseline: 'info',
  running: 'info',
  deciding: 'warning',
  scaled: 'good',
  stopped: 'neutral',
  cancelled: 'neutral',
};

export const stateOf = ({ words }: Speaking, { state }: Pilot) => ({
  ...{ id: state, word: words(`pilot.state.${state}`), tone: tones[state] },
});

export type NotChanged = Exclude<PilotOutcome, { kind: 'changed' | 'hidden' }>;

/** Why a press did nothing, in one or more sentences. */
export function refusalText(turn: Speaking, outcome: NotChanged): string {
  const { words } = turn;
  switch (outcome.kind) {
    case 'blocked': {
      const { hard, soft } = outcome.bounds;
      const said = hard.map((blocker) => blockerText(turn, blocker));
      return said.length > 0
        ? said.join(' ')
        : [...soft.map((each) => passableText(turn, each)), words('pilot.sayWhy')].join(' ');
    }
    case 'unfit':
      return outcome.checks.flatMap((check) => (check.ok ? [] : [checkDetail(turn, check)])).join(' ');
    case 'forbidden':
      return words('error.forbidden');
    case 'outdated':
    case 'signed':
    case 'ownSignature':
    case 'needsWhy':
      return words(`pilot.not.${outcome.kind}`);
  }
}
