/** The tab's start: host, words, reader, then the pages. The list of pages is to the tab what `app.ts` is to the server. */
import {
  createDOMRenderer,
  FluentProvider,
  RendererProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { SWRConfig } from 'swr';
import { Router } from 'wouter';
import type { Me } from '../core/me.ts';
import { ApiContext, ApiError, createApi, useData } from './api.ts';
import { findHost, type Host, type ThemeName } from './host.ts';
import { opened } from './opened.ts';
import { isAt, type Page } from './page.ts';
import { pages } from './pages.ts';
import { Failed, Loading } from './parts/states.tsx';
import { ReaderContext } from './reader.ts';
import { Shell } from './shell.tsx';
import { loadWords, type TabWords, WordsContext } from './words.ts';

const Picker = opened(async () => (await import('./picker.tsx')).Picker, null);
const PickedAs = opened(async () => (await import('./picker.tsx')).PickedAs, null);

const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };
const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

function Tab({ host, words }: { host: Host; words: TabWords }) {
  const [theme, setTheme] = useState<ThemeName>(host.theme);
  const [api] = useState(() => createApi(host));
  useEffect(() => host.onTheme(setTheme), [host]);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    document.documentElement.style.colorScheme = theme === 'light' ? 'light' : 'dark';
    document.body.style.background = themes[theme].colorNeutralBackground2;
  }, [theme]);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={themes[theme]} lang={words.language}>
        <WordsContext value={words}>
          <ApiContext value={api}>
            <SWRConfig
              value={{
                revalidateOnFocus: true,
                focusThrottleInterval: 2_000,
                errorRetryInterval: 3_000,
                shouldRetryOnError: isPassing,
              }}
            >
              <Router base="/tab">
                {host.identity && !host.identity.chosen() ? (
                  <Picker host={host} />
                ) : (
                  <Known host={host} pages={pages} />
                )}
              </Router>
            </SWRConfig>
          </ApiContext>
        </WordsContext>
      </FluentProvider>
    </RendererProvider>
  );
}

const isPassing = (error: unknown): boolean =>
  error instanceof ApiError && ['offline', 'busy', 'store_down'].includes(error.code);

/** The reader's own language may differ from the host's. */
function Known({ host, pages }: { host: Host; pages: readonly Page[] }) {
  const { data: me, error, mutate } = useData<Me>('/api/me', { everyMs: 60_000 });
  const [own, setOwn] = useState<TabWords>();
  const locale = me?.locale;
  useEffect(() => {
    if (locale) loadWords(locale).then((words) => setOwn(() => words));
  }, [locale]);
  if (error && !me) return <Failed error={error} retry={() => mutate()} />;
  if (!me || !own) return <Loading />;
  return (
    <WordsContext value={own}>
      <ReaderContext value={{ me, host }}>
        <Shell pages={pages} footer={host.identity && <PickedAs host={host} me={me} />} />
      </ReaderContext>
    </WordsContext>
  );
}

/** What the address names is loaded beside the words: one wait, not two in a row. */
async function firstPage(): Promise<void> {
  const path = window.location.pathname.replace(/^\/tab/, '');
  const location = path.length > 1 ? path : (host.startPath ?? '');
  await pages.find((page) => isAt(page, location))?.Body.ahead();
}

const root = document.getElementById('root');
if (!root) throw new Error('tab: the page has no root');
const host = await findHost();
const [words] = await Promise.all([loadWords(host.locale), firstPage()]);
document.documentElement.lang = words.language;
createRoot(root).render(
  <StrictMode>
    <Tab host={host} words={words} />
  </StrictMode>,
);
