/** The field types of the domain, as zod schemas: every document and every form is made of these. */
import { z } from 'zod';
import { cleanText, isWithin, safeUrl } from './text.ts';

const within = (max: number) => (value: string) => value.length > 0 && isWithin(value, max);

/** Plain text, cleaned and trimmed, 1 to `max` characters as a reader counts them. */
export const text = (max: number) =>
  z
    .string()
    .transform(cleanText)
    .refine(within(max), { error: `1 to ${max} characters`, params: { max } });

/** Simple markdown of at most `max` characters; stored as typed, shown as plain lines. */
export const md = text;

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(60);
/** Id of another document. */
export const ref = z.string().min(1).max(100);
/** The same as somebody sends it: what no id of ours can be is refused before a store is asked for it. */
export const askedRef = ref.regex(/^[A-Za-z0-9._:-]+$/);
/** Object id of a person in the directory, in lower case. */
export const directoryId = z.guid().transform((id) => id.toLowerCase());
export const count = z.number().int().min(0);
/** Length of work in minutes, in half-minute steps. */
export const minutes = z.number().min(0.5).max(600).multipleOf(0.5);
export const percent = z.number().int().min(0).max(100);
/** A day, `2026-11-23`. */
export const date = z.iso.date();
/** A time of day, `09:00`. */
export const localTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
/** A UTC instant, `2026-11-23T10:00:00.000Z`. */
export const instant = z.iso.datetime();
/** BCP 47 language tag. */
export const lang = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/);
/** IANA time zone. */
export const zone = z.string().refine(isZone, { error: 'a time zone such as Europe/Madrid' });
/** An https link to a named site, stored in its normal form. */
export const url = z.string().transform((raw, context) => {
  const safe = safeUrl(raw);
  if (safe) return safe;
  context.addIssue({ code: 'custom', message: 'an https:// link to a named site' });
  return z.NEVER;
});

/** Fields that every stored document carries (product 4, "On every document"). */
export const stamped = {
  createdAt: instant,
  createdBy: ref,
  updatedAt: instant,
  updatedBy: ref,
  deletedAt: instant.optional(),
};

const knownZones = new Set<string>();
const maxZones = 1_000;

/** Those met before are kept: to look one up costs more than all the rest of a person. */
function isZone(value: string): boolean {
  if (knownZones.has(value)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
  } catch {
    return false;
  }
  const isOne = value.includes('/') || value === 'UTC';
  if (isOne && knownZones.size < maxZones) knownZones.add(value);
  return isOne;
}
