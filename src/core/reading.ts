/** A scenario as one reader may see it, for what is written down of it. Served by features/playbook. */

export interface PrintedTool {
  readonly name: string;
  readonly sign: string;
  readonly word: string;
  readonly conditions: readonly string[];
}

export interface PrintedScenario {
  readonly id: string;
  readonly title: string;
  readonly helpsYou: string;
  readonly problem: string;
  readonly task: string;
  readonly roles: readonly string[];
  readonly workflow: { readonly name: string };
  readonly step: { readonly order: number; readonly of: number; readonly title: string };
  readonly hold: string;
  /** Best first. */
  readonly tools: readonly PrintedTool[];
  readonly alternative: string;
  readonly inputs: readonly { readonly name: string; readonly where: string; readonly dataClass: string }[];
  readonly dataClass: { readonly name: string; readonly description: string };
  readonly time: { readonly line: string };
  readonly checkedLine: string;
  readonly whenNotToUse: readonly string[];
  readonly prompts: readonly {
    readonly purpose: 'draft' | 'refine' | 'check';
    readonly title: string;
    readonly text: string;
    readonly variables: readonly { readonly name: string; readonly label: string }[];
  }[];
  readonly steps: readonly { readonly text: string; readonly byHuman: boolean }[];
  readonly criteria: readonly { readonly text: string }[];
  readonly guardrails: readonly { readonly rule: string }[];
  readonly humanCheck: { readonly who: string; readonly what: string };
  readonly owner?: string | undefined;
  readonly hrLead?: string | undefined;
  readonly edition: { readonly number: number };
}

/** Undefined for what this reader may not see, and for what is not there. */
export type Printed = PrintedScenario | undefined;
