/** Every button leads somewhere: its verb is offered, and what it sends with its inputs is what the action reads. */
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Action } from '../../src/core/feature.ts';
import { offered } from '../helpers/offered.ts';
import { everyFace, nameOf, type Rendered } from './all-cards.ts';
import { dataOf, listOf, type Part, partsOf, seenParts, textOf, typed } from './card-parts.ts';

const all = everyFace();
const actions = new Map<string, Action>(offered.flatMap((f) => f.actions ?? []).map((a) => [a.verb, a]));
const record = z.record(z.string(), z.unknown());

interface Press {
  readonly verb: string;
  /** What stands in the button. */
  readonly own: Part;
  /** What the inputs around it add: one row for each way to fill them in. */
  readonly typed: readonly Part[];
}

const verbOf = (button: Part): string => textOf(button, 'verb') || textOf(dataOf(button), 'verb');

function pressesOf({ json }: Rendered): Press[] {
  const parts = seenParts(json);
  const rows = waysToFill(typed(parts, 'Input.'));
  return typed([...parts, ...parts.flatMap((p) => partsOf(p.fallback))], 'Action.')
    .filter((b) => b.type === 'Action.Execute' || b.type === 'Action.Submit')
    .map((b) => {
      const { verb: _, msteams: __, ...own } = dataOf(b);
      return { verb: verbOf(b), own, typed: b.associatedInputs === 'none' ? [{}] : rows };
    });
}

/** Every choice once, the shortest and the longest text, both sides of a switch. */
function waysToFill(inputs: readonly Part[]): Part[] {
  const values = inputs.map((input): [string, readonly unknown[]] => [textOf(input, 'id'), valuesOf(input)]);
  const most = Math.max(1, ...values.map(([, ways]) => ways.length));
  return Array.from({ length: most }, (_, at) =>
    Object.fromEntries(values.map(([id, ways]) => [id, ways[Math.min(at, ways.length - 1)] ?? ''])),
  );
}

function valuesOf(input: Part): readonly unknown[] {
  switch (input.type) {
    case 'Input.ChoiceSet':
      return listOf(input, 'choices').map((c) => c.value);
    case 'Input.Toggle':
      return [input.valueOn, input.valueOff];
    case 'Input.Date':
      return ['2026-11-23', ''];
    case 'Input.Number':
      return ['12', 12, ''];
    default:
      return ['x', 'y'.repeat(typeof input.maxLength === 'number' ? input.maxLength : 4_000)];
  }
}

const broken = (check: (press: Press, one: Rendered) => readonly string[]): string[] => [
  ...new Set(
    all.flatMap((one) => pressesOf(one).flatMap((p) => check(p, one).map((wrong) => `${nameOf(one)}: ${wrong}`))),
  ),
];

describe('every button', () => {
  test('has a verb that a feature offers', () => {
    expect(broken(({ verb }) => (actions.has(verb) ? [] : [`nobody offers "${verb}"`]))).toEqual([]);
  });

  test('sends what its action reads, whatever is filled in', () => {
    const check = ({ verb, own, typed: rows }: Press) =>
      rows.flatMap((row) => {
        const parsed = actions.get(verb)?.data.safeParse({ ...own, ...row });
        return parsed?.success === false ? [`${verb}: ${parsed.error.message.slice(0, 200)}`] : [];
      });
    expect(broken(check)).toEqual([]);
  });

  test('carries nothing that its action does not know', () => {
    const check = ({ verb, own, typed: [row = {}] }: Press) => {
      const read = record.safeParse(actions.get(verb)?.data.safeParse({ ...own, ...row }).data).data ?? {};
      return Object.keys(own).flatMap((key) => (key in read ? [] : [`${verb} drops "${key}"`]));
    };
    expect(broken(check)).toEqual([]);
  });
});

test('every input is read by a button of its card', () => {
  const unread = all.flatMap((one) => {
    const read = pressesOf(one).flatMap(({ verb, own, typed: [row = {}] }) =>
      Object.keys(record.safeParse(actions.get(verb)?.data.safeParse({ ...own, ...row }).data).data ?? {}),
    );
    const inputs = typed(seenParts(one.json), 'Input.').map((i) => textOf(i, 'id'));
    return inputs.filter((id) => !read.includes(id) && !isForReading(id)).map((id) => `${nameOf(one)}: ${id}`);
  });
  expect([...new Set(unread)]).toEqual([]);
});

/** Fields whose text is there to be selected and copied. */
const isForReading = (id: string): boolean => ['promptText', 'checkText'].includes(id);

test('every action of a feature is on a card', () => {
  const pressed = new Set(all.flatMap((one) => pressesOf(one).map((p) => p.verb)));
  expect([...actions.keys()].filter((verb) => !pressed.has(verb))).toEqual([]);
});
