/** First words, help, and the way on. */
import { z } from 'zod';
import { action, type Feature } from '../../core/feature.ts';
import { derivedId } from '../../core/ids.ts';
import { placeOf } from '../../core/place.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { welcomeCard } from './cards/welcome.card.ts';

export interface WelcomeDeps {
  readonly roles: (turn: Turn) => Promise<readonly { id: string; name: string }[]>;
  /** Keeps the role that was chosen here, then opens where to start. */
  readonly chooseRole: (turn: Turn, roleId: string) => Promise<Answer>;
  /** True the first time a conversation is met, and remembers how the bot reaches a person. */
  readonly firstMeeting: (turn: Turn, conversationKey: string) => Promise<boolean>;
  /** True when the playbook is example content. */
  readonly isExample: boolean;
}

const everywhere = ['personal', 'groupChat', 'channel'] as const;

export function welcome(deps: WelcomeDeps): Feature {
  return {
    name: 'welcome',
    commands: [{ name: 'help', scopes: everywhere, listed: true, run: (turn) => help(deps, turn) }],
    actions: [
      action('chooseRole', z.object({ roleId: z.string().max(100).default('') }), (turn, { roleId }) =>
        deps.chooseRole(turn, roleId),
      ),
    ],
    events: [{ on: 'installed', run: (turn) => greet(deps, turn) }],
  };
}

/** One welcome for each conversation, however often Teams says that the app was added. */
async function greet(deps: WelcomeDeps, turn: Turn): Promise<Answer> {
  const first = await deps.firstMeeting(turn, derivedId('conversation', turn.who.tenantId, turn.where.conversationId));
  return first ? help(deps, turn, 'welcome') : { kind: 'silent' };
}

async function help(deps: WelcomeDeps, turn: Turn, tone: 'help' | 'welcome' = 'help'): Promise<Answer> {
  const { words, where, who } = turn;
  const personal = where.conversation === 'personal';
  const asksRole = personal && who.roleIds.length === 0;
  const heading = words(`${tone}.heading`);
  const points = ['find', 'canIUse', 'extension', personal ? 'personal' : 'mention'];
  const data = {
    summary: words(`${tone}.summary`),
    heading,
    points: points.map((point) => ({ text: words(`help.point.${point}`) })),
    asksRole,
    roles: asksRole ? (await deps.roles(turn)).map((r) => ({ title: r.name, choiceId: r.id })) : [],
    hasNote: deps.isExample,
    note: deps.isExample ? words('help.exampleNote') : '',
  };
  return { kind: 'card', card: welcomeCard.render(data, words, placeOf(turn)) };
}
