/** The next version of a scenario as a draft, with something added; the live one stays until it is published (product 6.2). */
import { audited } from '../../core/audit.ts';
import type { StoredDocument } from '../../core/documents.ts';
import { newId } from '../../core/ids.ts';
import type { DraftCall, Drafted } from '../../core/playbook-view.ts';
import type { Turn } from '../../core/turn.ts';
import type { Entry } from './book.ts';
import { type ScenarioDraft, scenarioDraft } from './edit-draft.ts';
import { type Scenario, scenario } from './model.ts';
import { withOneMore } from './prompt-of-text.ts';
import type { ScenarioVersion } from './scenario-version.ts';

export async function nextDraft(turn: Turn, entry: Entry, call: DraftCall): Promise<Drafted> {
  const found = await turn.store.get('scenario', entry.id);
  const head = found && scenario.parse(found.body);
  if (!head || head.state === 'retired' || head.deletedAt) return { kind: 'missing' };
  if (head.draftState === 'inReview') return { kind: 'inReview' };
  const begun = await begunDraft(turn, entry.id, head);
  const text = begun ? scenarioDraft.parse(begun.body) : freshDraft(turn, entry.contract);
  const added = withAddition(text, call);
  if (!added) return { kind: 'full' };
  const stamp = { updatedAt: turn.now.toISOString(), updatedBy: turn.who.personId };
  const body = scenarioDraft.parse({ ...added, ...stamp });
  const { version } = body;
  const raised = scenario.parse({ ...head, draftVersion: version, draftState: 'draft', ...stamp });
  return {
    ...{ kind: 'ok', scenarioId: entry.id, version },
    operations: [
      begun
        ? { op: 'replace', kind: 'scenarioVersion', id: begun.id, version: begun.version, body }
        : { op: 'create', kind: 'scenarioVersion', id: newId(), body },
      { op: 'replace', kind: 'scenario', id: entry.id, version: found.version, body: raised },
      audited({
        at: stamp.updatedAt,
        actorId: turn.who.personId,
        actorKind: 'person',
        action: `scenario.${begun ? 'editDraft' : 'startEdit'}`,
        entityType: 'scenario',
        entityId: entry.id,
        changes: { draftVersion: { before: String(head.draftVersion ?? ''), after: String(version) } },
        requestId: turn.requestId,
      }),
    ],
  };
}

/** Somebody's draft is gone on with, not written over. */
async function begunDraft({ store }: Turn, scenarioId: string, head: Scenario): Promise<StoredDocument | undefined> {
  if (head.draftVersion === undefined) return undefined;
  const where = [
    ['scenarioId', '=', scenarioId],
    ['version', '=', head.draftVersion],
    ['deletedAt', 'missing'],
  ] as const;
  return (await store.find({ kind: 'scenarioVersion', where, limit: 1 })).items[0];
}

function freshDraft(turn: Turn, { publishedAt: _, publishedBy: _by, ...live }: ScenarioVersion): ScenarioDraft {
  const changeNote = turn.words('scenario.draftFromDiscovery');
  const at = turn.now.toISOString();
  return {
    ...live,
    ...{ version: live.version + 1, changeNote, answersFeedback: [], createdAt: at, createdBy: turn.who.personId },
  };
}

function withAddition(text: ScenarioDraft, call: DraftCall): ScenarioDraft | undefined {
  if (call.example) return { ...text, goodExample: { ...call.example, source: 'discovery', anonymised: true } };
  const prompts = withOneMore(text.prompts ?? [], call.promptText ?? call.what, call.title);
  return prompts && { ...text, prompts };
}
