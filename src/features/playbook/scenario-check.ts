/** What an event needs besides a right and a state: the publish gate, a version that exists, a replacement that can be used. */
import type { FieldProblem, Reply } from '../../core/route.ts';
import { differenceOf, isSmall } from './edit-difference.ts';
import { textOf } from './edit-draft.ts';
import { atGate } from './edit-view.ts';
import { contentCheck, gate } from './publish-gate.ts';
import type { Before } from './scenario-before.ts';
import type { ScenarioEvent } from './scenario-changes.ts';
import type { ScenarioContract } from './scenario-version.ts';

export type Checked =
  | { kind: 'fine'; contract?: ScenarioContract }
  | { kind: 'unfit'; refusal: Extract<Reply, { kind: 'refused' }> };

export function checked(at: Before, event: ScenarioEvent): Checked {
  switch (event.name) {
    case 'submit': {
      const found = contentCheck(noted(at, event.changeNote));
      return found.contract ? { kind: 'fine', contract: found.contract } : incomplete(at, found.problems);
    }
    case 'approve':
      return throughGate(at, noted(at, undefined));
    case 'publish':
      return throughGate(at, noted(at, event.changeNote));
    case 'smallFix':
      return smallFix(at, event.changeNote);
    case 'rollBack':
      return oldVersion(at, event.version);
    case 'retire':
      return event.replacementId ? replacement(at, event.replacementId) : { kind: 'fine' };
    default:
      return { kind: 'fine' };
  }
}

const incomplete = ({ turn }: Before, fields: readonly FieldProblem[]): Checked => ({
  kind: 'unfit',
  refusal: { kind: 'refused', code: 'incomplete', message: turn.words('error.incomplete'), fields },
});

/** With the note that comes with the press. */
function noted(at: Before, changeNote: string | undefined) {
  const found = atGate(at);
  return changeNote === undefined ? found : { ...found, draft: { ...found.draft, changeNote } };
}

function throughGate(at: Before, asked: ReturnType<typeof atGate>): Checked {
  const found = gate(asked);
  return found.kind === 'open' ? { kind: 'fine', contract: found.contract } : incomplete(at, found.problems);
}

function smallFix(at: Before, changeNote: string | undefined): Checked {
  const found = throughGate(at, noted(at, changeNote));
  const { live } = at.loaded;
  if (found.kind !== 'fine' || !found.contract || !live) return found;
  const [before, after] = [textOf(live.text), textOf(found.contract)];
  const { book, rulebook, words } = { ...at.scene, words: at.turn.words };
  if (isSmall(before, after, differenceOf(before, after, { book, rulebook, words }))) return found;
  return { kind: 'unfit', refusal: { kind: 'refused', code: 'forbidden', message: words('edit.notSmall') } };
}

/** What was live once must be fit to go live today. */
function oldVersion(at: Before, version: number): Checked {
  const old = at.loaded.earlier.find(({ text }) => text.version === version);
  if (!old) return badChoice(at, 'version');
  const asked = atGate(at, old.text);
  return throughGate(at, { ...asked, draft: { ...asked.draft, version: 1 } });
}

function replacement({ scene, loaded, turn, workflow }: Before, id: string): Checked {
  const entry = scene.book.entries.get(id);
  const isUsable = entry && id !== loaded.id && entry.head.state !== 'retired';
  return isUsable ? { kind: 'fine' } : badChoice({ turn, workflow }, 'replacementId');
}

function badChoice({ turn }: Pick<Before, 'turn' | 'workflow'>, path: string): Checked {
  const message = turn.words('error.field_choice', { field: turn.words(`field.${path}`) });
  const fields: FieldProblem[] = [{ path, error: 'field_choice', message }];
  return { kind: 'unfit', refusal: { kind: 'refused', code: 'field_choice', message, fields } };
}
