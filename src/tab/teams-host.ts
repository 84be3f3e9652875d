/** Teams as the host: its token, theme, language and links. Loaded only inside a frame. */
import { app, authentication, pages } from '@microsoft/teams-js';
import { type ChannelPage, type Host, themeNamed } from './host.ts';

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
    ...(subPageId?.startsWith('/') ? { startPath: subPageId } : {}),
    ...(context.page.frameContext === 'settings' ? { config: channelConfig() } : {}),
    authorization: async () => `Bearer ${await authentication.getAuthToken()}`,
    onTheme(listen) {
      if (!isSidePanel) app.registerOnThemeChangeHandler((name) => listen(themeNamed(name) ?? 'light'));
    },
    linkTo: (path) => `${window.location.origin}/tab${path}`,
  };
}

/** Teams asks once, when its Save is pressed, for what was offered last. */
function channelConfig(): NonNullable<Host['config']> {
  let offered: ChannelPage | undefined;
  pages.config.registerOnSaveHandler((saving) => {
    if (!offered) return saving.notifyFailure();
    pages.config.setConfig({ ...offered }).then(
      () => saving.notifySuccess(),
      () => saving.notifyFailure(),
    );
  });
  return {
    offer(page) {
      offered = page;
      pages.config.setValidityState(page !== undefined);
    },
  };
}

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('tab: Teams did not answer')), ms);
  });
  return Promise.race([work, late]);
}
