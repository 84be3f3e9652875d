/** A plan as the tab sends it, as the form of the cards reads it: what is empty is left out, what is no number stays what it is. Pure. */
import { cleanText } from '../../core/text.ts';
import type { ChangeBody } from './series-contract.ts';

const numbers = ['durationMinutes', 'capacity', 'agendaOpensHours', 'count'] as const;

export function rawOfBody(body: ChangeBody): Record<string, unknown> {
  const said = Object.entries({ ...body, joinUrl: cleanText(body.joinUrl ?? '') }).filter(([, value]) => value !== '');
  const typed = said.map(([name, value]) => [name, numbers.some((each) => each === name) ? numberOf(value) : value]);
  return Object.fromEntries(typed);
}

function numberOf(value: unknown): unknown {
  const number = Number(value);
  return typeof value === 'string' && Number.isFinite(number) ? number : value;
}
