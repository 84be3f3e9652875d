/** Tools on the list: a new one, its fields, and whether it may be used at all. */
import type { z } from 'zod';
import type { WriteOperation } from '../../core/documents.ts';
import { newId } from '../../core/ids.ts';
import { holds } from '../../core/person.ts';
import type { Call } from '../../core/route.ts';
import { writeStamped } from '../../core/stamp.ts';
import type { Turn } from '../../core/turn.ts';
import { afterRules } from './after.ts';
import type { statusBody, toolBody, toolPatch } from './contract.ts';
import { newTool } from './listing.ts';
import { type Tool, tool } from './model.ts';
import { type Refused, refused, wrongField } from './refusals.ts';
import { auditOf } from './set-rule.ts';

export type Saved = { kind: 'saved'; id: string } | Refused;

const isGovernance = ({ who }: Turn): boolean => holds(who, ['governance']);

/** Nothing is decided about a new tool: every cell of its row says so. */
export async function addTool(turn: Turn, body: z.infer<typeof toolBody>): Promise<Saved> {
  if (!isGovernance(turn)) return refused('forbidden');
  const id = newId();
  const { name, kind, account, vendor, aliases = [], alternatives = [] } = body;
  if (!(await areTools(turn, id, alternatives))) return wrongField(turn, 'alternatives');
  const made = newTool(turn, id, { name, kind, accountKind: account });
  const stored = tool.parse({ ...made, ...(vendor ? { vendor } : {}), aliases, alternatives });
  const operations: WriteOperation[] = [
    { op: 'create', kind: 'tool', id, body: stored },
    auditOf(turn, 'tool', id, 'create', { name: { before: '', after: name } }),
  ];
  return (await writeStamped(turn.store, ['tools'], operations)).kind === 'ok'
    ? { kind: 'saved', id }
    : refused('stale');
}

type Patch = z.infer<typeof toolPatch>;

export async function patchTool({ turn, params, version, body }: Call<unknown, Patch>): Promise<Saved> {
  return changeTool(turn, params.id ?? '', version, (known) => ({
    kind: 'change',
    event: 'edit',
    next: patched(turn, known, body),
  }));
}

function patched({ who }: Turn, known: Tool, patch: Patch): Tool {
  const { account, owner, launchUrlTemplate, maxPromptChars, ...rest } = patch;
  const next = tool.parse({ ...known, ...rest });
  if (account) next.accountKind = account;
  if (owner) next.ownerId = who.personId;
  if (launchUrlTemplate) next.launchUrlTemplate = launchUrlTemplate;
  if (launchUrlTemplate === null) delete next.launchUrlTemplate;
  if (maxPromptChars) next.maxPromptChars = maxPromptChars;
  if (maxPromptChars === null) delete next.maxPromptChars;
  if (!next.launchUrlTemplate) next.launchEnabled = false;
  return next;
}

export const statusEvents = { block: 'blocked', retire: 'retired', reopen: 'active' } as const;
export type StatusEvent = keyof typeof statusEvents;

/** The reason stands on every answer about the tool; what replaces it is offered first. */
export async function setStatus(
  event: StatusEvent,
  { turn, params, version, body }: Call<unknown, z.infer<typeof statusBody>>,
): Promise<Saved> {
  const status = statusEvents[event];
  return changeTool(turn, params.id ?? '', version, (known, id) => {
    if (known.status === status) return refused('already_done');
    const { replacementId } = body;
    if (replacementId === id) return wrongField(turn, 'replacementId');
    const alternatives = replacementId
      ? [replacementId, ...known.alternatives.filter((each) => each !== replacementId)].slice(0, 5)
      : known.alternatives;
    const { statusReason: _, ...rest } = known;
    const reason = status === 'active' ? {} : { statusReason: body.reason };
    return { kind: 'change', event, next: { ...rest, status, ...reason, alternatives }, reason: body.reason };
  });
}

type Change = { readonly kind: 'change'; readonly event: string; readonly next: Tool; readonly reason?: string };

async function changeTool(
  turn: Turn,
  id: string,
  version: string,
  change: (known: Tool, id: string) => Change | Refused,
): Promise<Saved> {
  if (!isGovernance(turn)) return refused('forbidden');
  const found = await turn.store.get('tool', id);
  if (!found) return refused('not_found');
  if (found.version !== version) return refused('stale');
  const known = tool.parse(found.body);
  const changed = change(known, id);
  if (changed.kind === 'refused') return changed;
  const body = tool.parse({ ...changed.next, updatedAt: turn.now.toISOString(), updatedBy: turn.who.personId });
  if (!(await areTools(turn, id, body.alternatives))) return wrongField(turn, 'alternatives');
  const result = await writeStamped(
    turn.store,
    ['tools'],
    [
      { op: 'replace', kind: 'tool', id, version, body },
      auditOf(turn, 'tool', id, changed.event, changesOf(known, body), changed.reason),
      ...(known.status === body.status ? [] : [afterRules(turn)]),
    ],
  );
  return result.kind === 'ok' ? { kind: 'saved', id } : refused('stale');
}

/** Only other tools of the list. */
async function areTools({ store }: Turn, own: string, ids: readonly string[]): Promise<boolean> {
  const found = await Promise.all(ids.map((id) => (id === own ? undefined : store.get('tool', id))));
  return found.every((each) => each !== undefined);
}

const logged = ['name', 'vendor', 'kind', 'accountKind', 'status', 'reviewDue', 'launchEnabled'] as const;

const changesOf = (before: Tool, after: Tool): Record<string, { before: string; after: string }> =>
  Object.fromEntries(
    logged
      .filter((field) => before[field] !== after[field])
      .map((field) => [field, { before: String(before[field]), after: String(after[field]) }]),
  );
