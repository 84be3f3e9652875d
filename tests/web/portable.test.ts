/** The playbook as a file: who takes what along, what comes in, and that nothing is lost on the way. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { capped, jsonOf } from '../../src/features/portable/copy.ts';
import { tableOf } from '../../src/features/portable/table.ts';
import { readCsv } from '../files/csv-reader.ts';
import { asPerson, type Caller } from '../helpers/api.ts';
import { givenTo } from '../helpers/people.ts';
import { dice, seeds } from '../helpers/scale.ts';
import { startWorld, type World } from '../helpers/world.ts';
import { bringIn, exported } from './portable-kit.ts';
import { as, author, bodiesOf, hrLead, manager, owner, recruiter, storeOf } from './scenarios-kit.ts';
import { matrixAs } from './tools-kit.ts';

let world: World;
let workflowId = '';
beforeAll(async () => {
  world = await startWorld();
  const { workflows } = (await as(world, owner).get('/api/scenario-options')).body;
  workflowId = workflows.find(({ name }: { name: string }) => name === 'Routine reports').id;
});
afterAll(() => world.close());

const admin = () => as(world, owner);
const pilotTitle = 'Handover note from shift notes';
const secret = 'A secret plan of ours';

describe('the playbook as a file', () => {
  it('holds all four kinds in each form', async () => {
    const json = JSON.parse(await exported(as(world, recruiter), 'json'));
    expect(json).toMatchObject({ format: 'fieldbook-playbook', formatVersion: 1 });
    expect(json.scenarios.length).toBeGreaterThanOrEqual(18);
    const [first] = json.scenarios;
    expect([first.prompts.length > 1, first.goodExample.text.length > 80, json.decisions.length > 0]).toEqual([
      true,
      true,
      true,
    ]);
    const rows = readCsv(await exported(as(world, recruiter), 'csv'));
    const kinds = rows.slice(1).map(([kind]) => kind);
    for (const kind of ['scenario', 'prompt', 'goodExample', 'decision', 'guardrail', 'toolRule'])
      expect(kinds).toContain(kind);
    expect(kinds.filter((kind) => kind === 'goodExample')).toHaveLength(json.scenarios.length);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    const text = await exported(as(world, recruiter), 'md');
    for (const { title, prompts } of json.scenarios) {
      expect(text).toContain(`### ${title}`);
      expect(text).toContain(prompts[0].text);
    }
    expect(text).toContain('## Decisions');
  });

  it('is the same file twice, and tells nothing of ids and people', async () => {
    const [one, two] = [await exported(admin(), 'json', true), await exported(admin(), 'json', true)];
    expect(one).toBe(two);
    expect(one).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-4|Example project owner|createdBy/);
  });

  it('holds nothing of a running pilot for whom it is not, and drafts only for those who lead', async () => {
    const made = await as(world, author).get('/api/scenario-options');
    const draft = { title: secret, workflowId: made.body.workflows[0].id, roleId: made.body.roles[0].id };
    expect((await as(world, author).post('/api/scenarios', draft)).status).toBe(201);
    for (const form of ['json', 'csv', 'md'] as const) {
      const file = await exported(as(world, recruiter), form);
      expect([
        form,
        file.includes(pilotTitle),
        /shift-handover|handover-note/.test(file),
        file.includes(secret),
      ]).toEqual([form, false, false, false]);
      expect((await exported(admin(), form)).includes(pilotTitle)).toBe(true);
      expect((await exported(admin(), form)).includes(secret)).toBe(false);
      expect((await exported(admin(), form, true)).includes(secret)).toBe(true);
    }
    const who = [recruiter, author, manager, hrLead, owner];
    const answers = await Promise.all(who.map((each) => as(world, each).get('/api/playbook/export?drafts=true')));
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 200, 200, 200]);
  });

  it('is noted in the audit log', async () => {
    const before = (await bodiesOf(world, 'auditEntry')).length;
    await exported(as(world, recruiter), 'csv');
    const found = (await bodiesOf(world, 'auditEntry')).filter(({ action }) => action === 'playbook.export');
    expect((await bodiesOf(world, 'auditEntry')).length).toBe(before + 1);
    expect(found).toContainEqual(
      expect.objectContaining({ changes: expect.objectContaining({ as: { before: '', after: 'csv' } }) }),
    );
  });
});

const scenarioNamed = async (title: string) => {
  const versions = (await bodiesOf(world, 'scenarioVersion')).filter((each) => each.title === title);
  const head = (await bodiesOf(world, 'scenario')).find(({ id }) => id === versions.at(-1)?.scenarioId);
  return { head, text: versions.at(-1) };
};

describe('a playbook with too many rows', () => {
  it('stops at fifty thousand and says so, in every form', () => {
    const body = {
      title: 'T',
      prompts: [{ purpose: 'draft', title: 'P', text: 'x' }],
      goodExample: { text: 'e', whyGood: 'w' },
    };
    const many = Array.from({ length: 70_000 }, (_, at) => ({ slug: `s-${String(at).padStart(6, '0')}`, body }));
    const found = capped(new Map([['scenario' as const, many]]), 50_000);
    expect([found.isCapped, found.rows]).toEqual([true, 49_998]);
    const json = JSON.parse([...jsonOf(found, 'It stops here. (export_capped)')].join(''));
    expect([json.note, json.scenarios.length]).toEqual(['It stops here. (export_capped)', 16_666]);
    const { rows } = tableOf(found, 'It stops here. (export_capped)');
    expect([rows.length, rows.at(-1)?.[0]]).toEqual([49_999, 'note']);
  });
});

describe('a file that comes in', () => {
  it('changes nothing when it is the playbook of here', async () => {
    const file = await exported(admin(), 'json', true);
    const dry = await bringIn(admin(), file, { dryRun: true });
    expect([dry.status, dry.body.state, dry.body.counts.new, dry.body.counts.changed]).toEqual([200, 'planned', 0, 0]);
    // Decisions, rules and tools of the file are here already, all of them.
    expect([dry.body.leftOut, dry.body.counts.proposed, dry.body.ruled]).toEqual([0, 0, []]);
    const done = await bringIn(admin(), file);
    expect([done.status, done.body.state]).toEqual([201, 'done']);
    expect(await exported(admin(), 'json', true)).toBe(file);
    const again = await bringIn(admin(), file);
    expect([again.status, again.body.error, again.body.message]).toEqual([
      409,
      'already_imported',
      `Already imported (batch ${done.body.id}).`,
    ]);
  });

  it('keeps several categories of Prompt Buddy, and lists what its drafts still need', async () => {
    const item = (Title: string, Category: unknown) => ({
      ID: 'c5b5062c-a2bb-ee11-9078-0022481b5b6a',
      Title,
      Category,
      Description: 'none',
      Prompt: `Sum up {{notes}} for ${Title}`,
    });
    const file = JSON.stringify([
      item('One', 'Word'),
      item('Two', ['Word', 'Copilot (M365)']),
      item('Three', 'Word, Outlook'),
      item('Four', 'Outlook'),
      item('Five', 'Plans, dates and more; Word'),
    ]);
    const without = await bringIn(admin(), file, { dryRun: true });
    expect([without.status, without.body.fields[0].path]).toEqual([400, 'row.1.workflow']);
    const dry = await bringIn(admin(), file, { dryRun: true, workflowId });
    expect(dry.body.counts).toMatchObject({ new: 5 });
    expect(dry.body.items[0].missing.length).toBeGreaterThan(5);
    expect((await scenarioNamed('One')).head).toBeUndefined();
    expect((await bringIn(admin(), file, { workflowId })).body).toMatchObject({ state: 'done', counts: { new: 5 } });
    const tags = await Promise.all(
      ['Two', 'Three', 'Five'].map(async (title) => (await scenarioNamed(title)).text?.tags),
    );
    expect(tags).toEqual([
      ['Word', 'Copilot (M365)'],
      ['Word', 'Outlook'],
      ['Plans, dates and more', 'Word'],
    ]);
    const { head, text } = await scenarioNamed('One');
    expect(head).toMatchObject({ state: 'draft', origin: 'import', draftVersion: 1 });
    expect(head).not.toHaveProperty('arriving');
    expect(text).not.toHaveProperty('task');
    const edit = await admin().get(`/api/scenarios/${head?.id}/edit`);
    expect(edit.body.missing.length).toBeGreaterThan(5);
    // What came in with several categories leaves with them, and comes in again the same.
    const again = JSON.parse(await exported(admin(), 'json', true));
    expect(again.scenarios.find(({ title }: { title: string }) => title === 'Five').tags).toEqual([
      'Plans, dates and more',
      'Word',
    ]);
  });

  it('takes the table of Prompt Pulse, with semicolons and other line ends too', async () => {
    const comma = '\ufeffPromptTitle,Prompt\nDay plan,"Plan my day,\nplease ""now"""\r\nMail,Sum up my mail';
    const semi = `Prompt;PromptTitle\r=1+1;"${'$'}{x} <script>"\r`;
    expect((await bringIn(admin(), comma, { workflowId })).body).toMatchObject({ state: 'done', counts: { new: 2 } });
    expect((await bringIn(admin(), semi, { workflowId })).body).toMatchObject({ state: 'done', counts: { new: 1 } });
    expect((await scenarioNamed('Day plan')).text?.prompts).toMatchObject([
      { purpose: 'draft', text: 'Plan my day,\nplease "now"' },
    ]);
    expect((await scenarioNamed(`${'$'}{x} <script>`)).text?.prompts).toMatchObject([{ text: '=1+1' }]);
    const cells = readCsv(await exported(admin(), 'csv', true)).flat();
    expect(cells).toContain("'=1+1");
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });

  it('takes its own table back: what a spreadsheet changed is the next version, the rest stays', async () => {
    const table = await exported(admin(), 'csv', true);
    const same = await bringIn(admin(), table, { dryRun: true });
    expect([same.status, same.body.message, same.body.counts?.changed, same.body.counts?.new]).toEqual([
      200,
      undefined,
      0,
      0,
    ]);
    const changed = table.replaceAll('Hours go into writing the text.', 'Hours and hours go into writing.');
    const done = await bringIn(admin(), changed, { name: 'reports.csv' });
    expect(done.body).toMatchObject({ state: 'done', counts: { new: 0, changed: 1 } });
    const [line] = done.body.items.filter(({ outcome }: { outcome: string }) => outcome === 'changed');
    const { body } = await admin().get(`/api/scenarios/${line.id}/edit`);
    expect(body).toMatchObject({
      liveVersion: 1,
      draft: { version: 2, state: 'draft' },
      changeNote: 'From the file reports.csv',
    });
    expect(body.difference).toHaveLength(1);
    // A draft that is being written is left alone.
    const other = await bringIn(admin(), changed.replaceAll('Hours and hours', 'Whole days'), { dryRun: true });
    expect(other.body.counts).toMatchObject({ busy: 1, changed: 0 });
  });

  it('is refused with what is wrong with it', async () => {
    const header = 'kind,scenario,title,roles,workflow\r\n';
    const own = (rows: string) => header + rows;
    const bytes = (...parts: number[]) => new Uint8Array(parts);
    const utf16 = Buffer.from('\ufeffPromptTitle,Prompt\r\na,b', 'utf16le');
    const latin = Buffer.from('PromptTitle,Prompt\r\nA\u00f1o,b', 'latin1');
    const wide = `PromptTitle,Prompt\r\nx,"${'y'.repeat(2_200_000)}"`;
    const rows: readonly [file: string | Uint8Array, status: number, code: string, says?: string][] = [
      ['', 400, 'import_empty'],
      [' \r\n', 400, 'import_empty'],
      ['PromptTitle,Prompt\r\n', 400, 'import_empty'],
      ['[]', 400, 'import_empty'],
      [wide, 413, 'import_too_large', '2 MB'],
      ['x'.repeat(6_500_000), 413, 'import_too_large', '2 MB'],
      [`PromptTitle,Prompt\r\n${'a,b\r\n'.repeat(5_001)}`, 400, 'import_too_many_rows', '5,000'],
      [utf16, 400, 'import_encoding', 'UTF-16'],
      [latin, 400, 'import_encoding', 'Latin-1'],
      [
        'title,kind,title,colour\r\na,b,c,d',
        400,
        'import_columns',
        'Missing: scenario. Unknown: colour. Twice: title.',
      ],
      ['{"a":1}', 400, 'import_columns', 'format'],
      ['[{"Title":"x"}]', 400, 'import_columns', 'Title, Prompt'],
      ['{"a":', 400, 'bad_json'],
      ['['.repeat(100), 400, 'too_deep'],
      [bytes(0x50, 0x4b, 3, 4, 20), 415, 'import_not_csv', 'This is a ZIP file, not CSV.'],
      [bytes(0x89, 0x50, 0x4e, 0x47), 415, 'import_not_csv', 'PNG'],
      [own('scenario,a-b,A,Bos,routine-reports\r\n'), 400, 'import_row', "Row 2, column role: 'Bos' is not one of "],
      [
        own('scenario,a-b,A,,nowhere\r\nscenario,a-b,B,,\r\nprompt,c-d,P,,\r\nodd,,,,\r\n'),
        400,
        'import_row',
        'Row 2, column workflow',
      ],
      [
        `kind,scenario,title,workflow,step\r\nscenario,a-b,A,routine-reports,11`,
        400,
        'import_row',
        'Row 2, column step: this workflow has no step 11.',
      ],
      [own('scenario,Not A Slug,A,,routine-reports'), 400, 'import_row', 'no short name'],
    ];
    const before = (await bodiesOf(world, 'scenario')).length;
    for (const [file, status, code, says = ''] of rows) {
      const answer = await bringIn(admin(), file);
      expect([answer.status, answer.body.error]).toEqual([status, code]);
      expect(answer.body.message).toContain(says);
    }
    const many = await bringIn(admin(), rows.find(([, , , says]) => says === 'Row 2, column workflow')?.[0] ?? '');
    expect(many.body.fields.map(({ path }: { path: string }) => path)).toEqual([
      ...['row.2.workflow', 'row.3.workflow', 'row.3.scenario', 'row.4.scenario', 'row.5.kind'],
    ]);
    expect((await bodiesOf(world, 'scenario')).length).toBe(before);
  });

  it('is for administrators alone', async () => {
    const answers = await Promise.all(
      [recruiter, author, manager, hrLead].flatMap((who) => [
        bringIn(as(world, who), 'PromptTitle,Prompt\r\na,b', { dryRun: true }),
        as(world, who).get('/api/playbook/imports/import-1'),
      ]),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.error}`))).toEqual(new Set(['403 forbidden']));
    expect((await admin().get('/api/playbook/imports/import-1')).status).toBe(404);
    expect(await storeOf(world).get('playbookImport', 'import-1')).toBeUndefined();
  });
});

describe('from one organisation to another', () => {
  it('is the same file again after export, import and export', async () => {
    const random = dice(seeds[1]);
    process.stdout.write(`portable: seed ${seeds[1]}\n`);
    const pieces = [
      'plain words',
      '=1+1',
      'línea\nnueva',
      '"quoted", \'so\'',
      '{{notes}}',
      '🎉 ñandú',
      '# - | ;-x',
      '\\',
      `${'$'}{x}`,
    ];
    const text = () => Array.from({ length: 1 + random.number(4) }, () => random.pick(pieces)).join(' ');
    const file = JSON.parse(await exported(admin(), 'json', true));
    const [model] = file.scenarios;
    const generated = Array.from({ length: 40 }, (_, at) => ({
      ...{
        ...model,
        slug: `made-${at}`,
        title: `Made ${at} ${text()}`.slice(0, 80),
        task: text(),
        nextIds: [],
        goodExample: { ...model.goodExample, text: text() },
      },
      ...{
        tags: Array.from({ length: random.number(6) }, () => text().slice(0, 30)),
        workflowId: random.pick(file.workflows as { slug: string }[]).slug,
        stepOrder: 1,
      },
      prompts: model.prompts.map((prompt: object) => ({ ...prompt, title: text().slice(0, 60), text: text() })),
    }));
    const sent = await bringIn(admin(), JSON.stringify({ ...file, scenarios: generated }), { name: 'made.json' });
    expect(sent.body).toMatchObject({ state: 'done', counts: { new: 40 } });
    const left = await exported(admin(), 'json', true);
    const other = await startWorld();
    const arrived = await bringIn(as(other, owner), left);
    expect(arrived.body).toMatchObject({ state: 'done' });
    expect(await exported(as(other, owner), 'json', true)).toBe(left);
    await other.close();
  });
});

describe('decisions and rules that come in', () => {
  const keeper = 700;
  const me = () => asPerson(world, keeper);
  type Rule = { dataClassId: string; verdict: string; conditions: string[]; reason?: string };
  type ToolRow = { slug: string; name: string; rules: Rule[] };

  it('are proposed to those who decide, never override what is decided here, and are the same once they are taken over', async () => {
    await givenTo(storeOf(world), keeper, ['governance', 'admin']);
    const file = JSON.parse(await exported(me(), 'json', true));
    const names = new Map<string, string>(
      file.dataClasses.map(({ slug, name }: Record<string, string>) => [slug, name]),
    );
    const isDecided = (tool: ToolRow, slug: string) =>
      tool.rules.some(({ dataClassId, verdict }) => dataClassId === slug && verdict !== 'undecided');
    const open = file.tools.flatMap((tool: ToolRow) =>
      [...names.keys()].filter((slug) => !isDecided(tool, slug)).map((slug) => ({ tool, slug })),
    );
    const [first, second] = open.filter(({ tool }: { tool: ToolRow }) => tool.rules.length > 0);
    const decidedTool = file.tools.find(({ rules }: ToolRow) => rules.some(({ verdict }) => verdict === 'allowed'));
    const allowed = decidedTool.rules.find(({ verdict }: Rule) => verdict === 'allowed');
    const rule = { verdict: 'withConditions', conditions: ['Read it yourself.'], reason: 'It is under contract.' };
    const scope = { toolIds: [], dataClassIds: [], workflowIds: ['routine-reports'], departmentIds: [], roleIds: [] };
    const decided = {
      ...{ slug: 'letters-elsewhere', isInForce: true, question: 'May I draft letters with it?' },
      ...{ answer: 'yesWithConditions', text: 'Yes, and read each one.', why: 'Letters go to people outside.' },
      ...{ conditions: ['Read each one.'], aboutPeople: false, scope, options: [] },
    };
    const template = { ...decided, slug: 'open-elsewhere', isInForce: false, question: 'May it write to the press?' };
    const { answer: _, text: __, ...undecided } = template;
    const nowhere = { ...decided, slug: 'nowhere', question: 'Is it fine?', scope: { ...scope, toolIds: ['zorblax'] } };
    const withRule = ({ tool, slug }: { tool: ToolRow; slug: string }) => ({
      ...{ slug: tool.slug, name: tool.name, rules: [{ dataClassId: slug, ...rule }] },
    });
    const [guardrail] = file.guardrails;
    const sent = JSON.stringify({
      ...{ format: file.format, formatVersion: 1, decisions: [decided, undecided, nowhere, file.decisions[0]] },
      tools: [
        ...[withRule(first), withRule(second), { slug: 'zorblax', name: 'Zorblax', rules: [] }],
        { ...decidedTool, rules: [{ ...allowed, verdict: 'notAllowed', reason: 'No.' }] },
      ],
      guardrails: [{ ...guardrail, rule: 'Another rule.' }, file.guardrails[1]],
    });
    const before = (await bodiesOf(world, 'decision')).length;
    const dry = await bringIn(admin(), sent, { dryRun: true });
    expect((await bodiesOf(world, 'decision')).length).toBe(before);
    const titleOf = (tool: ToolRow, slug: string) => `${tool.name} with ${names.get(slug)} data`;
    expect(dry.body.counts).toMatchObject({ new: 0, changed: 0, proposed: 4 });
    expect(dry.body.leftOut).toBe(4);
    const proposed = [
      decided.question,
      undecided.question,
      titleOf(first.tool, first.slug),
      titleOf(second.tool, second.slug),
    ];
    const why = new Map(dry.body.ruled.map(({ title, why: said }: Record<string, string>) => [title, said]));
    expect(proposed.map((title) => why.get(title))).toEqual(['', '', '', '']);
    expect(why.get('Is it fine?')).toBe('It is about something that is not here: zorblax.');
    expect(why.get('Zorblax')).toContain('not on the list here');
    expect(why.get(titleOf(decidedTool, allowed.dataClassId))).toContain('decided here already, and otherwise');
    expect(why.get(guardrail.name)).toContain('hold for everybody at once');
    const done = await bringIn(admin(), sent);
    expect(done.body).toMatchObject({ state: 'done', counts: dry.body.counts, ruled: dry.body.ruled, leftOut: 4 });

    // Nothing holds yet, and only those who decide see it.
    const matrix = async () => JSON.parse(await exported(as(world, recruiter), 'json'));
    expect((await matrix()).decisions.map(({ slug }: { slug: string }) => slug)).not.toContain(decided.slug);
    expect((await matrix()).tools).toEqual(file.tools);
    const sheet = async () => JSON.parse(await exported(me(), 'json', true)).decisions;
    const ofSlug = async (slug: string) => (await sheet()).find((each: { slug: string }) => each.slug === slug);
    expect(await ofSlug(decided.slug)).toEqual({ ...decided, isInForce: false });
    expect(await ofSlug(undecided.slug)).toEqual(undecided);
    const waiting = (await me().get('/api/decisions?state=template&limit=100')).body.items;
    const idOf = (question: string) => waiting.find((each: { question: string }) => each.question === question).id;
    const adopt = async (who: Caller, id: string) =>
      who.post(`/api/decisions/${id}/adopt`, {}, (await me().get(`/api/decisions/${id}`)).body.version);
    const letters = idOf(decided.question);
    for (const who of [recruiter, owner]) expect((await adopt(as(world, who), letters)).status).toBe(404);
    expect((await adopt(me(), idOf(undecided.question))).status).toBe(409);

    // Taken over, it is what it was elsewhere, but for the dates of here.
    const taken = await adopt(me(), letters);
    expect([taken.status, taken.body.note]).toEqual([200, 'In force from now on.']);
    expect((await adopt(me(), letters)).body.error).toBe('already_done');
    const dates = { decidedOn: expect.any(String), reviewDue: expect.any(String) };
    expect(await ofSlug(decided.slug)).toEqual({ ...decided, ...dates });
    const asked = ({ tool, slug }: { tool: ToolRow; slug: string }) =>
      idOf(`May I use ${tool.name} with ${names.get(slug)} data?`);
    expect((await adopt(me(), asked(first))).status).toBe(200);
    const toolNow = (await matrix()).tools.find(({ slug }: ToolRow) => slug === first.tool.slug);
    expect(toolNow.rules.find(({ dataClassId }: Rule) => dataClassId === first.slug)).toEqual({
      ...{ dataClassId: first.slug, ...rule, reviewDue: expect.any(String) },
    });

    // Taken back at once, the cell is open and the proposal waits again.
    const { version: taking } = (await me().get(`/api/decisions/${asked(first)}`)).body;
    expect((await me().post(`/api/decisions/${asked(first)}/undo`, {}, taking)).body.note).toContain('Taken back.');
    expect((await matrix()).tools).toEqual(file.tools);
    expect((await adopt(me(), asked(first))).status).toBe(200);

    // What was decided here meanwhile stands.
    const set = { verdict: 'notAllowed', conditions: [], reason: 'Not here.' };
    expect((await matrixAs(world, keeper).set(second.tool.name, names.get(second.slug) ?? '', set)).status).toBe(200);
    const late = await adopt(me(), asked(second));
    expect([late.status, late.body.error]).toEqual([409, 'already_done']);
    expect(late.body.message).toContain('decided here already');
    const { version } = (await me().get(`/api/decisions/${asked(second)}`)).body;
    expect(
      (await me().post(`/api/decisions/${asked(second)}/retire`, { reason: 'Ours stands.' }, version)).status,
    ).toBe(200);
  });
});
