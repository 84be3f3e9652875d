/** The one-page guide of a scenario: what the print page shows, as a sheet for any kind of file. */
import type { PrintedScenario } from '../../core/reading.ts';
import type { Sheet, SheetPart } from '../../core/sheet.ts';
import type { Words } from '../../core/words.ts';

export function guideSheet(scenario: PrintedScenario, words: Words, publicUrl: string): Sheet {
  const { title, helpsYou, edition, checkedLine, id } = scenario;
  return {
    ...{ title, lead: helpsYou, language: words.language },
    parts: [
      ...glance(scenario, words),
      ...work(scenario, words),
      ...prompt(scenario, words),
      ...people(scenario, words),
    ],
    foot: `${words('tab.playbook.version', { number: edition.number })} · ${checkedLine}`,
    link: { text: words('portable.guide.link'), url: `${publicUrl}/s/${id}` },
    left: {
      prompt: words('portable.guide.promptLeft'),
      lines: (count) => words('portable.guide.linesLeft', { count }),
      note: words('portable.guide.left'),
    },
  };
}

const text = (heading: string, said: string): SheetPart[] =>
  said === '' ? [] : [{ kind: 'text', heading, text: said }];
const list = (heading: string, lines: readonly string[]): SheetPart[] =>
  lines.length === 0 ? [] : [{ kind: 'list', heading, lines }];

function glance(scenario: PrintedScenario, words: Words): SheetPart[] {
  const { problem, roles, task, step, workflow, tools, alternative, inputs, dataClass, time, hold } = scenario;
  const [tool] = tools;
  const place = `${words('tab.playbook.step', { step: step.order, of: step.of, title: step.title })} ${workflow.name}`;
  return [
    ...text(words('portable.guide.hold'), hold),
    ...text(words('tab.playbook.ask.problem'), problem),
    ...text(words('tab.playbook.ask.forWhom'), `${roles.join(', ')}. ${task} ${place}`),
    ...list(
      words('tab.playbook.ask.tool'),
      tool ? [`${tool.name}: ${tool.sign} ${tool.word}`, ...tool.conditions, alternative].filter(Boolean) : [],
    ),
    ...list(words('tab.playbook.ask.inputs'), [
      ...inputs.map(({ name, where, dataClass: kind }) => `${name}: ${where} (${kind})`),
      words('tab.playbook.upTo', { data: dataClass.name, about: dataClass.description }),
    ]),
    ...text(words('tab.playbook.ask.time'), time.line),
  ];
}

function work({ steps, whenNotToUse, criteria, guardrails, humanCheck }: PrintedScenario, words: Words): SheetPart[] {
  return [
    {
      ...{ kind: 'steps', heading: words('tab.playbook.stepByStep') },
      steps: steps.map(({ text: said, byHuman }) => ({
        who: words(byHuman ? 'tab.playbook.you' : 'tab.playbook.withTool'),
        text: said,
      })),
    },
    ...list(
      words('tab.playbook.good'),
      criteria.map(({ text: said }) => said),
    ),
    ...list(
      words('tab.playbook.rules', { count: guardrails.length }),
      guardrails.map(({ rule }) => rule),
    ),
    ...list(words('tab.playbook.useNot'), whenNotToUse),
    ...text(words('tab.playbook.humanCheck'), `${humanCheck.who}: ${humanCheck.what}`),
  ];
}

/** The one to begin with; `[Job title]` instead of the name that only the form knows. */
function prompt({ prompts }: PrintedScenario, words: Words): SheetPart[] {
  const [first] = prompts;
  if (!first) return [];
  const { purpose, title, text: said, variables } = first;
  const labels = new Map(variables.map(({ name, label }) => [name, label]));
  const shown = said.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => `[${labels.get(name) ?? name}]`);
  return [{ kind: 'prompt', heading: words(`tab.playbook.purpose.${purpose}`, { title }), text: shown }];
}

function people({ owner, hrLead }: PrintedScenario, words: Words): SheetPart[] {
  const named = [
    owner && words('tab.playbook.owner', { name: owner }),
    hrLead && words('tab.playbook.hrLead', { name: hrLead }),
  ];
  return text(words('tab.playbook.ask.people'), named.filter(Boolean).join(' · '));
}
