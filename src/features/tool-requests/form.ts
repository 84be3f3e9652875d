/** The form of a tool request: what, for what, which data; the rest is folded (product L6). */
import { z } from 'zod';
import type { WriteOperation } from '../../core/documents.ts';
import type { KeyedHash } from '../../core/ids.ts';
import type { GrantName } from '../../core/person.ts';
import { placeOf } from '../../core/place.ts';
import type { Rulebook } from '../../core/rulebook.ts';
import { cleanText } from '../../core/text.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { formCard } from './cards/form.card.ts';
import { meanwhile } from './meanwhile.ts';
import { accountKinds, affected, type toolKinds } from './model.ts';
import { toolMeant } from './tool.ts';

export interface RequestDeps {
  readonly rulebook: (turn: Pick<Turn, 'store' | 'stamp'>) => Promise<Rulebook>;
  readonly departmentOf: (turn: Turn) => Promise<string | undefined>;
  readonly nameOf: (turn: Turn, personId: string) => Promise<string>;
  /** Who holds one of the grants now. */
  readonly holders: (turn: Turn, grants: readonly GrantName[]) => Promise<readonly string[]>;
  /** A governance call as documents, with a tool that is not on the list yet where it brings one. */
  readonly rulingOperations: (turn: Turn, call: RulingCall) => Promise<readonly WriteOperation[]>;
  readonly hash: KeyedHash;
}

export interface RulingCall {
  readonly id: string;
  readonly question: string;
  readonly answer: 'yes' | 'yesWithConditions' | 'no';
  readonly why: string;
  readonly conditions: readonly string[];
  readonly aboutPeople: boolean;
  /** Who proposed and who confirmed it, or the one who did both. */
  readonly decidedBy: readonly string[];
  readonly fromFlagIds: readonly string[];
  readonly fromRequestId: string;
  readonly replacesId?: string;
  readonly toolId: string;
  readonly dataClassId?: string;
  readonly alias: string;
  readonly newTool: {
    readonly name: string;
    readonly kind: (typeof toolKinds)[number];
    readonly accountKind: (typeof accountKinds)[number];
    readonly alternativeId?: string;
  };
}

const long = z.string().max(20_000).default('');
/** What opens the form, and what it sends. */
export const sent = z.object({
  toolName: long,
  need: long,
  dataClassId: z.string().max(100).default(''),
  alreadyUsing: z.string().max(10).catch('false'),
  outputAffects: z.enum(affected).optional().catch(undefined),
  reversible: z.enum(['yes', 'no']).optional().catch(undefined),
  accountKind: z.enum(accountKinds).optional().catch(undefined),
});
export type Sent = z.infer<typeof sent>;

/** A form that comes back says what is wrong and holds what was typed. */
export async function openForm(deps: RequestDeps, turn: Turn, data: Sent, problemLine = ''): Promise<Answer> {
  const { words } = turn;
  const rulebook = await deps.rulebook(turn);
  const dataClass = rulebook.dataClass(data.dataClassId);
  const toolName = cleanText(data.toolName);
  const tool = toolName === '' ? undefined : toolMeant(rulebook, toolName, data.accountKind);
  const { lines } = dataClass
    ? await meanwhile(deps, turn, { toolId: tool?.id, dataClassId: dataClass.id })
    : { lines: [] };
  const title = words('request.title');
  const choice = (key: string, choiceId: string) => ({ title: words(`request.${key}.${choiceId}`), choiceId });
  const card = formCard.render(
    {
      summary: title,
      hasProblem: problemLine !== '',
      problemLine,
      lines: [...lines],
      toolName,
      need: cleanText(data.need),
      dataClassId: dataClass?.id ?? (data.dataClassId === 'unknown' ? 'unknown' : ''),
      classes: classChoices(turn, rulebook),
      alreadyUsing: data.alreadyUsing === 'true' ? 'true' : 'false',
      showsMore: [data.outputAffects, data.reversible, data.accountKind].some(Boolean),
      outputAffects: data.outputAffects ?? '',
      affected: affected.map((each) => choice('affects', each)),
      reversible: data.reversible ?? '',
      undo: ['yes', 'no'].map((each) => choice('undo', each)),
      accountKind: data.accountKind ?? '',
      accounts: accountKinds.map((each) => choice('account', each)),
    },
    words,
    placeOf(turn),
  );
  return { kind: 'form', title, card, size: 'medium' };
}

const classChoices = ({ words }: Turn, rulebook: Rulebook) => [
  ...rulebook.classes().map(({ id, name, examples }) => ({
    choiceId: id,
    title: words('verdict.classChoice', { name, examples: examples.slice(0, 3).join(', ') }),
  })),
  { title: words('verdict.dontKnow'), choiceId: 'unknown' },
];
