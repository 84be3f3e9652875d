/** What a reader may do to a scenario now, as buttons with the fields that each asks for. */
import type { ActionField, ItemAction } from '../../core/work-item.ts';
import type { Before } from './scenario-before.ts';
import { type EventName, eventNames, refusalOf } from './scenario-rules.ts';

/** In the order of the buttons. */
const offered = eventNames.filter((name): name is Exclude<EventName, 'saveDraft'> => name !== 'saveDraft');
const primary: readonly EventName[] = ['publish', 'approve', 'submit', 'confirm', 'startEdit'];
const danger: readonly EventName[] = ['retire', 'dropDraft', 'hold'];
const plain: readonly EventName[] = ['startEdit', 'restore', 'dropDraft', 'confirm', 'release'];

/** `isSmall`: the draft changes the wording alone. */
export function actionsOf(at: Before, isSmall: boolean): ItemAction[] {
  const names = offered.filter((name) => isOffered(at, name, isSmall));
  const main = primary.find((name) => names.some((each) => each === name));
  return names.map((event) => ({
    event,
    label: at.turn.words(`edit.action.${event}`),
    look: event === main ? 'primary' : danger.some((name) => name === event) ? 'danger' : 'normal',
    fields: fieldsOf(at, event),
    hasPreview: !plain.includes(event),
  }));
}

export const may = ({ loaded, actor, turn }: Before, event: EventName): boolean =>
  refusalOf(loaded.head, event, actor, turn.now) === undefined;

function isOffered(at: Before, event: EventName, isSmall: boolean): boolean {
  if (!may(at, event)) return false;
  if (event === 'smallFix') return isSmall;
  // Who may let it go live in one press need not send it to themselves first.
  return event !== 'submit' || !may(at, 'publish');
}

function fieldsOf(at: Before, event: EventName): ActionField[] {
  const { words } = at.turn;
  const reason = (max: number): ActionField => ({
    ...{ name: 'reason', label: words('field.reason'), kind: 'longText', required: true, max },
    help: words(`edit.help.${event === 'sendBack' ? 'sendBack' : event === 'hold' ? 'hold' : 'retire'}`),
  });
  switch (event) {
    case 'submit':
    case 'publish':
    case 'smallFix':
      return noteField(at);
    case 'sendBack':
      return [reason(600)];
    case 'hold':
      return [reason(240)];
    case 'retire':
      return [reason(240), replacementField(at)];
    case 'rollBack':
      return [versionField(at)];
    default:
      return [];
  }
}

/** Needed from the second version on; the form may hold it already. */
function noteField({ turn, loaded }: Before): ActionField[] {
  const { words } = turn;
  const version = loaded.head.draftVersion ?? 1;
  if (version < 2) return [];
  const value = loaded.draft?.text.changeNote;
  const label = words('field.changeNote');
  const field = { name: 'changeNote', label, kind: 'text', required: true, max: 240 } as const;
  return [{ ...field, help: words('edit.help.changeNote'), ...(value ? { value } : {}) }];
}

function replacementField({ turn, scene, loaded }: Before): ActionField {
  const live = [...scene.book.entries.values()].filter(({ id, head }) => id !== loaded.id && head.state !== 'retired');
  const options = live
    .map(({ id, contract }) => ({ id, title: contract.title }))
    .toSorted((a, b) => a.title.localeCompare(b.title));
  const label = turn.words('field.replacementId');
  return { name: 'replacementId', label, kind: 'choice', required: false, options };
}

function versionField({ turn, loaded }: Before): ActionField {
  const options = loaded.earlier.map(({ text }) => ({
    id: String(text.version),
    title: turn.words('edit.version', { version: text.version }),
    ...(text.changeNote ? { text: text.changeNote } : {}),
  }));
  return { name: 'version', label: turn.words('field.version'), kind: 'choice', required: true, options };
}
