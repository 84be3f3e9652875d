/** Which tool and which data the starter playbook understands, in English and Spanish; ids are slugs. */
import { describe, expect, test } from '@jest/globals';
import { starter } from '../../../src/content/starter.ts';
import { resolve } from '../../../src/features/guardrails/resolve.ts';
import { type Rules, rulesOf } from '../../../src/features/guardrails/rules.ts';

const at = '2026-11-23T10:00:00.000Z';
const stamp = { createdAt: at, createdBy: 'system', updatedAt: at, updatedBy: 'system' };
const rules: Rules = rulesOf({
  classes: starter.dataClasses.map((c) => ({ ...stamp, ...c, id: c.slug })),
  tools: starter.tools.map((t) => ({
    ...{ ...stamp, ...t, id: t.slug, status: 'active', launchEnabled: false },
    ...{ reviewDue: '2027-02-01', rules: [], maxPromptChars: undefined, launchUrlTemplate: undefined },
  })),
  decisions: [],
  guardrails: [],
});

function meant(text: string): string {
  const { tools, dataClass, rest } = resolve(rules, text);
  return [tools.map((t) => t.id).join('+'), dataClass?.id ?? '', rest].join(' | ');
}

const both = 'chatgpt-business+chatgpt-personal';
const copilots = 'm365-copilot+copilot-chat';
const own = 'chatgpt-personal+gemini-personal+claude-personal';

/** What is typed, the tools, the class, what is left. */
type Row = readonly [string, string, string, string?];

const english: readonly Row[] = [
  ['chatgpt candidate names', both, 'personal'],
  ['my own chatgpt account candidate cv', 'chatgpt-personal', 'personal'],
  ['copilot with price list', copilots, 'confidential'],
  ['copilot chat with price list', 'copilot-chat', 'confidential'],
  ['Microsoft Copilot Chat, with team calendar?', 'copilot-chat', 'internal'],
  ['gemini and copilot chat with a cv', 'copilot-chat+gemini-personal', 'personal'],
  ['chatgpt business plan with business plan', 'chatgpt-business', 'confidential', 'plan'],
  ['can i use perplexity with a cv', '', 'personal', 'perplexity'],
  ['chatgpt with salaries', both, 'restricted'],
  ['policies', '', 'internal'],
  ['', '', ''],
];

const onceOnly: readonly Row[] = [
  ['personal chatgpt with website text', 'chatgpt-personal', 'public'],
  ['chatgpt personal with website text', 'chatgpt-personal', 'public'],
  ['chatgpt personal account with website text', 'chatgpt-personal', 'public'],
  ['my own account in chatgpt, job ad', 'chatgpt-personal', 'public'],
  ['personal account with job ad', own, 'public'],
  ['claude personal account with policy', 'claude-personal', 'internal'],
  ['personal chatgpt', 'chatgpt-personal', ''],
  ['personal chatgpt with personal data', 'chatgpt-personal', 'personal'],
  ['ai meeting notes', 'meeting-note-taker', ''],
];

const slips: readonly Row[] = [
  ['policy clause', '', 'internal', 'clause'],
  ['contract clause in copilot', copilots, 'confidential', 'clause'],
  ['chatgtp with cv', both, 'personal'],
  ['chatgp with cv', both, 'personal'],
  ['copillot with intrview questions', copilots, 'internal'],
  ['cluade with cv', 'claude-personal', 'personal'],
  ['cladue', 'claude-personal', ''],
  ['gemni with salery', 'gemini-personal', 'restricted'],
  ['pasword in copilot', copilots, 'restricted'],
  ['contact form', '', '', 'contact form'],
  ['resumen de la política', '', 'internal', 'resumen'],
  ['cloud', '', '', 'cloud'],
];

const spanish: readonly Row[] = [
  ['chatgpt con currículum', both, 'personal'],
  ['chatgpt con curriculum', both, 'personal'],
  ['copilot con la nómina', copilots, 'restricted'],
  ['gemini con salarios', 'gemini-personal', 'restricted'],
  ['claude con un contrato', 'claude-personal', 'confidential'],
  ['copilot con contratos de trabajo', copilots, 'restricted'],
  ['chatgpt datos de los candidatos', both, 'personal'],
  ['copilot chat con anuncio de empleo', 'copilot-chat', 'public'],
  ['¿chatgpt con contraseñas?', both, 'restricted'],
  ['mi chatgpt personal con texto de la página web', 'chatgpt-personal', 'public', 'texto'],
  ['cuenta personal de chatgpt con anuncio de empleo', 'chatgpt-personal', 'public'],
  ['asistente de reuniones con notas de entrevista', 'meeting-note-taker', 'personal'],
  ['generador de imágenes con datos inventados', 'image-maker', 'public'],
  ['sistema de RRHH con lista de clientes', 'hr-system-ai', 'confidential'],
  ['copilot con lista de precios', copilots, 'confidential'],
  ['copilot guía de entrevista', copilots, 'internal'],
];

describe.each([
  ['English', english],
  ['a word counts for the tool or for the data, never for both', onceOnly],
  ['slips are forgiven where nothing else can be meant', slips],
  ['Spanish', spanish],
])('%s', (_, rows) => {
  test.each(rows.map((row) => [...row]))('%s', (typed, tools, dataClass, rest = '') => {
    expect(meant(`${typed}`)).toBe([tools, dataClass, rest].join(' | '));
  });
});

test('a very long text is read to its sixtieth word', () => {
  expect(resolve(rules, 'candidate clause copilto '.repeat(400)).tools).not.toEqual([]);
});
