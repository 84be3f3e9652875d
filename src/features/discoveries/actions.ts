/** What this reader may do with a discovery now, with the fields that each takes. Whether they may is the lifecycle's to say. */
import type { ActionField, ItemAction } from '../../core/work-item.ts';
import { maxOf, type TextEvent } from './act.ts';
import type { Desk } from './desk.ts';
import { openStates } from './documents.ts';
import { editFields } from './edit-fields.ts';
import { foldNames, likelyFold, limits } from './fold.ts';
import { placesOf } from './fold-form.ts';
import { type EventName, refusalOf } from './lifecycle.ts';
import type { Look } from './look.ts';

export async function actionsOf(desk: Desk, look: Look): Promise<ItemAction[]> {
  const { words } = look.turn;
  const may = (name: EventName): boolean => refusalOf(look.loaded.discovery, name, look.actor) === undefined;
  const plain = (event: string, key: string, more: Partial<ItemAction> = {}): ItemAction => ({
    ...{ event, label: words(key), look: 'normal', fields: [], hasPreview: false },
    ...more,
  });
  const twins = twinField(look);
  return [
    ...(may('accept')
      ? [
          plain('accept', 'card.discoveryItem.fold', {
            ...primary,
            fields: await foldFields(desk, look),
            hasPreview: true,
          }),
        ]
      : []),
    ...(may('reply')
      ? [plain('reply', 'card.discoveryItem.reply', { ...primary, fields: [textField(look, 'reply')] })]
      : []),
    ...(may('claim') ? [plain('claim', 'discovery.take')] : []),
    ...(may('askAuthor')
      ? [plain('askAuthor', 'card.discoveryItem.ask', { fields: [textField(look, 'askAuthor')] })]
      : []),
    ...(may('merge') && twins.length > 0 ? [plain('merge', 'card.discoveryItem.merge', { fields: twins })] : []),
    ...(may('decline')
      ? [plain('decline', 'card.discoveryItem.decline', { fields: [textField(look, 'decline')], hasPreview: true })]
      : []),
    ...(mayUse(look) ? [plain('alsoUsed', 'card.discoveryItem.used')] : []),
    ...(may('reopen') ? [plain('reopen', 'card.discoveryItem.reopen')] : []),
    ...(may('edit') ? [plain('edit', 'card.discoveryItem.edit', { fields: await editFields(desk, look) })] : []),
    ...(may('withdraw') ? [plain('withdraw', 'card.discoveryItem.withdraw', { look: 'danger' })] : []),
  ];
}

const primary = { look: 'primary' } as const;

export const mayUse = ({ actor, loaded, isUsed }: Look): boolean =>
  !actor.isAuthor && !isUsed && openStates.includes(loaded.discovery.state);

const textField = ({ turn }: Look, event: TextEvent): ActionField => ({
  name: 'text',
  label: turn.words(event === 'decline' ? 'discovery.input.decline' : labels[event]),
  kind: 'longText',
  required: true,
  max: maxOf(event),
});

const labels = { askAuthor: 'discovery.input.ask', reply: 'discovery.input.reply' } as const;

/** What it could be joined with. */
function twinField({ turn, similar }: Look): ActionField[] {
  const options = similar.map(({ kind, id, title, scenarioId }) => ({
    id: kind === 'discovery' ? `discovery/${id}` : `scenario/${scenarioId}`,
    title,
  }));
  const [first] = options;
  if (!first) return [];
  const label = turn.words('card.discoveryItem.twin');
  return [{ name: 'twin', label, kind: 'choice', required: true, value: first.id, options }];
}

const worded = ['newScenario', 'variant', 'newPrompt'];
const shown = ['newScenario', 'variant', 'goodExample'];

async function foldFields(desk: Desk, look: Look): Promise<ActionField[]> {
  const { turn, loaded } = look;
  const { words } = turn;
  const { title, promptText = '', sampleOutput = '' } = loaded.discovery;
  const { scenarios, workflows, scenarioId, workflowId } = await placesOf(desk, turn, look);
  const on = (values: string[]) => ({ onlyWhen: { field: 'fold', in: values } });
  return [
    {
      ...{ name: 'fold', label: words('card.discoveryFold.kind'), kind: 'choice', required: true },
      value: likelyFold(loaded.discovery),
      options: foldNames.map((name) => ({ id: name, title: words(`discovery.fold.${name}`) })),
    },
    {
      ...{ name: 'scenarioId', label: words('card.discoveryFold.scenario'), kind: 'choice', required: true },
      ...(scenarioId ? { value: scenarioId } : {}),
      options: scenarios.map(({ id, title: name }) => ({ id, title: name })),
    },
    {
      ...{ name: 'workflowId', label: words('card.discoveryFold.workflow'), kind: 'choice', required: false },
      ...on(['newScenario']),
      ...(workflowId ? { value: workflowId } : {}),
      options: workflows.map(({ id, name }) => ({ id, title: name })),
    },
    {
      ...{ name: 'title', label: words('card.discoveryFold.name'), kind: 'text', required: false, value: title },
      ...{ max: limits.title, ...on(worded) },
    },
    {
      ...{ name: 'promptText', label: words('card.discoveryFold.prompt'), kind: 'longText', required: false },
      ...{ value: promptText, max: limits.promptText, ...on(worded) },
    },
    {
      ...{ name: 'example', label: words('card.discoveryFold.example'), kind: 'longText', required: false },
      ...{ value: sampleOutput, max: limits.example, ...on(shown) },
    },
    {
      ...{ name: 'whyGood', label: words('card.discoveryFold.whyGood'), kind: 'text', required: false },
      ...{ max: limits.whyGood, ...on(shown) },
    },
    {
      ...{ name: 'anonymised', label: words('card.discoveryFold.anonymised'), kind: 'switch', required: false },
      ...on(shown),
    },
  ];
}
