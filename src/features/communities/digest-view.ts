/** A digest as its card shows it: a few lines of each kind, and how many more there are. Pure. */
import type { CommunityHours } from '../../core/community.ts';
import { readableTime } from '../../core/time.ts';
import type { Words } from '../../core/words.ts';
import type { DigestData } from './cards/digest.card.ts';
import type { DigestContent } from './digest-content.ts';
import type { Loaded } from './documents.ts';

const shown = 5;

interface Around {
  readonly words: Words;
  /** Below `/tab`, as the world reaches it. */
  readonly linkTo: (path: string) => string;
}

export function digestView(
  { id, community: { name, digest } }: Loaded,
  { scenarios, widened, decisions, reuses, session }: DigestContent,
  { words, linkTo }: Around,
): DigestData {
  const page = `/community?community=${id}`;
  const time = session ? sessionLine(words, session, digest.zone) : '';
  return {
    summary: words('communityDigest.heading', { name }),
    heading: words('communityDigest.heading', { name }),
    scenarios: few(
      words,
      scenarios.map(({ title, text }) => words('communityDigest.scenario', { title, text })),
    ),
    widened: few(
      words,
      widened.map(({ kind, name: of }) => words(`communityDigest.widened.${kind}`, { name: of })),
    ),
    decisions: few(
      words,
      decisions.map(({ question, answer }) => words('communityDigest.decision', { question, answer })),
    ),
    reuses: few(
      words,
      reuses.map(({ title, uses }) =>
        words('communityDigest.reuse', { title, uses: words('communityDigest.uses', { count: uses }) }),
      ),
    ),
    ...{ hasSession: session !== undefined, sessionLine: time },
    ...{ pageUrl: linkTo(page), settingsUrl: linkTo(`${page}&settings=open`) },
  };
}

const few = (words: Words, lines: readonly string[]): { text: string }[] => [
  ...lines.slice(0, shown).map((text) => ({ text })),
  ...(lines.length > shown ? [{ text: words('communityDigest.more', { count: lines.length - shown }) }] : []),
];

const sessionLine = (words: Words, { title, startsAt, seats = '' }: CommunityHours, zone: string): string =>
  [words('communityDigest.session', { title, time: readableTime(new Date(startsAt), zone, words.language) }), seats]
    .filter(Boolean)
    .join(' · ');
