/** Two texts of a scenario side by side, in the reader's words: what was added, taken away and changed. Pure. */
import type { Rulebook } from '../../core/rulebook.ts';
import type { Words } from '../../core/words.ts';
import type { Book } from './book.ts';
import type { DifferenceLine, DraftContract } from './edit-contract.ts';

export interface Naming {
  readonly book: Book;
  readonly rulebook: Rulebook;
  readonly words: Words;
}

interface Field {
  readonly path: string;
  readonly label: string;
  readonly text: string;
}

export function differenceOf(before: DraftContract, after: DraftContract, naming: Naming): DifferenceLine[] {
  const [old, fresh] = [fieldsOf(before, naming), fieldsOf(after, naming)];
  const known = new Map(old.map((field) => [field.path, field]));
  const paths = new Set(fresh.map(({ path }) => path));
  return [
    ...fresh.flatMap((field) => lineOf(known.get(field.path), field)),
    ...old.filter(({ path }) => !paths.has(path)).flatMap((field) => lineOf(field, { ...field, text: '' })),
  ];
}

function lineOf(before: Field | undefined, after: Field): DifferenceLine[] {
  const [old, fresh] = [before?.text ?? '', after.text];
  if (old === fresh) return [];
  const kind = old === '' ? 'added' : fresh === '' ? 'removed' : 'changed';
  return [{ path: after.path, label: after.label, kind, before: old, after: fresh }];
}

/** Each field as one text, lists with a line for each of theirs. */
function fieldsOf(contract: DraftContract, naming: Naming): Field[] {
  const { words } = naming;
  const field = (path: string, text: string | undefined): Field => ({
    ...{ path, label: words(`field.${path}`), text: text ?? '' },
  });
  const { goodExample: good, weakExample: weak, walkthrough: guide } = contract;
  return [
    ...(['title', 'helpsYou', 'problem', 'task'] as const).map((path) => field(path, contract[path])),
    ...listFields(contract, naming).map(([path, lines]) => field(path, lines.join('\n'))),
    ...promptFields(contract, words),
    field('goodExample.text', good?.text),
    field('goodExample.whyGood', good?.whyGood),
    field('weakExample.text', weak?.text),
    field('weakExample.why', weak?.why),
    field('humanCheck', humanCheckOf(contract, words)),
    field('bar.minScore', contract.bar && words('edit.percent', { percent: contract.bar.minScore })),
    field('time', timeOf(contract, words)),
    field('walkthrough.guide', guide?.guide),
    field('walkthrough.videoUrl', guide?.videoUrl),
    field('packId', contract.packId && naming.book.packs.get(contract.packId)?.title),
    field('courseUrl', contract.courseUrl),
  ];
}

function listFields(contract: DraftContract, { book, rulebook, words }: Naming): [path: string, lines: string[]][] {
  const {
    roleIds = [],
    toolIds = [],
    nextIds = [],
    guardrailIds = [],
    inputs = [],
    steps = [],
    criteria = [],
  } = contract;
  const dataClass = (id: string) => rulebook.dataClass(id)?.name ?? '';
  const rules = new Map(rulebook.guardrails().map(({ id, name }) => [id, name]));
  return [
    ['roleIds', roleIds.map((id) => book.roles.get(id)?.name ?? '')],
    ['tags', contract.tags ?? []],
    ['whenToUse', contract.whenToUse ?? []],
    ['whenNotToUse', contract.whenNotToUse ?? []],
    ['inputs', inputs.map((i) => words('scenario.input', { ...i, dataClass: dataClass(i.dataClassId) }))],
    ['dataClassId', contract.dataClassId ? [dataClass(contract.dataClassId)] : []],
    ['toolIds', toolIds.map((id) => rulebook.tool(id)?.name ?? '')],
    [
      'steps',
      steps.map(({ text, byHuman }) => words(byHuman ? 'scenario.step.human' : 'scenario.step.tool', { text })),
    ],
    ['criteria', criteria.map(({ kind, text }) => words(`scenario.criterion.${kind}`, { text }))],
    ['guardrailIds', guardrailIds.map((id) => rules.get(id) ?? '').toSorted()],
    ['nextIds', nextIds.flatMap((id) => book.entries.get(id)?.contract.title ?? [])],
  ];
}

/** Prompts stay the same from version to version by their id, whatever they are called. */
const promptFields = ({ prompts = [] }: DraftContract, words: Words): Field[] =>
  prompts.flatMap(({ id, purpose, title, text, variables }) => {
    const label = words(`prompt.${purpose}`, { title });
    const fields = variables.map((v) =>
      words('edit.variable', { name: v.name, label: v.label, isRequired: v.required ? 'yes' : 'no' }),
    );
    return [
      { path: `prompts.${id}.text`, label, text },
      { path: `prompts.${id}.variables`, label: words('edit.variables', { prompt: label }), text: fields.join('\n') },
    ];
  });

const humanCheckOf = ({ humanCheck }: DraftContract, words: Words): string =>
  humanCheck && (humanCheck.who || humanCheck.what) ? words('scenario.humanCheck', { ...humanCheck }) : '';

function timeOf({ time }: DraftContract, words: Words): string {
  if (time?.beforeMinutes === undefined || time.afterMinutes === undefined) return '';
  const { beforeMinutes: before, afterMinutes: after, source, n } = time;
  return words(`scenario.time.${source}`, { before, after, n });
}

const worded = new Set(['title', 'helpsYou', 'problem', 'task', 'tags', 'whenToUse', 'whenNotToUse', 'steps']);
const wordedBelow = /^(?:goodExample|weakExample|humanCheck|time|walkthrough|packId|courseUrl|nextIds)\b/;

/** Wording only: prompts, tools, kinds of data, criteria, rules and roles are as they were (product 6.2 `smallFix`). */
export const isSmall = (before: DraftContract, after: DraftContract, difference: readonly DifferenceLine[]): boolean =>
  difference.every(({ path }) => worded.has(path) || wordedBelow.test(path)) && weightOf(before) === weightOf(after);

/** What a difference in words may not show, such as a field's name in a prompt. */
const weightOf = ({
  prompts,
  toolIds,
  dataClassId,
  inputs,
  criteria,
  bar,
  guardrailIds,
  roleIds,
}: DraftContract): string =>
  JSON.stringify([prompts, toolIds, dataClassId, inputs, criteria, bar, guardrailIds, roleIds]);
