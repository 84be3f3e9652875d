/** Post: the series, its sessions, the card of the first one and what time does to them, in one write (L9). */
import { derivedId, newId } from '../../core/ids.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { loadSeries } from './documents.ts';
import { openHostSeries, refusedSeries } from './host-series.ts';
import { createSeries } from './plan-create.ts';
import type { Sent } from './plan-form.ts';
import { checked } from './plan-preview.ts';
import { pressSeries } from './series-press.ts';
import type { Wish } from './series-rules.ts';

/** A new series, or the change of one. The same form sent twice is one. */
export async function postSeries(desk: Desk, turn: Turn, data: Sent): Promise<Answer> {
  const ready = await checked(desk, turn, data);
  if (ready.kind === 'answer') return ready.answer;
  const { form, wish, access } = ready;
  if (form.seriesId !== '') return change(desk, turn, form.seriesId, wish);
  const id = seriesIdOf(turn, form.formId);
  const posted = () => openHostSeries(desk, turn, id, turn.words('plan.posted'));
  if (await loadSeries(turn.store, id)) return posted();
  await desk.introduce(turn);
  const made = await createSeries(desk, turn, { id, wish, access });
  return made === 'done' ? posted() : refused(turn, made);
}

/** Of one form sent twice it is the same. */
export const seriesIdOf = ({ who }: Pick<Turn, 'who'>, formId: string): string =>
  formId === '' ? newId() : derivedId('series', who.personId, formId);

async function change(desk: Desk, turn: Turn, seriesId: string, wish: Wish): Promise<Answer> {
  const pressed = await pressSeries(desk, turn, { seriesId, event: { name: 'change', wish } });
  if (pressed.kind !== 'done') return refusedSeries(desk, turn, pressed);
  return openHostSeries(desk, turn, seriesId, turn.words('series.done.change'));
}
