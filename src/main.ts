/** The program: reads the configuration, starts the server, says where it is, stops in order. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from './config.ts';
import type { Log, LogFields } from './core/log.ts';
import { buildTab } from './tab/build.ts';

/** Log lines leave in blocks, so that a request does not wait for them; what is left goes out at once at the end. */
const lines = pino.destination({ sync: false, minLength: 4_096 });
setInterval(() => lines.flush(), 1_000).unref();
process.on('exit', () => lines.flushSync());

/** Allow-list: a field that is not named in `LogFields` never reaches a log line, and errors come without their message. */
function pinoLog(): Log {
  const options = {
    level: process.stdout.isTTY ? 'warn' : 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  const logger = pino(options, lines);
  return {
    info: (event, fields) => logger.info(line(event, fields)),
    warn: (event, fields) => logger.warn(line(event, fields)),
    error: (event, fields) => logger.error(line(event, fields)),
  };
}

function line(event: string, { error, ...fields }: LogFields = {}): object {
  return { event, ...fields, ...(error === undefined ? {} : { error: errorLine(error) }) };
}

function errorLine(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  // The message stands in the stack too, and may have lines that look like frames.
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((frame) => /^\s+at /.test(frame));
  return {
    name: error.name,
    ...('code' in error ? { code: error.code } : {}),
    stack: frames.slice(0, 8).map((f) => f.trim()),
  };
}

const read = readConfig(process.env);
if (read.kind === 'bad') {
  process.stderr.write(`Fieldbook cannot start. Please correct:\n${read.problems.map((p) => `  - ${p}`).join('\n')}\n`);
  process.exit(78);
}
const { config } = read;
const log = pinoLog();
for (const level of ['log', 'info', 'warn', 'error'] as const)
  console[level] = () => log.warn('library.console', { code: level });
process.on('unhandledRejection', (error) => log.error('process.unhandledRejection', { error }));

try {
  // The next start need not compile the same again; where the folder cannot be written, it does.
  enableCompileCache(join(import.meta.dirname, '..', '.build', 'compiled'));
  // Loaded only now: a configuration that is wrong is told at once.
  const { startServer } = await import('./server.ts');
  await buildTab();
  const running = await startServer(config, { log });
  const stop = () => void running.close().then(() => process.exit(0));
  process.once('SIGTERM', stop).once('SIGINT', stop);
  process.stdout.write(greeting(running.url, running.firstLoad, config.bot === undefined));
} catch (error) {
  process.stderr.write(`Fieldbook cannot start: ${error instanceof Error ? error.message : 'unknown reason'}\n`);
  process.exit(1);
}

function greeting(url: string, load: string, open: boolean): string {
  const lines = [
    `Fieldbook is running at ${url}`,
    `  tab       ${url}/tab/`,
    `  help      ${url}/about/help`,
    `  bot       ${url}/api/messages`,
    `  ready     ${url}/readyz`,
    ...(load === 'demo' ? ['  content   the example playbook: its rules and people are invented'] : []),
    ...(open ? ['  mode      open: no sign-in, this machine only. Try it with: npm run playground'] : []),
  ];
  return `${lines.join('\n')}\n`;
}
