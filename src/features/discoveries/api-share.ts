/** Sharing and editing through the tab: the same checks as the form, each answer with what to send next. */
import type { z } from 'zod';
import { newId } from '../../core/ids.ts';
import type { Reply } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { findingsIn, maskedOf } from './check.ts';
import type { editBody, shareBody, shareReply } from './contract.ts';
import type { Desk } from './desk.ts';
import { blank, type Typed } from './form.ts';
import { lookOf } from './look.ts';
import type { Pressing } from './press.ts';
import { problemsOf, textOf } from './read.ts';
import { saveNew } from './save.ts';
import { lineOfTwin } from './twin-answer.ts';
import { sifted } from './twins.ts';
import { itemOf } from './work.ts';

type Written = z.infer<typeof editBody>;
type Refused = Extract<Reply, { kind: 'refused' }>;
type Shared = Reply<z.input<typeof shareReply>>;

const twinsShown = 3;

/** One step of the way, as on the form: problems, the check, what is alike, then it is shared. */
export async function shareByTab(desk: Desk, turn: Turn, body: z.infer<typeof shareBody>): Promise<Shared> {
  const form = formOf(body);
  const wrong = await wrongIn(desk, turn, form);
  if (wrong) return wrong;
  const findings = body.isChecked ? [] : await findingsIn(desk, turn, form);
  if (findings.length > 0)
    return { kind: 'ok', body: { kind: 'check', findings, masked: await maskedOf(desk, turn, form) } };
  const id = newId();
  const text = await textOf(desk, turn, form, id);
  const alike = body.anyway ? [] : await alikeOf(desk, turn, text.similar);
  if (alike.length > 0) return { kind: 'ok', body: { kind: 'alike', items: alike } };
  const saved = await saveNew(desk, turn, form, { id, text });
  const look = saved.kind === 'saved' ? await lookOf(desk, turn, saved.loaded) : undefined;
  if (saved.kind !== 'saved' || !look) return { kind: 'refused', code: 'stale' };
  const item = await itemOf(desk, look, turn.words('discovery.received'));
  return { kind: 'ok', status: 201, body: { kind: 'shared', item }, version: saved.loaded.version };
}

/** To be pressed, or what is wrong with it. Texts that look like personal data need the author's word once. */
export async function editing(
  desk: Desk,
  turn: Turn,
  discoveryId: string,
  body: Written,
): Promise<Pick<Pressing, 'discoveryId' | 'event'> | Refused> {
  const form = { ...formOf(body), discoveryId };
  const wrong = await wrongIn(desk, turn, form);
  if (wrong) return wrong;
  const findings = body.isChecked ? [] : await findingsIn(desk, turn, form);
  if (findings.length > 0) {
    const fields = findings.map(({ path, text }) => ({ path, error: 'incomplete' as const, message: text }));
    return { kind: 'refused', code: 'incomplete', message: turn.words('discovery.notSure'), fields };
  }
  return { discoveryId, event: { name: 'edit', text: await textOf(desk, turn, form, discoveryId) } };
}

async function wrongIn(desk: Desk, turn: Turn, form: Typed): Promise<Refused | undefined> {
  const fields = await problemsOf(desk, turn, form);
  const [first] = fields;
  return first && { kind: 'refused', code: first.error, message: first.message, fields };
}

const formOf = ({ clean, isChecked: _, ...body }: Written & { anyway?: boolean | undefined }): Typed => {
  const { anyway: _anyway, ...written } = body;
  const given = Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
  return { ...blank, ...given, clean: clean ? 'true' : 'false' };
};

async function alikeOf(desk: Desk, turn: Turn, similar: Parameters<typeof sifted>[2]) {
  const twins = (await sifted(desk, turn, similar)).filter(({ isTwin }) => isTwin).slice(0, twinsShown);
  return Promise.all(
    twins.map(async (twin) => ({
      kind: twin.discovery ? ('discovery' as const) : ('scenario' as const),
      id: twin.discovery ? twin.id : twin.scenarioId,
      title: twin.title,
      text: await lineOfTwin(desk, turn, twin),
    })),
  );
}
