/** The form of a prompt as card data: what was typed stays, each problem stands at its field. */
import type { VerdictAnswer } from '../../core/rulebook.ts';
import type { Turn } from '../../core/turn.ts';
import { verdictLines, verdictWord } from '../../core/verdict-lines.ts';
import type { Entry } from './book.ts';
import type { FillData } from './cards/fill.card.ts';
import { type FieldProblem, inputId, type Values } from './fill.ts';
import type { Prompt, Variable } from './scenario-version.ts';
import { type Scene, toolVerdicts } from './view.ts';

interface FillScene {
  readonly entry: Entry;
  readonly scene: Scene;
  readonly turn: Turn;
  readonly prompt: Prompt;
  readonly values: Values;
  readonly verdict: VerdictAnswer;
  readonly confirms: readonly string[];
  readonly confirmed?: boolean;
  readonly problems?: readonly FieldProblem[];
  readonly problemLine?: string;
  readonly isTimed: boolean;
}

export function fillView(fill: FillScene): FillData {
  const { entry, scene, prompt, values, verdict, confirms, turn } = fill;
  const { words } = turn;
  const tools = toolVerdicts(entry, scene, verdict.dataClassId);
  return {
    ...verdictLines(verdict, scene.rulebook, words),
    summary: words('use.formTitle', { title: entry.contract.title }),
    scenarioId: entry.id,
    title: entry.contract.title,
    helpsYou: entry.contract.helpsYou,
    toolId: verdict.toolId,
    tools: tools.map((t) => ({
      choiceId: t.toolId,
      title: words('use.toolChoice', {
        tool: scene.rulebook.tool(t.toolId)?.name ?? '',
        verdict: verdictWord(t.verdict, words),
      }),
    })),
    hasProblem: fill.problemLine !== undefined,
    problemLine: fill.problemLine ?? '',
    fields: prompt.variables.map((v) => fieldView(v, values[v.name] ?? '', fill)),
    asksConfirm: confirms.length > 0,
    confirms: confirms.map((text) => ({ text })),
    confirmedValue: fill.confirmed ? 'true' : 'false',
    timedValue: fill.isTimed ? 'true' : 'false',
    goTitle: words(turn.where.surface === 'compose' ? 'use.insert' : 'use.getPrompt'),
  };
}

function fieldView(v: Variable, text: string, { problems = [], turn }: FillScene): FillData['fields'][number] {
  const problem = problems.find((p) => p.name === v.name);
  const number = Number(text.replace(',', '.'));
  const isNumber = v.kind === 'number';
  const label = v.unit ? turn.words('use.labelWithUnit', { label: v.label, unit: v.unit }) : v.label;
  return {
    inputId: inputId(v.name),
    label,
    help: v.help ?? '',
    showHelp: v.help !== undefined && (v.kind === 'date' || v.kind === 'choice' || text !== ''),
    text,
    number: isNumber && text !== '' && Number.isFinite(number) ? number : null,
    maxChars: v.maxChars,
    required: v.required,
    error: turn.words('error.field_required', { field: v.label }),
    hasProblem: problem !== undefined,
    problem: problem ? turn.words(`error.${problem.code}`, problem.values) : '',
    isShort: v.kind === 'shortText',
    isLong: v.kind === 'longText',
    isNumber,
    isDate: v.kind === 'date',
    isChoice: v.kind === 'choice',
    choices: (v.choices ?? []).map((choice) => ({ title: choice, choiceId: choice })),
  };
}
