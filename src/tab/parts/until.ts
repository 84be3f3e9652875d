/** Something that is offered until an instant. */
import { useEffect, useState } from 'react';

/** True until this instant; the bar goes by itself. */
export function useUntil(until: string | undefined): boolean {
  const [passed, setPassed] = useState<string>();
  useEffect(() => {
    if (!until) return;
    const left = new Date(until).getTime() - Date.now();
    // A clock that differs from the server's: the server has the last word.
    if (left <= 0 || left > 3_600_000) return;
    const timer = setTimeout(() => setPassed(until), left);
    return () => clearTimeout(timer);
  }, [until]);
  return until !== undefined && passed !== until;
}
