/** Who reads what of the playbook in the tab (product 5.2): by stage, and nothing of what is not open. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeStamped } from '../../src/core/stamp.ts';
import type { Stage } from '../../src/features/playbook/model.ts';
import { message, query } from '../helpers/activities.ts';
import type { ApiAnswer } from '../helpers/api.ts';
import { wordsIn } from '../helpers/in-json.ts';
import { startWorld, type World } from '../helpers/world.ts';
import {
  analyst,
  as,
  author,
  bodiesOf,
  demo,
  hrLead,
  owner,
  recruiter,
  scenarioNamed,
  storeOf,
} from './scenarios-kit.ts';

const title = 'Handover note from shift notes';
let world: World;
let id: string;
let workflowId: string;
beforeAll(async () => {
  world = await startWorld();
  id = await scenarioNamed(world, title);
  workflowId = String((await bodiesOf(world, 'scenario')).find((head) => head.id === id)?.workflowId);
});
afterAll(() => world.close());

async function change(kind: 'workflow' | 'scenario', docId: string, fields: object): Promise<void> {
  const found = await storeOf(world).get(kind, docId);
  const body = { ...Object(found?.body), ...fields };
  const version = found?.version ?? '';
  const result = await writeStamped(storeOf(world), ['content'], [{ op: 'replace', kind, id: docId, version, body }]);
  expect(result.kind).toBe('ok');
}
const atStage = (stage: Stage, joined: readonly number[] = [recruiter]) =>
  change('workflow', workflowId, { stage, pilotMemberIds: joined.map(demo) });

const kindOf = ({ status, body }: ApiAnswer): string => (status === 200 ? body.kind : String(status));

interface Row {
  readonly stage: Stage;
  readonly who: string;
  readonly number: number;
  readonly kind: 'whole' | 'neutral';
  readonly heading?: string;
  readonly joined?: readonly number[];
}

describe('a scenario by the stage of its workflow', () => {
  /** The recruiter joined the pilot; the workflow is of Operations, where the analyst works. */
  it.each([
    {
      stage: 'candidate',
      who: 'someone of the department',
      number: analyst,
      kind: 'neutral',
      heading: 'Preparing',
    },
    { stage: 'candidate', who: 'the HR lead', number: hrLead, kind: 'whole' },
    { stage: 'candidate', who: 'an author', number: author, kind: 'whole' },
    { stage: 'pilot', who: 'one who joined', number: recruiter, kind: 'whole' },
    { stage: 'pilot', who: 'one who did not', number: analyst, kind: 'neutral', heading: 'In a pilot' },
    { stage: 'pilot', who: 'the owner', number: owner, kind: 'whole' },
    { stage: 'proven', who: 'someone of the department', number: analyst, kind: 'whole' },
    { stage: 'proven', who: 'one who tried it, of another', number: recruiter, kind: 'whole' },
    {
      stage: 'proven',
      who: 'someone of another',
      number: recruiter,
      joined: [],
      kind: 'neutral',
      heading: 'In another department',
    },
    { stage: 'scaled', who: 'everyone', number: recruiter, kind: 'whole' },
    { stage: 'retired', who: 'everyone', number: analyst, kind: 'neutral', heading: 'Retired' },
    { stage: 'retired', who: 'the owner too', number: owner, kind: 'neutral', heading: 'Retired' },
  ] as const satisfies readonly Row[])('$stage: $who', async ({ stage, number, joined, kind, heading }: Row) => {
    await atStage(stage, joined);
    const me = as(world, number);
    const answer = await me.get(`/api/scenarios/${id}`);
    expect({ kind: kindOf(answer), heading: answer.body.heading }).toEqual({ kind, heading });
    const list = await me.get('/api/scenarios');
    expect(list.body.items.some((line: { id: string }) => line.id === id)).toBe(kind === 'whole');
    const workflow = await me.get(`/api/workflows/${workflowId}`);
    expect(workflow.status).toBe(kind === 'whole' ? 200 : 404);
    if (kind === 'neutral') {
      expect(Object.keys(answer.body).toSorted()).toEqual(['heading', 'kind', 'text']);
      expect(JSON.stringify([answer.body, list.body])).not.toContain('andover');
      expect(answer.headers.get('etag')).toBeNull();
    }
  });

  it('in a pilot changes nothing that somebody outside it can see or count', async () => {
    const me = as(world, recruiter);
    const from = { id: '29:recruiter', name: 'Example recruiter', aadObjectId: demo(recruiter) };
    const lists = ['scenarios', 'workflows', 'pilots', 'communities', 'discoveries', 'guardrails', 'tools', 'me/items'];
    const seen = async () => {
      const found = await world.post(query('findScenario', 'handover shift notes', { from }));
      const asked = await world.post(message('find handover note from shift notes', { from }));
      const bodies = await Promise.all(
        [...lists, 'me', 'playbook/export?as=json', 'playbook/export?as=csv'].map(async (path) =>
          Buffer.from((await me.get(`/api/${path}`)).bytes).toString(),
        ),
      );
      return [found.text, wordsIn(asked.body), ...bodies];
    };
    await atStage('candidate', []);
    const before = await seen();
    await atStage('pilot', []);
    expect(await seen()).toEqual(before);
    // What it would look like if something did change.
    await atStage('scaled', []);
    const after = await seen();
    expect(after.filter((text, at) => text !== before[at]).length).toBeGreaterThan(4);
  });

  it('says of a retired one why, and what to use instead', async () => {
    await atStage('scaled');
    const instead = await scenarioNamed(world, 'Weekly report from a table');
    const before = (await bodiesOf(world, 'scenario')).find((head) => head.id === id);
    const retired = { reason: 'Nobody writes these any more.', replacementId: instead, at: '2026-11-20T10:00:00.000Z' };
    await change('scenario', id, { state: 'retired', retired });
    const { body } = await as(world, analyst).get(`/api/scenarios/${id}`);
    expect(body).toEqual({
      kind: 'neutral',
      heading: 'Retired',
      text: 'No longer used: Nobody writes these any more. Instead: Weekly report from a table',
      instead: { id: instead, title: 'Weekly report from a table' },
    });
    await change('scenario', id, { state: before?.state, retired: undefined });
  });

  it('answers what has no live version like what does not exist', async () => {
    const made = await as(world, author).get('/api/scenario-options');
    const [workflow] = made.body.workflows;
    const draft = { title: 'A secret plan', workflowId: workflow.id, roleId: made.body.roles[0].id };
    const { body } = await as(world, author).post('/api/scenarios', draft);
    const [hidden, unknown] = await Promise.all(
      [body.id, 'no-such-scenario'].map((each) => as(world, recruiter).get(`/api/scenarios/${each}`)),
    );
    const plain = ({ status, body: { requestId: _, ...rest } }: ApiAnswer) => ({ status, rest });
    expect(plain(hidden as ApiAnswer)).toEqual(plain(unknown as ApiAnswer));
    expect(hidden?.status).toBe(404);
  });
});

describe('the whole of a scenario', () => {
  it('answers the six questions and carries a version', async () => {
    const open = await scenarioNamed(world, 'Job description from intake notes');
    const { body, headers } = await as(world, recruiter).get(`/api/scenarios/${open}`);
    expect(headers.get('etag')).toBe(`"${body.version}"`);
    expect(body).toMatchObject({
      helpsYou: 'You have a clear first draft on the day of the intake talk.',
      problem: expect.stringContaining('take days'),
      roles: ['HR business partner'],
      step: { order: 2, of: 5, title: 'Draft the job description' },
      workflow: { name: 'Job descriptions' },
      dataClass: { name: 'Internal' },
      time: { before: 90, after: 40, line: expect.stringContaining('our guess') },
      owner: 'Example project owner',
      hrLead: 'Example HR lead',
      checkedLine: 'Last checked today',
      mayUse: true,
      mayEdit: false,
    });
    const [first] = body.tools;
    expect(first).toMatchObject({ name: 'Microsoft 365 Copilot', sign: '!', word: 'Allowed with conditions' });
    expect(body.prompts.map(({ purpose }: { purpose: string }) => purpose)).toEqual(['draft', 'refine', 'check']);
  });

  it.each([
    ['the HR lead', hrLead, true],
    ['a recruiter', recruiter, false],
  ])('shows law notes to who decides with counsel: %s', async (_, number, isShown) => {
    const open = await scenarioNamed(world, 'Job description from intake notes');
    const { body } = await as(world, number).get(`/api/scenarios/${open}`);
    const notes = body.guardrails.flatMap((each: { lawNotes: { asOf: string }[] }) => each.lawNotes);
    expect(notes.length > 0).toBe(isShown);
    expect(notes.every(({ asOf }: { asOf: string }) => asOf === '2026-11-23')).toBe(true);
  });

  it('begins where the reader’s role does, and names the roles of its lines', async () => {
    const { body } = await as(world, recruiter).get('/api/scenarios');
    const start = body.items.find((line: { id: string }) => line.id === body.startId);
    expect(start).toMatchObject({
      title: 'Channel plan and search strings',
      stage: { id: 'scaled', word: 'For everyone' },
    });
    const named = new Set(body.roles.map(({ id: roleId }: { id: string }) => roleId));
    expect(body.items.every((line: { roleIds: string[] }) => line.roleIds.every((each) => named.has(each)))).toBe(true);
  });
});
