/** Finds the route of an activity among what the features offer: first match wins, in the order of app.ts. */
import type { Action, Command, Dialog, EventHandler, EventName, Feature, Link, Search } from '../core/feature.ts';
import { fold } from '../core/text.ts';
import type { WordsFor } from '../core/words.ts';

export interface Dispatch {
  command(text: string): { command: Command; rest: string } | undefined;
  search(commandId: string): Search | undefined;
  dialog(commandId: string): Dialog | undefined;
  action(verb: string): Action | undefined;
  link(path: string): { link: Link; id: string } | undefined;
  events(name: EventName): readonly EventHandler[];
  readonly fallback: NonNullable<Feature['fallback']>;
}

export function dispatchOf(features: readonly Feature[], languages: readonly string[], wordsFor: WordsFor): Dispatch {
  const searches = byKey(
    features.flatMap((f) => f.searches ?? []),
    (s) => s.command,
  );
  const dialogs = byKey(
    features.flatMap((f) => f.dialogs ?? []),
    (d) => d.id,
  );
  const actions = byKey(
    features.flatMap((f) => f.actions ?? []),
    (a) => a.verb,
  );
  const links = features.flatMap((f) => f.links ?? []);
  const events = features.flatMap((f) => f.events ?? []);
  const phrases = phrasesOf(
    features.flatMap((f) => f.commands ?? []),
    languages,
    wordsFor,
  );
  const fallback = features.find((f) => f.fallback)?.fallback;
  if (!fallback) throw new Error('dispatch: one feature must take the text that no command takes');
  return {
    command: (text) => matchCommand(phrases, text),
    search: (commandId) => searches.get(commandId),
    dialog: (commandId) => dialogs.get(commandId),
    action: (verb) => actions.get(verb),
    link: (path) => matchLink(links, path),
    events: (name) => events.filter((e) => e.on === name),
    fallback,
  };
}

interface Phrase {
  readonly words: readonly string[];
  readonly command: Command;
}

/** Every way to say a command in every language we speak, the longest first. */
function phrasesOf(commands: readonly Command[], languages: readonly string[], wordsFor: WordsFor): Phrase[] {
  const said = (command: Command) => languages.flatMap((l) => wordsFor(l)(`command.${command.name}`).split(';'));
  return commands
    .flatMap((command) => said(command).map((phrase) => ({ words: fold(phrase).split(' '), command })))
    .toSorted((a, b) => b.words.length - a.words.length);
}

/** `find cv`, `Find: cv` and `¿puedo usar ...?` alike: the phrase's words first, whatever stands around them. */
function matchCommand(phrases: readonly Phrase[], text: string): { command: Command; rest: string } | undefined {
  const tokens = text.split(/\s+/).filter((token) => token !== '');
  const folded = tokens.map((token) => fold(token).replace(/[.:]+$/, ''));
  const hit = phrases.find(
    ({ words, command }) =>
      words.every((word, at) => folded[at] === word) && !(command.standsAlone && tokens.length > words.length),
  );
  return hit && { command: hit.command, rest: tokens.slice(hit.words.length).join(' ') };
}

function matchLink(links: readonly Link[], path: string): { link: Link; id: string } | undefined {
  const match = /^\/([a-z])\/([A-Za-z0-9-]{1,64})\/?$/.exec(path);
  const link = match && links.find((l) => l.prefix === match[1]);
  return link && match?.[2] ? { link, id: match[2] } : undefined;
}

function byKey<T>(items: readonly T[], key: (item: T) => string): Map<string, T> {
  const map = new Map<string, T>();
  for (const item of items) {
    if (map.has(key(item))) throw new Error(`dispatch: "${key(item)}" is offered twice`);
    map.set(key(item), item);
  }
  return map;
}
