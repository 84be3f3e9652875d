/** Decisions as lines: those in force for everyone, templates for those who decide, and what was replaced as history. */
import { holds } from '../../core/person.ts';
import { fold } from '../../core/text.ts';
import { daysPast } from '../../core/time.ts';
import type { DecisionLine, decisionStates } from './decision-contract.ts';
import type { Decision } from './model.ts';
import type { Identified } from './rules.ts';
import { lookAs, type Scene, verdictOfAnswer } from './scene.ts';

type Group = (typeof decisionStates)[number];

export const groupOf: Readonly<Record<Decision['state'], Group>> = {
  active: 'inForce',
  template: 'template',
  proposed: 'template',
  replaced: 'history',
  retired: 'history',
};

/** Templates and proposals are work of those who decide about tools. */
export const maySee = ({ turn }: Scene, { state }: Decision): boolean =>
  groupOf[state] !== 'template' || holds(turn.who, ['governance']);

/** The newest first; templates by their question. */
export function decisionsSeen(scene: Scene, group: Group, q = ''): Identified<Decision>[] {
  const wanted = fold(q).split(' ').filter(Boolean);
  return scene.rules.decisions
    .filter((each) => groupOf[each.state] === group && maySee(scene, each) && says(scene, each, wanted))
    .toSorted(
      (a, b) =>
        (b.decidedAt ?? '').localeCompare(a.decidedAt ?? '') ||
        a.question.localeCompare(b.question) ||
        a.id.localeCompare(b.id),
    );
}

function says(scene: Scene, decision: Decision, wanted: readonly string[]): boolean {
  const { question, why, text = '', conditions } = decision;
  const said = fold([question, why, text, ...conditions, scopeLine(scene, decision)].join(' '));
  return wanted.every((word) => said.includes(word));
}

/** `Copilot Chat · Personal · Recruiting`; for everything where it names nothing. */
export function scopeLine({ rules, scopeNames, turn }: Scene, { scope }: Pick<Decision, 'scope'>): string {
  const names = [
    ...scope.toolIds.map((id) => rules.tools.get(id)?.name),
    ...scope.dataClassIds.map((id) => rules.classes.get(id)?.name),
    ...[...scope.workflowIds, ...scope.departmentIds, ...scope.roleIds].map((id) => scopeNames.get(id)),
  ].filter((name) => name !== undefined);
  return names.length > 0 ? names.join(' · ') : turn.words('tools.scopeAll');
}

export const answerLook = ({ turn }: Scene, { answer }: Pick<Decision, 'answer'>) => {
  const { word, sign, tone } = lookAs(verdictOfAnswer(answer), turn.words);
  return { word, sign, tone };
};

export function decisionLineOf(scene: Scene, decision: Identified<Decision>): DecisionLine {
  const { id, question, why, text, conditions, aboutPeople, decidedBy, decidedAt, reviewDue, state } = decision;
  const { words, now } = scene.turn;
  return {
    ...{ id, question, why: text ?? why, conditions: [...conditions], aboutPeople },
    answer: answerLook(scene, decision),
    about: scopeLine(scene, decision),
    decidedBy: scene.names(decidedBy),
    ...(decidedAt ? { decidedAt } : {}),
    ...(reviewDue ? { reviewDue } : {}),
    isDue: state === 'active' && reviewDue !== undefined && daysPast(reviewDue, now) >= 0,
    state: { id: state, word: words(`tools.decisionState.${state}`) },
  };
}
