/** What other features may ask of the rules: the tools, the data classes and the verdict. Served by features/guardrails. */

export type VerdictWord = 'allowed' | 'withConditions' | 'undecided' | 'notAllowed';

/** Yes, or yes with conditions. */
export const isUsable = (word: VerdictWord): boolean => word === 'allowed' || word === 'withConditions';

/** A sentence of the tenant's own (`text`) or one of ours (`code` of `verdict.reason.<code>`). */
export type Reason =
  | { readonly text: string }
  | { readonly code: string; readonly values?: Record<string, string | number> };

/** What the verdict needs to know of a scenario. */
export interface ScenarioFacts {
  readonly id: string;
  readonly workflowId: string;
  readonly departmentId: string;
  readonly toolIds: readonly string[];
  readonly dataClassId: string;
  readonly guardrailIds: readonly string[];
  readonly hold?: { readonly reason: string };
}

export interface VerdictQuestion {
  readonly toolId: string;
  /** `unknown` = "I don't know", which counts as the highest class. */
  readonly dataClassId: string;
  readonly scenario?: ScenarioFacts;
  readonly reader: { readonly departmentId?: string; readonly roleIds: readonly string[] };
  readonly now: Date;
}

export interface VerdictAnswer {
  readonly verdict: VerdictWord;
  readonly toolId: string;
  readonly dataClassId: string;
  readonly reasons: readonly Reason[];
  readonly conditions: readonly Reason[];
  /** The best other tool that may see this data. */
  readonly alternative?: { readonly toolId: string; readonly verdict: VerdictWord };
  /** The highest class that the asked tool may see, when it may not see this one. */
  readonly fineWith?: string;
  readonly decisionIds: readonly string[];
  readonly decidedAt?: string;
  /** Past its review date, but not long enough to lose its force. */
  readonly dueForCheck: boolean;
  /** True when nobody has decided: the answer offers "Flag it". */
  readonly offerFlag: boolean;
}

export interface ToolView {
  readonly id: string;
  readonly name: string;
  readonly accountKind: 'work' | 'personal' | 'none';
  readonly maxPromptChars?: number;
  /** Address with `{prompt}`, where governance allowed "Open in tool". */
  readonly launchUrlTemplate?: string;
}

export interface DataClassView {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly rank: number;
  readonly examples: readonly string[];
}

export interface GuardrailView {
  readonly id: string;
  readonly name: string;
  readonly rule: string;
  readonly why: string;
  readonly do: readonly string[];
  readonly doNot: readonly string[];
  readonly level: 'remind' | 'confirm' | 'stop';
  /** Kinds of findings it acts on; empty = it always applies. */
  readonly findings: readonly string[];
  /** Watch items, not advice: for the HR lead and governance, never without their day. */
  readonly lawNotes: readonly LawNoteView[];
}

export interface LawNoteView {
  readonly place: string;
  readonly title: string;
  readonly status: string;
  readonly asOf: string;
  readonly sourceUrl?: string | undefined;
}

/** What the local check found in a text: kinds and places, never kept. */
export interface TextCheck {
  readonly findings: readonly { readonly kind: string; readonly from: number; readonly to: number }[];
  /** The data class the findings imply; undefined when there is none. */
  readonly dataClassId?: string;
  /** The text with each finding replaced by its [placeholder]. */
  readonly masked: string;
}

export interface Rulebook {
  verdict(question: VerdictQuestion): VerdictAnswer;
  /** Readers of the same kind get the same verdicts: what the rules name of them. */
  readerKind(reader: VerdictQuestion['reader']): string;
  tool(id: string): ToolView | undefined;
  /** Tools of which this is the name or an alias. */
  toolsNamed(name: string): readonly ToolView[];
  /** Those in use, by name. */
  tools(): readonly ToolView[];
  dataClass(id: string): DataClassView | undefined;
  classes(): readonly DataClassView[];
  /** Active guardrails of a scenario: attached by hand or added by rule. */
  guardrailsOf(scenario: ScenarioFacts): readonly GuardrailView[];
  /** All that are active, by name. */
  guardrails(): readonly GuardrailView[];
  check(text: string): TextCheck;
}
