/** What this reader may do with a request now, with the fields that each takes. Whether they may is the lifecycle's to say. */
import type { ActionField, ItemAction } from '../../core/work-item.ts';
import { maySign, refusalTo } from './lifecycle.ts';
import { accountKinds, affected, rulings, toolKinds } from './model.ts';
import { maxText } from './press.ts';
import { filledIn, ruling, startedFrom } from './ruling-input.ts';
import type { Viewing } from './view.ts';

export function actionsOf(viewing: Viewing): ItemAction[] {
  const { turn, loaded, actor, other } = viewing;
  const { words } = turn;
  const { request } = loaded;
  const may = (name: Parameters<typeof refusalTo>[0]): boolean => refusalTo(name, request, actor) === undefined;
  const canSign = maySign(request, actor);
  const action = (event: string, key: string, more: Partial<ItemAction> = {}): ItemAction => ({
    ...{ event, label: words(key), look: 'normal', fields: [], hasPreview: false },
    ...more,
  });
  const text = (key: string): ActionField[] => [
    { name: 'text', label: words(key), kind: 'longText', required: true, max: maxText },
  ];
  return [
    ...(canSign ? [action('confirm', 'card.requestItem.confirm', { look: 'primary' })] : []),
    ...(canSign ? [action('sendBack', 'card.requestItem.sendBack', { fields: text('proposal.input') })] : []),
    ...(may('decide')
      ? [
          action('decide', 'card.requestItem.decide', {
            ...(canSign ? {} : { look: 'primary' }),
            ...{ fields: rulingFields(viewing), hasPreview: true },
          }),
        ]
      : []),
    ...(may('reply')
      ? [action('reply', 'card.requestItem.reply', { look: 'primary', fields: text('request.input.reply') })]
      : []),
    ...(may('claim') ? [action('claim', 'request.take')] : []),
    ...(may('askMore') ? [action('askMore', 'card.requestItem.ask', { fields: text('request.input.ask') })] : []),
    ...(may('alternativeIsEnough') && other.toolId ? [action('alternativeIsEnough', 'card.requestItem.enough')] : []),
    ...(actor.isSatisfied && may('join') ? [action('join', 'request.join', { fields: joinFields(viewing) })] : []),
    ...(may('withdraw') ? [action('withdraw', 'card.requestItem.withdraw', { look: 'danger' })] : []),
  ];
}

function joinFields({ turn }: Viewing): ActionField[] {
  const { words } = turn;
  const options = (key: string, ids: readonly string[]) =>
    ids.map((id) => ({ id, title: words(`request.${key}.${id}`) }));
  return [
    { name: 'need', label: words('card.requestForm.need'), kind: 'longText', required: true, max: 600 },
    { name: 'alreadyUsing', label: words('card.requestForm.alreadyUsing'), kind: 'switch', required: false },
    {
      ...{ name: 'outputAffects', label: words('card.requestForm.affects'), kind: 'choice', required: false },
      options: options('affects', affected),
    },
  ];
}

/** What stands there is what was proposed last, else what the request says. */
function rulingFields({ turn, loaded, rulebook }: Viewing): ActionField[] {
  const { words } = turn;
  const begun = startedFrom(ruling.parse({ requestId: loaded.id }), loaded.request);
  const filled = filledIn(begun, loaded.request, rulebook);
  const label = (name: string): string => words(`card.requestDecide.${name}`);
  const named = (key: string, ids: readonly string[]) =>
    ids.map((id) => ({ id, title: words(`request.${key}.${id}`) }));
  return [
    {
      ...{ name: 'ruling', label: label('ruling'), kind: 'choice', required: true },
      ...(filled.ruling ? { value: filled.ruling } : {}),
      options: named('state', rulings),
    },
    { name: 'why', label: label('why'), kind: 'longText', required: true, max: 240, value: filled.why },
    {
      ...{ name: 'condition', label: label('condition'), kind: 'text', required: false, max: 160 },
      ...{ value: filled.condition, onlyWhen: { field: 'ruling', in: ['limited'] } },
    },
    {
      ...{ name: 'dataClassId', label: label('data'), kind: 'choice', required: false, value: filled.dataClassId },
      help: label('second'),
      options: rulebook.classes().map(({ id, name }) => ({ id, title: name })),
    },
    { name: 'listName', label: label('listName'), kind: 'text', required: true, max: 80, value: filled.listName },
    {
      ...{ name: 'toolKind', label: label('toolKind'), kind: 'choice', required: false },
      ...{ value: filled.toolKind ?? 'assistant', options: named('toolKind', toolKinds) },
    },
    {
      ...{ name: 'accountKind', label: label('account'), kind: 'choice', required: false },
      ...{ value: filled.accountKind, options: named('account', accountKinds) },
    },
  ];
}
