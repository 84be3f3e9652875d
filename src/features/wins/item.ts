/** A win as an item to act on, in the words of `core/work-item.ts`. */
import { historyOf } from '../../core/history.ts';
import type { Turn } from '../../core/turn.ts';
import type { ActionField, ItemAction, WorkItem } from '../../core/work-item.ts';
import type { WinDeps } from './desk.ts';
import { asksOf } from './documents.ts';
import { asksLine, basisOf, minutesOf } from './lines.ts';
import { maxStory } from './model.ts';
import { type EventName, fits, mayAct, mayWrite } from './rules.ts';
import type { Before } from './write.ts';

const tones = { draft: 'info', shared: 'good', withdrawn: 'neutral' } as const;

export async function itemOf(desk: WinDeps, turn: Turn, at: Before, note?: string): Promise<WorkItem> {
  const { loaded, subject } = at;
  const { words, who } = turn;
  const { id, win } = loaded;
  const asks = asksLine(turn, await asksOf(turn.store, id));
  const title = words('win.title', { scenario: subject.title });
  const isInside = win.authorId === who.personId || mayWrite(who, subject);
  return {
    ...{ kind: 'wins', id, title, heading: title, about: minutesOf(turn, win) },
    status: { word: words(`win.state.${win.state}`), tone: tones[win.state] },
    ...{ createdAt: win.createdAt, isLate: false, isUrgent: false, people: 0, bulk: [] },
    sections: [
      { kind: 'quote', text: win.story },
      { kind: 'text', heading: minutesOf(turn, win), text: [basisOf(turn, win), asks].filter(Boolean).join('\n') },
      { kind: 'links', links: [{ title: subject.title, text: '', path: `/playbook/s/${subject.id}` }] },
    ],
    actions: await actionsOf(desk, turn, at),
    history: isInside ? await historyOf(turn, id, { nameOf: (personId) => desk.nameOf(turn, personId) }) : [],
    ...(note ? { note } : {}),
  };
}

async function actionsOf(desk: WinDeps, turn: Turn, { loaded: { win }, subject }: Before): Promise<ItemAction[]> {
  const { words, who } = turn;
  const may = (name: EventName): boolean => fits(win, name) && mayAct(who, win, name, subject);
  const one = (event: EventName, look: ItemAction['look'], fields: ActionField[]): ItemAction[] =>
    may(event) ? [{ event, label: words(`win.action.${event}`), look, fields, hasPreview: false }] : [];
  const places = may('share') && subject.isForAll ? await placesOf(desk, turn, win.communityIds) : [];
  const isNew = win.state === 'draft';
  const story = { name: 'story', label: words('win.story'), kind: 'longText', required: true, max: maxStory } as const;
  return [
    ...(isNew || places.length > 0
      ? one('share', 'primary', places.length > 0 ? [placeField(turn, places, isNew)] : [])
      : []),
    ...one('edit', 'normal', [{ ...story, value: win.story }]),
    ...one('withdraw', 'danger', []),
  ];
}

const placeField = ({ words }: Turn, options: ActionField['options'], isNew: boolean): ActionField => ({
  name: 'communityId',
  label: words('win.community'),
  help: words('win.communityHelp'),
  ...{ kind: 'choice', required: !isNew, ...(options ? { options } : {}) },
});

/** Communities of theirs with a channel, where its card does not stand yet. */
async function placesOf({ communities }: WinDeps, turn: Turn, there: readonly string[]) {
  const mine = (await communities.all(turn)).filter(
    ({ id, isActive, isMember, addresses }) => isActive && isMember && addresses.length > 0 && !there.includes(id),
  );
  return mine.map(({ id, name }) => ({ id, title: name }));
}
