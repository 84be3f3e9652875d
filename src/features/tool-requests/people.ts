/** Who stands behind a request when one of them goes: it stays for the others. Pure. */
import type { ToolRequest } from './model.ts';

export const mostReasons = 20;

/** The alternative is enough for this person: they still count. The last one to say so ends the request. */
export function satisfied(request: ToolRequest, personId: string): ToolRequest {
  if (isLast(request, personId)) return { ...request, state: 'solved', alternativeEnough: 'yes' };
  const handed = handedOn(request, personId);
  const said = request.requesterId === personId ? [{ by: personId, text: request.need }] : [];
  return {
    ...handed,
    satisfiedIds: [...handed.satisfiedIds, personId],
    alsoFor: [...handed.alsoFor, ...said].slice(0, mostReasons),
  };
}

/** This person takes back what they asked, and their words with it: the last one to do so ends the request. */
export function left(request: ToolRequest, personId: string): ToolRequest {
  if (isLast(request, personId)) return { ...request, state: 'withdrawn' };
  const handed = handedOn(request, personId);
  return {
    ...handed,
    alsoFor: handed.alsoFor.filter(({ by }) => by !== personId),
    thread:
      request.requesterId === personId ? request.thread.filter(({ side }) => side !== 'requester') : request.thread,
  };
}

const isLast = ({ requesterId, supporterIds }: ToolRequest, personId: string): boolean =>
  requesterId === personId && supporterIds.length === 0;

/** Who asked next takes the place of the requester, with their own words. */
function handedOn(request: ToolRequest, personId: string): ToolRequest {
  const { requesterId, supporterIds, alsoFor } = request;
  if (requesterId !== personId) return { ...request, supporterIds: supporterIds.filter((id) => id !== personId) };
  const [next = requesterId, ...others] = supporterIds;
  return {
    ...request,
    requesterId: next,
    supporterIds: others,
    need: alsoFor.find(({ by }) => by === next)?.text ?? '-',
    alsoFor: alsoFor.filter(({ by }) => by !== next),
  };
}
