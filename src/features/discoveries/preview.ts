/** What an event would change and who would be told, before it is pressed. Nothing is written. */
import type { Reply } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import type { Preview } from '../../core/work-item.ts';
import type { Desk } from './desk.ts';
import type { Folding } from './fold.ts';
import { judge, type Pressing, type Ready } from './press.ts';
import { refusalReply } from './refusal.ts';

export async function previewOf(
  desk: Desk,
  turn: Turn,
  pressing: Pressing,
  changes: (ready: Ready) => Promise<string[]>,
): Promise<Reply<Preview>> {
  const ready = await judge(desk, turn, pressing);
  if (ready.kind !== 'ready') return refusalReply(desk, turn, ready);
  return { kind: 'ok', body: { changes: await changes(ready), told: await toldOf(desk, turn, ready) } };
}

/** Its author by name only where they chose so. */
async function toldOf(desk: Desk, turn: Turn, { loaded }: Ready): Promise<string[]> {
  const { credit, authorId } = loaded.discovery;
  return [credit === 'named' ? await desk.nameOf(turn, authorId) : turn.words('discovery.byAuthor')];
}

export async function foldChanges(desk: Desk, turn: Turn, input: Folding): Promise<string[]> {
  const { words } = turn;
  const { fold = 'newScenario', title = '', scenarioId, workflowId } = input;
  const scenario = (await desk.live(turn)).find(({ id, isSeen }) => isSeen && id === scenarioId)?.title ?? '';
  const workflow = (await desk.workflows(turn)).find(({ id }) => id === workflowId)?.name ?? '';
  return [
    words(`discovery.preview.${fold}`, { title: title.trim(), scenario, workflow }),
    words('discovery.preview.draft'),
  ];
}

export const declineChanges = async ({ words }: Turn): Promise<string[]> => [
  words('discovery.preview.decline', { state: words('discovery.state.declined') }),
];
