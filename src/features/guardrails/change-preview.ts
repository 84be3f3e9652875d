/** Before a change of a tool is logged: which scenarios go to a check by when, whose rules come due, who is told. */
import type { z } from 'zod';
import { holds } from '../../core/person.ts';
import { type Reply, refuse } from '../../core/route.ts';
import { addDays, dayOf, readableDate } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import type { Preview } from '../../core/work-item.ts';
import type { RulesDeps } from './ask.ts';
import { type FanOutDeps, recheckDays, setsRulesDue } from './changes.ts';
import type { changeBody } from './contract.ts';
import { wrongField } from './refusals.ts';

const shownTitles = 5;

/** The first names in one line, with a sign that there are more. */
export const namesLine = (names: readonly string[]): string[] =>
  names.length === 0 ? [] : [`${names.slice(0, shownTitles).join(' · ')}${names.length > shownTitles ? ' · …' : ''}`];

export async function changePreview(
  { live, load }: Pick<FanOutDeps, 'live'> & Pick<RulesDeps, 'load'>,
  turn: Turn,
  body: z.infer<typeof changeBody>,
): Promise<Reply<Preview>> {
  if (!holds(turn.who, ['governance'])) return refuse('forbidden');
  const { words, now } = turn;
  const tool = (await load(turn)).rules.tools.get(body.toolId);
  if (!tool) return wrongField(turn, 'toolId');
  if (!body.needsCheck) return { kind: 'ok', body: { changes: [words('tools.noCheck')], told: [] } };
  const using = (await live(turn)).filter(({ toolIds }) => toolIds.includes(body.toolId));
  const titles = using.filter(({ isSeen }) => isSeen).map(({ title }) => title);
  const day = readableDate(addDays(dayOf(now), recheckDays), words.language);
  const rules = tool.rules.filter(({ verdict }) => verdict !== 'undecided').length;
  return {
    kind: 'ok',
    body: {
      changes: [
        words('tools.preview.checks', { count: using.length }),
        ...namesLine(titles),
        ...(using.length > 0 ? [words('tools.preview.until', { day })] : []),
        ...(setsRulesDue(body) ? [words('tools.preview.rulesDue', { count: rules })] : []),
      ],
      told: using.length > 0 ? [words('tools.preview.owners')] : [],
    },
  };
}
