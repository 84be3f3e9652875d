/** Every starter scenario on its cards, in every language: whole, within the sizes, nothing cut. */
import { describe, expect, test } from '@jest/globals';
import type { Card } from '../../src/core/card.ts';
import type { Entry } from '../../src/features/playbook/book.ts';
import { fillCard } from '../../src/features/playbook/cards/fill.card.ts';
import { resultCard } from '../../src/features/playbook/cards/result.card.ts';
import { scenarioCard } from '../../src/features/playbook/cards/scenario.card.ts';
import { exampleValues, fill } from '../../src/features/playbook/fill.ts';
import { fillView } from '../../src/features/playbook/fill-view.ts';
import { finish } from '../../src/features/playbook/finish.ts';
import { draftOf } from '../../src/features/playbook/use.ts';
import { resultView, type Scene, scenarioView, toolToUse } from '../../src/features/playbook/view.ts';
import { languages } from '../../src/text/words.ts';
import { seenParts, textOf, typed } from './card-parts.ts';
import { complaints } from './parse-card.ts';
import { realScene, turnOf } from './real-book.ts';

interface Shown {
  readonly name: string;
  readonly entry: Entry;
  readonly card: Card;
}

const scenes = (['starter', 'demo'] as const).flatMap((which) =>
  languages.map((language) => realScene(which, language)),
);

const each = (make: (entry: Entry, scene: Scene) => readonly Card[]): Shown[] =>
  scenes.flatMap((scene) =>
    [...scene.book.entries.values()].flatMap((entry) =>
      make(entry, scene).map((card) => ({ name: `${scene.words.language} ${entry.contract.title}`, entry, card })),
    ),
  );

const places = ['message', 'dialog'] as const;
const scenarios = each((entry, scene) =>
  places.map((place) => scenarioCard.render(scenarioView(entry, scene), scene.words, place)),
);
const results = each((entry, scene) => [resultCard.render(resultView(entry, scene), scene.words, 'anywhere')]);
const forms = each((entry, scene) => {
  const prompt = draftOf(entry);
  const [verdict, turn] = [toolToUse(entry, scene), turnOf(scene, 'compose')];
  const confirms = scene.rulebook.guardrailsOf(entry.facts).map((g) => g.rule);
  return [{}, exampleValues(prompt, scene.book.packs.get(entry.contract.packId ?? ''))].map((values) =>
    fillCard.render(
      fillView({ entry, scene, turn, prompt, values, verdict, confirms, isTimed: false }),
      scene.words,
      'dialog',
    ),
  );
});
const finished = (surface: 'compose' | 'bot') =>
  each((entry, scene) => {
    const prompt = draftOf(entry);
    const values = exampleValues(prompt, scene.book.packs.get(entry.contract.packId ?? ''));
    const filled = fill(prompt, values);
    if (filled.kind !== 'filled') throw new Error(`cards: the example of ${entry.contract.title} leaves fields open`);
    const answer = finish({
      entry,
      scene,
      turn: turnOf(scene, surface),
      text: filled.text,
      values,
      verdict: toolToUse(entry, scene),
    });
    return answer.kind === 'closed' && answer.insert ? [answer.insert] : answer.kind === 'form' ? [answer.card] : [];
  });
const inserted = finished('compose');
const copied = finished('bot');

const bytes = (card: Card): number => Buffer.byteLength(card.json);

describe('every starter scenario', () => {
  test('has all its cards', () => {
    expect(results.length).toBeGreaterThanOrEqual((1 + 19) * languages.length);
    expect(scenarios).toHaveLength(results.length * 2);
    expect(forms).toHaveLength(results.length * 2);
    expect(inserted).toHaveLength(results.length);
    expect(copied).toHaveLength(results.length);
  });

  test('is taken by the renderer, without a hole and without a cut', () => {
    const wrong = [...scenarios, ...results, ...forms, ...inserted, ...copied].flatMap(({ name, card }) => [
      ...complaints(JSON.parse(card.json)).map((c) => `${name}: ${c}`),
      ...(card.json.includes('${') ? [`${name}: a hole`] : []),
      ...(card.cut ? [`${name}: cut at ${bytes(card)} bytes`] : []),
    ]);
    expect(wrong).toEqual([]);
  });

  test('has a small card of at most 3,000 bytes', () => {
    const most = results.toSorted((a, b) => bytes(b.card) - bytes(a.card))[0];
    process.stdout.write(`cards: largest small card ${most ? bytes(most.card) : 0} bytes (${most?.name})\n`);
    expect(
      results.filter(({ card }) => bytes(card) > 3_000).map(({ name, card }) => `${name}: ${bytes(card)}`),
    ).toEqual([]);
  });

  test('answers the six questions in their order', () => {
    const wrong = scenarios.flatMap(({ name, entry: { contract }, card }) => {
      const texts = typed(seenParts(JSON.parse(card.json)), 'TextBlock').map((b) =>
        textOf(b, 'text').replaceAll('\\', ''),
      );
      const [firstInput] = contract.inputs;
      const wanted = [contract.title, contract.helpsYou, contract.problem, contract.task, firstInput?.name ?? '?'];
      const found = wanted.map((text) => texts.findIndex((t) => t.includes(text)));
      const inOrder = found.every((at, i) => at >= 0 && at > (found[i - 1] ?? -1));
      return inOrder ? [] : [`${name}: ${found.join(' ')}`];
    });
    expect(wrong).toEqual([]);
  });

  test('can be copied from the chat, unless the text would not fit twice', () => {
    const wrong = inserted.flatMap(({ name, card }) => {
      const [copy] = typed(seenParts(JSON.parse(card.json)), 'Input.Text');
      if (!copy) return card.json.length < 6_500 ? [`${name}: no copy of ${card.json.length} characters`] : [];
      return textOf(copy, 'value').includes('{{') ? [`${name}: an open field`] : [];
    });
    expect(wrong).toEqual([]);
  });
});
