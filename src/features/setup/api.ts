/** The set-up in the tab's API: read, prepared in one press, confirmed part by part. */
import type { z } from 'zod';
import { type Call, type Reply, type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import {
  confirmBody,
  contactReply,
  peopleList,
  peopleQuery,
  prepareBody,
  type SetUpView,
  setUpView,
} from './contract.ts';
import type { SetUpDeps } from './desk.ts';
import { contactIn, loadSetUp, unbegun } from './documents.ts';
import { afresh } from './doing.ts';
import { confirm, type Prepared, prepare } from './prepare.ts';
import { mayPrepare } from './rights.ts';
import { type Said, viewOf } from './view.ts';

const base = '/api/setup';
const mostPeople = 20;

export const setUpRoutes = (deps: SetUpDeps): Route[] => [
  route('GET', base, { reply: setUpView }, ({ turn }) => shown(deps, turn)),
  route('POST', base, { body: prepareBody, reply: setUpView, needsVersion: true }, async ({ turn, body, version }) =>
    replyOf(deps, turn, await prepare(deps, turn, version, body)),
  ),
  route('POST', `${base}/confirm`, { body: confirmBody, reply: setUpView, needsVersion: true }, async (call) =>
    replyOf(deps, call.turn, await confirm(deps, call.turn, call.body.part, call.version)),
  ),
  route('GET', '/api/setup-people', { query: peopleQuery, reply: peopleList }, (call) => people(deps, call)),
  route('GET', '/api/contact', { reply: contactReply }, async ({ turn }) => ({
    ...{ kind: 'ok', body: { name: await contactOf(deps, turn) } },
  })),
];

async function shown(deps: SetUpDeps, turn: Turn, said: Said = {}): Promise<Reply<SetUpView>> {
  const loaded = await loadSetUp(turn.store);
  if (!mayPrepare(turn.who, loaded?.setUp)) return refuse('forbidden');
  const body = await viewOf(deps, await afresh(turn), loaded?.setUp, said);
  return { kind: 'ok', body, version: loaded?.version ?? unbegun };
}

/** What could not be done is said beside what was kept: it is no refusal. */
function replyOf(deps: SetUpDeps, turn: Turn, result: Prepared): Promise<Reply<SetUpView>> | Reply<SetUpView> {
  switch (result.kind) {
    case 'done':
      return shown(deps, turn, { note: turn.words('setup.saved') });
    case 'halted':
      return shown(deps, turn, { problem: turn.words('setup.halted', { problem: result.problem }) });
    case 'refused': {
      const [first] = result.fields ?? [];
      return { ...result, ...(first ? { message: first.message } : {}) };
    }
  }
}

/** Colleagues by a part of their names, for whoever may prepare. */
async function people(
  deps: SetUpDeps,
  { turn, query }: Call<z.infer<typeof peopleQuery>>,
): Promise<Reply<z.input<typeof peopleList>>> {
  if (!mayPrepare(turn.who, (await loadSetUp(turn.store))?.setUp)) return refuse('forbidden');
  const items = await deps.peopleNamed(turn, { q: query.q ?? '', limit: mostPeople });
  return { kind: 'ok', body: { items: [...items] } };
}

/** Everybody may know it: they are who would have to tell. */
async function contactOf(deps: SetUpDeps, turn: Turn): Promise<string> {
  const known = await contactIn(turn);
  return known ? deps.nameOf(turn, known) : '';
}
