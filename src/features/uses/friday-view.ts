/** What a person is asked on a Friday, and how the card shows it. */
import type { Card } from '../../core/card.ts';
import { placeOf } from '../../core/place.ts';
import type { Turn } from '../../core/turn.ts';
import { type FridayData, fridayCard } from './cards/friday.card.ts';
import { countedIn } from './counts.ts';
import type { Desk } from './desk.ts';
import { mayAsk } from './friday-times.ts';
import { runningFor } from './joined.ts';
import { type PulseQuestion, pulseFor } from './pulse.ts';
import { questionsSent } from './questions.ts';

const steps = [1, 2, 3, 4, 5] as const;

interface Questions {
  /** Workflows of their running pilots that they have said no number of this week. */
  readonly counts: readonly { readonly workflowId: string; readonly name: string }[];
  readonly pulse: PulseQuestion | undefined;
}

export async function questionsOf(desk: Desk, turn: Turn, week: string): Promise<Questions> {
  const running = await runningFor(desk, turn);
  const counted = await countedIn(desk, turn, week);
  const open = [...new Set(running.map(({ workflowId }) => workflowId))].filter((id) => !counted.has(id));
  const names = new Map((await desk.workflows(turn)).map(({ id, name }) => [id, name]));
  const counts = open.flatMap((workflowId) => {
    const name = names.get(workflowId);
    return name === undefined ? [] : [{ workflowId, name }];
  });
  return { counts, pulse: await pulseFor(desk, turn, week) };
}

/** As it leaves: nothing for whoever was asked something today, or often enough this week. */
export async function fridayCardFor(desk: Desk, turn: Turn, week: string): Promise<Card | undefined> {
  if (!mayAsk(await questionsSent(turn), turn.now, turn.who.zone)) return undefined;
  const questions = await questionsOf(desk, turn, week);
  if (questions.counts.length === 0 && !questions.pulse) return undefined;
  return fridayShown(turn, week, questions);
}

interface Shown {
  /** What was just kept. */
  readonly doneLine?: string;
  /** The workflow whose number is typed. */
  readonly manyOf?: string;
}

export function fridayShown(
  turn: Turn,
  week: string,
  { counts, pulse }: Questions,
  { doneLine = '', manyOf = '' }: Shown = {},
): Card {
  const { words } = turn;
  const data: FridayData = {
    summary: words(counts.length > 0 ? 'uses.friday' : pulse ? 'uses.fridayPulse' : 'uses.fridayDone'),
    weekId: week,
    ...{ isDone: doneLine !== '', doneLine },
    counts: counts.map(({ workflowId, name }) => ({
      ...{ workflowId, name, asksNumber: workflowId === manyOf, inputId: `runs_${workflowId}` },
      question: words('uses.howMany', { name }),
    })),
    hasPulse: pulse !== undefined,
    pulseQuestion: pulse ? words(`uses.question.${pulse.question}`) : '',
    groupId: pulse?.groupId ?? '',
    steps: pulse ? steps.map((step) => ({ title: words(`uses.step.${step}`), choiceId: String(step) })) : [],
  };
  return fridayCard.render(data, words, placeOf(turn));
}
