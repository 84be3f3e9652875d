/** Every card x sample x language x place keeps the rules of platform.md 9 and product.md L15. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { languages } from '../../src/text/words.ts';
import { everyFace, faces, kinds, nameOf, type Rendered, rendered, templateFiles } from './all-cards.ts';
import { dataOf, listOf, partsOf, seenParts, stringsOf, textOf, typed } from './card-parts.ts';
import { complaints } from './parse-card.ts';
import { schemaCheck, schemaIsHere } from './schema.ts';

const all = everyFace();

/** `card: what is wrong` for all that is wrong, so that one run shows everything. */
const broken = (check: (one: Rendered) => readonly string[]): string[] =>
  all.flatMap((one) => check(one).map((wrong) => `${nameOf(one)}: ${wrong}`));

describe('the list of cards', () => {
  test('has every template, once', () => {
    expect(kinds.map((k) => k.path).toSorted()).toEqual(templateFiles.toSorted());
    expect(new Set(kinds.map((k) => k.card.name)).size).toBe(kinds.length);
    expect(kinds.length).toBeGreaterThanOrEqual(16);
  });

  test('has samples for the usual, the longest and the right-to-left face of each', () => {
    const faceless = kinds.filter(
      ({ card }) => !['usual', 'longest', 'rightToLeft'].every((face) => Object.hasOwn(card.samples, face)),
    );
    expect(faceless.map((k) => k.path)).toEqual([]);
  });

  test('shows both sides of every yes or no', () => {
    const onesided = kinds.flatMap(({ path, card }) => {
      const samples = Object.values(card.samples).map((data) => Object.entries(data ?? {}));
      const flags = samples.flat().filter(([, value]) => typeof value === 'boolean');
      const names = [...new Set(flags.map(([name]) => name))];
      return names
        .filter((name) => new Set(flags.filter(([n]) => n === name).map(([, v]) => v)).size < 2)
        .map((n) => `${path}.${n}`);
    });
    expect(onesided).toEqual([]);
  });
});

describe('every card', () => {
  test('is filled: no placeholder of ours is left', () => {
    expect(
      broken(({ made }) => (made.json.includes('${') || made.json.includes('undefined') ? ['a hole'] : [])),
    ).toEqual([]);
  });

  test('is taken by the parser of the renderer', () => {
    expect(broken(({ json }) => complaints(json))).toEqual([]);
  });

  test('fits the 1.5 schema, where it is at hand', () => {
    process.stdout.write(`cards: 1.5 schema ${schemaIsHere ? 'checked' : 'not at hand, not checked'}\n`);
    const check = schemaIsHere ? schemaCheck() : () => [];
    expect(broken(({ json }) => check(json))).toEqual([]);
    if (schemaIsHere)
      expect(check({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock' }] })).not.toEqual([]);
  });

  test('says what it is in a notification and to a screen reader', () => {
    const check = ({ made, json }: Rendered) => [
      ...(made.summary.trim() === '' || /sent a card/i.test(made.summary) ? ['no summary'] : []),
      ...(['speak', 'fallbackText'] as const).filter((key) => textOf(json, key) === ''),
    ];
    expect(broken(check)).toEqual([]);
  });

  test('has a heading, wraps all text and names its pictures', () => {
    const check = ({ json }: Rendered) => {
      const parts = seenParts(json);
      const blocks = typed(parts, 'TextBlock');
      return [
        ...(blocks.some((b) => b.style === 'heading') ? [] : ['no heading']),
        ...blocks.filter((b) => b.wrap !== true).map((b) => `no wrap: ${textOf(b, 'text')}`),
        ...blocks.filter((b) => textOf(b, 'text').trim() === '').map(() => 'an empty text'),
        ...typed(parts, 'Image')
          .filter((i) => textOf(i, 'altText') === '' || textOf(i, 'url') === '')
          .map(() => 'a picture without words'),
      ];
    };
    expect(broken(check)).toEqual([]);
  });

  test('never says a thing by colour alone', () => {
    const coloured = new Set(['good', 'warning', 'attention', 'accent']);
    const signs = /[✓!?✕]/;
    const check = ({ json }: Rendered) => [
      ...seenParts(json)
        .filter((p) => coloured.has(textOf(p, 'style')) && !textOf(p, 'type').startsWith('Action'))
        .filter((p) => !stringsOf(p).some((text) => signs.test(text)))
        .map(() => 'a coloured panel without a sign'),
      ...typed(seenParts(json), 'TextBlock')
        .filter((b) => b.color !== undefined)
        .map((b) => `coloured text: ${textOf(b, 'text')}`),
    ];
    expect(broken(check)).toEqual([]);
  });

  test('labels each input and says what is missing', () => {
    const check = ({ json }: Rendered) => {
      const inputs = typed(seenParts(json), 'Input.');
      const ids = inputs.map((i) => textOf(i, 'id'));
      return [
        ...inputs.filter((i) => textOf(i, 'label') === '' && textOf(i, 'title') === '').map((i) => `no label: ${i.id}`),
        ...inputs
          .filter((i) => i.isRequired === true && textOf(i, 'errorMessage') === '')
          .map((i) => `no error: ${i.id}`),
        ...ids.filter((id, at) => id === '' || ids.indexOf(id) !== at).map((id) => `id twice: ${id}`),
      ];
    };
    expect(broken(check)).toEqual([]);
  });

  test('has few buttons with short titles', () => {
    const check = ({ json }: Rendered) => {
      const own = listOf(json, 'actions');
      const first = own.filter((a) => a.mode !== 'secondary');
      const buttons = typed(seenParts(json), 'Action.');
      return [
        ...(own.length > 6 ? [`${own.length} buttons`] : []),
        ...(own.length > 0 && first.length === 0 ? ['only a menu of buttons'] : []),
        ...(first.length > 3 ? [`${first.length} primary buttons`] : []),
        ...buttons.filter((b) => textOf(b, 'title').length > 14).map((b) => `long title: ${b.title}`),
        ...buttons.filter((b) => textOf(b, 'title') === '').map(() => 'a button without a title'),
        ...buttons
          .filter((b) => b.type === 'Action.OpenUrl' && !textOf(b, 'url').startsWith('https://'))
          .map(() => 'a bad link'),
      ];
    };
    expect(broken(check)).toEqual([]);
  });

  test('shows and hides only what it has', () => {
    const check = ({ json }: Rendered) => {
      const ids = new Set(partsOf(json).map((p) => p.id));
      const targets = typed(seenParts(json), 'Action.ToggleVisibility').flatMap((a) => {
        const wanted: unknown = a.targetElements;
        return Array.isArray(wanted) ? wanted : ['none'];
      });
      return targets.filter((id) => !ids.has(id)).map((id) => `no part ${id}`);
    };
    expect(broken(check)).toEqual([]);
  });

  test('stays within the size of its place', () => {
    const check = ({ made, place }: Rendered) => {
      const [utf8, utf16] = [Buffer.byteLength(made.json), made.json.length * 2];
      const [ours, theirs] = place === 'anywhere' ? [24_000, 28_000] : [64_000, 80_000];
      return utf8 > ours || utf16 > theirs ? [`${utf8} bytes, ${utf16} in UTF-16`] : [];
    };
    expect(broken(check)).toEqual([]);
  });

  test('uses nothing that only some hosts have, without a stand-in', () => {
    const everyHost =
      /^(AdaptiveCard|TextBlock|RichTextBlock|TextRun|Image|Container|ColumnSet|Column|FactSet|ActionSet|Table|TableRow|TableCell|Input\.(Text|Number|Date|Time|Toggle|ChoiceSet)|Action\.(Execute|Submit|OpenUrl|ShowCard|ToggleVisibility))$/;
    const check = ({ json }: Rendered) =>
      seenParts(json)
        .filter((p) => typeof p.type === 'string' && !everyHost.test(p.type) && p.fallback === undefined)
        .map((p) => `no fallback: ${p.type}`);
    expect(broken(check)).toEqual([]);
  });

  test('acts as its place can serve it', () => {
    const check = ({ json, place }: Rendered) => {
      const buttons = typed(seenParts(json), 'Action.');
      const executes = buttons.filter((b) => b.type === 'Action.Execute');
      const submits = buttons.filter((b) => b.type === 'Action.Submit');
      if (place === 'message')
        return executes.flatMap((b) => {
          const [stand] = partsOf(b.fallback);
          return stand?.type === 'Action.Submit' && dataOf(stand).verb === b.verb ? [] : [`no stand-in: ${b.verb}`];
        });
      const opens = (b: Readonly<Record<string, unknown>>) =>
        JSON.stringify(dataOf(b).msteams) === '{"type":"task/fetch"}';
      const wrong = submits.filter((b) => opens(b) !== (place === 'anywhere'));
      return [...executes.map((b) => `executes: ${b.verb}`), ...wrong.map((b) => `wrong kind: ${b.title}`)];
    };
    expect(broken(check)).toEqual([]);
  });
});

/** The English card as a message is written down, so that a change of its look is a change somebody sees. */
describe('the golden cards', () => {
  const folder = new URL('golden/', import.meta.url);
  const fileOf = (path: string, sample: string) => `${path.replace('/', '-')}.${sample}.json`;
  const update = process.env.UPDATE_GOLDEN === '1';

  test('are the cards of today', () => {
    mkdirSync(folder, { recursive: true });
    const wrong = faces.flatMap((face) => {
      const file = new URL(fileOf(face.kind.path, face.sample), folder);
      const [place = 'message'] = face.kind.places;
      const now = `${JSON.stringify(rendered(face, 'en', place).json, null, 1)}\n`;
      if (update) writeFileSync(file, now);
      return existsSync(file) && readFileSync(file, 'utf8') === now ? [] : [fileOf(face.kind.path, face.sample)];
    });
    expect(wrong).toEqual([]);
  });

  test('are no more and no fewer than the samples', () => {
    const wanted = faces.map((face) => fileOf(face.kind.path, face.sample));
    expect(readdirSync(folder).toSorted()).toEqual(wanted.toSorted());
  });

  test('are made in more than one language', () => {
    expect(languages.length).toBeGreaterThan(1);
  });
});
