/** How a scenario has proved itself lately (product 7.4). Served by features/measures, shown by features/playbook. */
export interface Proof {
  /** The live version that it is of. */
  readonly version: number;
  /** By use and ratings; open questions, a hold and the state count on top, at once. */
  readonly isProven: boolean;
  /** The last version that was. */
  readonly provenIn?: number | undefined;
  /** Minutes that were measured here, in place of a guess. */
  readonly measured?: { readonly before: number; readonly after: number; readonly n: number } | undefined;
}

export type Proofs = ReadonlyMap<string, Proof>;
