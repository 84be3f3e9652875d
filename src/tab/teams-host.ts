/** Teams as the host: its token, theme, language and links. Loaded only inside a frame. */
import { app, authentication, pages, people } from '@microsoft/teams-js';
import { type ChannelPage, type Host, type HostChannel, type HostPerson, themeNamed } from './host.ts';

const handshakeMs = 8_000;

export async function teamsHost(): Promise<Host> {
  await within(app.initialize(), handshakeMs);
  const context = await within(app.getContext(), handshakeMs);
  app.notifySuccess();
  const isSidePanel = context.page.frameContext === 'sidePanel';
  const { subPageId } = context.page;
  return {
    kind: 'teams',
    locale: context.app.locale,
    theme: isSidePanel ? 'dark' : (themeNamed(context.app.theme) ?? 'light'),
    isSidePanel,
    ...(people.isSupported() ? { pickPeople } : {}),
    ...(subPageId?.startsWith('/') ? { startPath: subPageId } : {}),
    ...(context.page.frameContext === 'settings' ? { config: channelConfig(channelOf(context)) } : {}),
    authorization: async () => `Bearer ${await authentication.getAuthToken()}`,
    onTheme(listen) {
      if (!isSidePanel) app.registerOnThemeChangeHandler((name) => listen(themeNamed(name) ?? 'light'));
    },
    linkTo: (path) => `${window.location.origin}/tab${path}`,
  };
}

/** The list of everybody that Teams shows; whoever closes it picks nobody. */
async function pickPeople(most: number): Promise<HostPerson[]> {
  const asked = { openOrgWideSearchInChatOrChannel: true, singleSelect: most === 1 };
  const found = await people.selectPeople(asked).catch(() => []);
  return found.slice(0, most).map(({ objectId, displayName, email }) => ({
    id: objectId.toLowerCase(),
    name: displayName ?? email ?? objectId,
  }));
}

/** Teams asks once, when its Save is pressed, for what was offered last. */
function channelConfig(channel: HostChannel | undefined): NonNullable<Host['config']> {
  let offered: { page: ChannelPage; before: () => Promise<unknown> } | undefined;
  const kept = async () => {
    if (!offered) throw new Error('tab: nothing is chosen yet');
    await offered.before();
    await pages.config.setConfig({ ...offered.page });
  };
  pages.config.registerOnSaveHandler((saving) => {
    kept().then(
      () => saving.notifySuccess(),
      () => saving.notifyFailure(),
    );
  });
  return {
    ...(channel ? { channel } : {}),
    offer(page, before = async () => undefined) {
      offered = page && { page, before };
      pages.config.setValidityState(page !== undefined);
    },
  };
}

const channelKinds = { Regular: 'standard', Private: 'private', Shared: 'shared' } as const;

function channelOf({ channel, team }: app.Context): HostChannel | undefined {
  if (!channel) return undefined;
  return {
    channelId: channel.id,
    ...(team?.internalId ? { teamId: team.internalId } : {}),
    name: channel.displayName || team?.displayName || channel.id,
    kind: channelKinds[channel.membershipType ?? 'Regular'] ?? 'standard',
  };
}

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('tab: Teams did not answer')), ms);
  });
  return Promise.race([work, late]);
}
