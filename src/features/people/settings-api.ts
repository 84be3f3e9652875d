/** A person's own settings in the tab: the same choices and rules as the settings card, and the time zone. */
import { z } from 'zod';
import { isZone } from '../../core/locale.ts';
import { type Call, type Reply, type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import type { WordsFor } from '../../core/words.ts';
import type { ActionField } from '../../core/work-item.ts';
import { type PersonChange, readPerson, savePerson } from './documents.ts';
import { type SettingsReply, settingsReply } from './settings-contract.ts';
import { switchesBody, switchesChange, switchesOf } from './switches.ts';

export interface SettingsDeps {
  readonly roles: (turn: Turn) => Promise<readonly { id: string; name: string }[]>;
  readonly languages: readonly string[];
  readonly wordsFor: WordsFor;
}

const asTeams = 'teams';
/** Of somebody who has chosen nothing yet. */
const noVersion = 'none';

const settingsBody = switchesBody.extend({
  roleId: z.string().max(100).optional(),
  language: z.string().max(20).optional(),
  zone: z.string().max(60).optional(),
});
type Body = z.infer<typeof settingsBody>;

export const settingsRoutes = (deps: SettingsDeps): Route[] => [
  route('GET', '/api/me/settings', { reply: settingsReply }, ({ turn }) => shown(deps, turn, '')),
  route('PATCH', '/api/me/settings', { body: settingsBody, reply: settingsReply, needsVersion: true }, (call) =>
    saved(deps, call),
  ),
];

async function shown(deps: SettingsDeps, turn: Turn, note: string): Promise<Reply<SettingsReply>> {
  const found = await readPerson(turn.store, turn.who.personId);
  const roles = await deps.roles(turn);
  const { words } = turn;
  const switches = switchesOf(found?.person, turn.now, words);
  const languageNames = new Intl.DisplayNames(words.language, { type: 'language' });
  const fields = [
    choice('roleId', words('card.settings.role'), found?.person.roleIds[0] ?? '', roles.map(titled), {
      help: words('card.settings.note'),
    }),
    choice(
      'language',
      words('card.settings.language'),
      words.language,
      deps.languages.map((id) => ({ id, title: languageNames.of(id) ?? id })),
    ),
    choice('zone', words('settings.zone'), found?.person.zone ?? asTeams, zones(turn)),
    choice('answers', words('card.settings.answers'), switches.answers, switches.answersChoices.map(offered)),
    ...(switches.hasWork
      ? [choice('work', words('card.settings.work'), switches.work, switches.workChoices.map(offered))]
      : []),
    choice('reminders', words('card.settings.reminders'), switches.reminders, switches.remindersChoices.map(offered)),
    choice('news', words('card.settings.news'), switches.news, switches.newsChoices.map(offered)),
    choice('hours', words('card.settings.hours'), switches.hours, switches.hoursChoices.map(offered)),
    choice('pause', words('card.settings.pause'), switches.pause, switches.pauseChoices.map(offered)),
  ];
  return { kind: 'ok', body: { fields, note }, version: found?.version ?? noVersion };
}

type Option = { readonly id: string; readonly title: string };
const titled = ({ id, name }: { id: string; name: string }): Option => ({ id, title: name });
const offered = ({ choiceId: id, title }: { choiceId: string; title: string }): Option => ({ id, title });

const choice = (
  name: string,
  label: string,
  value: string,
  options: readonly Option[],
  more: Partial<ActionField> = {},
): ActionField => ({ name, label, kind: 'choice', required: false, value, options: [...options], ...more });

/** What Teams says comes first. */
const zones = ({ words, who }: Turn): Option[] => [
  { id: asTeams, title: words('settings.zoneOfTeams', { zone: who.zone.replaceAll('_', ' ') }) },
  ...Intl.supportedValuesOf('timeZone').map((id) => ({ id, title: id.replaceAll('_', ' ') })),
];

async function saved(deps: SettingsDeps, { turn, body, version }: Call<unknown, Body>): Promise<Reply<SettingsReply>> {
  const { store, who, now } = turn;
  const wrong = await wrongIn(deps, turn, body);
  if (wrong) return wrong;
  const found = await readPerson(store, who.personId);
  if (version !== (found?.version ?? noVersion)) return refuse('stale');
  const switches = switchesChange(body, found?.person, now);
  const change: PersonChange = {
    ...switches,
    ...(body.roleId ? { roleIds: [body.roleId], roleSource: 'chosen' as const } : {}),
    ...(body.language ? { language: body.language } : {}),
    ...(body.zone && body.zone !== asTeams ? { zone: body.zone } : {}),
    forget: [...(switches.forget ?? []), ...(body.zone === asTeams ? ['zone'] : [])],
  };
  const result = await savePerson(store, who, now, change);
  if (result.kind !== 'ok') return refuse('stale');
  // In the language that was just chosen.
  const words = body.language ? deps.wordsFor(body.language) : turn.words;
  return shown(deps, { ...turn, words }, words('settings.saved'));
}

async function wrongIn(
  deps: SettingsDeps,
  turn: Turn,
  { roleId, language, zone }: Body,
): Promise<Reply<never> | undefined> {
  const { words } = turn;
  if (roleId && !(await deps.roles(turn)).some(({ id }) => id === roleId))
    return unfit('roleId', 'field_choice', words('error.field_choice', { field: words('card.settings.role') }));
  if (language && !deps.languages.includes(language))
    return unfit('language', 'field_choice', words('error.field_choice', { field: words('card.settings.language') }));
  if (zone && zone !== asTeams && !isZone(zone)) return unfit('zone', 'bad_time_zone', words('error.bad_time_zone'));
  return undefined;
}

const unfit = (path: string, code: 'field_choice' | 'bad_time_zone', message: string): Reply<never> => ({
  kind: 'refused',
  code,
  message,
  fields: [{ path, error: code, message }],
});
