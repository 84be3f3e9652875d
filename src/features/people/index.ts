/** People's door: role and language, the person's own choice first. */
import { z } from 'zod';
import type { Card } from '../../core/card.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { type Erasure, removedId } from '../../core/erasure.ts';
import { action, type Feature } from '../../core/feature.ts';
import type { ItemSource } from '../../core/items.ts';
import { type GrantName, holds, type Person } from '../../core/person.ts';
import { placeOf } from '../../core/place.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { warm } from '../../core/warm.ts';
import { type MeDeps, meRoutes } from './api.ts';
import { asPerson, isPulseMuted, mutePulse } from './as-person.ts';
import { settingsCard } from './cards/settings.card.ts';
import { toldCard } from './cards/told.card.ts';
import { dayNotices } from './day.ts';
import { loadGranted, readPerson, savePerson } from './documents.ts';
import { forgetAction, forgetCommand } from './forget.ts';
import { forgetRoutes } from './forget-api.ts';
import { grantOperations } from './giving.ts';
import { type GrantDeps, grantCommands } from './grant-commands.ts';
import { grantNotice } from './grant-notice.ts';
import { myItems, openItem, picked, toDo } from './items.ts';
import { firstMeeting, rememberChat } from './meeting.ts';
import { dataRoutes } from './my-data.ts';
import { loadCrowd, type NamedAsk, named, zoneOf } from './named.ts';
import { isLapsed, ownerByRoleJob } from './owners-by-role.ts';
import { peopleRoutes } from './people-api.ts';
import { type SetUpPeople, setUpPeople } from './set-up.ts';
import { settingsRoutes } from './settings-api.ts';
import { switchesChange, switchesForm, switchesOf } from './switches.ts';
import { viewRoutes } from './views.ts';

export interface RoleChoice {
  readonly id: string;
  readonly name: string;
}

export interface PeopleDeps extends GrantDeps, Pick<MeDeps, 'hasWork' | 'isEmpty'> {
  readonly roles: (turn: Turn) => Promise<readonly RoleChoice[]>;
  readonly roleNamed: (turn: Turn, words: string) => Promise<RoleChoice | undefined>;
  /** The card of the week comes today, and stands for that of the day. */
  readonly weekStands: (turn: Turn) => Promise<boolean>;
  /** True while the store holds the example playbook. */
  readonly isExample: boolean;
  /** Where the lines of the lists come from. */
  readonly items: readonly ItemSource[];
  /** What the other features hold of a person. */
  readonly erasures: readonly Erasure[];
}

const everywhere = ['personal', 'groupChat', 'channel'] as const;
const settingsForm = switchesForm.extend({
  roleId: z.string().max(100).optional(),
  language: z.string().max(20).optional(),
});

/** People and what other features may ask of them. */
export interface People extends Feature, SetUpPeople {
  /** Keeps a role that was chosen, and gives the turn on with it. */
  takeRole(turn: Turn, roleId: string): Promise<Turn>;
  /** The display name of a person we know, else nothing. */
  nameOf(turn: Turn, personId: string): Promise<string>;
  /** Keeps the name of who acts where we do not know them yet: they are to be named, or to be told, later. */
  introduce(turn: Turn): Promise<void>;
  /** Active people who hold one of the grants, everywhere or in the department. */
  holders(turn: Turn, grants: readonly GrantName[], departmentId?: string): Promise<readonly string[]>;
  /** Everybody active, by what they do and where, to be counted. */
  crowd(turn: Turn): Promise<readonly Pick<Person, 'departmentId' | 'roleIds'>[]>;
  /** The zone in which somebody works, as far as they or Teams said. */
  zoneOf(turn: Turn, personId: string): Promise<string>;
  /** Active people: those with these ids, or those whose name holds these words. */
  named(turn: Turn, asked: NamedAsk): Promise<readonly { id: string; name: string }[]>;
  /** The same moment as this person sees it; undefined for somebody who is not active. */
  asPerson(turn: Turn, personId: string): Promise<Turn | undefined>;
  isPulseMuted(turn: Turn): Promise<boolean>;
  /** No question without a name any more, for who acts. */
  mutePulse(turn: Turn): Promise<void>;
  /** True while somebody administers by a role in Entra that has ended, because nobody else does. */
  hasLapsedOwner(turn: Turn): Promise<boolean>;
  /** The right to answer what a department asks, given by who acts, for the write of a pilot's start (R3). */
  giveManager(
    turn: Turn,
    asked: { readonly personId: string; readonly departmentId: string },
  ): Promise<readonly WriteOperation[]>;
  /** One plain thing said to one person. */
  noteCard(turn: Turn, note: { heading: string; text: string }): Card;
  /** True the first time a conversation is met; remembers how the bot reaches a person. */
  firstMeeting(turn: Turn, conversationKey: string): Promise<boolean>;
}

export function people(deps: PeopleDeps): People {
  const granted = warm(loadGranted);
  const crowds = warm(loadCrowd);
  const forgotten = new WeakSet<Turn['where']>();
  const holders: People['holders'] = async ({ store, stamp }, grants, departmentId) =>
    (await granted.at(store, stamp.people)).flatMap((known) => (holds(known, grants, departmentId) ? [known.id] : []));
  return {
    name: 'people',
    holders,
    crowd: async ({ store, stamp }) => await crowds.at(store, stamp.people),
    takeRole: (turn, roleId) => takeRole(deps, turn, roleId),
    ...{ nameOf, introduce, named, zoneOf },
    giveManager: ({ store, who, now, requestId }, { personId, departmentId }) => {
      const giver = { id: who.personId, kind: 'person', now, requestId } as const;
      return grantOperations(store, giver, { personId, wish: { grant: 'manager', departmentId }, give: true });
    },
    ...setUpPeople,
    asPerson: (turn, personId) => asPerson(turn, personId, deps.wordsFor),
    ...{ isPulseMuted, mutePulse },
    hasLapsedOwner: async ({ store }) => (await loadGranted(store)).some(isLapsed),
    ...{ noteCard, firstMeeting },
    commands: [
      { name: 'settings', scopes: everywhere, listed: true, run: (turn) => openSettings(deps, turn) },
      { name: 'myItems', scopes: everywhere, listed: true, run: (turn) => myItems(deps.items, turn) },
      { name: 'toDo', scopes: everywhere, listed: false, run: (turn) => toDo(deps.items, turn) },
      { name: 'role', scopes: everywhere, listed: false, run: (turn, rest) => setRole(deps, turn, rest) },
      { name: 'language', scopes: everywhere, listed: false, run: (turn, rest) => setLanguage(deps, turn, rest) },
      ...grantCommands(deps),
      forgetCommand,
    ],
    notices: [...dayNotices(deps.items, deps.weekStands), grantNotice({ ...deps, nameOf, holders })],
    routes: [
      ...[...meRoutes(deps), ...viewRoutes, ...settingsRoutes(deps), ...peopleRoutes({ ...deps, nameOf })],
      ...[...dataRoutes(deps.erasures), ...forgetRoutes(deps.erasures)],
    ],
    jobs: [ownerByRoleJob],
    events: [{ on: 'met', run: (turn) => rememberChat(turn, forgotten.has(turn.where)) }],
    actions: [
      action('openSettings', z.object({}), (turn) => openSettings(deps, turn)),
      action('openItem', picked, (turn, asked) => openItem(deps.items, turn, asked)),
      action('saveSettings', settingsForm, (turn, form) => saveSettings(deps, turn, form)),
      forgetAction(deps.erasures, ({ where }) => forgotten.add(where)),
    ],
  };
}

const nameOf = async (turn: Turn, personId: string): Promise<string> =>
  personId === removedId
    ? turn.words('forget.removedName')
    : ((await readPerson(turn.store, personId))?.person.displayName ?? '');

async function introduce({ store, who, now }: Turn): Promise<void> {
  if (!(await readPerson(store, who.personId))) await savePerson(store, who, now, {});
}

const noteCard: People['noteCard'] = (turn, { heading, text }) =>
  toldCard.render({ summary: heading, heading, text, hasNote: false, note: '' }, turn.words, placeOf(turn));

async function openSettings(deps: PeopleDeps, turn: Turn): Promise<Answer> {
  const answer = await settingsAnswer(deps, turn, turn.who.roleIds[0] ?? '', turn.words.language, false);
  if (answer.kind !== 'form' || turn.where.conversation === 'personal' || turn.where.surface !== 'bot') return answer;
  return { kind: 'personal', card: answer.card, note: turn.words('settings.movedTo1on1') };
}

async function settingsAnswer(
  deps: PeopleDeps,
  turn: Turn,
  roleId: string,
  language: string,
  saved: boolean,
): Promise<Answer> {
  const words = deps.wordsFor(language);
  const roles = await deps.roles(turn);
  const name = new Intl.DisplayNames(language, { type: 'language' });
  const title = words('settings.title');
  const data = {
    summary: title,
    isSaved: saved,
    savedLine: saved ? words('settings.saved') : '',
    roleId,
    roles: roles.map((r) => ({ title: r.name, choiceId: r.id })),
    language,
    languages: deps.languages.map((l) => ({ title: name.of(l) ?? l, choiceId: l })),
    ...switchesOf((await readPerson(turn.store, turn.who.personId))?.person, turn.now, words),
  };
  return { kind: 'form', title, card: settingsCard.render(data, words, placeOf(turn)), size: 'small' };
}

async function saveSettings(deps: PeopleDeps, turn: Turn, form: z.infer<typeof settingsForm>): Promise<Answer> {
  const roles = await deps.roles(turn);
  const role = roles.find((r) => r.id === form.roleId);
  const language = form.language && deps.languages.includes(form.language) ? form.language : undefined;
  const change = {
    ...(role ? { roleIds: [role.id], roleSource: 'chosen' as const } : {}),
    ...(language ? { language } : {}),
    ...switchesChange(form, (await readPerson(turn.store, turn.who.personId))?.person, turn.now),
  };
  const result = await savePerson(turn.store, turn.who, turn.now, change);
  if (result.kind !== 'ok') return refused(turn, 'stale');
  return settingsAnswer(deps, turn, role?.id ?? turn.who.roleIds[0] ?? '', language ?? turn.words.language, true);
}

async function setRole(deps: PeopleDeps, turn: Turn, words: string): Promise<Answer> {
  if (words === '') return openSettings(deps, turn);
  const role = await deps.roleNamed(turn, words);
  if (!role) {
    const names = (await deps.roles(turn)).map((r) => r.name);
    return { kind: 'message', text: turn.words('settings.unknownRole', { words, roles: names.join(', ') }) };
  }
  const result = await savePerson(turn.store, turn.who, turn.now, { roleIds: [role.id], roleSource: 'chosen' });
  return result.kind === 'ok'
    ? { kind: 'message', text: turn.words('settings.roleSet', { role: role.name }) }
    : refused(turn, 'stale');
}

async function setLanguage(deps: PeopleDeps, turn: Turn, words: string): Promise<Answer> {
  const wanted = words.toLowerCase();
  const language = deps.languages.find(
    (l) =>
      l === wanted ||
      deps.languages.some(
        (shown) => new Intl.DisplayNames(shown, { type: 'language' }).of(l)?.toLowerCase() === wanted,
      ),
  );
  if (!language) return openSettings(deps, turn);
  const result = await savePerson(turn.store, turn.who, turn.now, { language });
  return result.kind === 'ok'
    ? { kind: 'message', text: deps.wordsFor(language)('settings.languageSet') }
    : refused(turn, 'stale');
}

async function takeRole(deps: PeopleDeps, turn: Turn, roleId: string): Promise<Turn> {
  const role = (await deps.roles(turn)).find((r) => r.id === roleId);
  if (!role) return turn;
  await savePerson(turn.store, turn.who, turn.now, { roleIds: [role.id], roleSource: 'chosen' });
  return { ...turn, who: { ...turn.who, roleIds: [role.id] } };
}
