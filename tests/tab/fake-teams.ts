/** A page that behaves like Teams around a tab: frames it, answers the calls of the Teams library, hands out its token. */
import type { BrowserContext, Frame, Page, Request } from 'playwright-core';
import { loading } from './kit.ts';

export interface FakeTeams {
  readonly page: Page;
  /** The tab inside the frame. */
  readonly tab: Frame;
  /** Nothing is asked for any more, and what came is drawn. */
  settled(): Promise<void>;
  /** What the reader picks in the settings of Teams. */
  theme(name: 'default' | 'dark' | 'contrast'): Promise<void>;
  /** Calls of the Teams library that were answered, by name. */
  calls(): Promise<readonly string[]>;
  /** For whoever opens Teams next, who goes on in its page. */
  leave(): void;
}

export interface TeamsOptions {
  readonly url: string;
  readonly token: () => Promise<string>;
  readonly locale?: string;
  readonly theme?: string;
  readonly frameContext?: 'content' | 'sidePanel' | 'settings';
  readonly subPageId?: string;
  /** Of a channel's page. */
  readonly channel?: { readonly id: string; readonly name: string; readonly teamId: string };
}

const origin = 'https://teams.microsoft.com';
/** Two pictures later; true where something still turns. */
const drawn = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(!!document.querySelector('${loading}')))))`;

/** A page of Teams, and what is in it now. */
interface TeamsWindow {
  readonly page: Page;
  readonly asked: Set<Request>;
  now: TeamsOptions;
}

const left = new WeakMap<BrowserContext, TeamsWindow[]>();

export async function openInTeams(context: BrowserContext, options: TeamsOptions): Promise<FakeTeams> {
  const window = left.get(context)?.pop() ?? (await openWindow(context, options));
  const { page, asked } = window;
  window.now = options;
  await page.goto(`${origin}/fake`);
  const frame = await page.waitForSelector('iframe');
  const tab = await frame.contentFrame();
  if (!tab) throw new Error('fake Teams: the frame stayed empty');
  return {
    page,
    tab,
    async settled() {
      // What is shown may ask for more: quiet twice is quiet.
      for (let quiet = 0; quiet < 2; ) {
        const isTurning = await tab.evaluate(drawn);
        quiet = asked.size === 0 && !isTurning ? quiet + 1 : 0;
      }
    },
    theme: (name) => page.evaluate((theme) => Reflect.get(globalThis, 'tellTheme')(theme), name),
    calls: () => page.evaluate(() => Reflect.get(globalThis, 'calls')),
    leave: () => void left.set(context, [...(left.get(context) ?? []), window]),
  };
}

async function openWindow(context: BrowserContext, now: TeamsOptions): Promise<TeamsWindow> {
  const page = await context.newPage();
  const window: TeamsWindow = { page, asked: new Set(), now };
  page.on('request', (request) => window.asked.add(request));
  page.on('requestfinished', (request) => window.asked.delete(request));
  page.on('requestfailed', (request) => window.asked.delete(request));
  await page.exposeFunction('mintToken', () => window.now.token());
  await page.route(`${origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body: hostPage(window.now) }));
  return window;
}

const hostPage = ({
  url,
  locale = 'en-us',
  theme = 'default',
  frameContext = 'content',
  subPageId = '',
  channel,
}: TeamsOptions) =>
  `<!doctype html><title>Fake Teams</title><style>html,body,iframe{margin:0;border:0;width:100%;height:100%}</style>
<iframe title="Fieldbook" src="${url}"></iframe>
<script>
const frame = document.querySelector('iframe');
window.calls = [];
window.tellTheme = (theme) => frame.contentWindow.postMessage({ func: 'themeChange', args: [theme] }, '*');
const supports = { pages: { tabs: {}, config: {}, backStack: {} } };
const answers = {
  initialize: () => ['${frameContext}', 'web', JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports }), '2.0.0'],
  getContext: () => [{ theme: '${theme}', locale: '${locale}', frameContext: '${frameContext}', entityId: 'playbook', subEntityId: '${subPageId}', userObjectId: '', tid: '', hostClientType: 'web', hostName: 'Teams', ${channelFacts(channel)} }],
  'authentication.getAuthToken': async () => [true, await window.mintToken()],
};
window.addEventListener('message', async ({ data, source, origin }) => {
  if (!data || typeof data.func !== 'string') return;
  window.calls.push(data.func);
  const answer = answers[data.func];
  // Whoever left meanwhile hears no answer.
  if (answer) source?.postMessage({ id: data.id, uuid: data.uuid, uuidAsString: data.uuidAsString, args: await answer() }, origin);
});
</script>`;

/** In the flat form in which Teams tells it. */
const channelFacts = (channel: TeamsOptions['channel']): string =>
  channel
    ? `channelId: '${channel.id}', channelName: '${channel.name}', channelType: 'Regular', teamId: '${channel.teamId}'`
    : '';
