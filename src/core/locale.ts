/** Language tags and zone names come from outside; one that the runtime does not know would break whatever formats with it. */
import { remember } from './bounded.ts';

const maxLength = 60;
const maxKept = 1_000;

export const isLocale = (tag: unknown): tag is string => works('locale', tag, (t) => Intl.getCanonicalLocales(t));

export const isZone = (name: unknown): name is string =>
  works('zone', name, (timeZone) => new Intl.DateTimeFormat('en', { timeZone }));

const kept = new Map<string, boolean>();

function works(kind: string, value: unknown, use: (value: string) => unknown): boolean {
  if (typeof value !== 'string' || value === '' || value.length > maxLength) return false;
  const key = `${kind}/${value}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const answer = runs(() => use(value));
  remember(kept, key, answer, maxKept);
  return answer;
}

function runs(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
