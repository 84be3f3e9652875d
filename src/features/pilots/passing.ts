/** Bounds that were passed on purpose: allowed with one sentence, and on record from then on. Pure. */
import type { Bounds } from './bounds.ts';
import type { Pilot } from './model.ts';

/** Something holds, or one sentence is missing for what may be passed. */
export const isBlocked = ({ hard, soft }: Bounds, reason: string | undefined): boolean =>
  hard.length > 0 || (soft.length > 0 && !reason);

const mostOverrides = 20;

/** With every bound on record that was passed on purpose. */
export function passing(
  pilot: Pilot,
  { soft }: Bounds,
  { reason, by, at }: { readonly reason: string | undefined; readonly by: string; readonly at: string },
): Pilot {
  if (!reason) return pilot;
  const more = soft.map(({ key }) => ({ rule: key, reason, by, at }));
  return { ...pilot, overrides: [...pilot.overrides, ...more].slice(-mostOverrides) };
}
