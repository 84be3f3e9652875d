/** Who belongs to a community, who sees it and who may change what of it (product 2, 5.2; reliability 5, row 17). Pure. */
import { holds, type Who } from '../../core/person.ts';
import type { Community } from './model.ts';

/** Who asks, with what else their belonging hangs on. */
export interface Reader {
  readonly who: Who;
  /** The department that counts for them. */
  readonly departmentId?: string | undefined;
  /** The channel they ask from, where a signed activity says so. */
  readonly channelId?: string | undefined;
}

export interface Rights {
  readonly isMember: boolean;
  /** Plans its sessions: by name, or by the grant everywhere or for one of its departments. */
  readonly isHost: boolean;
  readonly isAdmin: boolean;
  /** In lists and by its id. */
  readonly sees: boolean;
  /** Name, purpose, language, digest, channels, hosts; pause and resume. */
  readonly mayEdit: boolean;
}

export function rightsOf(community: Community, { who, departmentId, channelId }: Reader): Rights {
  const { hostIds, departmentIds, roleIds, channels, state } = community;
  const isHost =
    hostIds.includes(who.personId) || holds(who, ['host']) || departmentIds.some((id) => holds(who, ['host'], id));
  const isForAll = departmentIds.length === 0 && roleIds.length === 0;
  const isMember =
    isHost ||
    isForAll ||
    (departmentId !== undefined && departmentIds.includes(departmentId)) ||
    roleIds.some((id) => who.roleIds.includes(id)) ||
    (channelId !== undefined && channels.some((channel) => channel.channelId === channelId));
  const isAdmin = holds(who, ['admin']);
  const mayEdit = isHost || isAdmin;
  return { isMember, isHost, isAdmin, mayEdit, sees: mayEdit || (state !== 'archived' && seesOpen(who, isMember)) };
}

/** Who gives the grants reads all that they reach, as on the People page. */
const seesOpen = (who: Who, isMember: boolean): boolean => isMember || holds(who, ['hrLead']);

/** May make a new one, and is its first host. */
export const mayMake = (who: Who): boolean =>
  holds(who, ['admin', 'hrLead']) || who.grants.some(({ grant }) => grant === 'host');
