/** A discovery as others read it. Pure. */
import { textLines } from '../../core/lines.ts';
import type { Turn } from '../../core/turn.ts';
import type { DiscoveryData } from './cards/discovery.card.ts';
import { openStates } from './documents.ts';
import type { Look } from './look.ts';
import type { Discovery } from './model.ts';

const similarShown = 5;

/** "Shared by Sam Sample", by the author's choice. */
export const byLine = ({ turn, loaded, names }: Pick<Look, 'turn' | 'loaded' | 'names'>): string => {
  const name = names(loaded.discovery.credit === 'named' ? loaded.discovery.authorId : '');
  return name === '' ? '' : turn.words('discovery.by', { name });
};

/** Tool, kind of data and task, in the names of today. */
export function contextLine({ rulebook, loaded, task }: Pick<Look, 'rulebook' | 'loaded' | 'task'>): string {
  const { toolId = '', dataClassId } = loaded.discovery;
  return [rulebook.tool(toolId)?.name, rulebook.dataClass(dataClassId)?.name, task].filter(Boolean).join(' · ');
}

export const similarLines = ({ similar }: Pick<Look, 'similar'>) =>
  similar.slice(0, similarShown).map(({ title }) => ({ text: title }));

export const usesLine = ({ words }: Turn, count: number): string =>
  count > 0 ? words('discovery.uses', { count }) : '';

/** What everybody may know of where it stands; that nobody has looked yet, or what was asked, is not for others. */
export function statusLine({ turn, loaded, made }: Look): string {
  const { words } = turn;
  const { state } = loaded.discovery;
  if (state === 'merged')
    return made ? words('discovery.joinedWith', { title: made.title }) : words('discovery.state.merged');
  return ['accepted', 'inPlaybook', 'withdrawn'].includes(state) ? words(`discovery.state.${state}`) : '';
}

/** On a card that stands in a chat the prompt waits behind "See". */
export function readerView(look: Look, noteLine = ''): DiscoveryData {
  const { turn, loaded, actor, isPost, made, isUsed } = look;
  const { id, discovery } = loaded;
  const isOpen = openStates.includes(discovery.state);
  const isGone = discovery.state === 'withdrawn';
  const title = isGone ? turn.words('discovery.one') : discovery.title;
  const lines = {
    by: isGone ? '' : byLine(look),
    context: isGone ? '' : contextLine(look),
    uses: usesLine(turn, look.uses),
    status: statusLine(look),
  };
  const prompt = isPost || isGone ? [] : textLines(discovery.promptText ?? '');
  return {
    summary: turn.words('discovery.summary', { title }),
    discoveryId: id,
    title,
    hasNote: noteLine !== '',
    noteLine,
    hasBy: lines.by !== '',
    byLine: lines.by,
    what: whatLines(discovery),
    hasContext: lines.context !== '',
    contextLine: lines.context,
    hasUses: lines.uses !== '',
    usesLine: lines.uses,
    hasStatus: lines.status !== '',
    statusLine: lines.status,
    similar: similarLines(look),
    hasPrompt: prompt.length > 0 && made?.kind !== 'scenario',
    hasPromptAside: prompt.length > 0 && made?.kind === 'scenario',
    prompt,
    canReuse: isOpen && !actor.isAuthor && !isUsed,
    canSee: isPost && isOpen,
    hasMade: made?.kind === 'scenario',
    madeId: made?.id ?? '',
    canFlag: isOpen,
    ...flagData(discovery),
  };
}

/** A text that is its own title is said once. */
export const whatLines = ({ title, what }: Discovery) => (what === title ? [] : textLines(what));

const flagData = ({ scenarioId = '', toolId = '', dataClassId }: Discovery) => ({ scenarioId, toolId, dataClassId });
