/** Changes of tools as lines and items: what happened, and which scenarios still wait for their check. */

import { loadAll } from '../../core/documents.ts';
import { historyOf } from '../../core/history.ts';
import { holds } from '../../core/person.ts';
import { addDays, dayOf, daysPast, readableDate } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import type { Section, WorkItem, WorkLine } from '../../core/work-item.ts';
import { changeKind, loadChange, recheckDays } from './changes.ts';
import type { ChangeLine } from './contract.ts';
import { type ToolChange, toolChange } from './model.ts';
import type { Identified } from './rules.ts';
import { type Scene, type SceneDeps, sceneOf } from './scene.ts';

/** A live scenario that still waits for the check that a change asked for. */
export interface Waiting {
  readonly id: string;
  readonly title: string;
  readonly isSeen: boolean;
}

export interface ChangeDeps {
  readonly waitingFor: (turn: Turn, changeId: string) => Promise<readonly Waiting[]>;
}

/** The newest first; there are a few in a year. */
export async function changesOf(deps: SceneDeps & ChangeDeps, turn: Turn, toolId?: string): Promise<ChangeLine[]> {
  const scene = await sceneOf(deps, turn);
  const all = await loadAll(turn.store, changeKind, (body) => toolChange.parse(body));
  const asked = all.filter((each) => toolId === undefined || each.toolId === toolId);
  const newest = asked.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  return Promise.all(newest.map(async (each) => changeLineOf(scene, each, await deps.waitingFor(turn, each.id))));
}

const mayCount = ({ turn }: Scene): boolean => holds(turn.who, ['governance']);

const toolName = ({ rules }: Scene, { toolId }: ToolChange): string => rules.tools.get(toolId)?.name ?? '';

function changeLineOf(scene: Scene, change: Identified<ToolChange>, waiting: readonly Waiting[]): ChangeLine {
  const { id, toolId, title, what, kind, happenedOn, sourceUrl, needsCheck, affectedScenarioIds } = change;
  return {
    ...{ id, toolId, title, what, kind, happenedOn, needsCheck, ...(sourceUrl ? { sourceUrl } : {}) },
    tool: toolName(scene, change),
    kindWord: scene.turn.words(`tools.changeKind.${kind}`),
    // How many there are is said to those who may see them all.
    affected: mayCount(scene) ? affectedScenarioIds.length : 0,
    waiting: mayCount(scene) ? waiting.length : 0,
    isFannedOut: change.fannedOutAt !== undefined,
  };
}

export async function changesWaiting(deps: SceneDeps & ChangeDeps, turn: Turn): Promise<WorkLine[]> {
  const scene = await sceneOf(deps, turn);
  const lines: WorkLine[] = [];
  for (const change of await loadAll(turn.store, changeKind, (body) => toolChange.parse(body))) {
    const waiting = await deps.waitingFor(turn, change.id);
    const found = waiting.length > 0 ? await loadChange(turn.store, change.id) : undefined;
    if (found) lines.push(lineOf(scene, change, waiting, found.version));
  }
  return lines;
}

const dueOn = ({ createdAt }: ToolChange): string => addDays(dayOf(new Date(createdAt)), recheckDays);

function lineOf(scene: Scene, change: Identified<ToolChange>, waiting: readonly Waiting[], version: string): WorkLine {
  const { words, now } = scene.turn;
  const isWaiting = waiting.length > 0;
  return {
    ...{ kind: 'tool-changes', id: change.id, title: change.title, createdAt: change.createdAt, version },
    about: mayCount(scene)
      ? [toolName(scene, change), words('tools.changeAbout', { count: waiting.length })].join(' · ')
      : toolName(scene, change),
    status: isWaiting
      ? { word: words('tools.toCheck'), tone: 'warning' }
      : { word: words('tools.allChecked'), tone: 'good' },
    ...(isWaiting ? { dueAt: `${dueOn(change)}T00:00:00.000Z` } : {}),
    isLate: isWaiting && daysPast(dueOn(change), now) > 0,
    ...{ isUrgent: false, people: 0, bulk: [] },
  };
}

/** The change whole, or nothing where there is none. */
export async function changeItem(
  deps: SceneDeps & ChangeDeps,
  turn: Turn,
  id: string,
): Promise<{ item: WorkItem; version: string } | undefined> {
  const found = await loadChange(turn.store, id);
  if (!found) return undefined;
  const scene = await sceneOf(deps, turn);
  const waiting = await deps.waitingFor(turn, id);
  const change = { ...found.change, id };
  const { version, ...line } = lineOf(scene, change, waiting, found.version);
  const item = {
    ...line,
    heading: change.title,
    sections: sectionsOf(scene, change, waiting),
    actions: [],
    history: await historyFor(deps, scene, id),
  };
  return { item, version };
}

const historyFor = async (deps: SceneDeps, scene: Scene, id: string): Promise<WorkItem['history']> =>
  mayCount(scene) ? historyOf(scene.turn, id, { nameOf: (personId) => deps.nameOf(scene.turn, personId) }) : [];

function sectionsOf(scene: Scene, change: Identified<ToolChange>, waiting: readonly Waiting[]): Section[] {
  const { words } = scene.turn;
  const facts = [
    ['tool', toolName(scene, change)],
    ['changeKind', words(`tools.changeKind.${change.kind}`)],
    ['happenedOn', readableDate(change.happenedOn, words.language)],
    ['source', change.sourceUrl ?? ''],
    ['affected', mayCount(scene) ? affectedLine(scene, change) : ''],
  ] as const;
  const links = waiting
    .filter(({ isSeen }) => isSeen)
    .map(({ id, title }) => ({ title, text: '', path: `/playbook/scenarios/${id}` }));
  return [
    {
      kind: 'facts',
      facts: facts.flatMap(([label, value]) => (value ? [{ label: words(`tools.fact.${label}`), value }] : [])),
    },
    { kind: 'text', heading: words('tools.what'), text: change.what },
    ...(links.length > 0 ? [{ kind: 'links', heading: words('tools.stillToCheck'), links } as const] : []),
  ];
}

const affectedLine = ({ turn }: Scene, { needsCheck, affectedScenarioIds }: ToolChange): string =>
  needsCheck ? turn.words('tools.affected', { count: affectedScenarioIds.length }) : turn.words('tools.noCheck');
