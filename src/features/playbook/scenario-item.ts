/** A scenario as a line of the review list and as an item to act on, in the words of `core/work-item.ts`. */
import { readableDate } from '../../core/time.ts';
import type { Section, WorkItem, WorkLine } from '../../core/work-item.ts';
import { draftDifference, isSmallFix, missingOf, shownText, stateWord } from './edit-view.ts';
import { actionsOf, may } from './scenario-actions.ts';
import type { Before } from './scenario-before.ts';
import { checkDue } from './scenario-changes.ts';
import { historyOf } from './scenario-history.ts';
import { checkReasonsOf, isDue } from './scenario-rules.ts';

export const queueKind = 'scenarios';

/** When what waits is due: a draft that is looked at, else a check. */
export function dueOf({ loaded, turn }: Pick<Before, 'loaded' | 'turn'>): string | undefined {
  const { head } = loaded;
  if (head.draftState === 'inReview') return head.submitted?.dueAt;
  return isDue(head, turn.now) ? checkDue(head, turn.now) : undefined;
}

/** Since when it waits. */
const beganAt = ({ loaded, turn }: Before): string => {
  const { head } = loaded;
  const reasons = isDue(head, turn.now) ? checkReasonsOf(head, turn.now).map(({ at }) => at) : [];
  return head.submitted?.at ?? reasons.toSorted()[0] ?? head.createdAt;
};

export function lineOf(at: Before): WorkLine {
  const { turn, loaded, workflow } = at;
  const { words, now } = turn;
  const dueAt = dueOf(at);
  const isByAge = checkReasonsOf(loaded.head, now).every(({ kind }) => kind === 'age');
  return {
    ...{ kind: queueKind, id: loaded.id, title: shownText(at)?.title || words('edit.untitled') },
    about: words('edit.about', { workflow: workflow.name, step: loaded.head.stepOrder, steps: workflow.steps.length }),
    status: { word: statusWord(at), tone: toneOf(at) },
    ...{
      createdAt: beganAt(at),
      ...(dueAt ? { dueAt } : {}),
      isLate: dueAt !== undefined && dueAt < now.toISOString(),
    },
    ...{ isUrgent: false, people: 1, version: loaded.version },
    bulk: may(at, 'confirm') && isByAge ? [{ event: 'confirm', label: words('edit.action.confirm') }] : [],
    ...pressOf(at, isByAge),
    ...(isDue(loaded.head, now) && loaded.head.draftState === 'draft' ? { isBegun: true as const } : {}),
  };
}

/** By its date alone: it may still be right. Unused: there may be no hurry. For another reason its text is looked at. */
function pressOf(at: Before, isByAge: boolean): Pick<WorkLine, 'press'> {
  const { words, now } = at.turn;
  const { head } = at.loaded;
  const one = (event: string, label: string) => ({ press: { event, label: words(label) } });
  if (isNudged(at)) return one('nudge', 'edit.nudge');
  if (!may(at, 'confirm') || head.draftState === 'inReview') return {};
  if (isByAge) return one('confirm', 'edit.action.confirm');
  if (checkReasonsOf(head, now).every(({ kind }) => kind === 'unused' || kind === 'age'))
    return one('snooze', 'week.notNow');
  return may(at, 'startEdit') ? one('startEdit', 'edit.makeDraft') : {};
}

/** The owner's own text, which somebody else has not looked at in time. */
export function isNudged(at: Before): boolean {
  const { head } = at.loaded;
  const isLate = head.draftState === 'inReview' && (head.submitted?.dueAt ?? '9') < at.turn.now.toISOString();
  return isLate && at.actor.isOwner && !may(at, 'approve');
}

const statusWord = (at: Before): string =>
  at.loaded.head.state === 'published' && isDue(at.loaded.head, at.turn.now)
    ? at.turn.words('edit.state.dueForReview')
    : stateWord(at);

function toneOf({ loaded, turn }: Before): WorkLine['status']['tone'] {
  const { head } = loaded;
  if (head.state === 'retired') return 'neutral';
  if (head.hold) return 'danger';
  if (isDue(head, turn.now)) return 'warning';
  if (head.draftState === 'inReview') return 'info';
  return head.state === 'published' ? 'good' : 'neutral';
}

export async function itemOf(at: Before, note = ''): Promise<WorkItem> {
  const { version: _, ...line } = lineOf(at);
  return {
    ...line,
    heading: line.title,
    sections: await sectionsOf(at),
    actions: actionsOf(at, isSmallFix(at)),
    history: await historyOf(at),
    ...(note ? { note } : {}),
  };
}

async function sectionsOf(at: Before): Promise<Section[]> {
  const { turn, loaded } = at;
  const { words } = turn;
  const text = shownText(at);
  const lines = (heading: string, list: readonly string[]): Section[] =>
    list.length > 0 ? [{ kind: 'list', heading: words(heading), lines: [...list] }] : [];
  return [
    ...lines('edit.section.reasons', reasonLines(at)),
    ...(loaded.head.sentBack ? [sentBackSection(at, loaded.head.sentBack)] : []),
    { kind: 'facts', facts: await factsIn(at) },
    ...(loaded.draft?.text.changeNote
      ? [{ kind: 'quote' as const, heading: words('field.changeNote'), text: loaded.draft.text.changeNote }]
      : []),
    ...(text?.helpsYou ? [{ kind: 'text' as const, heading: words('field.helpsYou'), text: text.helpsYou }] : []),
    ...lines('edit.section.difference', differenceLines(at)),
    ...lines(
      'edit.section.missing',
      missingOf(at).map(({ message }) => message),
    ),
    linksSection(at),
  ];
}

function reasonLines({ loaded, turn }: Before): string[] {
  const { words, now } = turn;
  const { head } = loaded;
  const due = isDue(head, now) ? checkReasonsOf(head, now) : [];
  return [
    ...(head.hold ? [words('scenario.held', { reason: head.hold.reason })] : []),
    ...due.map(({ kind, at }) => words(`edit.reason.${kind}`, { date: readableDate(at, words.language) })),
    ...(head.retired && head.state === 'retired'
      ? [words('scenario.retiredAlone', { reason: head.retired.reason })]
      : []),
  ];
}

function sentBackSection(
  { turn }: Before,
  { reason, fields }: { reason: string; fields: readonly { text: string }[] },
): Section {
  return {
    kind: 'list',
    heading: turn.words('edit.section.sentBack'),
    lines: [reason, ...fields.map(({ text }) => text)],
  };
}

const differenceLines = (at: Before): string[] =>
  draftDifference(at).map(({ label, kind, before, after }) =>
    at.turn.words(`edit.difference.${kind}`, { label, before: short(before), after: short(after) }),
  );

const shown = 160;
const short = (text: string): string => {
  const line = text.replaceAll('\n', ' · ');
  return line.length > shown ? `${line.slice(0, shown - 1).toWellFormed()}…` : line;
};

async function factsIn({ desk, turn, scene, loaded }: Before): Promise<{ label: string; value: string }[]> {
  const { words } = turn;
  const { head, draft, live } = loaded;
  const text = (draft ?? live)?.text;
  const name = (id: string | undefined) => (id ? desk.life.nameOf(turn, id) : Promise.resolve(''));
  const roles = (text?.roleIds ?? []).map((id) => scene.book.roles.get(id)?.name ?? '');
  const tools = (text?.toolIds ?? []).map((id) => scene.rulebook.tool(id)?.name ?? '');
  const facts = [
    ['field.roleIds', roles.join(', ')],
    ['field.toolIds', tools.join(', ')],
    ['field.dataClassId', scene.rulebook.dataClass(text?.dataClassId ?? '')?.name ?? ''],
    ['field.ownerId', await name(head.ownerId)],
    ['field.reviewerId', await name(head.reviewerId)],
    ['edit.fact.sentBy', await name(head.submitted?.by)],
    ['edit.fact.nextCheck', head.reviewDue ? readableDate(head.reviewDue, words.language) : ''],
  ] as const;
  return facts.flatMap(([label, value]) => (value === '' ? [] : [{ label: words(label), value }]));
}

function linksSection({ turn, loaded }: Before): Section {
  const { words } = turn;
  const { id, head, draft } = loaded;
  const links = [
    ...(head.liveVersion === undefined
      ? []
      : [{ title: words('edit.link.live'), text: '', path: `/playbook/s/${id}` }]),
    ...(draft ? [{ title: words('edit.link.draft'), text: '', path: `/playbook/s/${id}/edit` }] : []),
    { title: words('edit.link.versions'), text: '', path: `/playbook/s/${id}/versions` },
  ];
  return { kind: 'links', links };
}
