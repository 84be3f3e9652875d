/** What stands before the SDK: checks 1 to 10 and 12 of reliability.md E1, in that order. The web layer does method, type and size. */
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import type { ProblemCode } from '../core/errors.ts';
import { derivedId } from '../core/ids.ts';
import type { Log } from '../core/log.ts';
import { type Activity, type Envelope, readEnvelope } from './envelope.ts';
import type { ChannelKeys } from './keys.ts';
import type { Members } from './members.ts';
import { type Rates, rateKind } from './rates.ts';
import { serviceUrlAllowed } from './service-url.ts';
import { checkTenant, strangers, type TenantRule } from './tenant.ts';
import { bearerToken, type Claims, checkToken } from './token.ts';

export interface GuardOptions {
  /** Left out in the open mode: then nobody proves anything, so it serves loopback only. */
  readonly bot?: { readonly appId: string; readonly keys: ChannelKeys; readonly members: Members };
  readonly allowedTenants: readonly string[];
  /** The tenant of every activity in the open mode, unless tenants are listed. */
  readonly localTenant: string;
  readonly serviceUrlHosts: readonly string[];
  readonly rates: Rates;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Delivery {
  readonly authorization?: string | undefined;
  /** The body, inflated and within its limit. */
  readonly text: string;
  readonly requestId: string;
}

export interface Actor {
  readonly aadObjectId: string;
}

export type Admission =
  | { kind: 'refused'; code: ProblemCode }
  | { kind: 'ignored'; code: 'tenant_not_allowed'; activity: Activity; tell: boolean }
  /** No role here: a guest, or a person of another organisation. */
  | { kind: 'guest'; activity: Activity; tenantId: string }
  /** "Try again": nobody could say whether this is a member, or all places are taken. */
  | { kind: 'busy'; activity: Activity; tenantId: string }
  | { kind: 'limited'; activity: Activity; tenantId: string; tell: boolean }
  | Admitted;

export interface Admitted {
  readonly kind: 'admitted';
  readonly activity: Activity;
  readonly tenantId: string;
  readonly claims: Claims;
  /** Messages and invokes have one, system events have none. */
  readonly actor: Actor | undefined;
  /** Gives the turn's place back; call it once the turn has ended, however it ended. */
  readonly release: () => void;
}

export interface Guard {
  /** Check 1, for use before the body is read. */
  admitHeader(authorization: string | undefined): ProblemCode | undefined;
  admit(delivery: Delivery): Promise<Admission>;
}

/** `why` is for the log; the sender learns the code alone. */
type Refusal = { kind: 'refused'; code: ProblemCode; why: string };
type Proven = { kind: 'proven'; activity: Activity; claims: Claims };

const unauthorized = (why: string): Refusal => ({ kind: 'refused', code: 'unauthorized', why });

export function createGuard(options: GuardOptions): Guard {
  if (options.bot?.appId === '') throw new Error('guard: an empty bot app id would leave tokens unchecked');
  const mayTell = strangers(options.clock);
  const headerFits = (authorization?: string) => !options.bot || bearerToken(authorization) !== undefined;
  return {
    admitHeader: (authorization) => (headerFits(authorization) ? undefined : 'unauthorized'),
    async admit(delivery) {
      const transport = await checkTransport(delivery, options);
      const admission = transport.kind === 'proven' ? await checkSender(transport, options, mayTell) : transport;
      if (admission.kind !== 'refused') return admission;
      const { code, why } = admission;
      options.log.info('guard.refused', { requestId: delivery.requestId, code, detail: why });
      return { kind: 'refused', code };
    },
  };
}

/** Checks 1 to 7: does this come from Teams, to this bot? */
async function checkTransport(delivery: Delivery, options: GuardOptions): Promise<Proven | Refusal> {
  const { bot, clock } = options;
  const token = bearerToken(delivery.authorization);
  if (bot && token === undefined) return unauthorized('header');
  const read = readEnvelope(delivery.text);
  if (read.kind === 'refused') return { ...read, why: 'body' };
  if (read.envelope.channelId !== 'msteams') return unauthorized('channel');
  const activity = addressed(read.envelope, options);
  if (!activity) return unauthorized('serviceUrl');
  if (!bot || token === undefined) return { kind: 'proven', activity, claims: {} };
  const checked = await checkToken(token, activity, { ...bot, clock });
  if (checked.kind === 'unavailable') return { kind: 'refused', code: 'busy', why: 'keys' };
  return checked.kind === 'proven' ? { ...checked, activity } : unauthorized(checked.why);
}

function addressed(envelope: Envelope, { bot, serviceUrlHosts }: GuardOptions): Activity | undefined {
  const { serviceUrl } = envelope;
  return serviceUrlAllowed(serviceUrl, serviceUrlHosts, !bot)
    ? { ...envelope, channelId: 'msteams', serviceUrl }
    : undefined;
}

/** Checks 8 to 12 without dedup: whose activity is it, and may this person ask now? */
async function checkSender(
  { activity, claims }: Proven,
  options: GuardOptions,
  mayTell: (tenantId: string) => boolean,
): Promise<Exclude<Admission, { kind: 'refused' }> | Refusal> {
  const tenant = checkTenant(activity, tenantRule(options));
  if (tenant.kind === 'unproven') return unauthorized('tenant');
  const { tenantId } = tenant;
  if (tenant.kind === 'notAllowed') {
    const tell = activity.type === 'message' && mayTell(tenantId);
    return { kind: 'ignored', code: 'tenant_not_allowed', activity, tell };
  }
  const actor = needsActor(activity) ? actorOf(activity, options.bot === undefined) : undefined;
  if (needsActor(activity) && !actor) return unauthorized('actor');
  const halted = actor && (await halt(actor, activity, tenantId, options));
  if (halted) return halted;
  const release = options.rates.enter();
  return release
    ? { kind: 'admitted', activity, tenantId, claims, actor, release }
    : { kind: 'busy', activity, tenantId };
}

function tenantRule({ bot, allowedTenants: allowed, localTenant }: GuardOptions): TenantRule {
  return bot ? { allowed } : { allowed, local: localTenant };
}

const needsActor = ({ type }: Activity): boolean => type === 'message' || type === 'invoke';

const guid = z.guid();

function actorOf({ from }: Activity, open: boolean): Actor | undefined {
  const id = guid.safeParse(from.aadObjectId);
  if (id.success) return { aadObjectId: id.data.toLowerCase() };
  const stray = open && from.aadObjectId !== undefined && playgroundId.test(from.aadObjectId);
  return stray ? { aadObjectId: derivedId('playground', from.aadObjectId ?? '') } : undefined;
}

/** The Agents Playground's own people have one digit too many; in the open mode each stands for one id (decision 009). */
const playgroundId = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{13}$/i;

/** Why this person's turn does not run, if so: no membership, or too many requests. */
async function halt(actor: Actor, activity: Activity, tenantId: string, { bot, rates }: GuardOptions) {
  const personId = actor.aadObjectId;
  const { serviceUrl, conversation, from } = activity;
  const asked = { tenantId, personId, serviceUrl, conversationId: conversation.id, userId: from.id };
  const standing = bot ? await bot.members.standing(asked) : 'member';
  if (standing === 'guest') return { kind: 'guest', activity, tenantId } as const;
  if (standing === 'unknown') return { kind: 'busy', activity, tenantId } as const;
  const taken = await rates.take(rateKind(activity), tenantId, personId);
  return taken === 'ok' ? undefined : ({ kind: 'limited', activity, tenantId, tell: taken === 'tell' } as const);
}
