/** What an event would change and whom it would tell, before anybody presses. */
import { readableDate } from '../../core/time.ts';
import type { Preview } from '../../core/work-item.ts';
import { differenceOf } from './edit-difference.ts';
import { textOf } from './edit-draft.ts';
import { approversOf, writersIn } from './edit-plan.ts';
import { goingLive, type Happening, headAfter } from './scenario-events.ts';
import { lateUsers, newVersionUsers } from './scenario-told.ts';

export const previewOf = async (happening: Happening): Promise<Preview> => ({
  changes: changesOf(happening),
  told: await toldOf(happening),
});

function changesOf(happening: Happening): string[] {
  const { at, event } = happening;
  const { turn, scene } = at;
  const { words } = turn;
  const after = headAfter(happening);
  const live = goingLive(happening, after);
  const next = after.reviewDue ? readableDate(after.reviewDue, words.language) : '';
  switch (event.name) {
    case 'retire': {
      const title = scene.book.entries.get(event.replacementId ?? '')?.contract.title;
      return [
        words('edit.change.retire'),
        ...(title ? [words('edit.change.replacement', { title })] : []),
        ...(at.loaded.draft && at.loaded.live ? [words('edit.change.draftGoes')] : []),
      ];
    }
    case 'confirm':
      return [words('edit.change.nextCheck', { date: next })];
    case 'hold':
      return [words('edit.change.hold')];
    case 'submit':
    case 'sendBack':
    case 'release':
      return [words(`edit.change.${event.name}`)];
    default:
      return live === undefined
        ? []
        : [
            words(at.loaded.live ? 'edit.change.newVersion' : 'edit.change.first', { version: live }),
            ...differenceIn(happening),
            ...(after.reviewDue === at.loaded.head.reviewDue ? [] : [words('edit.change.nextCheck', { date: next })]),
          ];
  }
}

function differenceIn({ at, contract }: Happening): string[] {
  const { live } = at.loaded;
  const { book, rulebook } = at.scene;
  const { words } = at.turn;
  if (!live || !contract) return [];
  const lines = differenceOf(textOf(live.text), textOf(contract), { book, rulebook, words });
  return [...new Set(lines.map(({ label }) => words('edit.change.field', { label })))];
}

async function toldOf(happening: Happening): Promise<string[]> {
  const { at, event } = happening;
  const { turn, loaded, desk, workflow } = at;
  const { words, store, now } = turn;
  const live = goingLive(happening, headAfter(happening)) ?? 0;
  const names = (ids: readonly string[]) => Promise.all(ids.map((id) => desk.life.nameOf(turn, id)));
  const users = (count: number) => (count > 0 ? [words('edit.told.users', { count })] : []);
  const ownerId = loaded.head.ownerId ?? workflow.ownerId;
  switch (event.name) {
    case 'submit':
      return names(await approversOf(at));
    case 'sendBack':
      return names(writersIn(at));
    case 'approve':
    case 'publish':
      return [
        ...(await names(writersIn(at))),
        ...users(live > 1 ? (await newVersionUsers(store, loaded.id, live)).length : 0),
      ];
    case 'rollBack':
      return users((await newVersionUsers(store, loaded.id, live, loaded.head.liveVersion)).length);
    case 'retire':
      return users((await lateUsers(store, loaded.id, now)).length);
    case 'hold':
    case 'release':
      return names(ownerId && ownerId !== turn.who.personId ? [ownerId] : []);
    default:
      return [];
  }
}
