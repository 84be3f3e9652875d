/** One document of a load, and what a load depends on. */

export interface Item {
  readonly kind: string;
  readonly id: string;
  readonly body: Record<string, unknown>;
  /** The part whose change means a newer starter text. */
  readonly source: unknown;
}

export interface LoadOptions {
  readonly which: 'starter' | 'demo';
  readonly tenantId: string;
  readonly now: Date;
  /** The first owner, who answers for S18 until people are named. */
  readonly ownerId?: string;
}

export type Ids = (kind: string, slug: string) => string;

/** Days after which each is looked at again. */
export const reviewDays = { scenario: 90, toolRule: 90, guardrail: 180, lawGuardrail: 90 };
/** Published by the load itself, so that there is one to use on the first day. */
export const alwaysReady = 'is-this-a-good-task';
