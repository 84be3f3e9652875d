/** The bot: an admitted activity becomes a turn, a feature answers it, the answer becomes a body or messages. */
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { TurnState } from '@microsoft/teams-ai/lib/TurnState.js';
import type { InvokeResponse, Activity as SdkActivity, TurnContext } from 'botbuilder';
import type { Feature } from '../core/feature.ts';
import type { Answer, Turn } from '../core/turn.ts';
import type { FieldbookAdapter } from './adapter.ts';
import { type InvokeBody, invokeBody, unknownInvoke } from './bodies.ts';
import { type Dispatch, dispatchOf } from './dispatch.ts';
import type { Activity } from './envelope.ts';
import type { Admitted } from './guard.ts';
import type { LateReplies } from './late-replies.ts';
import { routeOf } from './route.ts';
import { cardMessage, sendPersonal, trySend } from './send.ts';
import type { SendBuckets } from './send-buckets.ts';
import { type Running, type Settle, type SettleDeps, settler } from './settle.ts';
import { addressOf } from './turns.ts';
import { showsWork } from './typing.ts';

export interface BotDeps extends Omit<SettleDeps, 'met'> {
  readonly features: readonly Feature[];
  readonly adapter: FieldbookAdapter;
  readonly appId: string;
  readonly languages: readonly string[];
  /** Host of our own links, which unfold when pasted. */
  readonly ownHost: string;
  readonly buckets: SendBuckets;
  readonly lateReplies: LateReplies;
  /** Milliseconds after which a turn shows that it works. */
  readonly typingAfterMs: number;
}

export interface Bot {
  readonly dispatch: Dispatch;
  /** Runs the turn of an admitted activity; the body of its HTTP answer, if it has one. */
  run(admitted: Admitted, requestId: string): Promise<InvokeBody | undefined>;
  /** One sentence in answer to a message that gets no turn. */
  say(activity: Activity, text: string): Promise<InvokeBody | undefined>;
}

/** Bug B of the SDK: one typing timer shared by all turns. Ours is per turn, below. */
class FieldbookApplication extends Application<TurnState> {
  override startTypingTimer(): void {}
}

/** Under it a turn's own facts travel through the SDK. */
const runningKey = Symbol('running');

export function createBot(deps: BotDeps): Bot {
  const dispatch = dispatchOf(deps.features, deps.languages, deps.wordsFor);
  const settle = settler({ ...deps, met: (turn) => metBy(dispatch, turn) });
  const application = new FieldbookApplication({
    adapter: deps.adapter,
    botAppId: deps.appId,
    removeRecipientMention: false,
  });
  const meet = async (context: TurnContext) => {
    const turn: Running | undefined = context.turnState.get(runningKey);
    if (turn) await answerActivity(context, turn, { ...deps, dispatch, settle });
  };
  // One route for each kind of activity: which feature answers is decided by our own lists.
  application.addRoute(async (c) => c.activity.type === 'invoke', meet, true);
  application.addRoute(async (c) => c.activity.type !== 'invoke', meet);
  deps.adapter.onTurnError = async (_context, error) => deps.log.error('turn.escaped', { error });

  return {
    dispatch,
    async run(admitted, requestId) {
      return bodyOf(
        await deps.adapter.runAdmitted(asSdk(admitted.activity), async (context) => {
          context.turnState.set(runningKey, { admitted, requestId });
          await application.run(context);
        }),
      );
    },
    say: async (activity, text) =>
      bodyOf(
        await deps.adapter.runAdmitted(asSdk(activity), (context) => sendOrLog(context, plainMessage(text), deps)),
      ),
  };
}

async function metBy(dispatch: Dispatch, turn: Turn): Promise<void> {
  for (const handler of dispatch.events('met')) await handler.run(turn);
}

/** Our envelope is the SDK's activity, checked; this is where one becomes the other. */
const asSdk = (activity: Activity): SdkActivity => activity as unknown as SdkActivity;

const plainMessage = (text: string): Partial<SdkActivity> => ({ type: 'message', text, textFormat: 'plain' });

function bodyOf(response: InvokeResponse | undefined): InvokeBody | undefined {
  if (!response) return undefined;
  const { status, body } = response;
  return { status, json: isReady(body) ? body.json : body === undefined ? '' : JSON.stringify(body) };
}

/** A body that is JSON text already; it passes through the SDK by reference. */
const isReady = (body: unknown): body is { json: string } =>
  typeof body === 'object' && body !== null && 'json' in body && typeof body.json === 'string';

async function answerActivity(
  context: TurnContext,
  running: Running,
  deps: BotDeps & { dispatch: Dispatch; settle: Settle },
): Promise<void> {
  const { activity } = running.admitted;
  const route = routeOf(activity, deps.dispatch, deps.ownHost);
  if (!route) return respond(context, activity, unknownInvoke);
  const endTyping = showsWork(context, activity, deps.typingAfterMs);
  const { answer, turn } = await deps.settle(route, running);
  await endTyping();
  if (activity.type === 'invoke')
    return respond(context, activity, invokeBody(activity.name ?? '', answer) ?? unknownInvoke);
  await reply(context, answer, turn, deps);
}

function respond(context: TurnContext, activity: Activity, body: InvokeBody): Promise<void> {
  const expected = activity.deliveryMode === 'expectReplies';
  const ready = body.json === '' ? undefined : expected ? JSON.parse(body.json) : { json: body.json };
  const value = ready === undefined ? { status: body.status } : { status: body.status, body: ready };
  return context.sendActivity({ type: 'invokeResponse', value }).then(() => undefined);
}

async function reply(context: TurnContext, answer: Answer, turn: Turn | undefined, deps: BotDeps): Promise<void> {
  switch (answer.kind) {
    case 'card':
    case 'form':
      return sendOrLog(context, cardMessage(answer.card), deps);
    case 'message':
    case 'refused':
    case 'closed':
      return sendOrLog(context, plainMessage(answer.text), deps);
    case 'personal':
      return replyPrivately(context, answer, turn, deps);
    case 'results':
    case 'link':
    case 'silent':
      return;
  }
}

async function sendOrLog(context: TurnContext, activity: Partial<SdkActivity>, deps: BotDeps): Promise<void> {
  deps.buckets.note(context.activity.conversation.id);
  const sent = await trySend(context, activity);
  if (sent.kind === 'sent') return;
  deps.log.warn('reply.failed', 'status' in sent ? { status: sent.status } : {});
  const address = addressOf(context.activity as unknown as Activity);
  const { id: replyToId } = context.activity;
  const tenantId = address.conversation.tenantId ?? '';
  deps.lateReplies.keep({ tenantId, address, activity: { ...activity, ...(replyToId ? { replyToId } : {}) } }, sent);
}

/** Personal matters leave the group: the card goes to the person's own chat, the group reads a line. */
async function replyPrivately(
  context: TurnContext,
  answer: Answer & { kind: 'personal' },
  turn: Turn | undefined,
  deps: BotDeps,
): Promise<void> {
  const address = turn?.where.address;
  if (!address || turn.where.conversation === 'personal') return sendOrLog(context, cardMessage(answer.card), deps);
  const sent = await sendPersonal(deps.adapter, deps.appId, address, answer.card).catch(
    () => ({ kind: 'failed' }) as const,
  );
  const text = sent.kind === 'sent' ? answer.note : turn.words('bot.openChatFirst');
  await sendOrLog(context, plainMessage(text), deps);
}
