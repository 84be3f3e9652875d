/** The import table of src/README.md as data: each room with what it may import, ours and foreign. */

interface Room {
  /** Rooms, or files by their path below src. */
  readonly ours: readonly string[];
  readonly foreign: readonly string[];
}

const table: Readonly<Record<string, Room>> = {
  core: { ours: ['core'], foreign: ['zod', 'adaptivecards-templating', 'temporal-polyfill', 'rrule-temporal'] },
  features: { ours: ['core', 'text'], foreign: ['zod'] },
  teams: {
    ours: ['core'],
    foreign: ['botbuilder', 'botframework-connector', '@microsoft/teams-ai', 'jose', 'rate-limiter-flexible', 'zod'],
  },
  web: { ours: ['core'], foreign: ['express', 'helmet', 'jose', 'rate-limiter-flexible', 'zod'] },
  stores: { ours: ['core'], foreign: ['node:sqlite', '@azure/cosmos', '@azure/identity', 'zod'] },
  search: { ours: ['core'], foreign: [] },
  jobs: { ours: ['core'], foreign: ['croner', 'zod'] },
  graph: { ours: ['core'], foreign: ['@azure/identity', 'windows-iana', 'zod'] },
  files: {
    ours: ['core'],
    foreign: [
      'docx',
      'pdfkit',
      'timezones-ical-library',
      'yazl',
      'zod',
      'ajv-draft-04',
      'ajv-formats',
      '@microsoft/app-manifest',
    ],
  },
  text: { ours: ['core'], foreign: ['intl-messageformat'] },
  content: { ours: ['core', 'features'], foreign: ['zod'] },
  /** Pages of features: their own contract and parts, the tab's shell, the core's types. */
  pages: {
    ours: ['core', 'tab'],
    foreign: [
      'react',
      '@fluentui/react-components',
      '@fluentui/react-icons',
      'wouter',
      'swr',
      'adaptivecards-renderer',
    ],
  },
  build: { ours: ['build'], foreign: ['vite', '@vitejs/plugin-react', '@formatjs/icu-messageformat-parser'] },
  tab: {
    ours: ['core'],
    foreign: [
      'react',
      'react-dom',
      '@fluentui/react-components',
      '@fluentui/react-icons',
      '@microsoft/teams-js',
      'swr',
      'wouter',
      'intl-messageformat',
      'virtual:languages',
    ],
  },
  app: { ours: ['core', 'features'], foreign: [] },
  config: { ours: ['core'], foreign: ['zod'] },
  server: { ours: ['*'], foreign: [] },
  root: { ours: ['*'], foreign: ['pino'] },
};

const roots = new Set([
  'main.ts',
  'cli.ts',
  'cli-moves.ts',
  'cli-people.ts',
  'cli-grants.ts',
  'cli-erase.ts',
  'signing-key.ts',
]);
const buildFiles = new Set(['tab/build.ts', 'tab/vite.config.ts', 'tab/words-plugin.ts', 'tab/modules.d.ts']);
const single = new Set(['app.ts', 'config.ts', 'config-checks.ts', 'server.ts']);

/** The room a file stands in; features are rooms of their own inside `features`. */
export function roomOf(name: string): string {
  if (roots.has(name)) return 'root';
  if (single.has(name)) return name.replace(/(?:-checks)?\.ts$/, '');
  if (buildFiles.has(name)) return 'build';
  if (/^features\/.*\.tsx$/.test(name)) return 'pages';
  return name.split('/')[0] ?? '';
}

export function oursAllowed(room: string, from: string, to: string): boolean {
  const own = table[room];
  if (!own) return false;
  if (own.ours.includes('*')) return true;
  const target = roomOf(to);
  // A feature imports itself, never a sibling; content knows the features by their schemas alone.
  if (room === 'pages' && (target === 'pages' || target === 'features'))
    return from.split('/')[1] === to.split('/')[1] && /\.tsx$|\/contract\.ts$|\/[a-z-]*-contract\.ts$/.test(to);
  if (room === 'tab' && target === 'pages') return from === 'tab/pages.ts' && /(?:^|[/-])page\.tsx$/.test(to);
  if (room === 'features' && target === 'features') return from.split('/')[1] === to.split('/')[1];
  if (room === 'content' && target === 'features') return /\/(?:[a-z-]*model|scenario-version)\.ts$/.test(to);
  return target === room || own.ours.includes(target);
}

export const foreignAllowed = (room: string, name: string): boolean => table[room]?.foreign.includes(name) ?? false;
