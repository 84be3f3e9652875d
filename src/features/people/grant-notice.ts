/** Who may do what has changed: owners and HR leads are told, and whom it is about (R3). The audit entry says what. */
import { z } from 'zod';
import { removedId } from '../../core/erasure.ts';
import type { NoticeKind } from '../../core/notice.ts';
import { type GrantName, holds } from '../../core/person.ts';
import { placeOf } from '../../core/place.ts';
import type { Turn } from '../../core/turn.ts';
import { toldCard } from './cards/told.card.ts';
import type { DepartmentChoice } from './grant-words.ts';
import { givable, watched } from './grants.ts';

export const programStep = 'programStep';

const told: readonly GrantName[] = ['admin', 'hrLead'];

interface StepDeps {
  readonly nameOf: (turn: Turn, personId: string) => Promise<string>;
  readonly holders: (turn: Turn, grants: readonly GrantName[]) => Promise<readonly string[]>;
  readonly departments: (turn: Turn) => Promise<readonly DepartmentChoice[]>;
}

const side = z.object({ before: z.string(), after: z.string() });
const entry = z.object({
  actorId: z.string(),
  actorKind: z.enum(['person', 'system', 'cli']),
  action: z.enum(['person.grant', 'person.revoke']),
  entityId: z.string(),
  changes: z.object({ grant: side, department: side.optional() }),
});

export const grantNotice = (deps: StepDeps): NoticeKind => ({
  kind: programStep,
  lane: 'work',
  async recipients(turn, { subject }) {
    const step = await stepOf(turn, subject);
    if (!step) return [];
    const leads = isWatched(step) ? await deps.holders(turn, told) : [];
    return [...new Set([...leads, step.entityId])].filter((id) => id !== removedId);
  },
  async card(turn, { subject }) {
    const step = await stepOf(turn, subject);
    if (!step) return undefined;
    const isOwn = step.entityId === turn.who.personId;
    if (!isOwn && !(isWatched(step) && holds(turn.who, told))) return undefined;
    return stepCard(deps, turn, step, isOwn);
  },
});

type Step = z.infer<typeof entry>;

async function stepOf({ store }: Turn, id: string): Promise<Step | undefined> {
  const found = await store.get('auditEntry', id);
  return found && entry.safeParse(found.body).data;
}

const changedIn = ({ before, after }: { before: string; after: string }): string => after || before;
const isWatched = ({ changes }: Step): boolean =>
  givable.some((name) => name === changedIn(changes.grant) && watched.has(name));

async function stepCard(deps: StepDeps, turn: Turn, step: Step, isOwn: boolean) {
  const { words } = turn;
  const grant = givable.find((name) => name === changedIn(step.changes.grant));
  const departmentId = step.changes.department && changedIn(step.changes.department);
  const department = (await deps.departments(turn)).find(({ id }) => id === departmentId)?.name ?? departmentId;
  const values = {
    name: await deps.nameOf(turn, step.entityId),
    right: grant ? rightName(turn, grant) : '',
    place: placeName(turn, department),
    by: step.actorKind === 'person' ? await deps.nameOf(turn, step.actorId) : words('grant.byHand'),
  };
  const isGiven = step.action === 'person.grant';
  const text = isOwn
    ? words(isGiven ? 'grant.you.given' : 'grant.you.taken', values)
    : words(isGiven ? 'grant.told.given' : 'grant.told.taken', values);
  const summary = words('grant.told.heading');
  const hasNote = isOwn && isGiven && isWatched(step);
  const note = hasNote ? words('grant.you.next') : '';
  return toldCard.render({ summary, heading: summary, text, hasNote, note }, words, placeOf(turn));
}

/** The chair as people call it; the first of the words it may be typed by. */
export const rightName = ({ words }: Turn, grant: (typeof givable)[number]): string =>
  words(`grant.name.${grant}`).split(';')[0] ?? grant;

export const placeName = ({ words }: Turn, department: string | undefined): string =>
  department ? words('grant.inDepartment', { department }) : words('grant.everywhere');
