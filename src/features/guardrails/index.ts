/** The rules' door: tools, data classes, guardrails, and the answer to "can I use". */
import { z } from 'zod';
import type { RuleArrivals } from '../../core/arrival.ts';
import type { CommunityDecisions } from '../../core/community.ts';
import type { Copied } from '../../core/copy.ts';
import type { Erasure } from '../../core/erasure.ts';
import { action, type Feature } from '../../core/feature.ts';
import type { Rulebook } from '../../core/rulebook.ts';
import type { Answer, Result, Turn } from '../../core/turn.ts';
import { warm } from '../../core/warm.ts';
import type { QueueSource } from '../../core/work-item.ts';
import { type AfterDeps, afterJobs } from './after.ts';
import { type RulesApiDeps, rulesRoutes } from './api.ts';
import { ruleArrivals } from './arrival.ts';
import { askVerdict, canIUse, canIUseByBot, openChoice, verdictRows } from './ask.ts';
import { fanOutJob } from './changes.ts';
import { newDecisions, type ToolNews, toolNews } from './community.ts';
import { copied } from './copy.ts';
import { loadRules } from './documents.ts';
import { rulesErasure } from './erasure.ts';
import { guardrailQueue, guardrailRoutes } from './guardrail-due.ts';
import { changeQueue, decisionQueue, dueRoute } from './queue.ts';
import { resolve } from './resolve.ts';
import { rulebookOf } from './rulebook.ts';
import { rulingOperations } from './ruling.ts';
import { sceneOf } from './scene.ts';
import { type RulesAsk, type RulesSet, setRules } from './set-rules.ts';

export interface Guardrails extends Feature {
  readonly erasures: readonly Erasure[];
  /** Its part of the review list. */
  readonly queues: readonly QueueSource[];
  /** A governance call as documents: the decision and the rule it changes. */
  rulingOperations: typeof rulingOperations;
  /** The rules of the turn's tenant, as other features see them. */
  rulebook(turn: Pick<Turn, 'store' | 'stamp'>): Promise<Rulebook>;
  verdictRows(turn: Turn, text: string): Promise<Result[]>;
  /** The tool and the kind of data that a text names, when it names exactly one of each. */
  meant(turn: Turn, text: string): Promise<{ toolId: string; dataClassId: string } | undefined>;
  /** For a channel's page: decisions in force that are new. */
  readonly newDecisions: CommunityDecisions;
  /** What changed of tools in use since this moment. */
  toolNews(turn: Turn, since: string): Promise<readonly ToolNews[]>;
  /** Its part of a file with the whole playbook; `isBeyond` = with templates, for those who read them. */
  copied(turn: Turn, isBeyond: boolean): Promise<readonly Copied[]>;
  /** Decisions and rules that come in with a file. */
  readonly arrivals: RuleArrivals;
  /** One answer for several tools, set by whoever acts; what stands in the way as a refusal. */
  setRules(turn: Turn, asked: RulesAsk): Promise<RulesSet>;
  /** The verdict card for a text that names a tool and a kind of data, else nothing. */
  answerFor(turn: Turn, text: string): Promise<Answer | undefined>;
}

const everywhere = ['personal', 'groupChat', 'channel'] as const;
const picked = z.object({ toolId: z.string().max(120), dataClassId: z.string().max(100) });

export interface GuardrailsDeps extends Omit<RulesApiDeps, 'load'>, AfterDeps {
  readonly countryChecks: readonly string[];
}

export function guardrails(options: GuardrailsDeps): Guardrails {
  const copies = warm(async (store) => {
    const rules = await loadRules(store);
    return { rules, rulebook: rulebookOf(rules, options.countryChecks) };
  });
  const deps: RulesApiDeps = { ...options, load: ({ store, stamp }) => copies.at(store, stamp.tools) };
  const queues = [decisionQueue(deps), changeQueue(deps), guardrailQueue(deps)];
  return {
    name: 'guardrails',
    erasures: [rulesErasure],
    queues,
    routes: [...rulesRoutes(deps), dueRoute(queues), ...guardrailRoutes(deps)],
    jobs: [fanOutJob(deps), ...afterJobs(options)],
    rulingOperations,
    rulebook: async (turn) => (await deps.load(turn)).rulebook,
    verdictRows: (turn, text) => verdictRows(deps, turn, text),
    async meant(turn, text) {
      const { tools, dataClass } = resolve((await deps.load(turn)).rules, text);
      const [tool] = tools;
      return tool && tools.length === 1 && dataClass ? { toolId: tool.id, dataClassId: dataClass.id } : undefined;
    },
    newDecisions: async (turn, ask) => newDecisions(turn, (await deps.load(turn)).rules, ask),
    toolNews: async (turn, since) => toolNews(turn, (await deps.load(turn)).rules, since),
    copied: async (turn, isBeyond) => copied(await sceneOf(deps, turn), isBeyond),
    arrivals: ruleArrivals((turn) => deps.load(turn)),
    setRules: (turn, asked) => setRules(deps, turn, asked),
    answerFor: async (turn, text) =>
      (await verdictRows(deps, turn, text)).length > 0 ? canIUseByBot(deps, turn, text) : undefined,
    commands: [
      { name: 'canIUse', scopes: everywhere, listed: true, run: (turn, rest) => canIUseByBot(deps, turn, rest) },
    ],
    searches: [
      { command: 'canIUse', parameters: ['q'], initialRun: false, run: (turn, call) => canIUse(deps, turn, call) },
    ],
    actions: [
      action('askVerdict', picked, (turn, { toolId, dataClassId }) => askVerdict(deps, turn, toolId, dataClassId)),
      action('askCanIUse', z.object({}), (turn) => openChoice(deps, turn)),
    ],
  };
}
