/** What time does to a flag: soon due, late, no reply, closed after a week (product 6.4, 7.6). Never answered by time. */
import type { WriteOperation } from '../../core/documents.ts';
import { findAll } from '../../core/documents.ts';
import { type DueItem, dueOperation } from '../../core/due-item.ts';
import type { Job } from '../../core/feature.ts';
import { newId } from '../../core/ids.ts';
import { noticeOperation } from '../../core/notice.ts';
import type { Turn } from '../../core/turn.ts';
import { afterWorkingDays, movedDue } from '../../core/working-time.ts';
import { changeOperations, guardOfFlag, type Loaded, loadFlag } from './documents.ts';
import type { Flag } from './model.ts';

const dayMs = 86_400_000;
const waitDays = 7;
const sealDays = 30;
/** Part of the time after which its assignee hears that it is due soon. */
const soon = 0.8;
/** An item that nobody could look at for so long says nothing any more. */
const usefulDays = 60;

const running: readonly Flag['state'][] = ['open', 'assigned', 'needsDecision'];

/** Plans what the flag's new state waits for; nothing where it is over. */
export function clockOperations(now: Date, id: string, flag: Flag, zone: string, before?: Flag): WriteOperation[] {
  const plan = (job: string, at: Date, facts: Record<string, string>) => planned(job, id, at, facts, newId());
  if (running.includes(flag.state) && flag.dueAt !== before?.dueAt) {
    const at = now.getTime() + (Date.parse(flag.dueAt) - now.getTime()) * soon;
    return [plan('flagDue', new Date(at), { dueAt: flag.dueAt, step: 'soon', zone })];
  }
  if (flag.state === before?.state) return [];
  if (flag.state === 'waiting')
    return [plan('flagNoReply', later(now, waitDays), { stopped: flag.clockStoppedAt ?? '' })];
  if (flag.state === 'answered')
    return [plan('flagClose', later(now, waitDays), { answeredAt: flag.answeredAt ?? '' })];
  if (['closed', 'withdrawn'].includes(flag.state) && flag.anonymous)
    return [plan('flagUnseal', later(now, sealDays), {})];
  return [];
}

const later = (now: Date, days: number): Date => new Date(now.getTime() + days * dayMs);

const planned = (job: string, subject: string, at: Date, facts: Record<string, string>, occurrence: string) =>
  dueOperation({ job, subject, occurrence, facts, at, usefulUntil: later(at, usefulDays) });

export const flagJobs: readonly Job[] = [
  { name: 'flagDue', run: comesDue },
  { name: 'flagNoReply', run: noReply },
  { name: 'flagClose', run: closes },
  { name: 'flagUnseal', run: unseals },
];

/** Soon due, then late, then every second working day; from one working day late the HR lead hears of it too. */
async function comesDue(turn: Turn, { subject, facts, dueAt: occurrence }: DueItem): Promise<WriteOperation[]> {
  const found = await loadFlag(turn.store, subject);
  const { dueAt = '', step = 'soon', zone = 'UTC' } = facts;
  if (!found || found.flag.dueAt !== dueAt || !running.includes(found.flag.state)) return [];
  const due = new Date(dueAt);
  const [nextStep, next] =
    step === 'soon'
      ? ['late', due]
      : step === 'late'
        ? ['later', afterWorkingDays(due, 1, zone)]
        : ['later', afterWorkingDays(turn.now, 2, zone)];
  const kind = step === 'soon' ? 'flagDueSoon' : 'flagOverdue';
  const audience = lateAudience(found.flag, step);
  return [
    noticeOperation(turn.now, { kind, subject, audience, occurrence }),
    planned('flagDue', subject, next, { dueAt, step: nextStep, zone }, `${dueAt}/${nextStep}/${next.toISOString()}`),
  ];
}

/** Whoever it waits for. */
function lateAudience({ state, proposal }: Flag, step: string): string {
  if (state === 'needsDecision') return proposal ? 'hrLead' : 'governance';
  return step === 'later' ? 'assigneeAndLead' : 'assignee';
}

/** Asked back and not heard for a week: it goes on without the reply. */
async function noReply(turn: Turn, { subject, facts }: DueItem): Promise<WriteOperation[]> {
  const found = await loadFlag(turn.store, subject);
  if (found?.flag.state !== 'waiting' || found.flag.clockStoppedAt !== facts.stopped) return [];
  const { clockStoppedAt = facts.stopped ?? '', ...flag } = found.flag;
  const dueAt = movedDue(flag.dueAt, clockStoppedAt, turn.now);
  const changed = bySystem(turn, { ...flag, state: 'assigned', dueAt, noReplyAt: turn.now.toISOString() });
  return [
    ...changeOperations(turn, { loaded: found, flag: changed, events: ['noReply'], isSealed: true }),
    noticeOperation(turn.now, { kind: 'flagAssigned', subject, audience: 'assignee' }),
  ];
}

/** A week after the answer without a word: it has helped. */
async function closes(turn: Turn, { subject, facts }: DueItem): Promise<WriteOperation[]> {
  const found = await loadFlag(turn.store, subject);
  if (found?.flag.state !== 'answered' || found.flag.answeredAt !== facts.answeredAt) return [];
  const closed: Loaded['flag'] = bySystem(turn, { ...found.flag, state: 'closed' });
  return [
    ...changeOperations(turn, { loaded: found, flag: closed, events: ['closed'], isSealed: true }),
    ...(await guardOfFlag(turn.store, subject)),
    ...clockOperations(turn.now, subject, closed, turn.who.zone, found.flag),
  ];
}

const bySystem = ({ now }: Turn, flag: Flag): Flag => ({ ...flag, updatedAt: now.toISOString(), updatedBy: 'system' });

/** Thirty days after it is over nobody can tell any more who asked without a name (product 7.9). */
async function unseals(turn: Turn, { subject }: DueItem): Promise<WriteOperation[]> {
  const operations: WriteOperation[] = [];
  for await (const { id, version } of findAll(turn.store, { kind: 'flagReporter', where: [['flagId', '=', subject]] }))
    operations.push({ op: 'remove', kind: 'flagReporter', id, version });
  return operations;
}
