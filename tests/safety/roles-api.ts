/** The doors of the tab's API in the matrix: a try is a request of somebody who is signed in. One file for each feature has its runners. */
import type { ApiAnswer, Caller } from '../helpers/api.ts';
import type { Stage, Try } from './roles-try.ts';

export interface ApiStage extends Stage {
  /** An owner who may write everywhere, and takes part in no column. */
  readonly strong: Caller;
}

export interface ApiCase extends Try {
  readonly request: (as: Caller) => Promise<ApiAnswer>;
  readonly isDone: (answer: ApiAnswer) => boolean | Promise<boolean>;
  /** Puts back what other tries need. */
  readonly after?: () => Promise<unknown>;
}

export type ApiRunner = (stage: ApiStage, personId: string, isMine: boolean) => Promise<readonly ApiCase[]>;
export type ApiRows = readonly (readonly [row: number, run: ApiRunner])[];
/** Routes that no row of the matrix speaks of, each with what holds them instead. */
export type Unspoken = Readonly<Record<string, string>>;

/** The stored version as it leaves in an `ETag`. */
export const tagIn = async ({ store }: Stage, kind: string, id: string): Promise<string> =>
  Buffer.from((await store.get(kind, id))?.version ?? '').toString('base64url');

export const bodyIn = async ({ store }: Stage, kind: string, id: string) => Object((await store.get(kind, id))?.body);

export const says = (words: string) => (answer: ApiAnswer) => JSON.stringify(answer.body).includes(words);
export const worked = ({ status }: ApiAnswer): boolean => status < 300;
