/** Whatever text no command took is a question: the best three items of the playbook, or a friendly way on. */
import type { Feature } from '../../core/feature.ts';
import type { Answer, Turn } from '../../core/turn.ts';

export interface AskDeps {
  /** The verdict card when the text names a tool, else nothing. */
  readonly verdictFor: (turn: Turn, text: string) => Promise<Answer | undefined>;
  /** The best scenarios for the text, or what to do when there is none. */
  readonly answer: (turn: Turn, text: string) => Promise<Answer>;
}

const everywhere = ['personal', 'groupChat', 'channel'] as const;

export function ask(deps: AskDeps): Feature {
  const reply = async (turn: Turn, text: string): Promise<Answer> =>
    text === ''
      ? { kind: 'message', text: turn.words('ask.howTo') }
      : ((await deps.verdictFor(turn, text)) ?? deps.answer(turn, text));
  return { name: 'ask', commands: [{ name: 'ask', scopes: everywhere, listed: true, run: reply }], fallback: reply };
}
