/** The playbook as a text to be read: by workflow its scenarios, then decisions, rules and tools, with names in place of slugs. */
import type { CopyKind } from '../../core/copy.ts';
import type { OutlineBlock } from '../../core/outline.ts';
import type { Words } from '../../core/words.ts';
import { type Capped, type Lists, listIn, type Named } from './copy.ts';
import { decisionPart, guardrailPart, namedPart, type ScenarioPart, scenarioPart, toolPart } from './parts.ts';

interface Telling {
  readonly lists: Lists;
  readonly words: Words;
  nameOf(kind: CopyKind, slug: string): string;
}

const heading = (level: 1 | 2 | 3 | 4, text: string): OutlineBlock => ({ kind: 'heading', level, text });
const fact = (name: string, text: string): OutlineBlock[] => (text === '' ? [] : [{ kind: 'fact', name, text }]);
const list = (name: string, lines: readonly string[]): OutlineBlock[] =>
  lines.length === 0
    ? []
    : [
        { kind: 'text', text: name },
        { kind: 'list', lines },
      ];

export function* outlineOf({ lists, rows }: Capped, note: string | undefined, words: Words): Generator<OutlineBlock> {
  const names = new Map(
    [...lists].flatMap(([kind, items]) =>
      items.map(({ slug, body }) => [`${kind}/${slug}`, namedPart.parse(body).name] as const),
    ),
  );
  const nameOf = (kind: CopyKind, slug: string) => names.get(`${kind}/${slug}`) || slug;
  const telling: Telling = { lists, words, nameOf };
  yield heading(1, words('portable.title'));
  yield { kind: 'text', text: note ?? words('portable.holds', { scenarios: listIn(lists, 'scenario').length, rows }) };
  yield* workflows(telling);
  yield* decisions(telling);
  yield* guardrails(telling);
  yield* tools(telling);
}

function* workflows(telling: Telling): Generator<OutlineBlock> {
  const { lists } = telling;
  const parts = listIn(lists, 'scenario').map(({ body }) => scenarioPart.parse(body));
  for (const { slug, body } of listIn(lists, 'workflow')) {
    const own = parts.filter(({ workflowId }) => workflowId === slug).toSorted((a, b) => a.stepOrder - b.stepOrder);
    if (own.length === 0) continue;
    const { name, problem } = namedPart.parse(body);
    yield heading(2, name);
    yield { kind: 'text', text: problem };
    for (const each of own) yield* scenario(telling, each);
  }
}

function* scenario({ words, nameOf }: Telling, part: ScenarioPart): Generator<OutlineBlock> {
  const { title, helpsYou, problem, task, roleIds, toolIds, dataClassId, prompts, goodExample, tags } = part;
  const named = (kind: CopyKind, slugs: readonly string[]) => slugs.map((slug) => nameOf(kind, slug)).join(', ');
  yield heading(3, title || words('portable.untitled'));
  yield { kind: 'text', text: helpsYou };
  yield* fact(words('tab.playbook.ask.problem'), problem);
  yield* fact(words('tab.playbook.ask.forWhom'), [named('role', roleIds), task].filter(Boolean).join('. '));
  yield* fact(words('field.toolIds'), named('tool', toolIds));
  yield* fact(words('field.dataClassId'), dataClassId && nameOf('dataClass', dataClassId));
  yield* fact(words('field.tags'), tags.join(', '));
  yield* list(words('tab.playbook.useNot'), part.whenNotToUse);
  yield* list(
    words('tab.playbook.stepByStep'),
    part.steps.map(({ text, byHuman }) => `${words(byHuman ? 'tab.playbook.you' : 'tab.playbook.withTool')} ${text}`),
  );
  for (const { purpose, title: about, text } of prompts) {
    yield heading(4, words(`tab.playbook.purpose.${purpose}`, { title: about }));
    yield { kind: 'prompt', text };
  }
  yield* list(
    words('tab.playbook.good'),
    part.criteria.map(({ text }) => text),
  );
  if (goodExample.text === '') return;
  yield heading(4, words('tab.playbook.goodExample'));
  yield { kind: 'prompt', text: goodExample.text };
  yield { kind: 'text', text: goodExample.whyGood };
}

function* decisions({ lists, words }: Telling): Generator<OutlineBlock> {
  const all = listIn(lists, 'decision').map(({ body }) => decisionPart.parse(body));
  if (all.length > 0) yield heading(2, words('portable.decisions'));
  for (const { question, answer, text, why, conditions, isInForce } of all) {
    yield heading(3, question);
    if (!isInForce) yield { kind: 'text', text: words('portable.notInForce') };
    if (answer !== '') yield { kind: 'text', text: words(`decision.answer.${answer}`) };
    if (text !== '') yield { kind: 'text', text };
    yield { kind: 'text', text: why };
    if (conditions.length > 0) yield { kind: 'list', lines: conditions };
  }
}

function* guardrails({ lists, words }: Telling): Generator<OutlineBlock> {
  const all: readonly Named[] = listIn(lists, 'guardrail');
  if (all.length > 0) yield heading(2, words('portable.rules'));
  for (const { body } of all) {
    const { name, rule, why, do: does, doNot } = guardrailPart.parse(body);
    yield heading(3, name);
    yield { kind: 'text', text: `${rule} ${why}` };
    yield { kind: 'list', lines: [...does, ...doNot] };
  }
}

function* tools({ lists, words, nameOf }: Telling): Generator<OutlineBlock> {
  const all = listIn(lists, 'tool').map(({ body }) => toolPart.parse(body));
  if (all.length > 0) yield heading(2, words('portable.tools'));
  for (const { name, rules } of all) {
    yield heading(3, name);
    yield {
      kind: 'list',
      lines: rules.map(({ dataClassId, verdict, conditions }) =>
        [`${nameOf('dataClass', dataClassId)}: ${words(`verdict.${verdict}`)}`, ...conditions].join(' · '),
      ),
    };
  }
}
