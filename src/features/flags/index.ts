/** The flags' door: ask about a gray area from a card, a message or the bot. Reviewing them comes with its own issue. */
import { action, type Feature } from '../../core/feature.ts';
import { shorten } from '../../core/text.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { about, type FlagDeps, openForm, sent } from './form.ts';
import { send } from './send.ts';

const everywhere = ['personal', 'groupChat', 'channel'] as const;

export function flags(deps: FlagDeps): Feature {
  return {
    name: 'flags',
    commands: [{ name: 'flag', scopes: everywhere, listed: true, run: (turn, rest) => flagByBot(deps, turn, rest) }],
    dialogs: [
      {
        id: 'flagGrayArea',
        contexts: ['compose', 'message'],
        open: (turn, message) =>
          openForm(deps, turn, about.parse({ question: quoted(message?.text ?? ''), sourceLink: message?.link ?? '' })),
      },
    ],
    actions: [
      action('flagForm', about, (turn, data) => openForm(deps, turn, data)),
      action('sendFlag', sent, (turn, data) => send(deps, turn, data)),
    ],
  };
}

/** The message's words as the start of a question; the person asks the rest. */
const quoted = (text: string): string => (text === '' ? '' : `"${shorten(text, 400)}"\n`);

/** A flag is personal: outside the 1:1 chat its form goes there. */
async function flagByBot(deps: FlagDeps, turn: Turn, text: string): Promise<Answer> {
  const form = await openForm(deps, turn, about.parse({ question: text }));
  if (form.kind !== 'form' || turn.where.conversation === 'personal') return form;
  return { kind: 'personal', card: form.card, note: turn.words('flag.movedTo1on1') };
}
