/** One flag before one reader, as the tab shows it. */
import { historyOf } from '../../core/history.ts';
import { type Reply, refuse } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { lastUndo } from '../../core/undo.ts';
import type { Section, WorkItem } from '../../core/work-item.ts';
import { actionsOf } from './actions.ts';
import type { ItemData } from './cards/item.card.ts';
import type { FlagDeps } from './form.ts';
import { lineOf } from './line.ts';
import { type Before, before } from './press.ts';
import { viewOf } from './review.ts';

/** What this reader may not see is answered like what does not exist. */
export async function shown(deps: FlagDeps, turn: Turn, flagId: string, note?: string): Promise<Reply<WorkItem>> {
  const at = await before(deps, turn, flagId);
  if (!at) return refuse('not_found');
  return { kind: 'ok', body: await itemOf(deps, turn, at, note), version: at.loaded.version };
}

async function itemOf(deps: FlagDeps, turn: Turn, at: Before, note?: string): Promise<WorkItem> {
  const { loaded, actor } = at;
  const view = await viewOf(deps, turn, at);
  const { version: _, ...line } = lineOf({ turn, loaded, actor, names: () => view.assignee, about: view.contextLine });
  const last = await lastUndo(turn, loaded.id);
  return {
    ...line,
    heading: view.heading,
    sections: sectionsOf(turn, at, view),
    actions: actionsOf(turn, loaded, view),
    // Who asked reads the answer and the thread; who took it when is for those who work on it.
    history: actor.isReviewer || actor.isGovernance ? await historyFor(deps, turn, at) : [],
    ...(last ? { undo: { label: turn.words('undo.label'), until: last.until.toISOString() } } : {}),
    ...(note ? { note } : {}),
  };
}

/** A reviewer is named; who asked is said by name only where the item itself says it. */
const historyFor = (deps: FlagDeps, turn: Turn, { loaded, actor }: Before) =>
  historyOf(turn, loaded.id, {
    async nameOf(personId) {
      if (personId === loaded.flag.reporterId && (actor.isAuthor || !actor.isReviewer))
        return turn.words('flag.byReporter');
      return deps.nameOf(turn, personId);
    },
  });

/** Short enough to stand in its title as it is. */
const isWhole = (question: string): boolean => question.length <= 120 && !question.includes('\n');

function sectionsOf({ words }: Turn, { loaded }: Before, view: ItemData): Section[] {
  const { flag } = loaded;
  const facts = [
    ...(view.hasAsker ? [{ label: words('card.flagItem.asker'), value: view.asker }] : []),
    ...(flag.urgency === 'normal'
      ? []
      : [{ label: words('flag.urgencyLabel'), value: words(`flag.urgency.${flag.urgency}`) }]),
    ...(view.hasAssignee ? [{ label: words('card.flagItem.assignee'), value: view.assignee }] : []),
  ];
  const thread = flag.thread ?? [];
  return [
    ...(isWhole(flag.question) ? [] : [{ kind: 'quote', text: flag.question } as const]),
    ...(facts.length > 0 ? [{ kind: 'facts', facts } as const] : []),
    ...(thread.length > 0
      ? [
          {
            kind: 'thread',
            entries: view.thread.map(({ by, text }, at) => ({ by, text, at: thread[at]?.at ?? '', isMine: false })),
          } as const,
        ]
      : []),
    ...(flag.answer === undefined ? [] : [{ kind: 'text', heading: view.answerBy, text: flag.answer } as const]),
    ...proposalSection(view),
    ...view.precedents.map(({ question, text }) => ({
      kind: 'text' as const,
      heading: words('card.flagItem.precedents'),
      text: `${question}\n\n${text}`,
    })),
  ];
}

const proposalSection = ({ hasProposal, proposalTitle, proposalBy, proposalLines }: ItemData): Section[] =>
  hasProposal
    ? [{ kind: 'list', heading: proposalTitle, lines: [proposalBy, ...proposalLines.map(({ text }) => text)] }]
    : [];
