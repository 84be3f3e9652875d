/** The playbook to be written down: what a reader may see of it, or for those who lead also what is still being written. */
import type { Copied } from '../../core/copy.ts';
import { findAll } from '../../core/documents.ts';
import { type GrantName, holds, holdsAnywhere } from '../../core/person.ts';
import type { Turn } from '../../core/turn.ts';
import type { Identified } from './book.ts';
import { type DraftContract, draftContract } from './edit-contract.ts';
import { headsThat } from './edit-documents.ts';
import { anyVersion, textOf } from './edit-draft.ts';
import type { Scenario, Workflow } from './model.ts';
import type { Scene } from './view.ts';
import { isFindable, sightOf } from './visibility.ts';

const leading: readonly GrantName[] = ['manager', 'hrLead', 'owner', 'admin'];

/** May take along what is beyond their own view: drafts (reliability 5, cell 19). */
export const mayCopyBeyond = ({ who, book }: Scene): boolean =>
  holdsAnywhere(who, leading) || [...book.workflows.values()].some((workflow) => leads(workflow, who));

const leads = ({ ownerId, hrLeadId, departmentId }: Workflow, who: Turn['who']): boolean =>
  ownerId === who.personId || hrLeadId === who.personId || holds(who, leading, departmentId);

interface Text {
  readonly id: string;
  readonly head: Pick<Scenario, 'slug' | 'workflowId' | 'stepOrder'>;
  readonly text: object;
}

export async function copied(turn: Turn, scene: Scene, isBeyond: boolean): Promise<Copied[]> {
  const { book, who } = scene;
  const texts = isBeyond ? await textsBeyond(turn, scene) : liveTexts(scene);
  const workflows = [...book.workflows.values()].filter(
    (each) => each.stage !== 'retired' && (sightOf(each, who, book) === 'full' || (isBeyond && leads(each, who))),
  );
  const packIds = new Set(texts.flatMap(({ text }) => ('packId' in text ? [String(text.packId)] : [])));
  return [
    ...[...book.departments.values()].map((each) => ofKind('department', each, { name: each.name })),
    ...[...book.roles.values()].filter(({ active }) => active).map((each) => ofKind('role', each, roleBody(each))),
    ...workflows.map((each) => ofKind('workflow', each, workflowBody(each))),
    ...[...book.packs.values()]
      .filter(({ id }) => packIds.has(id))
      .map((each) => ofKind('pack', each, { title: each.title, blocks: each.blocks, scenarioIds: each.scenarioIds })),
    ...texts.map(({ id, head, text }) => {
      const { workflowId, stepOrder } = head;
      return ofKind('scenario', { id, slug: head.slug }, { workflowId, stepOrder, ...withoutIds(text) });
    }),
  ];
}

const ofKind = (kind: Copied['kind'], { id, slug }: { id: string; slug: string }, body: object): Copied => ({
  ...{ kind, id, slug, body },
});

type Role = Scene['book']['everyone'] & object;
const roleBody = ({ name, departmentId, aliases, matchTitles, startScenarioId }: Role) => ({
  ...{ name, ...(departmentId ? { departmentId } : {}), aliases, matchTitles },
  ...(startScenarioId ? { startScenarioId } : {}),
});

/** People stay here: who owns and who leads is of the organisation. */
const workflowBody = ({ name, departmentId, problem, steps }: Identified<Workflow>) => ({
  ...{ name, departmentId, problem, steps },
});

const liveTexts = ({ book, who, now }: Scene): Text[] =>
  [...book.entries.values()]
    .filter((entry) => isFindable(entry, who, book, now))
    .map(({ id, head, contract }) => ({ id, head, text: textOf(contract) }));

type Heads = Awaited<ReturnType<typeof headsThat>>;

/** Of each scenario: where a next version is being written, that one. */
export async function newestTexts({ store }: Turn, heads: Heads): Promise<ReadonlyMap<string, DraftContract>> {
  const wanted = new Map(heads.map(({ id, head }) => [`${id}/${head.draftVersion ?? head.liveVersion}`, id]));
  const texts = new Map<string, DraftContract>();
  for await (const { body } of findAll(store, { kind: 'scenarioVersion', where: [['deletedAt', 'missing']] })) {
    const { scenarioId, version } = Object(body);
    const id = wanted.get(`${scenarioId}/${version}`);
    if (id) texts.set(id, textOf(anyVersion.parse(body)));
  }
  return texts;
}

async function textsBeyond(turn: Turn, scene: Scene): Promise<Text[]> {
  const { book, who } = scene;
  const heads = await headsThat(turn.store, ({ workflowId, state }) => {
    const workflow = book.workflows.get(workflowId);
    return state !== 'retired' && workflow !== undefined && leads(workflow, who);
  });
  const texts = await newestTexts(turn, heads);
  const own = heads.flatMap(({ id, head }) => {
    const text = texts.get(id);
    return text ? [{ id, head, text }] : [];
  });
  const known = new Set(own.map(({ id }) => id));
  // What they may see elsewhere, as everybody does.
  return [...own, ...liveTexts(scene).filter(({ id }) => !known.has(id))];
}

/** Prompts and criteria are known by their place: their ids mean nothing elsewhere. */
export function withoutIds(text: object): object {
  const { prompts = [], criteria = [], ...rest } = draftContract.parse(text);
  const bare = <T extends { id: string }>({ id: _, ...each }: T) => each;
  return { ...rest, prompts: prompts.map(bare), criteria: criteria.map(bare) };
}
