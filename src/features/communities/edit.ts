/** A community made, edited, paused, resumed and archived: rights first, then what was typed, then one write. */
import type { WriteOperation } from '../../core/documents.ts';
import type { ProblemCode } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import type { Reply } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { eventsOf } from './changes.ts';
import type { EditBody, MakeBody } from './contract.ts';
import { type CommunityDeps, readerOf } from './desk.ts';
import { auditOf, type Event, kind, type Loaded, loadCommunity } from './documents.ts';
import { type Community, type CommunityChannel, community } from './model.ts';
import { hostNotice } from './notice.ts';
import { addressFor } from './places.ts';
import { problemsOf } from './problems.ts';
import { mayMake, type Rights, rightsOf } from './rights.ts';
import { changeOperations } from './save.ts';

type Refused = Extract<Reply<never>, { kind: 'refused' }>;
export type Saved = { kind: 'saved'; id: string } | Refused;

const refused = (code: ProblemCode, message?: string): Refused => ({
  ...{ kind: 'refused', code },
  ...(message ? { message } : {}),
});

/** Whoever makes it is its first host. */
export async function makeCommunity(desk: CommunityDeps, turn: Turn, body: MakeBody): Promise<Saved> {
  if (!mayMake(turn.who)) return refused('forbidden');
  const wrong = await wrongFields(desk, turn, body);
  if (wrong) return wrong;
  const id = newId();
  const by = turn.who.personId;
  const at = turn.now.toISOString();
  const made = community.parse({
    ...body,
    ...{ slug: `${kind}-${id.slice(0, 8)}`, hostIds: [by], state: 'active', channels: [] },
    ...{ createdAt: at, createdBy: by, updatedAt: at, updatedBy: by },
  });
  await desk.introduce(turn);
  const result = await turn.store.write([
    { op: 'create', kind, id, body: made },
    auditOf(turn, id, { name: 'create', changes: { name: { before: '', after: made.name } } }),
  ]);
  return result.kind === 'ok' ? { kind: 'saved', id } : refused('stale');
}

async function wrongFields(desk: CommunityDeps, turn: Turn, body: EditBody, id?: string): Promise<Refused | undefined> {
  const fields = await problemsOf(desk, turn, body, id);
  const [first] = fields;
  return first && { kind: 'refused', code: first.error, message: first.message, fields };
}

export interface Asked {
  readonly id: string;
  readonly version: string;
}

type Opened = { kind: 'opened'; loaded: Loaded; rights: Rights } | Refused;

/** For whoever may change something of it; others learn no more than what they may see. */
async function opened(desk: CommunityDeps, turn: Turn, { id, version }: Asked): Promise<Opened> {
  const loaded = await loadCommunity(turn.store, id);
  const rights = loaded && rightsOf(loaded.community, await readerOf(desk, turn));
  if (!loaded || !rights?.sees) return refused('not_found');
  if (!rights.mayEdit) return refused('forbidden');
  return loaded.version === version ? { kind: 'opened', loaded, rights } : refused('stale');
}

export async function editCommunity(desk: CommunityDeps, turn: Turn, asked: Asked, body: EditBody): Promise<Saved> {
  const open = await opened(desk, turn, asked);
  if (open.kind === 'refused') return open;
  const { loaded, rights } = open;
  if ((body.departmentIds || body.roleIds) && !rights.isAdmin) return refused('forbidden');
  const wrong = await wrongFields(desk, turn, body, loaded.id);
  if (wrong) return wrong;
  const { channels, ...rest } = body;
  const joined = channels ? { channels: await reached(turn, loaded, channels) } : {};
  const hostIds = [...new Set(body.hostIds ?? loaded.community.hostIds)];
  const next = community.parse({ ...loaded.community, ...rest, ...joined, hostIds });
  return saved(turn, loaded, next, eventsOf(loaded.community, next));
}

/** How the bot reaches a channel comes from no request. */
async function reached(
  { store }: Turn,
  { community: known }: Loaded,
  asked: NonNullable<EditBody['channels']>,
): Promise<CommunityChannel[]> {
  return Promise.all(
    asked.map(async ({ channelId, teamId, name, kind: channelKind }) => {
      const channel = { channelId, name, kind: channelKind, ...(teamId ? { teamId } : {}) };
      const before = known.channels.find((each) => each.channelId === channelId);
      const address = before?.address ?? (await addressFor(store, channel));
      return address ? { ...channel, address } : channel;
    }),
  );
}

export const stateEvents = { pause: 'paused', resume: 'active', archive: 'archived' } as const;
export type StateEvent = keyof typeof stateEvents;

/** Archived is for administrators, and so is its way back. */
export async function setState(desk: CommunityDeps, turn: Turn, asked: Asked, event: StateEvent): Promise<Saved> {
  const open = await opened(desk, turn, asked);
  if (open.kind === 'refused') return open;
  const { loaded, rights } = open;
  const { state, hostIds } = loaded.community;
  const next = stateEvents[event];
  if ((next === 'archived' || state === 'archived') && !rights.isAdmin) return refused('forbidden');
  if (state === next || (event === 'pause' && state === 'archived')) return refused('already_done');
  if (event === 'resume' && hostIds.length === 0) return refused('incomplete', turn.words('community.needsHost'));
  const changes = { state: { before: state, after: next } };
  return saved(turn, loaded, { ...loaded.community, state: next }, [{ name: event, changes }]);
}

async function saved(turn: Turn, loaded: Loaded, next: Community, events: readonly Event[]): Promise<Saved> {
  if (events.length === 0) return { kind: 'saved', id: loaded.id };
  const fresh = next.hostIds.filter((id) => !loaded.community.hostIds.includes(id) && id !== turn.who.personId);
  const operations: WriteOperation[] = [
    ...(await changeOperations(turn, { loaded, next, events })),
    ...fresh.map((personId) => hostNotice(turn.now, loaded.id, personId)),
  ];
  return (await turn.store.write(operations)).kind === 'ok' ? { kind: 'saved', id: loaded.id } : refused('stale');
}
