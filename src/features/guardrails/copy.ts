/** The rules to be written down: tools with what may go into them, guardrails, and decisions, as their reader may see them. */
import type { Copied } from '../../core/copy.ts';
import { digest } from '../../core/ids.ts';
import { decisionsSeen } from './decision-lines.ts';
import type { Decision } from './model.ts';
import type { Identified } from './rules.ts';
import type { Scene } from './scene.ts';

export function copied(scene: Scene, isBeyond: boolean): Copied[] {
  const { classes, tools, guardrails } = scene.rules;
  const templates = isBeyond ? decisionsSeen(scene, 'template') : [];
  return [
    ...[...classes.values()].map(({ id, slug, name, description, rank, examples }) => ({
      ...({ kind: 'dataClass', id, slug } as const),
      body: { name, description, rank, examples },
    })),
    ...[...tools.values()].map((tool) => {
      const { id, slug, name, vendor, aliases, kind, accountKind, status, alternatives, rules } = tool;
      const cells = rules.map(({ dataClassId, verdict, conditions, reason, reviewDue }) => ({
        ...{ dataClassId, verdict, conditions, ...(reason ? { reason } : {}), ...(reviewDue ? { reviewDue } : {}) },
      }));
      const body = { name, vendor, aliases, kind, accountKind, status, alternatives, rules: cells };
      return { ...({ kind: 'tool', id, slug } as const), body };
    }),
    // Law notes are for those who decide with counsel: they go nowhere.
    ...guardrails.flatMap(({ id, slug, name, rule, why, do: does, doNot, level, state, appliesTo, reviewDue }) =>
      state === 'active'
        ? [
            {
              ...({ kind: 'guardrail', id, slug } as const),
              body: { name, rule, why, do: does, doNot, level, appliesTo, reviewDue },
            },
          ]
        : [],
    ),
    ...[...decisionsSeen(scene, 'inForce'), ...templates].map(decisionCopy),
  ];
}

/** Without who decided: that is in the organisation's own list. */
function decisionCopy(decision: Identified<Decision>): Copied {
  const { id, question, answer, text, why, conditions, aboutPeople, scope, decidedAt, reviewDue, options } = decision;
  return {
    ...({ kind: 'decision', id, slug: nameOf(decision) } as const),
    body: {
      ...{ isInForce: decision.state === 'active', question, ...(answer ? { answer } : {}), ...(text ? { text } : {}) },
      ...{ why, conditions, aboutPeople, scope, options },
      ...{ ...(decidedAt ? { decidedOn: decidedAt.slice(0, 10) } : {}), ...(reviewDue ? { reviewDue } : {}) },
    },
  };
}

/** Most decisions are made here and have no slug. */
export const nameOf = ({ id, slug }: Identified<Decision>): string => slug ?? `decision-${digest(id).slice(0, 12)}`;
