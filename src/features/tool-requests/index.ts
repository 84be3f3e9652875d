/** The door of tool requests: tell what you use or want, get an alternative at once, and a decision for everyone. */
import { z } from 'zod';
import type { Erasure } from '../../core/erasure.ts';
import { action, type Feature } from '../../core/feature.ts';
import type { ItemSource } from '../../core/items.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import type { Reviewed } from '../../core/work-item.ts';
import { requestRoutes } from './api.ts';
import { type Ask, askCounter } from './asks.ts';
import { confirmRequest, signed } from './confirm.ts';
import { decideRequest, decisionForm } from './decision.ts';
import { demandRows, openDemand } from './demand.ts';
import { requestErasure } from './erasure.ts';
import { openForm, type RequestDeps, sent } from './form.ts';
import { requestItems } from './items.ts';
import { reviewJob } from './jobs.ts';
import { requestNotices } from './notices.ts';
import { ownLines, requestQueue } from './queue.ts';
import { act, type Pressed } from './review.ts';
import { ruling } from './ruling-input.ts';
import { sendRequest } from './send.ts';
import { spokenRequest } from './spoken.ts';

const everywhere = ['personal', 'groupChat', 'channel'] as const;

const ofRequest = z.object({
  requestId: z.string().max(100),
  text: z.string().max(20_000).optional(),
  proposalId: z.string().max(100).optional().catch(undefined),
});

/** The verb of each button and what it does to the request. */
const presses: Readonly<Record<string, Pressed>> = {
  askRequester: 'askMore',
  replyRequest: 'reply',
  enoughRequest: 'alternativeIsEnough',
  withdrawRequest: 'withdraw',
  sendBackRequest: 'sendBack',
};

export interface ToolRequests extends Feature, Reviewed {
  readonly items: ItemSource;
  readonly erasures: readonly Erasure[];
  /** Counts asks that nobody has decided; never fails and never takes long. */
  countAsks(turn: Turn, asks: readonly Ask[]): Promise<void>;
  /** How often which tool was asked for with which data, for figures alone. */
  demand(turn: Turn, weeks: number): ReturnType<typeof demandRows>;
}

export function toolRequests(deps: RequestDeps): ToolRequests {
  return {
    name: 'toolRequests',
    items: requestItems(deps),
    erasures: [requestErasure],
    queue: requestQueue(deps),
    own: (turn, limit) => ownLines(deps, turn, limit),
    routes: requestRoutes(deps),
    countAsks: askCounter(),
    demand: (turn, weeks) => demandRows(deps, turn, weeks),
    jobs: [reviewJob],
    notices: requestNotices(deps),
    commands: [
      { name: 'request', scopes: everywhere, listed: true, run: (turn, rest) => byBot(deps, turn, rest, 'false') },
      { name: 'weUse', scopes: everywhere, listed: false, run: (turn, rest) => byBot(deps, turn, rest, 'true') },
      { name: 'demand', scopes: everywhere, listed: false, run: (turn) => openDemand(deps, turn) },
    ],
    actions: [
      action('requestForm', sent, (turn, data) => openForm(deps, turn, data)),
      action('sendRequest', sent, (turn, data) => sendRequest(deps, turn, data)),
      action('requestDecision', ruling, (turn, data) => decisionForm(deps, turn, data)),
      action('decideRequest', ruling, (turn, data) => decideRequest(deps, turn, data)),
      action('confirmRequest', signed, (turn, data) => confirmRequest(deps, turn, data)),
      ...Object.entries(presses).map(([verb, name]) =>
        action(verb, ofRequest, (turn, data) => act(deps, turn, { ...data, name })),
      ),
    ],
  };
}

/** A request is personal: outside the 1:1 chat its form goes there. */
async function byBot(deps: RequestDeps, turn: Turn, text: string, alreadyUsing: 'true' | 'false'): Promise<Answer> {
  const form = await openForm(deps, turn, sent.parse({ ...spokenRequest(text), alreadyUsing }));
  if (form.kind !== 'form' || turn.where.conversation === 'personal') return form;
  return { kind: 'personal', card: form.card, note: turn.words('request.movedTo1on1') };
}
