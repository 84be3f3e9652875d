/** Who is told of a workflow, and with which card: both asked when the message leaves, so a right taken away counts. */
import type { Card } from '../../core/card.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { type Notice, type NoticeKind, noticeOperation } from '../../core/notice.ts';
import { placeOf } from '../../core/place.ts';
import type { Turn } from '../../core/turn.ts';
import { completes } from '../../core/two-hands.ts';
import { signCard } from './cards/sign.card.ts';
import { headsThat } from './edit-documents.ts';
import type { LifeDesk } from './life-desk.ts';
import { lateUsers } from './scenario-told.ts';
import { type AtWorkflow, atWorkflow } from './workflow-before.ts';

export const stepNotice = 'workflowStep';
export const signNotice = 'workflowSign';
export const workflowRetired = 'workflowRetired';

export const tellings = ['create', 'widen', 'narrow', 'reopen', 'retiredAgain'] as const;
type Telling = (typeof tellings)[number];

/** The messages that an event plans, in the batch of the event: they wait for quiet hours, but no card of the day stands for them. */
export function toldOf({ now }: Pick<Turn, 'now'>, subject: string, name: string): WriteOperation[] {
  const tell = (kind: string, more: Partial<Notice> = {}) =>
    noticeOperation(now, { kind, subject, isUrgent: true, ...more });
  if (name === 'sign') return [tell(signNotice)];
  if (name === 'retire') return [tell(workflowRetired, { occurrence: now.toISOString() })];
  return tellings.some((telling) => telling === name) ? [tell(stepNotice, { audience: name })] : [];
}

/** To past users of what was retired and is here again. */
const back = 'back';
const instead: Readonly<Partial<Record<string, Telling | 'sign'>>> = {
  ...{ widen: 'narrow', narrow: 'widen', reopen: 'retiredAgain', unsign: 'sign' },
};

/** Who was told of an event hears how it stands once it is taken back. */
export function toldBack(turn: Pick<Turn, 'now'>, subject: string, event: string): WriteOperation[] {
  const occurrence = `${back}/${turn.now.toISOString()}`;
  if (event === 'retire')
    return [noticeOperation(turn.now, { kind: workflowRetired, subject, audience: back, isUrgent: true, occurrence })];
  const name = instead[event];
  return name ? toldOf(turn, subject, name) : [];
}

export const workflowNotices = (desk: LifeDesk): NoticeKind[] => [
  {
    kind: stepNotice,
    lane: 'work',
    recipients: (turn, notice) => hearers(desk, turn, notice),
    card: (turn, notice) => stepCard(desk, turn, notice),
  },
  {
    kind: signNotice,
    lane: 'work',
    recipients: (turn, { subject }) => signers(desk, turn, subject),
    async card(turn, { subject }) {
      const at = await atWorkflow(desk, turn, subject);
      return at && maySign(at) ? signing(at) : undefined;
    },
  },
  {
    kind: workflowRetired,
    lane: 'answers',
    recipients: ({ store, now }, { subject }) => pastUsers(store, subject, now),
    card: (turn, { subject, audience }) =>
      audience === back ? backCard(desk, turn, subject) : retiredCard(desk, turn, subject),
  },
];

const telling = ({ audience }: Required<Notice>): Telling | undefined => tellings.find((name) => name === audience);

async function hearers(desk: LifeDesk, turn: Turn, notice: Required<Notice>): Promise<readonly string[]> {
  const at = await atWorkflow(desk, turn, notice.subject);
  const name = telling(notice);
  if (!at || !name) return [];
  const { ownerId, hrLeadId, departmentId } = at.loaded.workflow;
  const leads = hrLeadId ? [hrLeadId] : await desk.life.holders(turn, ['hrLead'], departmentId);
  if (name === 'create' || name === 'reopen' || name === 'retiredAgain') return leads;
  const hosts = await desk.life.hosts(turn, departmentId);
  return [...new Set([...hosts, ...leads, ...(ownerId ? [ownerId] : [])])];
}

/** Only while it is still as far as the message says. */
const stageAfter = {
  ...({ create: 'candidate', reopen: 'candidate', widen: 'scaled', narrow: 'proven' } as const),
  retiredAgain: 'retired',
} as const;

async function stepCard(desk: LifeDesk, turn: Turn, notice: Required<Notice>): Promise<Card | undefined> {
  const at = await atWorkflow(desk, turn, notice.subject);
  const name = telling(notice);
  if (!at || !name || at.loaded.workflow.stage !== stageAfter[name]) return undefined;
  const { words } = turn;
  const values = { name: at.loaded.workflow.name };
  const heading = words(`workflow.told.${name}`, values);
  return desk.life.noteCard(turn, { heading, text: words(`workflow.toldText.${name}`, values) });
}

async function signers(desk: LifeDesk, turn: Turn, subject: string): Promise<readonly string[]> {
  const loaded = (await atWorkflow(desk, turn, subject))?.loaded;
  if (!loaded?.workflow.signing) return [];
  const { signing: signed, ownerId, hrLeadId, departmentId } = loaded.workflow;
  const known = signed.as.includes('owner') ? hrLeadId : ownerId;
  if (known && known !== signed.by) return [known];
  const all = await desk.life.holders(turn, ['owner', 'hrLead'], departmentId);
  return all.filter((id) => id !== signed.by);
}

const maySign = ({ loaded, actor }: AtWorkflow): boolean =>
  loaded.workflow.signing !== undefined && completes(loaded.workflow.signing, actor);

/** The Confirm card of the other one of the two. */
async function signing({ desk, turn, loaded }: AtWorkflow): Promise<Card> {
  const { words } = turn;
  const { name, signing: signed } = loaded.workflow;
  const by = await desk.life.nameOf(turn, signed?.by ?? '');
  const heading = words('workflow.sign.heading', { name });
  const data = { summary: heading, heading, text: words('workflow.sign.text', { by, name }), workflowId: loaded.id };
  return signCard.render(data, words, placeOf(turn));
}

/** Everybody who used something of it lately, each once. */
async function pastUsers(store: Turn['store'], subject: string, now: Date): Promise<readonly string[]> {
  const heads = await headsThat(store, ({ workflowId }) => workflowId === subject);
  return [...new Set((await Promise.all(heads.map(({ id }) => lateUsers(store, id, now)))).flat())];
}

async function retiredCard(desk: LifeDesk, turn: Turn, subject: string): Promise<Card | undefined> {
  const at = await atWorkflow(desk, turn, subject);
  const { name = '', retired } = at?.loaded.workflow ?? {};
  if (!at || !retired) return undefined;
  const { words } = turn;
  const other = at.scene.book.workflows.get(retired.replacementId ?? '');
  const instead = other ? ` ${words('workflow.retired.instead', { name: other.name })}` : '';
  const text = `${words('workflow.retired.text', { reason: retired.reason })}${instead}`;
  return desk.life.noteCard(turn, { heading: words('workflow.retired.heading', { name }), text });
}

async function backCard(desk: LifeDesk, turn: Turn, subject: string): Promise<Card | undefined> {
  const at = await atWorkflow(desk, turn, subject);
  if (!at || at.loaded.workflow.stage === 'retired') return undefined;
  const { words } = turn;
  const heading = words('workflow.back.heading', { name: at.loaded.workflow.name });
  return desk.life.noteCard(turn, { heading, text: words('workflow.back.text') });
}
