/** The buttons of a template as the card's place can serve them (decision 002). */
import type { Place } from './card.ts';

export function placed(template: object, place: Place): object {
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, placedNode(value, place)]));
}

function placedNode(node: unknown, place: Place): unknown {
  if (Array.isArray(node)) return node.map((item) => placedNode(item, place));
  if (typeof node !== 'object' || node === null) return node;
  const inside = placed(node, place);
  return 'type' in node && node.type === 'Action.Execute' ? button({ ...inside }, place) : inside;
}

/** In a bot message old clients get the same verb by `Action.Submit`, which a dialog and other chats always need. */
function button(execute: Record<string, unknown>, place: Place): Record<string, unknown> {
  const { verb, data, type: _, ...rest } = execute;
  const own = typeof data === 'object' && data !== null ? data : {};
  const submit = { ...rest, type: 'Action.Submit', data: { ...own, verb } };
  if (place === 'dialog') return submit;
  if (place === 'anywhere') return { ...submit, data: { ...submit.data, msteams: { type: 'task/fetch' } } };
  // Repeated and left out with the button it stands for, not once more.
  const { $when: _when, $data: _data, ...fallback } = submit as Record<string, unknown>;
  return { ...execute, fallback };
}
