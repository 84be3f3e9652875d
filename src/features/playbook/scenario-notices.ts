/** Who is told of a scenario, and with which card: both asked when the message leaves, so a right taken away counts. */
import type { Card } from '../../core/card.ts';
import { dayNews, newsFor } from '../../core/day-news.ts';
import type { Job } from '../../core/feature.ts';
import { type Notice, type NoticeKind, noticeOperation } from '../../core/notice.ts';
import type { Turn } from '../../core/turn.ts';
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
import { newsCard } from './scenario-news.ts';
import { isDue, isLive } from './scenario-rules.ts';
import { latestUsers, lateUsers, newVersionUsers } from './scenario-told.ts';

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
    lane: 'dayNews',
    recipients: async ({ store }, { subject, audience, occurrence }) => {
      const bad = audience.startsWith(usersOf) ? Number(audience.slice(usersOf.length)) : undefined;
      return newVersionUsers(store, subject, Number(occurrence), bad);
    },
    card: (turn, notice) => newsCard(desk, turn, [notice]),
  },
  {
    kind: retiredNotice,
    lane: 'dayNews',
    recipients: async ({ store, now }, { subject }) => lateUsers(store, subject, now),
    card: (turn, notice) => newsCard(desk, turn, [notice]),
  },
  {
    kind: openUseNotice,
    lane: 'answers',
    recipients: async (turn, { subject }) => openUsers(desk, turn, subject),
    card: (turn, { subject }) => openUseCard(desk, turn, subject),
  },
  {
    // Pace and switches were kept by the news that it stands for.
    kind: dayNews,
    lane: 'always',
    recipients: async (_, { subject }) => [subject],
    card: async (turn, { occurrence }) => newsCard(desk, turn, await newsFor(turn, occurrence)),
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
