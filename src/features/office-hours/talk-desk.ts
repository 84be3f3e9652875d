/** What the talk of a session needs of others: the words of its community, what is open elsewhere, and records to be made of it. */
import type { Card } from '../../core/card.ts';
import type { CommunityFinds, CommunityView } from '../../core/community.ts';
import type { WriteOperation } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import type { WordsFor } from '../../core/words.ts';
import type { Desk } from './desk.ts';
import type { Session, Topic } from './model.ts';
import type { LineUp } from './talk-line.ts';

/** An open question by what it is about alone: neither its text nor who asked it. */
export interface OpenQuestion {
  readonly id: string;
  readonly tool: string;
  readonly dataClass: string;
}

/** Something of another feature that a session may talk about. */
export interface Talking {
  readonly id: string;
  readonly title: string;
}

/** A question that a session left open, to be asked where questions are answered. */
export interface AskCall {
  readonly id: string;
  readonly question: string;
  readonly departmentId?: string | undefined;
}

/** Something that a session wants others to try. */
export interface ShareCall {
  readonly id: string;
  readonly title: string;
  readonly authorId: string;
  readonly credit: 'named' | 'communityOnly';
  readonly departmentId?: string | undefined;
}

export type DraftStarted =
  | { readonly kind: 'ok'; readonly operations: readonly WriteOperation[] }
  /** Somebody has begun one already: that one is gone on with. */
  | { readonly kind: 'begun' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'missing' };

export interface TalkDeps {
  readonly wordsFor: WordsFor;
  /** One plain thing said to one person. */
  readonly noteCard: (turn: Turn, note: { heading: string; text: string }) => Card;
  /** Puts the card of a session up in the channels of its community, or brings it up to date there. */
  readonly postSession: (
    turn: Pick<Turn, 'now'>,
    sessionId: string,
    community: Pick<CommunityView, 'addresses' | 'language'>,
  ) => readonly WriteOperation[];
  /** What everyone may see of the newest discoveries. */
  readonly finds: CommunityFinds;
  readonly openQuestions: (turn: Turn, departmentIds: readonly string[]) => Promise<readonly OpenQuestion[]>;
  /** Scenarios that this reader may see and that did not work for people. */
  readonly weakScenarios: (turn: Turn, departmentIds: readonly string[]) => Promise<readonly Talking[]>;
  readonly toolChanges: (turn: Turn, since: string) => Promise<readonly Talking[]>;
  readonly ask: (turn: Turn, call: AskCall) => Promise<readonly WriteOperation[]>;
  readonly share: (turn: Turn, call: ShareCall) => Promise<readonly WriteOperation[]>;
  readonly startDraft: (turn: Turn, scenarioId: string) => Promise<DraftStarted>;
}

/** The same with what this part keeps for itself. */
export interface TalkDesk extends Desk {
  /** Whoever presses on a session or a topic in this process waits for whoever does so already. */
  readonly sessionLine: LineUp<Session>;
  readonly topicLine: LineUp<Topic>;
}
