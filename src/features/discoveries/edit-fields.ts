/** What its author may write again, field by field, with what stands there. */
import type { ActionField } from '../../core/work-item.ts';
import { type Desk, readerOf } from './desk.ts';
import type { Look } from './look.ts';
import { discovery as schema } from './model.ts';
import { fieldName, limits } from './read.ts';

export async function editFields(desk: Desk, { turn, loaded, rulebook }: Look): Promise<ActionField[]> {
  const { words } = turn;
  const { discovery } = loaded;
  const [roles, live] = await Promise.all([desk.roles(turn), desk.live(readerOf(turn))]);
  const text = (name: keyof typeof limits, kind: 'text' | 'longText', required = false): ActionField => ({
    ...{ name, label: fieldName(turn, name), kind, required, max: limits[name], value: discovery[name] ?? '' },
  });
  const amount = (name: 'minutesBefore' | 'minutesAfter'): ActionField => ({
    ...{ name, label: fieldName(turn, name), kind: 'text', required: false, value: String(discovery[name] ?? '') },
  });
  const choice = (name: string, label: string, of: readonly Named[], value = ''): ActionField => ({
    ...{ name, label, kind: 'choice', required: false, value },
    options: [...of.map(({ id, name: title }) => ({ id, title })), { id: '', title: words('discovery.noneOfThese') }],
  });
  const scenarios = live.flatMap(({ id, title, isSeen }) => (isSeen ? [{ id, name: title }] : []));
  return [
    text('what', 'longText', true),
    text('title', 'text'),
    {
      ...{ name: 'dataClassId', label: fieldName(turn, 'dataClassId'), kind: 'choice', required: true },
      value: discovery.dataClassId,
      options: rulebook.classes().map(({ id, name }) => ({ id, title: name })),
    },
    { name: 'clean', label: words('card.discoveryForm.clean'), kind: 'switch', required: true },
    choice('scenarioId', words('card.discoveryForm.task'), scenarios, discovery.scenarioId),
    choice('toolId', words('card.discoveryForm.tool'), rulebook.tools(), discovery.toolId),
    choice('roleId', words('card.discoveryForm.role'), roles, discovery.roleId),
    text('promptText', 'longText'),
    text('sampleOutput', 'longText'),
    amount('minutesBefore'),
    amount('minutesAfter'),
    {
      ...{ name: 'credit', label: words('card.discoveryForm.credit'), kind: 'choice', required: true },
      value: discovery.credit,
      options: schema.shape.credit.options.map((id) => ({ id, title: words(`discovery.credit.${id}`) })),
    },
    { name: 'isChecked', label: words('card.discoveryWarn.sure'), kind: 'switch', required: false },
  ];
}

interface Named {
  readonly id: string;
  readonly name: string;
}
