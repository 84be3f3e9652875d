/** The flags' door: ask about a gray area, answer it, decide it once for everyone. */
import { z } from 'zod';
import type { Erasure } from '../../core/erasure.ts';
import { action, type Feature } from '../../core/feature.ts';
import type { ItemSource } from '../../core/items.ts';
import { shorten } from '../../core/text.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import type { Reviewed } from '../../core/work-item.ts';
import { flagRoutes } from './api.ts';
import { answeredByRule, type CellRuling, toldAgain } from './by-rule.ts';
import { flagJobs } from './clock.ts';
import { confirmFlag, signed } from './confirm.ts';
import { decideFlag, decideForm, ruling } from './decision.ts';
import { flagErasure } from './erasure.ts';
import { about, type FlagDeps, sent } from './form.ts';
import { type AskCall, askOperations, openQuestions } from './in-session.ts';
import { flagItems } from './items.ts';
import type { EventName } from './lifecycle.ts';
import { answeredFlags, seriousScenarios } from './measured.ts';
import { flagNotices } from './notices.ts';
import { openAbout } from './open-about.ts';
import { openCount } from './open-count.ts';
import { openFormOrPrecedent } from './precedent.ts';
import { flagQueue, ownLines } from './queue.ts';
import { act, openFlag } from './review.ts';
import { flagGroupJob } from './same-question.ts';
import { send } from './send.ts';

const everywhere = ['personal', 'groupChat', 'channel'] as const;

const ofFlag = z.object({
  flagId: z.string().max(100),
  text: z.string().max(20_000).optional(),
  assigneeId: z.string().max(100).optional().catch(undefined),
  precedentId: z.string().max(100).optional().catch(undefined),
  proposalId: z.string().max(100).optional().catch(undefined),
});

/** The verb of each button and what it does to the flag. */
const presses: Readonly<Record<string, EventName>> = {
  takeFlag: 'claim',
  assignFlag: 'assign',
  askReporter: 'ask',
  passFlag: 'passToGovernance',
  answerFlag: 'answer',
  answerByPrecedent: 'answer',
  replyFlag: 'reply',
  withdrawFlag: 'withdraw',
  flagHelps: 'helps',
  reopenFlag: 'notAnswered',
  commentFlag: 'comment',
  sendBackFlag: 'sendBack',
};

export interface Flags extends Feature, Reviewed {
  readonly items: ItemSource;
  readonly erasures: readonly Erasure[];
  /** The questions that a decided cell of the matrix answers, as their part of its write. */
  answeredByRule(turn: Turn, ruling: CellRuling): ReturnType<typeof answeredByRule>;
  /** Tells those whose questions are open again because a rule was taken back. */
  readonly toldAgain: typeof toldAgain;
  /** For an agenda: open questions of these departments by what they are about alone. */
  openQuestions(turn: Turn, departmentIds: readonly string[]): ReturnType<typeof openQuestions>;
  /** How many open questions about some work are serious, wait for a decision, and are about which scenario. */
  readonly openAbout: typeof openAbout;
  /** How long answers took, for figures alone. */
  readonly answered: typeof answeredFlags;
  /** Scenarios with an open question of fairness or of data. */
  readonly serious: typeof seriousScenarios;
  /** How many questions about these workflows wait for others than the reader. */
  openCount(turn: Turn, workflowIds: readonly string[]): Promise<number>;
  /** A question that a session left open, as its part of a write. */
  ask(turn: Turn, call: AskCall): ReturnType<typeof askOperations>;
}

export function flags(deps: FlagDeps): Flags {
  return {
    name: 'flags',
    answered: answeredFlags,
    serious: seriousScenarios,
    toldAgain,
    openAbout,
    openQuestions: (turn, departmentIds) => openQuestions(deps, turn, departmentIds),
    openCount,
    ask: (turn, call) => askOperations(deps, turn, call),
    answeredByRule: (turn, ruling) => answeredByRule(deps, turn, ruling),
    items: flagItems(deps),
    erasures: [flagErasure(deps.hash)],
    routes: flagRoutes(deps),
    queue: flagQueue(deps),
    own: (turn, limit) => ownLines(deps, turn, limit),
    notices: flagNotices(deps),
    jobs: [...flagJobs, flagGroupJob],
    commands: [{ name: 'flag', scopes: everywhere, listed: true, run: (turn, rest) => flagByBot(deps, turn, rest) }],
    dialogs: [
      {
        id: 'flagGrayArea',
        contexts: ['compose', 'message'],
        open: (turn, message) =>
          openFormOrPrecedent(
            deps,
            turn,
            about.parse({ question: quoted(message?.text ?? ''), sourceLink: message?.link ?? '' }),
          ),
      },
    ],
    actions: [
      action('flagForm', sent, (turn, data) => openFormOrPrecedent(deps, turn, data)),
      action('sendFlag', sent, (turn, data) => send(deps, turn, data)),
      action('openFlag', ofFlag, (turn, { flagId }) => openFlag(deps, turn, flagId)),
      action('decideForm', ruling, (turn, data) => decideForm(deps, turn, data)),
      action('decideFlag', ruling, (turn, data) => decideFlag(deps, turn, data)),
      action('confirmFlag', signed, (turn, data) => confirmFlag(deps, turn, data)),
      ...Object.entries(presses).map(([verb, name]) =>
        action(verb, ofFlag, (turn, data) => act(deps, turn, { ...data, name })),
      ),
    ],
  };
}

/** The message's words as the start of a question; the person asks the rest. */
const quoted = (text: string): string => (text === '' ? '' : `"${shorten(text, 400)}"\n`);

/** A flag is personal: outside the 1:1 chat its form goes there. */
async function flagByBot(deps: FlagDeps, turn: Turn, text: string): Promise<Answer> {
  const form = await openFormOrPrecedent(deps, turn, about.parse({ question: text }));
  if (form.kind !== 'form' || turn.where.conversation === 'personal') return form;
  return { kind: 'personal', card: form.card, note: turn.words('flag.movedTo1on1') };
}
