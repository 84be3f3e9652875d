/** The form to share: one text and one tick; the rest has its value already, from where it was opened. */
import { z } from 'zod';
import { placeOf } from '../../core/place.ts';
import { cleanText, isWithin, safeUrl, shorten } from '../../core/text.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { formCard } from './cards/form.card.ts';
import { type Desk, isShared, readerOf } from './desk.ts';

export const maxWhat = 800;
export const maxPrompt = 6_000;
const none = 'none';

const id = z.string().max(100).default('');
/** Read long, so that a text of any length comes back with what is wrong with it. */
const long = z.string().max(60_000).default('');
const tick = z.string().max(10).catch('false').default('false');
const amount = z.union([z.string(), z.number()]).transform(String).pipe(z.string().max(20)).catch('').default('');

/** What was typed and picked, as the form sends it and as the cards after it carry it along. */
export const typed = z.object({
  discoveryId: id,
  what: long,
  title: long,
  dataClassId: id,
  clean: tick,
  postHere: tick,
  scenarioId: id,
  toolId: id,
  roleId: id,
  promptText: long,
  sampleOutput: long,
  minutesBefore: amount,
  minutesAfter: amount,
  credit: z.enum(['named', 'communityOnly']).catch('named').default('named'),
  /** Card data: only a plain https link is taken over. */
  sourceLink: z
    .string()
    .max(2_048)
    .transform((raw) => safeUrl(raw) ?? '')
    .catch('')
    .default(''),
  /** The person saw what looked like personal data and decided. */
  isChecked: tick,
});
export type Typed = z.infer<typeof typed>;

/** What the form and the cards after it send. */
export const sent = typed.extend({
  kept: z.string().max(400_000).optional(),
  go: z.enum(['back', 'mask', 'on', 'anyway']).optional().catch(undefined),
  isSure: tick,
});
export type Sent = z.infer<typeof sent>;

export const blank: Typed = typed.parse({});

/** The form inside the next card, so that Back loses nothing and nothing is stored. */
export const keep = (form: Typed): string => JSON.stringify(typed.parse(form));

/** What comes back was in other hands: parsed like typed text. */
export function typedOf(data: Sent): Typed {
  if (data.kept === undefined) return typed.parse(data);
  try {
    return typed.parse(JSON.parse(data.kept));
  } catch {
    return blank;
  }
}

/** A new form: role, class and tool as they are likely. Of a long message nothing is lost: it is the prompt, or holds one. */
export async function freshForm(desk: Desk, turn: Turn, begun: Partial<Typed>): Promise<Answer> {
  const reader = readerOf(turn);
  const scenario = (await desk.live(reader)).find((each) => each.isSeen && each.id === begun.scenarioId);
  const classes = (await desk.rulebook(turn)).classes();
  const what = cleanText(begun.what ?? '');
  const isCut = !isWithin(what, maxWhat);
  const form: Typed = {
    ...blank,
    ...begun,
    what: shorten(what, maxWhat),
    promptText: isCut ? shorten(what, maxPrompt) : '',
    scenarioId: scenario?.id ?? '',
    dataClassId: scenario?.dataClassId ?? (classes[1] ?? classes[0])?.id ?? '',
    toolId: scenario?.toolIds[0] ?? '',
    roleId: reader.who.roleIds[0] ?? '',
  };
  return openForm(desk, turn, form, { noteLine: isCut ? turn.words('discovery.messageCut', { max: maxWhat }) : '' });
}

export interface Beside {
  readonly noteLine?: string;
  readonly problems?: readonly string[];
}

/** The form as it was typed, with what is wrong with it. Its choices are what its readers may see. */
export async function openForm(
  desk: Desk,
  turn: Turn,
  form: Typed,
  { noteLine = '', problems = [] }: Beside = {},
): Promise<Answer> {
  const { words } = turn;
  const [rulebook, roles, live] = await Promise.all([desk.rulebook(turn), desk.roles(turn), desk.live(readerOf(turn))]);
  const isEdit = form.discoveryId !== '';
  const heading = words(isEdit ? 'discovery.editTitle' : 'discovery.shareTitle');
  const or = { title: words('discovery.noneOfThese'), choiceId: none };
  const named = (items: readonly { id: string; name: string }[]) =>
    items.map((item) => ({ title: item.name, choiceId: item.id }));
  const card = formCard.render(
    {
      ...form,
      summary: heading,
      heading,
      sendTitle: words(isEdit ? 'discovery.save' : 'discovery.share'),
      hasNote: noteLine !== '',
      noteLine,
      problems: problems.map((text) => ({ text })),
      what: cleanText(form.what),
      classes: named(rulebook.classes()),
      clean: form.clean === 'true' ? 'true' : 'false',
      canPost: !isEdit && mayPost(turn),
      postHere: form.postHere === 'true' ? 'true' : 'false',
      isOpen: isEdit || problems.length > 0,
      title: cleanText(form.title),
      scenarioId: form.scenarioId || none,
      scenarios: [...named(live.flatMap(({ id, title, isSeen }) => (isSeen ? [{ id, name: title }] : []))), or],
      toolId: form.toolId || none,
      tools: [...named(rulebook.tools()), or],
      roleId: form.roleId || none,
      roles: [...named(roles), or],
      promptText: cleanText(form.promptText),
      sampleOutput: cleanText(form.sampleOutput),
      minutesBefore: numberOf(form.minutesBefore),
      minutesAfter: numberOf(form.minutesAfter),
      credits: (['named', 'communityOnly'] as const).map((credit) => ({
        title: words(`discovery.credit.${credit}`),
        choiceId: credit,
      })),
      sourceUrl: form.sourceLink,
    },
    words,
    placeOf(turn),
  );
  return { kind: 'form', title: heading, card, size: 'medium' };
}

/** Only where the bot itself is in the chat: in a dialog it may not be. */
export const mayPost = (turn: Turn): boolean =>
  isShared(turn) && turn.where.surface !== 'event' && turn.where.address !== undefined;

function numberOf(amountTyped: string): number | null {
  const number = Number(amountTyped.replace(',', '.'));
  return amountTyped.trim() === '' || Number.isNaN(number) ? null : number;
}

/** A picked id; "none of these" is none. */
export const picked = (choice: string): string | undefined => (choice === '' || choice === none ? undefined : choice);
