/** One-page guides of every scenario, as their reader downloads them, read back by other libraries (content.md 10). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sheet, SheetPart } from '../../src/core/sheet.ts';
import { writeSheet } from '../../src/files/sheet.ts';
import { isLong } from '../helpers/scale.ts';
import { startWorld, type World } from '../helpers/world.ts';
import { as, owner, recruiter, scenarioNamed } from '../web/scenarios-kit.ts';
import { flat, htmlOf, readPdf, readWord, readWordParts } from './guide-readers.ts';

let world: World;
let lines: { id: string; title: string }[] = [];
/** All in the long run; in the normal one every third, and the one with the most to say. */
let tried: typeof lines = [];
beforeAll(async () => {
  world = await startWorld();
  lines = (await as(world, owner).get('/api/scenarios?limit=100')).body.items;
  const sizes = await Promise.all(lines.map(async ({ id }) => (await guide(id, 'md')).bytes.length));
  const longest = sizes.indexOf(Math.max(...sizes));
  tried = lines.filter((_, at) => isLong || at % 3 === 0 || at === longest);
});
afterAll(() => world.close());

const guide = (id: string, kind: string, who = owner, language = 'en') =>
  as(world, who).get(`/api/scenarios/${id}/guide?as=${kind}`, { 'accept-language': language });

describe('the guide of every starter scenario', () => {
  it('is one tagged PDF page, one page of Word and Markdown, and says the same in each', async () => {
    expect(lines.length).toBeGreaterThanOrEqual(18);
    for (const { id, title } of tried) {
      const { body: whole } = await as(world, owner).get(`/api/scenarios/${id}`);
      const [pdf, word, markdown] = [
        await readPdf((await guide(id, 'pdf')).bytes),
        readWordParts((await guide(id, 'docx')).bytes),
        htmlOf((await guide(id, 'md')).bytes),
      ];
      expect([title, pdf.pages, pdf.title, pdf.language, word.title, word.language]).toEqual([
        ...[title, 1, title, 'en', title, 'en'],
      ]);
      expect([word.height, title]).toEqual([expect.closeTo(Math.min(word.height, 1), 6), title]);
      const last = whole.prompts[0].text.split('\n').at(-1);
      const said = [
        ...[whole.helpsYou, whole.problem, whole.task, whole.tools[0].word, whole.time.line, whole.checkedLine],
        ...[whole.owner, whole.hrLead, whole.humanCheck.what, last, `/s/${id}`].filter(Boolean),
        ...[...whole.steps, ...whole.criteria].map(({ text }: { text: string }) => text),
        ...[...whole.whenNotToUse, ...whole.guardrails.map(({ rule }: { rule: string }) => rule)],
      ].map(flat);
      const read = flat(
        markdown
          .replaceAll(/<[^>]+>/g, ' ')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&'),
      );
      expect(said.filter((text) => !pdf.text.includes(text))).toEqual([]);
      expect(said.filter((text) => !word.text.includes(text))).toEqual([]);
      expect(said.filter((text) => !read.includes(text))).toEqual([]);
    }
  }, 120_000);

  it('has headings and lists that a screen reader finds', async () => {
    const id = await scenarioNamed(world, 'Weekly report from a table');
    const pdf = await readPdf((await guide(id, 'pdf')).bytes);
    const count = (role: string) => pdf.roles.filter((each) => each === role).length;
    expect(pdf.marks).toMatchObject({ Marked: true });
    expect([count('H1'), count('Link')]).toEqual([1, 1]);
    expect(count('H2')).toBe(count('Sect'));
    expect([count('LI'), count('Lbl')]).toEqual([count('LBody'), count('LBody')]);
    const word = await readWord((await guide(id, 'docx')).bytes);
    expect(word.messages).toEqual([]);
    expect(word.html).toMatch(/^<h1>Weekly report from a table<\/h1>/);
    expect(word.html.match(/<h2>/g)?.length).toBe(count('H2'));
    expect(word.html).toContain('<ol><li><strong>You: </strong>Copy the values');
    expect(word.html.match(/<li>/g)?.length).toBe(count('LI'));
  });

  it('speaks the reader’s language and names the file', async () => {
    const id = await scenarioNamed(world, 'Weekly report from a table');
    const answer = await guide(id, 'pdf', owner, 'es');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="weekly-report-from-a-table.pdf"');
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const { text, language } = await readPdf(answer.bytes);
    expect(language).toBe('es');
    expect(text).toContain('Qué resuelve');
  });

  it('is not there for whom the scenario is not', async () => {
    const id = await scenarioNamed(world, 'Handover note from shift notes');
    const answers = await Promise.all([id, 'no-such'].map((each) => guide(each, 'pdf', recruiter)));
    expect(answers.map(({ status, body }) => [status, body.error])).toEqual([
      [404, 'not_found'],
      [404, 'not_found'],
    ]);
    expect((await guide(id, 'exe')).status).toBe(400);
  });
});

const part = (heading: string, count: number, length: number): SheetPart => ({
  kind: 'list',
  heading,
  lines: Array.from({ length: count }, (_, at) => `${at} ${'words and more '.repeat(length / 15)}`.trim()),
});

const longest: Sheet = {
  ...{ title: 'T'.repeat(80), lead: 'lead '.repeat(24), language: 'en', foot: 'Version 12 · Last checked today' },
  parts: [
    { kind: 'text', heading: 'What it solves', text: 'problem '.repeat(30) },
    { kind: 'text', heading: 'For whom', text: 'task and role '.repeat(40) },
    ...[part('Tool', 7, 160), part('What goes in', 9, 240), part('Good', 6, 140), part('Rules', 12, 160)],
    {
      kind: 'steps',
      heading: 'Steps',
      steps: Array.from({ length: 6 }, () => ({ who: 'You:', text: 'step '.repeat(32) })),
    },
    { kind: 'prompt', heading: 'Draft', text: `${'A line of the prompt that goes on for a while.\n'.repeat(128)}END` },
  ],
  link: { text: 'All of it in Fieldbook:', url: 'https://fieldbook.example.com/s/1' },
  left: { prompt: '… goes on in Fieldbook.', lines: (count) => `and ${count} more`, note: 'Shortened to fit.' },
};

describe('the longest scenario there can be', () => {
  it('is shortened to one page, and says so where something is missing', async () => {
    const pdf = await readPdf(await writeSheet.pdf(longest));
    expect(pdf.pages).toBe(1);
    const word = await readWord(await writeSheet.docx(longest));
    expect(word.height).toBeLessThanOrEqual(1);
    for (const { text } of [pdf, word]) {
      expect(text).toContain('… goes on in Fieldbook.');
      expect(text).toMatch(/Shortened to fit\..*https:\/\/fieldbook\.example\.com\/s\/1/);
      expect(text).not.toContain('END');
    }
  });

  it('shows letters of other alphabets, and a box for what it cannot show', async () => {
    const title = 'Zażółć gęślą jaźń ¿Qué? Ελληνικά Кириллица ✓';
    const sheet = { ...longest, title, parts: longest.parts.slice(0, 1), lead: 'Emoji 🎉 and 漢字' };
    const { text, title: named } = await readPdf(await writeSheet.pdf(sheet));
    expect(text).toContain(title);
    expect(text).toContain('Emoji □ and □□');
    expect(named).toBe(title);
    const word = await readWord(await writeSheet.docx(sheet));
    expect(word.text).toContain('Emoji 🎉 and 漢字');
  });

  it('lets nothing of its text become markup', async () => {
    const said = ['# not a heading', '<b>x</b>', '[a](https://evil.example)', '* star', '1. one', '`code`', '---'];
    const parts: SheetPart[] = [
      { kind: 'list', heading: 'L', lines: said },
      { kind: 'prompt', heading: 'P', text: '```\n# inside\n```' },
      ...said.map((text): SheetPart => ({ kind: 'text', heading: text, text })),
    ];
    const html = htmlOf(Buffer.from(await writeSheet.markdown({ ...longest, parts })));
    expect(
      html.match(
        /<(?!\/?(?:h1|h2|p|ul|li|hr|pre|code class="language-text"|code|a(?=>)|a href="https:\/\/fieldbook)\b)[^>]*>/g,
      ),
    ).toBeNull();
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).toContain('[a](https://evil.example)');
    expect(html).toContain('```\n# inside\n```');
  });
});
