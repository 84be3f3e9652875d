/** What a reader may do to a workflow now, as buttons with the fields that each asks for. */
import { completes } from '../../core/two-hands.ts';
import type { ActionField, ItemAction } from '../../core/work-item.ts';
import type { AtWorkflow } from './workflow-before.ts';
import { isOpenFor, mayDo, type WorkflowEventName, workflowEvents } from './workflow-rules.ts';

export const actionsOf = (at: AtWorkflow): ItemAction[] =>
  workflowEvents
    .filter((name) => isOffered(at, name))
    .map((event) => ({
      ...{ event, label: at.turn.words(`workflow.action.${labelOf(at, event)}`), fields: fieldsOf(at, event) },
      look: event === 'widen' ? 'primary' : event === 'retire' ? 'danger' : 'normal',
      hasPreview: false,
    }));

/** Who has signed waits for the other one. */
function isOffered({ loaded, actor }: AtWorkflow, name: WorkflowEventName): boolean {
  const { workflow } = loaded;
  if (!mayDo(name, actor) || !isOpenFor(workflow, name)) return false;
  return name !== 'widen' || !workflow.signing || completes(workflow.signing, actor);
}

const labelOf = ({ loaded, turn }: AtWorkflow, event: WorkflowEventName): string => {
  const { signing } = loaded.workflow;
  if (!signing) return event;
  if (event === 'widen') return 'confirm';
  return event === 'unsign' && signing.by !== turn.who.personId ? 'notYet' : event;
};

function fieldsOf(at: AtWorkflow, event: WorkflowEventName): ActionField[] {
  const { words } = at.turn;
  if (event !== 'retire' && event !== 'narrow') return [];
  const reason: ActionField = {
    ...{ name: 'reason', label: words('field.reason'), kind: 'longText', required: true, max: 240 },
    help: words(`workflow.help.${event}`),
  };
  return event === 'narrow' ? [reason] : [reason, replacement(at)];
}

function replacement({ turn, scene, loaded }: AtWorkflow): ActionField {
  const options = [...scene.book.workflows.values()]
    .filter(({ id, stage }) => id !== loaded.id && stage !== 'retired')
    .map(({ id, name }) => ({ id, title: name }))
    .toSorted((a, b) => a.title.localeCompare(b.title));
  const label = turn.words('field.replacementId');
  return { name: 'replacementId', label, kind: 'choice', required: false, options };
}
