/** What an event does to the texts of a scenario: begun, frozen, copied, dropped. A published one is never touched. */
import type { WriteOperation } from '../../core/documents.ts';
import { newId } from '../../core/ids.ts';
import type { Turn } from '../../core/turn.ts';
import type { Kept } from './edit-documents.ts';
import { type AnyVersion, scenarioDraft, textOf } from './edit-draft.ts';
import type { Scenario } from './model.ts';
import type { Happening } from './scenario-events.ts';
import { scenarioVersion } from './scenario-version.ts';

const kind = 'scenarioVersion';
const droppedSeconds = 30 * 86_400;

export function textOperations(happening: Happening, after: Scenario): WriteOperation[] {
  const { at, event } = happening;
  const { draft, live, last } = at.loaded;
  switch (event.name) {
    case 'startEdit':
      return live ? [begun(happening, live.text, after.draftVersion, '')] : [];
    case 'restore':
      return last ? [begun(happening, last.text, after.draftVersion, at.turn.words('edit.note.restored'))] : [];
    case 'submit':
      return draft && event.changeNote !== undefined ? [replaced(draft, { changeNote: event.changeNote })] : [];
    case 'approve':
    case 'publish':
    case 'smallFix':
      return draft ? [frozen(happening, draft)] : [];
    case 'rollBack':
      return [copied(happening, event.version, after.liveVersion), ...(draft ? [movedUp(draft)] : [])];
    case 'dropDraft':
      return draft ? [dropped(draft, at.turn)] : [];
    case 'retire':
      // One that was never live is kept, to be begun from again.
      return draft && live ? [dropped(draft, at.turn)] : [];
    default:
      return [];
  }
}

const stampsOf = ({ now, who }: Turn) => {
  const at = now.toISOString();
  return { createdAt: at, createdBy: who.personId, updatedAt: at, updatedBy: who.personId };
};

const replaced = ({ id, version, text }: Kept<AnyVersion>, change: object): WriteOperation => ({
  ...{ op: 'replace', kind, id, version },
  body: { ...text, ...change },
});

function begun({ at }: Happening, from: object, version: number | undefined, changeNote: string): WriteOperation {
  const place = { scenarioId: at.loaded.id, version, changeNote, answersFeedback: [] };
  const body = scenarioDraft.parse({ ...textOf(from), ...stampsOf(at.turn), ...place });
  return { op: 'create', kind, id: newId(), body };
}

/** As the gate read it, with who wrote it and who let it go live. */
function frozen({ at, event, contract }: Happening, { id, version, text }: Kept<AnyVersion>): WriteOperation {
  const { turn } = at;
  const { createdAt, createdBy, updatedAt, updatedBy, scenarioId, answersFeedback } = text;
  const changeNote = ('changeNote' in event ? event.changeNote : undefined) ?? text.changeNote;
  const body = scenarioVersion.parse({
    ...{ ...contract, createdAt, createdBy, updatedAt, updatedBy, scenarioId, answersFeedback },
    ...{ version: text.version, publishedAt: turn.now.toISOString(), publishedBy: turn.who.personId },
    ...(changeNote ? { changeNote } : {}),
  });
  return { op: 'replace', kind, id, version, body };
}

/** An old text under a new number; the one that was bad stays in the history. */
function copied({ at, contract }: Happening, from: number, version: number | undefined): WriteOperation {
  const { turn } = at;
  const body = scenarioVersion.parse({
    ...{ ...contract, ...stampsOf(turn), scenarioId: at.loaded.id, version, answersFeedback: [] },
    changeNote: turn.words('edit.note.rolledBack', { version: from }),
    ...{ publishedAt: turn.now.toISOString(), publishedBy: turn.who.personId },
  });
  return { op: 'create', kind, id: newId(), body };
}

const movedUp = (draft: Kept<AnyVersion>): WriteOperation => replaced(draft, { version: draft.text.version + 1 });

/** Out of sight, and gone after thirty days. */
const dropped = (draft: Kept<AnyVersion>, { now }: Turn): WriteOperation => ({
  ...replaced(draft, { deletedAt: now.toISOString() }),
  ...{ ttlSeconds: droppedSeconds },
});
