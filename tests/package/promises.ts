/** What the manifest promises beside what the code serves: both must be the same (product 8.1, 8.2). */
import type { Command, Dialog, Link, Search } from '../../src/core/feature.ts';
import type { Manifest } from './package-files.ts';

export interface Served {
  readonly commands: readonly Pick<Command, 'name' | 'scopes' | 'listed'>[];
  readonly searches: readonly Pick<Search, 'command' | 'parameters' | 'initialRun'>[];
  readonly dialogs: readonly Pick<Dialog, 'id' | 'contexts'>[];
  readonly links: readonly Pick<Link, 'prefix'>[];
}

/** Sorted lines, so that a difference reads like a sentence. */
export interface Promises {
  readonly commands: readonly string[];
  readonly searches: readonly string[];
  readonly dialogs: readonly string[];
  readonly unfurls: boolean;
}

const scopeOf = { personal: 'personal', channel: 'team', groupChat: 'groupChat' } as const;
const line = (...parts: readonly unknown[]): string => parts.join(' ');

export function promised(manifest: Manifest): Promises {
  const [bot] = manifest.bots;
  const [extension] = manifest.composeExtensions;
  const ofType = (type: 'query' | 'action') => extension.commands.filter((command) => command.type === type);
  return {
    commands: bot.commandLists
      .flatMap(({ scopes, commands }) => scopes.flatMap((scope) => commands.map(({ title }) => line(scope, title))))
      .toSorted(),
    searches: ofType('query')
      .map(({ id, initialRun, parameters }) => line(id, initialRun, ...parameters.map(({ name }) => name).toSorted()))
      .toSorted(),
    dialogs: ofType('action')
      .map(({ id, context }) => line(id, ...context.toSorted()))
      .toSorted(),
    unfurls: extension.messageHandlers.length > 0,
  };
}

/** `titleOf` gives a command's first word in the language of the manifest. */
export function served({ commands, searches, dialogs, links }: Served, titleOf: (name: string) => string): Promises {
  return {
    commands: commands
      .filter(({ listed }) => listed)
      .flatMap(({ name, scopes }) => scopes.map((scope) => line(scopeOf[scope], titleOf(name))))
      .toSorted(),
    searches: searches
      .map(({ command, initialRun, parameters }) => line(command, initialRun, ...parameters.toSorted()))
      .toSorted(),
    dialogs: dialogs
      .filter(({ contexts }) => contexts.length > 0)
      .map(({ id, contexts }) => line(id, ...contexts.toSorted()))
      .toSorted(),
    unfurls: links.length > 0,
  };
}
