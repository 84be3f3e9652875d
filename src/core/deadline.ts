/** Makes the signal that ends a piece of work; tests pass their own and wait for nothing. */
export type Deadline = (ms: number) => AbortSignal;

export const realDeadline: Deadline = (ms) => AbortSignal.timeout(ms);

/** The work's outcome, or the signal's reason when that comes first, also when the work ignores the signal. */
export function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(signal.reason);
    signal.addEventListener('abort', late, { once: true });
    if (signal.aborted) late();
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
  });
}
