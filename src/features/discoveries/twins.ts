/** What looks like a discovery (product 7.5): live scenarios, their prompts, and what others shared in the last year. */
import { findAll } from '../../core/documents.ts';
import type { LiveScenario } from '../../core/playbook-view.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { actorOf, kind, type Loaded, loadDiscovery, loadedOf, openStates } from './documents.ts';
import { mayRead } from './lifecycle.ts';
import { type Likened, type Likener, likened, likeness, similarFrom, type Texts, twinFrom } from './likeness.ts';
import type { Discovery, SimilarItem } from './model.ts';

const yearMs = 365 * 86_400_000;
const mostKept = 20;

export type Told = Pick<Discovery, 'title' | 'what' | 'promptText' | 'workflowId' | 'roleId' | 'toolId'>;

const contextOf = ({ workflowId, roleId, toolId }: Told) => ({
  workflowId,
  roleIds: roleId ? [roleId] : [],
  toolIds: toolId ? [toolId] : [],
});
const textsOf = (told: Told): Texts => ({
  said: `${told.title} ${told.what}`,
  prompt: told.promptText,
  context: contextOf(told),
});
/** A prompt has no story of its own: its words stand for one, and meet all words of the other side. */
const wholeOf = (told: Told): Texts => ({ ...textsOf(told), said: `${textsOf(told).said} ${told.promptText ?? ''}` });

/** Everything alike, whoever may see it, best first: kept with the discovery, sifted for every reader. */
export async function alikeOf(desk: Desk, turn: Turn, told: Told, exceptId = ''): Promise<SimilarItem[]> {
  const own = likened(textsOf(told), desk.terms);
  const whole = likened(wholeOf(told), desk.terms);
  const { tenantId } = turn.store;
  const scenarios = (await desk.live(turn)).flatMap((scenario) => {
    const readOnce: Likener = (key, texts) =>
      desk.likener(`${tenantId}/${scenario.id}/${scenario.revision}/${key}`, texts);
    return bestOf(scenario, own, whole, readOnce);
  });
  const discoveries: SimilarItem[] = [];
  const since = new Date(turn.now.getTime() - yearMs).toISOString();
  for await (const document of findAll(turn.store, {
    kind,
    where: [['createdAt', '>=', since]],
    orderBy: { field: 'createdAt', direction: 'desc' },
  })) {
    const { id, version, discovery } = loadedOf(document);
    if (id === exceptId || !openStates.includes(discovery.state)) continue;
    const other = desk.likener(`${tenantId}/${id}/${version}`, textsOf(discovery));
    discoveries.push(scored('discovery', id, likeness(own, other)));
  }
  return [...scenarios, ...discoveries]
    .filter(({ score }) => score >= similarFrom)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostKept);
}

const scored = (of: SimilarItem['kind'], id: string, score: number): SimilarItem => ({
  ...{ kind: of, id },
  score: Math.min(1, Math.round(score * 1e6) / 1e6),
});

/** A scenario once: as itself, or by the prompt that is more alike. */
function bestOf(scenario: LiveScenario, own: Likened, whole: Likened, readOnce: Likener): SimilarItem[] {
  const { workflowId, roleIds, toolIds } = scenario;
  const context = { workflowId, roleIds, toolIds };
  const itself = readOnce('itself', { said: `${scenario.title} ${scenario.what}`, context });
  const prompts = scenario.prompts.map((prompt) => {
    const texts = { said: `${prompt.title} ${prompt.text}`, prompt: prompt.text, context };
    return scored('prompt', prompt.id, likeness(whole, readOnce(prompt.id, texts)));
  });
  const [best] = [scored('scenario', scenario.id, likeness(own, itself)), ...prompts].toSorted(
    (a, b) => b.score - a.score,
  );
  return best ? [best] : [];
}

/** One alike that this reader may see. */
export interface Seen {
  readonly kind: SimilarItem['kind'];
  readonly id: string;
  readonly title: string;
  /** Of a prompt, the scenario it stands in. */
  readonly scenarioId: string;
  readonly isTwin: boolean;
  readonly discovery?: Loaded;
}

/** Only what the reader may see (product 5.2, T22). */
export async function sifted(desk: Desk, turn: Turn, similar: readonly SimilarItem[]): Promise<Seen[]> {
  const live = (await desk.live(turn)).filter(({ isSeen }) => isSeen);
  const found = await Promise.all(similar.map((item) => seenOf(desk, turn, live, item)));
  return found.filter((item) => item !== undefined);
}

async function seenOf(
  desk: Desk,
  turn: Turn,
  live: readonly LiveScenario[],
  item: SimilarItem,
): Promise<Seen | undefined> {
  const isTwin = item.score >= twinFrom;
  if (item.kind === 'discovery') {
    const loaded = await loadDiscovery(turn.store, item.id);
    const isShown = loaded && openStates.includes(loaded.discovery.state);
    if (!isShown || !mayRead(loaded.discovery, await actorOf(desk, turn, loaded))) return undefined;
    return { ...item, title: loaded.discovery.title, scenarioId: '', isTwin, discovery: loaded };
  }
  const scenario = live.find(({ id, prompts }) =>
    item.kind === 'scenario' ? id === item.id : prompts.some((prompt) => prompt.id === item.id),
  );
  if (!scenario) return undefined;
  const prompt = scenario.prompts.find(({ id }) => id === item.id);
  return { ...item, title: prompt?.title ?? scenario.title, scenarioId: scenario.id, isTwin };
}
