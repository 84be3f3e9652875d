/** What comes back at once: the nearest approved alternative, how the request is looked at, by when, and how many asked. */
import { placeOf } from '../../core/place.ts';
import { readableTime } from '../../core/time.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { receiptCard } from './cards/receipt.card.ts';
import { actorOf, type Loaded } from './documents.ts';
import type { RequestDeps } from './form.ts';
import { meanwhile } from './meanwhile.ts';
import { demandOf } from './model.ts';
import { demandLine, mayBeEnough, statusOf } from './view.ts';

export async function receipt(
  deps: RequestDeps,
  turn: Turn,
  { id, request }: Pick<Loaded, 'id' | 'request'>,
): Promise<Answer> {
  const { words, who } = turn;
  const actor = actorOf(turn, request);
  const other = await meanwhile(deps, turn, request);
  const heading = words('request.received');
  const data = {
    summary: heading,
    requestId: id,
    heading,
    toolName: request.toolName,
    lines: [...other.lines],
    status: statusOf(turn, request, actor),
    look: words(`request.lane.${request.lane}`),
    due: readableTime(new Date(request.dueAt), who.zone, who.locale),
    hasDemand: demandOf(request) > 1,
    demandLine: demandLine(turn, request),
    hasOther: other.toolId !== undefined && mayBeEnough(request, actor),
  };
  return { kind: 'form', title: heading, card: receiptCard.render(data, words, placeOf(turn)), size: 'medium' };
}
