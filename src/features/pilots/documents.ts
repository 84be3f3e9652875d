/** Pilots in the store: found, parsed on the way out, as other features see them, and what the audit log says of them. */
import { type AuditFacts, audited } from '../../core/audit.ts';
import { findAll, type StoredDocument, type TenantStore, type WriteOperation } from '../../core/documents.ts';
import { parsedOnce } from '../../core/parsed.ts';
import type { PilotView } from '../../core/pilot-view.ts';
import type { Turn } from '../../core/turn.ts';

import { type Pilot, type Place, pilot } from './model.ts';

export const kind = 'pilot';

export interface LoadedPilot {
  readonly id: string;
  readonly version: string;
  readonly pilot: Pilot;
}

const read = parsedOnce((body) => pilot.parse(body));

const loadedOf = (document: StoredDocument): LoadedPilot => ({
  id: document.id,
  version: document.version,
  pilot: read(document),
});

/** As our ids are made; what a request names may be anything. */
const idForm = /^[\w-]{1,100}$/;

export async function loadPilot(store: TenantStore, id: string): Promise<LoadedPilot | undefined> {
  const found = idForm.test(id) ? await store.get(kind, id) : undefined;
  return found && loadedOf(found);
}

/** All of them: an organisation has few. */
export async function loadPilots(store: TenantStore): Promise<LoadedPilot[]> {
  const all: LoadedPilot[] = [];
  for await (const document of findAll(store, { kind })) all.push(loadedOf(document));
  return all;
}

export const replacedPilot = ({ id, version }: LoadedPilot, after: Pilot): WriteOperation => ({
  ...{ op: 'replace', kind, id, version },
  body: pilot.parse(after),
});

export const isJoined = ({ joinedAt, leftAt }: Place): boolean => joinedAt !== undefined && leftAt === undefined;
/** Was asked and has not answered yet. */
export const isAsked = ({ invitedAt, joinedAt, declinedAt, leftAt }: Place): boolean =>
  invitedAt !== undefined && joinedAt === undefined && declinedAt === undefined && leftAt === undefined;
export const isPlanned = ({ invitedAt }: Place): boolean => invitedAt === undefined;

export const joinedIds = ({ roster }: Pilot): string[] => roster.filter(isJoined).map(({ personId }) => personId);

export function viewOf({ id, pilot: body }: Pick<LoadedPilot, 'id' | 'pilot'>, departmentId: string): PilotView {
  const { workflowId, name, goal, state, ownerId, hrLeadId, startDate, endDate } = body;
  const { weeks, zone, scenarioIds, targets } = body;
  const hasBegun = state !== 'draft' && state !== 'baseline' && startDate !== undefined;
  return {
    ...{ id, workflowId, departmentId, name, goal, state, ownerId, hrLeadId, weeks, zone, scenarioIds },
    ...(hasBegun ? { startDate } : {}),
    ...(hasBegun && endDate ? { endDate } : {}),
    joinedIds: joinedIds(body),
    leftIds: body.roster.filter(({ leftAt, joinedAt }) => leftAt && joinedAt).map(({ personId }) => personId),
    ...(targets ? { targets: shownTargets(targets) } : {}),
  };
}

/** Without the fields that are not set. */
export const shownTargets = ({
  meetBarShare,
  minutesChange,
  weeklyActiveShare,
}: NonNullable<Pilot['targets']>): NonNullable<PilotView['targets']> => ({
  ...(meetBarShare === undefined ? {} : { meetBarShare }),
  ...(minutesChange === undefined ? {} : { minutesChange }),
  ...(weeklyActiveShare === undefined ? {} : { weeklyActiveShare }),
});

export interface PilotEntry {
  readonly id: string;
  readonly event: string;
  readonly changes?: AuditFacts['changes'];
  readonly reason?: string | undefined;
}

export const pilotAudit = (
  { now, who, requestId }: Pick<Turn, 'now' | 'who' | 'requestId'>,
  { id, event, changes = {}, reason }: PilotEntry,
): ReturnType<typeof audited> =>
  audited({
    ...{ at: now.toISOString(), actorId: who.personId, action: `${kind}.${event}`, changes, requestId },
    ...{ actorKind: who.personId === 'system' ? 'system' : 'person', entityType: kind, entityId: id },
    ...(reason ? { reason: reason.slice(0, 240).toWellFormed() } : {}),
  });
