/** Where the tab stands: inside Teams, or in a plain browser for development and tests. */

export type ThemeName = 'light' | 'dark' | 'contrast';

export interface Host {
  readonly kind: 'teams' | 'browser';
  readonly locale: string;
  readonly theme: ThemeName;
  /** In a meeting's side panel, where there is room for one narrow column. */
  readonly isSidePanel: boolean;
  /** Path below `/tab` that a deep link names. */
  readonly startPath?: string;
  /** The header's value; a token that has expired is asked for anew. */
  authorization(): Promise<string | undefined>;
  onTheme(listen: (theme: ThemeName) => void): void;
  /** A link that leads back to this path of the tab. */
  linkTo(path: string): string;
  /** Only where the host has a list of everybody: nobody is picked when it is closed. */
  pickPeople?(most: number): Promise<readonly HostPerson[]>;
  /** Only where Teams asks how a channel's page is to be set up. */
  readonly config?: {
    /** `before` is done when Save is pressed, and keeps Teams from saving when it fails. */
    offer(page: ChannelPage | undefined, before?: () => Promise<unknown>): void;
    /** The channel whose page it is to be; missing in a chat. */
    readonly channel?: HostChannel;
  };
  /** Only where a person can be picked: the open mode in a browser. */
  readonly identity?: { chosen(): string | undefined; choose(personId: string | undefined): void };
}

/** By directory id; the name is as the host shows it. */
export interface HostPerson {
  readonly id: string;
  readonly name: string;
}

/** As Teams says to the page, which nobody signed. */
export interface HostChannel {
  readonly channelId: string;
  readonly teamId?: string;
  readonly name: string;
  readonly kind: 'standard' | 'shared' | 'private';
}

/** What Teams keeps of a channel's page. Undefined is offered while the choice is not complete: then nothing can be saved. */
export interface ChannelPage {
  readonly entityId: string;
  readonly contentUrl: string;
  readonly websiteUrl: string;
  readonly suggestedDisplayName: string;
}

export async function findHost(): Promise<Host> {
  return window.parent === window ? browserHost() : (await import('./teams-host.ts')).teamsHost();
}

const chosenKey = 'fieldbook.person';

function browserHost(): Host {
  const query = new URLSearchParams(window.location.search);
  const asked = query.get('as');
  if (asked) window.sessionStorage.setItem(chosenKey, asked);
  const chosen = () => window.sessionStorage.getItem(chosenKey) ?? undefined;
  const theme = themeNamed(query.get('theme')) ?? themeOfSystem();
  return {
    kind: 'browser',
    locale: query.get('locale') ?? navigator.language,
    theme,
    isSidePanel: false,
    async authorization() {
      const id = chosen();
      return id ? `Bearer open:${id}` : undefined;
    },
    onTheme(listen) {
      if (query.has('theme')) return;
      for (const question of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
        window.matchMedia(question).addEventListener('change', () => listen(themeOfSystem()));
    },
    linkTo: (path) => `${window.location.origin}/tab${path}`,
    identity: {
      chosen,
      choose(personId) {
        if (personId) window.sessionStorage.setItem(chosenKey, personId);
        else window.sessionStorage.removeItem(chosenKey);
      },
    },
  };
}

export function themeNamed(name: string | null | undefined): ThemeName | undefined {
  switch (name) {
    case 'dark':
    case 'contrast':
      return name;
    case 'light':
    case 'default':
      return 'light';
    default:
      return undefined;
  }
}

function themeOfSystem(): ThemeName {
  if (window.matchMedia('(forced-colors: active)').matches) return 'contrast';
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
