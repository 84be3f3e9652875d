/** What other features may know of workflows and live scenarios: always with what this reader may see of each. */
import type { CommunityScenario, CommunitySpan } from '../../core/community.ts';
import { holds, type Who } from '../../core/person.ts';
import type { LiveScenario, WorkflowView } from '../../core/playbook-view.ts';
import type { Book, Entry, Identified } from './book.ts';
import type { Workflow } from './model.ts';
import type { Scene } from './view.ts';
import { isFindable, sightOf } from './visibility.ts';

export const workflowViews = ({ book, who }: Pick<Scene, 'book' | 'who'>): WorkflowView[] =>
  [...book.workflows.values()]
    .map((workflow) => viewOf(workflow, who, book))
    .toSorted((a, b) => a.name.localeCompare(b.name));

function viewOf(workflow: Identified<Workflow>, who: Who, book: Book): WorkflowView {
  const { id, name, departmentId, ownerId } = workflow;
  return {
    ...{ id, name, departmentId, ...(ownerId ? { ownerId } : {}) },
    isSeen: sightOf(workflow, who, book) === 'full',
    isOwned: workflow.stage !== 'retired' && owns(workflow, who),
  };
}

const owns = ({ ownerId, departmentId }: Workflow, who: Who): boolean =>
  ownerId === who.personId || holds(who, ['owner'], departmentId);

export const liveScenarios = ({ book, who, now }: Pick<Scene, 'book' | 'who' | 'now'>): LiveScenario[] =>
  [...book.entries.values()]
    .filter(({ head }) => head.state !== 'retired')
    .map((entry) => liveOf(entry, isFindable(entry, who, book, now)))
    .toSorted((a, b) => a.title.localeCompare(b.title));

function liveOf({ id, revision, contract, workflow }: Entry, isSeen: boolean): LiveScenario {
  const { title, helpsYou, task, prompts, version, dataClassId, roleIds, toolIds } = contract;
  return {
    ...{ id, revision, title, what: `${helpsYou} ${task}`, version, dataClassId, roleIds, toolIds, isSeen },
    prompts: prompts.map((prompt) => ({ id: prompt.id, title: prompt.title, text: prompt.text })),
    workflowId: workflow.id,
  };
}

/** Work that concerns every department. */
const everyoneSlug = 'everyone';

/** First published in that span, and open to this reader; the newest first. */
export function newScenarios(
  { book, who, now }: Pick<Scene, 'book' | 'who' | 'now'>,
  { departmentIds, since, until }: CommunitySpan,
): CommunityScenario[] {
  const isOfThese = ({ department }: Entry) =>
    departmentIds.length === 0 || department.slug === everyoneSlug || departmentIds.includes(department.id);
  const publishedAt = ({ contract }: Entry) => contract.publishedAt ?? '';
  return [...book.entries.values()]
    .filter((entry) => entry.contract.version === 1 && isOfThese(entry))
    .filter((entry) => publishedAt(entry) >= since && publishedAt(entry) < until)
    .filter((entry) => isFindable(entry, who, book, now))
    .toSorted(
      (a, b) => publishedAt(b).localeCompare(publishedAt(a)) || a.contract.title.localeCompare(b.contract.title),
    )
    .map(({ id, contract: { title, helpsYou } }) => ({ id, title, text: helpsYou }));
}
