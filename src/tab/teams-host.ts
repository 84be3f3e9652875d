/** Teams as the host: its token, theme, language and links. Loaded only inside a frame. */
import { app, authentication } from '@microsoft/teams-js';
import { type Host, themeNamed } from './host.ts';

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
    authorization: async () => `Bearer ${await authentication.getAuthToken()}`,
    onTheme(listen) {
      if (!isSidePanel) app.registerOnThemeChangeHandler((name) => listen(themeNamed(name) ?? 'light'));
    },
    linkTo: (path) => `${window.location.origin}/tab${path}`,
  };
}

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('tab: Teams did not answer')), ms);
  });
  return Promise.race([work, late]);
}
