/** First words, help, and the way on. */
import { z } from 'zod';
import type { Card } from '../../core/card.ts';
import { rootOf } from '../../core/channel.ts';
import { action, type Feature } from '../../core/feature.ts';
import { derivedId } from '../../core/ids.ts';
import { holdsAnywhere } from '../../core/person.ts';
import { placeOf } from '../../core/place.ts';
import { type Ready, ready } from '../../core/ready.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import type { Words } from '../../core/words.ts';
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

export function welcome(options: WelcomeDeps): Feature {
  const deps = { ...options, cards: ready<Card>((card) => card.json.length) };
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

type Welcome = WelcomeDeps & { readonly cards: Ready<Card> };

/** One welcome for each conversation, however often Teams says that the app was added. */
async function greet(deps: Welcome, turn: Turn): Promise<Answer> {
  const conversation = rootOf(turn.where.conversationId);
  const first = await deps.firstMeeting(turn, derivedId('conversation', turn.who.tenantId, conversation));
  return first ? help(deps, turn, 'welcome') : { kind: 'silent' };
}

async function help(deps: Welcome, turn: Turn, tone: Tone = 'help'): Promise<Answer> {
  const { words, where, who, stamp } = turn;
  const personal = where.conversation === 'personal';
  const asksRole = personal && who.roleIds.length === 0;
  const roles = asksRole ? await deps.roles(turn) : [];
  const place = placeOf(turn);
  const hasWork = personal && holdsAnywhere(who, workGrants);
  const isChannel = where.conversation === 'channel';
  const faces = [tone, place, personal, isChannel, asksRole, hasWork];
  const key = [who.tenantId, stamp.content, words.language, ...faces].join('/');
  const card = deps.cards(key, () => {
    const data = {
      ...said(words, tone, { personal, isChannel, hasWork, isExample: deps.isExample }),
      asksRole,
      roles: roles.map(choiceOf),
    };
    return welcomeCard.render(data, words, place);
  });
  return { kind: 'card', card };
}

type Tone = 'help' | 'welcome';

const workGrants = ['manager', 'hrLead', 'governance', 'owner', 'host'] as const;

const choiceOf = ({ id, name }: { id: string; name: string }) => ({ title: name, choiceId: id });

interface Where {
  readonly personal: boolean;
  readonly isChannel: boolean;
  /** Whose rights bring them work. */
  readonly hasWork: boolean;
  readonly isExample: boolean;
}

function said(words: Words, tone: Tone, { personal, isChannel, hasWork, isExample }: Where) {
  const points = [
    'find',
    'canIUse',
    'extension',
    'share',
    personal ? 'personal' : 'mention',
    'community',
    'toDo',
  ].filter((point) => (point !== 'community' || isChannel) && (point !== 'toDo' || hasWork));
  return {
    summary: words(`${tone}.summary`),
    heading: words(`${tone}.heading`),
    points: points.map((point) => ({ text: words(`help.point.${point}`) })),
    hasNote: isExample,
    note: isExample ? words('help.exampleNote') : '',
  };
}
