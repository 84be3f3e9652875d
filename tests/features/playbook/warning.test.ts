/** The check before a prompt leaves (product 7.3): findings raise the class, and what a person may do about them. */
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../../src/core/turn.ts';
import type { Guardrail } from '../../../src/features/guardrails/model.ts';
import { rulebookOf } from '../../../src/features/guardrails/rulebook.ts';
import type { Identified } from '../../../src/features/guardrails/rules.ts';
import { fill, type Values } from '../../../src/features/playbook/fill.ts';
import type { Scene } from '../../../src/features/playbook/view.ts';
import { keep, kept, type Warned, warning } from '../../../src/features/playbook/warning.ts';
import { wordsFor } from '../../../src/text/words.ts';
import { aBook, aPrompt, aVariable, entryOf } from '../../helpers/book-builders.ts';
import {
  aGuardrail,
  aPerson,
  aTool,
  aTurn,
  type Cells,
  memoryStore,
  someRules,
  today,
} from '../../helpers/builders.ts';

const mail = 'Write to ana.lopez@larkmoor.test.';
const card = 'Card 4111 1111 1111 1111.';
const prompt = aPrompt('About {{job}}, {{more}}.', [
  aVariable('job', { label: 'Job', maxChars: 30_000 }),
  aVariable('more', { label: 'More', required: false, maxChars: 30_000 }),
]);

const { store, close } = memoryStore();
afterAll(close);

interface Given {
  readonly cells?: Cells;
  readonly guardrails?: readonly Identified<Guardrail>[];
  readonly dataClassId?: string;
  readonly go?: 'mask' | 'on';
  readonly toolId?: string;
}

const stopSecrets = aGuardrail('stop', { all: true, findings: ['cardNumber', 'secret'] }, { id: 'no-secrets' });

/** A scenario for internal data with tool `a`; tool `b` is not on its list. */
function check(
  values: Values,
  { cells = { internal: 'allowed' }, guardrails = [], dataClassId, go, toolId }: Given = {},
): Warned {
  const rules = someRules({ tools: [aTool('a', cells), aTool('b', {})], guardrails });
  const book = aBook([{}]);
  const scene: Scene = {
    ...{ book, rulebook: rulebookOf(rules, []), proofs: new Map() },
    who: aPerson(),
    now: today,
    words: wordsFor('en'),
  };
  const filled = fill(prompt, values);
  return warning({
    entry: entryOf(book),
    scene,
    turn: aTurn(store),
    prompt,
    filled: filled.kind === 'filled' ? filled.text : '',
    values,
    dataClassId: dataClassId ?? 'internal',
    input: { ...(toolId ? { toolId } : {}), ...(go ? { go } : {}) },
    keep: keep({ values, confirmed: true, ...(toolId ? { toolId } : {}) }),
  });
}

function shown(warned: Warned): string {
  if (warned.kind === 'clear') throw new Error(`clear: ${warned.text}`);
  const answer: Answer = warned.answer;
  return answer.kind === 'form' ? answer.card.json : '';
}

describe('nothing found', () => {
  it('is clear where the tool may see the class of the scenario', () => {
    expect(check({ job: 'Shift lead' })).toMatchObject({ kind: 'clear', text: 'About Shift lead, -.' });
  });

  it.each(['undecided', 'notAllowed'] as const)('warns where the tool is %s, and the person may go on', (word) => {
    const cells: Cells = { internal: word };
    const asked = shown(check({ job: 'Shift lead' }, { cells }));
    expect(asked).toContain('This tool is not cleared for the data of this scenario');
    expect(asked).toContain('Nothing secret');
    expect(asked).not.toContain('Replace it');
    expect(check({ job: 'Shift lead' }, { cells, go: 'on' }).kind).toBe('clear');
  });

  it('is judged for the tool that was chosen', () => {
    expect(check({ job: 'Shift lead' }, { toolId: 'b' }).kind).toBe('warn');
    expect(check({ job: 'Shift lead' }, { toolId: 'not listed at all' }).kind).toBe('clear');
  });

  it('lets invented data be judged as public', () => {
    expect(check({ job: 'Shift lead' }, { cells: { public: 'allowed' }, dataClassId: 'public' }).kind).toBe('clear');
  });
});

describe('a finding', () => {
  it('raises the class, and the verdict is computed again', () => {
    const asked = shown(check({ job: mail }));
    expect(asked).toContain('Some of this looks like personal or secret data');
    expect(asked).toContain('Tool a with Personal data');
    expect(asked).toContain('This scenario is for data up to Internal');
  });

  it('raises it to the worst of all findings', () => {
    expect(shown(check({ job: mail, more: card }))).toContain('with Restricted data');
    expect(shown(check({ job: card, more: mail }))).toContain('with Restricted data');
  });

  it('raises invented data too', () => {
    expect(check({ job: mail }, { cells: { public: 'allowed' }, dataClassId: 'public' }).kind).toBe('warn');
  });

  it('says kind, field and number, never the text', () => {
    const asked = shown(check({ job: `${mail} ${mail}`, more: card }));
    expect(asked).toContain(String.raw`E\\-mail address in \"Job\" \\(2\\)`);
    expect(asked).toContain(String.raw`Card number in \"More\" \\(1\\)`);
    const body: { id?: string }[] = JSON.parse(asked).body;
    expect(JSON.stringify(body.filter((element) => element.id !== 'kept'))).not.toMatch(/lopez|4111/);
  });

  it('lets the person say that it is not personal', () => {
    const clear = check({ job: mail }, { go: 'on' });
    expect(clear).toMatchObject({ kind: 'clear', text: `About ${mail}, -.` });
    expect(clear.kind === 'clear' && clear.verdict.verdict).toBe('notAllowed');
  });

  it('is replaced on request, in the text and in what the check prompt gets', () => {
    expect(check({ job: mail, more: 'Plain' }, { go: 'mask' })).toMatchObject({
      kind: 'clear',
      text: 'About Write to [email]., Plain.',
      values: { job: 'Write to [email].', more: 'Plain' },
      verdict: { verdict: 'allowed', dataClassId: 'internal' },
    });
  });

  it('once replaced still warns of a tool that may not see the rest, with the replaced text kept', () => {
    const asked = shown(check({ job: mail }, { cells: { internal: 'undecided' }, go: 'mask' }));
    expect(asked).toContain('This tool is not cleared for the data of this scenario');
    expect(asked).toContain('[email]');
    expect(asked).not.toContain('lopez');
  });

  it('is found past what one check reads of all fields together', () => {
    const values = { job: 'plain words '.repeat(1_700), more: card };
    expect(shown(check(values))).toContain('with Restricted data');
  });
});

describe('a stop rule that names the finding', () => {
  const guardrails = [stopSecrets];

  it('refuses, and going on does not help', () => {
    for (const go of [undefined, 'on'] as const) {
      const asked = shown(check({ job: card }, { guardrails, ...(go ? { go } : {}) }));
      expect(asked).toContain('Keep to no\\\\-secrets');
      expect(asked).not.toContain('Not personal');
    }
  });

  it('refuses even where the tool may see that class', () => {
    const cells: Cells = { internal: 'allowed', restricted: 'allowed' };
    expect(check({ job: card }, { cells, guardrails, dataClassId: 'restricted', go: 'on' }).kind).toBe('warn');
  });

  it('lets the replaced text go', () => {
    expect(check({ job: card }, { guardrails, go: 'mask' })).toMatchObject({ text: 'About Card [card number]., -.' });
  });

  it('does not act on other findings, nor does a confirm rule', () => {
    expect(check({ job: mail }, { guardrails, go: 'on' }).kind).toBe('clear');
    const confirm = [aGuardrail('confirm', { all: true, findings: ['cardNumber'] })];
    expect(check({ job: card }, { guardrails: confirm, go: 'on' }).kind).toBe('clear');
  });
});

describe('what the card carries along', () => {
  it('comes back as it was', () => {
    const state = { values: { job: 'One\n"two"', more: '{{x}}' }, toolId: 'a', confirmed: true };
    expect(kept(keep(state))).toEqual(state);
  });

  it('takes a long text of many signs for one letter', () => {
    expect(kept(keep({ values: { job: '👩🏽‍🚀'.repeat(4_000) }, confirmed: false })).values.job).toHaveLength(28_000);
  });

  it.each([
    ['no JSON', '{"values":'],
    ['nothing', ''],
    ['another shape', '[]'],
    ['null', 'null'],
    ['values that are no text', '{"values":{"job":{"text":"x"}}}'],
    ['a tick that is no tick', '{"values":{},"confirmed":"yes"}'],
    ['a tool of great length', `{"values":{},"toolId":"${'x'.repeat(101)}"}`],
  ])('%s: the form opens empty', (_, json) => {
    expect(kept(json)).toEqual({ values: {}, confirmed: false });
  });

  it('is cleaned like typed text, and keys of every object do no harm', () => {
    const json = '{"values":{"job":"a\\u202eb\\u0000","__proto__":"x","constructor":"y"},"role":"admin"}';
    const { values } = kept(json);
    expect(values.job).toBe('ab');
    expect(Object.getPrototypeOf(Object.getPrototypeOf(values))).toBeNull();
    expect(kept(json)).not.toHaveProperty('role');
    expect(fill(prompt, values)).toMatchObject({ text: 'About ab, -.' });
  });

  it('is checked again, whatever it says', () => {
    const { values } = kept(`{"values":{"job":"${card}"},"confirmed":true}`);
    expect(check(values, { guardrails: [stopSecrets], go: 'on' }).kind).toBe('warn');
  });
});
