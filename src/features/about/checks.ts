/** The self-check: what of the set-up is fine, what deserves a look and what is to be mended, each with how. */
import { dayOf, readableDate } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import type { CheckReply } from './contract.ts';
import type { AboutDeps } from './index.ts';

type Check = CheckReply['items'][number];

const oldBackupMs = 2 * 86_400_000;

export async function checks(deps: AboutDeps, turn: Turn): Promise<Check[]> {
  return [
    await storeCheck(deps, turn),
    signInCheck(deps, turn),
    playbookCheck(deps, turn),
    ...backupCheck(deps, turn),
    await adminCheck(deps, turn),
    ...(await roleCheck(deps, turn)),
    ...(await leadChecks(deps, turn)),
    await answerCheck(deps, turn),
  ];
}

const check = (state: Check['state'], text: string): Check => ({ state, text });

const storeCheck = async ({ installation }: AboutDeps, { words }: Turn): Promise<Check> =>
  installation.reach().then(
    () => check('ok', words('about.check.store')),
    () => check('problem', words('about.check.storeFix')),
  );

const signInCheck = ({ installation }: AboutDeps, { words }: Turn): Check =>
  installation.isOpen ? check('warning', words('about.check.open')) : check('ok', words('about.check.bot'));

const playbookCheck = ({ isExample }: AboutDeps, { words }: Turn): Check =>
  isExample ? check('warning', words('about.check.example')) : check('ok', words('about.check.ownPlaybook'));

async function adminCheck({ holders }: AboutDeps, turn: Turn): Promise<Check> {
  const count = (await holders(turn, ['admin'])).length;
  return check(count > 1 ? 'ok' : 'warning', turn.words('about.check.admins', { count }));
}

/** A copy is made every day. */
function backupCheck({ installation: { lastBackup } }: AboutDeps, { words, now }: Turn): Check[] {
  if (!lastBackup) return [];
  const at = lastBackup();
  if (!at) return [check('warning', words('about.check.noBackup'))];
  const isOld = now.getTime() - at.getTime() > oldBackupMs;
  const date = readableDate(dayOf(at), words.language);
  const key = isOld ? 'about.check.oldBackup' : 'about.check.backup';
  return [check(isOld ? 'problem' : 'ok', words(key, { date }))];
}

/** Nobody else administers, so their rights stand though Entra gives them no more (reliability.md 1). */
const roleCheck = async ({ hasLapsedOwner }: AboutDeps, turn: Turn): Promise<Check[]> =>
  (await hasLapsedOwner(turn)) ? [check('warning', turn.words('about.check.lapsedOwner'))] : [];

/** Two people see more than one (product R56). */
async function leadChecks({ holders }: AboutDeps, turn: Turn): Promise<Check[]> {
  const { words } = turn;
  const [hr, tools] = [await holders(turn, ['hrLead']), await holders(turn, ['governance'])];
  const missing = [
    ...(hr.length === 0 ? [check('problem', words('about.check.noHrLead'))] : []),
    ...(tools.length === 0 ? [check('problem', words('about.check.noToolsLead'))] : []),
  ];
  if (missing.length > 0) return missing;
  const isOne = new Set([...hr, ...tools]).size === 1;
  return [isOne ? check('warning', words('about.check.both')) : check('ok', words('about.check.leads'))];
}

/** A question that nobody may answer waits for ever. */
async function answerCheck({ holders, departments }: AboutDeps, turn: Turn): Promise<Check> {
  const places = await departments(turn);
  const answered = await Promise.all(places.map(({ id }) => holders(turn, ['manager', 'hrLead'], id)));
  const alone = places.filter((_, at) => answered[at]?.length === 0).map(({ name }) => name);
  const { words } = turn;
  return alone.length === 0
    ? check('ok', words('about.check.answers'))
    : check('problem', words('about.check.noAnswers', { departments: alone.join(', ') }));
}
