/** Looks into answers without knowing their shape: every object of some JSON, and what a form would send. */

export function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) yield* objectsIn(item);
    return;
  }
  const record = value as Record<string, unknown>;
  yield record;
  for (const item of Object.values(record)) yield* objectsIn(item);
}

/** Every text under a key, such as the `data.scenarioId` of buttons. */
export const textsUnder = (key: string, value: unknown): string[] =>
  [...objectsIn(value)].flatMap((o) => (typeof o[key] === 'string' ? [o[key]] : []));

/** What a button of this verb sends beside the inputs. */
export function dataOf(card: unknown, verb: string): Record<string, string> {
  const buttons = [...objectsIn(card)].filter(({ type }) => typeof type === 'string' && type.startsWith('Action.'));
  const found = buttons.find((button) => button.verb === verb || Object(button.data).verb === verb);
  return Object.fromEntries(
    Object.entries(Object(found?.data)).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

/** The values that a form sends when nobody touches it. */
export const inputsIn = (card: unknown): Record<string, string> =>
  Object.fromEntries(
    [...objectsIn(card)].flatMap((o) =>
      typeof o.type === 'string' && o.type.startsWith('Input.') && typeof o.id === 'string'
        ? [[o.id, typeof o.value === 'string' ? o.value : ''] as const]
        : [],
    ),
  );

/** All texts that a reader sees, joined. */
export const wordsIn = (value: unknown): string =>
  [...objectsIn(value)]
    .flatMap((o) => [o.text, o.title, o.value, o.message].filter((t) => typeof t === 'string'))
    .join('\n');

/** What a person reads of an answer, without the marks that keep a text from being taken for markdown. */
export const wordsOf = (reply: { body: unknown; replies: readonly unknown[] }): string =>
  wordsIn(reply.replies.length > 0 ? reply.replies : reply.body).replaceAll(/[\\\u2060]/g, '');
