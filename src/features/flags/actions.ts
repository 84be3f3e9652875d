/** What this reader may do with a flag now, with the fields that each takes: what its card shows as buttons. */

import type { Turn } from '../../core/turn.ts';
import type { ActionField, ItemAction } from '../../core/work-item.ts';
import type { ItemData } from './cards/item.card.ts';
import { maxCondition, maxWhy } from './decision.ts';
import type { Loaded } from './documents.ts';
import { categories, type Flag, rulingNames } from './model.ts';
import { maxAnswer } from './press.ts';

const maxText = 800;

export function actionsOf({ words }: Turn, { flag }: Loaded, view: ItemData): ItemAction[] {
  const one = (event: string, key: string, more: Partial<ItemAction> = {}): ItemAction[] => [
    { event, label: words(key), look: 'normal', fields: [], hasPreview: false, ...more },
  ];
  const text = (label: string, max = maxText): ActionField[] => [
    { name: 'text', label: words(label), kind: 'longText', required: true, max },
  ];
  const when = (may: boolean, actions: () => ItemAction[]): ItemAction[] => (may ? actions() : []);
  const fixed = { proposalId: view.proposalId };
  return [
    ...when(view.canSign, () => [
      ...one('confirm', 'card.flagItem.confirm', { look: 'primary', fixed }),
      ...one('sendBack', 'card.flagItem.sendBack', { fields: text('proposal.input'), fixed }),
    ]),
    ...when(view.canDecide, () =>
      one('decide', 'card.flagItem.decide', { look: 'primary', fields: decideFields(words), hasPreview: true }),
    ),
    ...when(view.canAnswer, () => [
      ...one('answer', 'card.flagItem.answer', {
        look: 'primary',
        fields: [...text('flag.input.answer', maxAnswer), categoryField(words, flag)],
        hasPreview: true,
      }),
      ...view.precedents.flatMap(({ precedentId }) =>
        one('answer', 'card.flagItem.useThis', { fixed: { precedentId }, hasPreview: true }),
      ),
      ...one('ask', 'card.flagItem.ask', { fields: text('flag.input.ask') }),
      ...one('passToGovernance', 'card.flagItem.pass', { hasPreview: true }),
      ...when(flag.assigneeId === undefined, () => one('claim', 'flag.take')),
    ]),
    ...when(view.canTake, () => one('claim', 'card.flagItem.take', { look: 'primary' })),
    ...when(view.canAssign, () => one('assign', 'card.flagItem.assign', { fields: [reviewerField(words, view)] })),
    ...when(view.canReply, () =>
      one('reply', 'card.flagItem.reply', { look: 'primary', fields: text('flag.input.reply') }),
    ),
    ...when(view.canRate, () => one('helps', 'card.flagItem.helps', { look: 'primary' })),
    ...when(view.canReopen, () => one('notAnswered', 'card.flagItem.notAnswered', { fields: reopenFields(words) })),
    ...when(view.canComment, () => one('comment', 'card.flagItem.comment', { fields: text('flag.input.comment') })),
    ...when(view.canWithdraw, () => one('withdraw', 'card.flagItem.withdraw', { look: 'danger' })),
  ];
}

/** Only of a scenario it can be said that it is out of date. */
const categoryField = (words: Turn['words'], { category, context }: Flag): ActionField => ({
  name: 'category',
  label: words('flag.input.category'),
  kind: 'choice',
  required: false,
  value: category,
  options: categories
    .filter((id) => id !== 'outdated' || context.scenarioId !== undefined)
    .map((id) => ({ id, title: words(`flag.category.${id}`) })),
});

const reopenFields = (words: Turn['words']): ActionField[] => [
  { name: 'text', label: words('flag.input.reopen'), kind: 'longText', required: false, max: maxText },
];

const reviewerField = (words: Turn['words'], { reviewers }: ItemData): ActionField => ({
  name: 'assigneeId',
  label: words('card.flagItem.reviewer'),
  kind: 'choice',
  required: true,
  options: reviewers.map(({ choiceId, title }) => ({ id: choiceId, title })),
});

const decideFields = (words: Turn['words']): ActionField[] => [
  {
    name: 'ruling',
    label: words('card.flagDecide.ruling'),
    kind: 'choice',
    required: true,
    options: rulingNames.map((name) => ({ id: name, title: words(`flag.ruling.${name}`) })),
  },
  { name: 'why', label: words('card.flagDecide.why'), kind: 'longText', required: true, max: maxWhy },
  {
    name: 'condition',
    label: words('card.flagDecide.condition'),
    kind: 'text',
    required: true,
    max: maxCondition,
    onlyWhen: { field: 'ruling', in: ['yesWithConditions'] },
  },
  { name: 'aboutPeople', label: words('card.flagDecide.aboutPeople'), kind: 'switch', required: false },
];
