/** What came back so far, scenario by scenario: for those who lead it, at half time and at any time (product 6.6). */
import { holds } from '../../core/person.ts';
import type { Cockpit } from './contract.ts';
import type { PilotDeps } from './desk.ts';
import { viewOf } from './documents.ts';
import type { AtPilot, PilotKnown } from './facts.ts';

/** Nothing before it runs and after it is decided: its evidence is kept with the decision. */
export async function cameBackOf(
  at: AtPilot,
  { questions }: Pick<PilotKnown, 'questions'>,
): Promise<Cockpit['cameBack']> {
  const { deps, turn, loaded, workflow } = at;
  const { state, scenarioIds, startDate = '' } = loaded.pilot;
  if (state !== 'running' && state !== 'deciding') return [];
  const [results, shared] = await Promise.all([
    readsFigures(at) ? deps.cameBack(turn, viewOf(loaded, workflow?.departmentId ?? '')) : noResults,
    deps.shared(turn, { scenarioIds, since: startDate }),
  ]);
  const titleOf = (id: string) =>
    workflow?.scenarios.find((each) => each.id === id)?.title ?? turn.words('pilot.scenarioGone');
  return scenarioIds.map((id) => {
    const open = questions.byScenario.get(id) ?? 0;
    return {
      ...{ id, title: titleOf(id), lines: [...(results.get(id)?.lines ?? [])], note: results.get(id)?.note ?? '' },
      questions: open === 0 ? '' : turn.words('pilot.openQuestions', { open }),
      shared: shared
        .filter(({ scenarioId }) => scenarioId === id)
        .slice(0, mostShared)
        .map((each) => ({
          ...{ id: each.id, title: each.title },
          path: `${each.isReviewer ? '/review' : '/community'}/discoveries/${each.id}`,
        })),
    };
  });
}

/** Whoever only administers reads no figures, as on the page of measures. */
const readsFigures = ({ actor, turn, workflow }: AtPilot): boolean =>
  actor.isOwner || actor.isHrLead || holds(turn.who, ['manager'], workflow?.departmentId);

const noResults: Awaited<ReturnType<PilotDeps['cameBack']>> = new Map();

const mostShared = 10;

/** The same on the card: a line for each scenario. */
export const cameBackLines = (back: Cockpit['cameBack']): string[] =>
  back.map(
    ({ title, lines, note, questions }) =>
      `${title}: ${[...lines, note, questions].filter((part) => part !== '').join(' · ')}`,
  );
