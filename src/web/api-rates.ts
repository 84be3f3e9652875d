/** How much one person may ask the API: 60 requests in 10 seconds (reliability.md E2). */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export function apiRates(points = 60, duration = 10): (tenantId: string, personId: string) => Promise<boolean> {
  const limiter = new RateLimiterMemory({ points, duration });
  return (tenantId, personId) =>
    limiter.consume(`${tenantId}/${personId}`).then(
      () => true,
      (over: unknown) => {
        if (!(over instanceof RateLimiterRes)) throw over;
        return false;
      },
    );
}
