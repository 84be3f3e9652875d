/** Who stands behind a request when one of them goes: it stays for the others. Pure. */
import type { ToolRequest } from './model.ts';

/** The alternative is enough for this person: they still count. The last one to say so ends the request. */
export function satisfied(request: ToolRequest, personId: string): ToolRequest {
  const { requesterId, supporterIds, satisfiedIds } = request;
  if (requesterId === personId && supporterIds.length === 0)
    return { ...request, state: 'solved', alternativeEnough: 'yes' };
  return { ...handedOn(request, personId), satisfiedIds: [...satisfiedIds, personId] };
}

/** This person takes back what they asked: the last one to do so ends the request. */
export function left(request: ToolRequest, personId: string): ToolRequest {
  const { requesterId, supporterIds, alsoFor } = request;
  if (requesterId === personId && supporterIds.length === 0) return { ...request, state: 'withdrawn' };
  return { ...handedOn(request, personId), alsoFor: alsoFor.filter(({ by }) => by !== personId) };
}

/** Who asked next takes the place of the requester. */
function handedOn(request: ToolRequest, personId: string): ToolRequest {
  const { requesterId, supporterIds } = request;
  const [next = requesterId, ...others] = supporterIds;
  if (requesterId === personId) return { ...request, requesterId: next, supporterIds: others };
  return { ...request, supporterIds: supporterIds.filter((id) => id !== personId) };
}
