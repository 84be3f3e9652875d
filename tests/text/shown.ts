/** What a person sees and can press in a card or an answer. */
import type { z } from 'zod';
import type { Answer } from '../../src/core/turn.ts';

type Json = z.core.util.JSONType;

const shownKeys = new Set([
  'text',
  'title',
  'label',
  'placeholder',
  'errorMessage',
  'altText',
  'tooltip',
  'fallbackText',
]);
const spoken = new Set(['speak', 'inlineAction']);

/** What our own card says, which needs no check of its own. */
export const cardOf = (json: string): Json => JSON.parse(json);

/** Every text of a card that is shown or read aloud; ids, verbs and what buttons send are not. */
export function textsOf(node: Json): string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null) return [];
  // A hidden field carries what was typed through the next step.
  const isInput = node.type === 'Input.Text' && node.isVisible !== false;
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'data') return [];
    if (key === 'facts' && Array.isArray(value)) return value.flatMap((fact) => Object.values(fact ?? {}).map(String));
    if (typeof value !== 'string') return textsOf(value);
    return shownKeys.has(key) || spoken.has(key) || (isInput && key === 'value') ? [value] : [];
  });
}

export interface Press {
  readonly verb: string;
  readonly data: Record<string, Json>;
}

/** What each button of a card sends, with the fields as they stand or filled in. */
export function pressesOf(card: Json, fields: Record<string, Json>): Press[] {
  return partsOf(card).flatMap((part) => {
    const own = typeof part.data === 'object' && part.data !== null && !Array.isArray(part.data) ? part.data : {};
    const verb = part.verb ?? own.verb;
    const isButton = part.type === 'Action.Execute' || part.type === 'Action.Submit';
    return isButton && typeof verb === 'string' ? [{ verb, data: { ...fields, ...own } }] : [];
  });
}

/** The fields of a card: as they stand, or with `typed` in every text and the first choice of every list. */
export function fieldsOf(card: Json, typed?: string): Record<string, Json> {
  const inputs = partsOf(card).filter((part) => `${part.type}`.startsWith('Input.'));
  return Object.fromEntries(inputs.map((part) => [`${part.id}`, fieldValue(part, typed)]));
}

function fieldValue(part: Record<string, Json>, typed: string | undefined): Json {
  if (part.type === 'Input.Toggle') return typed === undefined ? 'false' : 'true';
  if (part.type === 'Input.ChoiceSet') return part.value || firstChoice(part.choices);
  if (typed === undefined) return part.value ?? '';
  return part.type === 'Input.Number' ? '3' : part.type === 'Input.Date' ? '2026-12-01' : typed;
}

function firstChoice(choices: Json | undefined): Json {
  const [first] = Array.isArray(choices) ? choices : [];
  return typeof first === 'object' && first !== null && !Array.isArray(first) ? (first.value ?? '') : '';
}

function partsOf(node: Json, found: Record<string, Json>[] = []): Record<string, Json>[] {
  if (typeof node !== 'object' || node === null) return found;
  if (!Array.isArray(node)) found.push(node);
  for (const part of Object.values(node)) partsOf(part, found);
  return found;
}

/** The sentences and cards of an answer. */
export function partsOfAnswer(answer: Answer): { texts: string[]; cards: string[] } {
  switch (answer.kind) {
    case 'card':
      return { texts: [answer.card.summary], cards: [answer.card.json] };
    case 'message':
    case 'refused':
      return { texts: [answer.text], cards: [] };
    case 'results':
      return {
        texts: answer.results.flatMap((r) => [r.title, r.text]),
        cards: answer.results.map((r) => r.card.json),
      };
    case 'form':
      return { texts: [answer.title, answer.card.summary], cards: [answer.card.json] };
    case 'closed':
      return { texts: [answer.text], cards: answer.insert ? [answer.insert.json] : [] };
    case 'link':
      return { texts: [answer.result.title, answer.result.text], cards: [answer.result.card.json] };
    case 'personal':
      return { texts: [answer.note], cards: [answer.card.json] };
    case 'silent':
      return { texts: [], cards: [] };
  }
}
