/** Two sign a decision about people (product 6.4, 6.5, R56): who decides about tools proposes it, an HR lead confirms it or sends it back. */
import { z } from 'zod';
import { instant, ref, text } from './fields.ts';
import { derivedId, type KeyedHash, newId } from './ids.ts';
import { type TextLine, textLine } from './lines.ts';
import { readableTime } from './time.ts';
import type { Turn } from './turn.ts';

/** What every proposal holds beside its ruling. */
export const proposedBy = { id: ref, by: ref, at: instant };
/** What stands beside a proposal that came back. */
export const sentBackBy = { by: ref, at: instant, reason: text(800) };

/** A repeat at another instance finds the proposal it made. */
export const proposalIdOf = (hash: KeyedHash, { deliveryKey }: Pick<Turn, 'deliveryKey'>): string =>
  deliveryKey ? derivedId('proposal', hash('proposal', deliveryKey)) : newId();

/** Who signed: whoever proposed and confirmed in one person stands there once. */
export const signers = (proposedBy: string, confirmedBy: string): string[] => [...new Set([proposedBy, confirmedBy])];

/** A proposal on a card, or the last one that came back. */
export const proposalBlock = z.object({
  hasProposal: z.boolean(),
  proposalTitle: z.string(),
  proposalBy: z.string(),
  proposalLines: z.array(textLine),
});
export type ProposalBlock = z.infer<typeof proposalBlock>;

export const noProposal: ProposalBlock = { hasProposal: false, proposalTitle: '', proposalBy: '', proposalLines: [] };

interface Proposed {
  readonly by: string;
  readonly at: string;
}

interface Told {
  readonly proposal?: Proposed | undefined;
  readonly sentBack?: (Proposed & { readonly reason: string; readonly proposal: Proposed }) | undefined;
  /** The ruling as one reads it. */
  readonly ruling: string;
  /** Why, the condition, what it is for. */
  readonly lines: readonly string[];
  readonly names: (personId: string) => string;
}

export function proposalBlockOf(turn: Turn, { proposal, sentBack, ruling, lines, names }: Told): ProposalBlock {
  const { words } = turn;
  const title = words('proposal.title', { ruling });
  if (proposal)
    return {
      hasProposal: true,
      proposalTitle: title,
      proposalBy: byLine(turn, proposal, names),
      proposalLines: spaced(lines),
    };
  if (!sentBack) return noProposal;
  return {
    hasProposal: true,
    proposalTitle: words('proposal.sentBack'),
    proposalBy: byLine(turn, sentBack, names),
    proposalLines: spaced([sentBack.reason, title]),
  };
}

const byLine = ({ words, who }: Turn, { by, at }: Proposed, names: Told['names']): string =>
  words('proposal.by', { name: names(by), time: readableTime(new Date(at), who.zone, who.locale) });

const spaced = (lines: readonly string[]): TextLine[] => lines.map((line) => ({ text: line, spacing: 'Small' }));
