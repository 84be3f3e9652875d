/** Who is told of a scenario, and with which card: both asked when the message leaves, so a right taken away counts. */
import type { Card } from '../../core/card.ts';
import type { Job } from '../../core/feature.ts';
import { type Notice, type NoticeKind, noticeOperation } from '../../core/notice.ts';
import { placeOf } from '../../core/place.ts';
import type { Turn } from '../../core/turn.ts';
import { listCard } from './cards/list.card.ts';
import { loadScenario } from './edit-documents.ts';
import {
  approversOf,
  openUseNotice,
  owner,
  retiredNotice,
  reviewNotice,
  stateNotice,
  usersOf,
  versionNotice,
} from './edit-plan.ts';
import { shownText, stateWord } from './edit-view.ts';
import type { LifeDesk } from './life-desk.ts';
import { scenario } from './model.ts';
import { type Before, before } from './scenario-before.ts';
import { markedForCheck } from './scenario-changes.ts';
import { dueJob, systemAudit } from './scenario-events.ts';
import { lateNotice } from './scenario-late.ts';
import { hasLeft } from './scenario-look.ts';
import { isDue, isLive } from './scenario-rules.ts';
import { latestUsers, lateUsers, newVersionUsers } from './scenario-told.ts';
import { visible } from './sight.ts';

export const lifeNotices = (desk: LifeDesk): NoticeKind[] => [
  {
    kind: reviewNotice,
    lane: 'work',
    recipients: async (turn, notice) => workers(desk, turn, notice),
    card: (turn, notice) => workCard(desk, turn, notice),
  },
  {
    kind: stateNotice,
    lane: 'answers',
    recipients: async (_, { audience }) => [audience],
    card: (turn, { subject }) => stateCard(desk, turn, subject),
  },
  {
    kind: versionNotice,
    lane: 'answers',
    recipients: async ({ store }, { subject, audience, occurrence }) => {
      const bad = audience.startsWith(usersOf) ? Number(audience.slice(usersOf.length)) : undefined;
      return newVersionUsers(store, subject, Number(occurrence), bad);
    },
    card: (turn, notice) => versionCard(desk, turn, notice),
  },
  {
    kind: retiredNotice,
    lane: 'answers',
    recipients: async ({ store, now }, { subject }) => lateUsers(store, subject, now),
    card: (turn, { subject }) => retiredCard(desk, turn, subject),
  },
  {
    kind: openUseNotice,
    lane: 'answers',
    recipients: async (turn, { subject }) => openUsers(desk, turn, subject),
    card: (turn, { subject }) => openUseCard(desk, turn, subject),
  },
  lateNotice(desk),
];

async function openUsers({ life }: LifeDesk, turn: Turn, subject: string): Promise<string[]> {
  const users = await latestUsers(turn.store, subject, turn.now);
  const open = await Promise.all(users.map((personId) => life.hasOpenUse(turn, personId, subject)));
  return users.filter((_, at) => open[at]);
}

/** Where it stands now: of a hold that was released at once only the release is told. */
async function openUseCard(desk: LifeDesk, turn: Turn, subject: string): Promise<Card | undefined> {
  const at = await before(desk, turn, subject);
  if (!at?.actor.seesLive) return undefined;
  const { words } = turn;
  const { head, live } = at.loaded;
  const heading = words('edit.news.heading', { title: live?.text.title ?? '' });
  const text = head.hold ? words('edit.news.held', { reason: head.hold.reason }) : words('edit.news.released');
  return desk.life.noteCard(turn, { heading, text });
}

async function workers(
  desk: LifeDesk,
  turn: Turn,
  { subject, audience }: Required<Notice>,
): Promise<readonly string[]> {
  const at = await before(desk, turn, subject);
  if (!at) return [];
  const { head } = at.loaded;
  if (audience !== owner) return head.draftState === 'inReview' ? approversOf(at) : [];
  const known = head.ownerId ?? at.workflow.ownerId;
  const isThere = known !== undefined && !(await hasLeft(turn.store, known));
  return isThere ? [known] : desk.life.holders(turn, ['owner'], at.workflow.departmentId);
}

/** Nobody is sent what they have no more to do with. */
async function workCard(
  desk: LifeDesk,
  turn: Turn,
  { subject, audience }: Required<Notice>,
): Promise<Card | undefined> {
  const at = await before(desk, turn, subject);
  if (!at?.actor.isReader) return undefined;
  const { head } = at.loaded;
  const isNews = audience === owner ? head.state === 'draft' || isDue(head, turn.now) : head.draftState === 'inReview';
  return isNews ? noteOf(at) : undefined;
}

async function stateCard(desk: LifeDesk, turn: Turn, subject: string): Promise<Card | undefined> {
  const at = await before(desk, turn, subject);
  return at && (at.actor.isReader || at.actor.seesLive) ? noteOf(at) : undefined;
}

/** One plain card: which scenario, where it stands, and where to go on. */
export function noteOf(at: Before): Card {
  const { turn, desk, loaded } = at;
  const { words } = turn;
  const back = loaded.head.sentBack;
  const said = back && at.actor.isReader ? back.reason : loaded.head.hold?.reason;
  const reason = said ? ` ${words('edit.news.reason', { reason: said })}` : '';
  const title = shownText(at)?.title || words('edit.untitled');
  const text = words('edit.news.text', { state: `${stateWord(at)}.${reason}` });
  return desk.life.noteCard(turn, { heading: words('edit.news.heading', { title }), text });
}

/** Of the version that is live now; one that a newer one has taken the place of is not told any more. */
async function versionCard(desk: LifeDesk, turn: Turn, { subject, occurrence }: Required<Notice>) {
  const loaded = await loadScenario(turn.store, subject);
  const scene = await desk.shelf.scene(turn);
  const entry = visible(scene, subject);
  if (!entry || !loaded?.live || String(loaded.head.liveVersion) !== occurrence) return undefined;
  const { title, changeNote = '' } = loaded.live.text;
  return listed(turn, 'edit.news.newVersion', [{ scenarioId: subject, title, text: changeNote }]);
}

async function retiredCard(desk: LifeDesk, turn: Turn, subject: string) {
  const at = await before(desk, turn, subject);
  const retired = at?.loaded.head.state === 'retired' ? at.loaded.head.retired : undefined;
  if (!at || !retired || !at.actor.seesLive) return undefined;
  const { words } = turn;
  const title = shownText(at)?.title ?? '';
  const other = visible(at.scene, retired.replacementId ?? '');
  const items = other ? [{ scenarioId: other.id, title: other.contract.title, text: words('edit.news.instead') }] : [];
  return listed(turn, 'edit.news.retired', items, words('edit.news.retiredNote', { title, reason: retired.reason }));
}

function listed(
  turn: Turn,
  key: string,
  items: { scenarioId: string; title: string; text: string }[],
  note = '',
): Card {
  const heading = turn.words(key);
  return listCard.render({ summary: heading, heading, hasNote: note !== '', note, items }, turn.words, placeOf(turn));
}

/** Its date has come: the owner is told, and it waits for a check. Done once, whoever else looks at it. */
export const dueJobOf: Job = {
  name: dueJob,
  async run(turn, { subject, facts }) {
    const found = await turn.store.get('scenario', subject);
    const head = found && scenario.parse(found.body);
    if (!head || head.deletedAt || !isLive(head) || head.state !== 'published' || head.reviewDue !== facts.reviewDue)
      return [];
    const after = markedForCheck(head, { kind: 'age', at: turn.now.toISOString() }, turn.now);
    return [
      { op: 'replace', kind: 'scenario', id: subject, version: found.version, body: after },
      systemAudit(turn, subject, head, after),
      noticeOperation(turn.now, {
        ...{ kind: reviewNotice, subject, audience: owner, occurrence: `age/${facts.reviewDue ?? ''}` },
      }),
    ];
  },
};
