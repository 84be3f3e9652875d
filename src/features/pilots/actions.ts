/** What a reader may do to a pilot now, as buttons with the fields that each asks for. People are added and taken out in their list. */
import { completes } from '../../core/two-hands.ts';
import type { ActionField, ItemAction } from '../../core/work-item.ts';
import { toAsk, toExtend, toStart } from './bounds.ts';
import { isAsked, isJoined } from './documents.ts';
import { isHeldBySignature, isOpenFor, mayDo, type PilotEventName } from './events.ts';
import type { AtPilot, PilotKnown } from './facts.ts';

/** `addBefore` is no event of the pilot: a run without AI that somebody tells. */
export const buttons = [
  ...(['join', 'decline', 'confirm', 'sendBack', 'openBaseline', 'start'] as const),
  ...(['decideScale', 'decideExtend', 'decideStop', 'addBefore', 'end', 'leave', 'cancel'] as const),
] as const;
type Button = (typeof buttons)[number];

const primary: readonly Button[] = ['join', 'confirm', 'openBaseline', 'start', 'decideScale'];
/** Nothing is typed for them, and they cannot be taken back. */
const asksFirst: readonly Button[] = ['cancel', 'leave'];
const danger: readonly Button[] = ['cancel', 'leave', 'decideStop', 'end'];

export const actionsOf = (at: AtPilot, known: PilotKnown): ItemAction[] =>
  buttons
    .filter((name) => isOffered(at, name))
    .map((event) => ({
      ...{
        event,
        label: at.turn.words(`pilot.action.${event}`),
        fields: fieldsOf(at, known, event),
        hasPreview: false,
      },
      ...(asksFirst.includes(event) ? { asksFirst: true as const } : {}),
      look: primary.includes(event) ? 'primary' : danger.includes(event) ? 'danger' : 'normal',
    }));

function isOffered({ loaded, actor }: AtPilot, name: Button): boolean {
  const { pilot } = loaded;
  if (name === 'addBefore') return mayTell(pilot, actor.personId);
  if (!may({ loaded, actor }, name)) return false;
  return name !== 'confirm' || (pilot.signing !== undefined && completes(pilot.signing, actor));
}

export const may = ({ loaded, actor }: Pick<AtPilot, 'loaded' | 'actor'>, name: PilotEventName): boolean =>
  mayDo(loaded.pilot, name, actor) && isOpenFor(loaded.pilot, name) && !isHeldBySignature(loaded.pilot, name);

/** A run without AI: told until it starts, by those who are in it. */
export const mayTell = ({ state, roster }: AtPilot['loaded']['pilot'], personId: string): boolean =>
  state === 'baseline' && roster.some((place) => place.personId === personId && isJoined(place));

export const isAskedOne = ({ loaded, actor }: AtPilot): boolean =>
  loaded.pilot.roster.some((place) => place.personId === actor.personId && isAsked(place));

function fieldsOf(at: AtPilot, { facts, isBelow }: PilotKnown, event: Button): ActionField[] {
  const { words } = at.turn;
  const { pilot } = at.loaded;
  const text = (name: string, required: boolean, max: number): ActionField => ({
    ...{ name, label: words(`pilot.field.${name}`), kind: 'longText', required, max },
  });
  /** Only where something is passed by it. */
  const reason = (soft: readonly unknown[]): ActionField[] => (soft.length > 0 ? [text('reason', true, 240)] : []);
  switch (event) {
    case 'join':
    case 'addBefore':
      return before(at, event === 'addBefore');
    case 'openBaseline':
      return reason(toAsk(pilot, facts).soft);
    case 'start':
      return reason(toStart(pilot, facts).soft);
    case 'sendBack':
    case 'end':
      return [text('reason', true, 240)];
    case 'decideScale':
      return [text('why', isBelow, 800)];
    case 'decideExtend':
      return [weeksField(at), text('why', isBelow, 800), ...reason(toExtend(pilot).soft)];
    case 'decideStop':
      return [text('why', true, 800), text('lessons', true, 800), retireField(at)];
    case 'decline':
    case 'confirm':
    case 'leave':
    case 'cancel':
      return [];
  }
}

const before = ({ turn: { words } }: AtPilot, required: boolean): ActionField[] => [
  {
    name: 'minutes',
    label: words('pilot.field.minutes'),
    kind: 'text',
    required,
    max: 5,
    help: words('pilot.field.last'),
  },
  { name: 'ranOn', label: words('pilot.field.ranOn'), kind: 'date', required },
];

const weekChoices = [1, 2, 3, 4];

const weeksField = ({ turn: { words } }: AtPilot): ActionField => ({
  ...{ name: 'weeks', label: words('pilot.field.weeks'), kind: 'choice', required: true, value: '2' },
  options: weekChoices.map((weeks) => ({ id: String(weeks), title: words('pilot.moreWeeks', { weeks }) })),
});

const retireField = ({ turn: { words } }: AtPilot): ActionField => ({
  ...{ name: 'retire', label: words('pilot.field.retire'), kind: 'switch', required: false },
});
