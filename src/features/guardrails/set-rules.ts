/** One answer for several tools at once, as the set-up asks for it: each cell of the matrix is a decision of its own. */
import type { Reply } from '../../core/route.ts';
import { readStamp } from '../../core/stamp.ts';
import type { Turn } from '../../core/turn.ts';
import type { RuleBody } from './contract.ts';
import { refused } from './refusals.ts';
import { ruleFor, type SetRuleDeps, saveRule, settingOf } from './set-rule.ts';

export interface RulesAsk {
  readonly toolIds: readonly string[];
  readonly answers: readonly RuleBody[];
}

export type RulesSet = { kind: 'done' } | Extract<Reply, { kind: 'refused' }>;

/** What stands there already as it is asked for is not decided again: a try that was cut off goes on. */
export async function setRules(deps: SetRuleDeps, turn: Turn, { toolIds, answers }: RulesAsk): Promise<RulesSet> {
  for (const toolId of toolIds)
    for (const rule of answers) {
      const done = await setOne(deps, turn, { toolId, rule });
      if (done.kind === 'refused') return done;
    }
  return { kind: 'done' };
}

async function setOne(
  deps: SetRuleDeps,
  turn: Turn,
  asked: { readonly toolId: string; readonly rule: RuleBody },
  tries = 3,
): Promise<RulesSet> {
  const now = { ...turn, stamp: await readStamp(turn.store) };
  const found = await settingOf(deps, now, asked);
  if (found.kind === 'refused') return found;
  const { setting } = found;
  const stands = ruleFor(setting.tool, asked.rule.dataClassId);
  const isSame = stands?.verdict === setting.rule.verdict && stands.reason === setting.rule.reason;
  if (isSame || (await saveRule(deps, now, setting))) return { kind: 'done' };
  return tries > 1 ? setOne(deps, turn, asked, tries - 1) : refused('stale');
}
