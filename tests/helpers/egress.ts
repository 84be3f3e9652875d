/** Every host that this process opens an HTTP request to, through whatever library. */
import diagnostics from 'node:diagnostics_channel';
import { z } from 'zod';

const nodeRequest = z.object({ request: z.object({ host: z.string() }) });
const undiciRequest = z.object({ request: z.object({ origin: z.coerce.string() }) });
const loopback = new Set(['127.0.0.1', 'localhost', '[::1]', '::1']);

export interface Egress {
  /** Hosts beyond this machine. */
  readonly foreign: string[];
  stop(): void;
}

export function watchEgress(): Egress {
  const foreign: string[] = [];
  const note = (host: string) => {
    if (!loopback.has(host)) foreign.push(host);
  };
  const byNode = (event: unknown) => {
    const read = nodeRequest.safeParse(event);
    if (read.success) note(read.data.request.host);
  };
  const byUndici = (event: unknown) => {
    const read = undiciRequest.safeParse(event);
    if (read.success) note(new URL(read.data.request.origin).hostname);
  };
  diagnostics.subscribe('http.client.request.created', byNode);
  diagnostics.subscribe('undici:request:create', byUndici);
  return {
    foreign,
    stop() {
      diagnostics.unsubscribe('http.client.request.created', byNode);
      diagnostics.unsubscribe('undici:request:create', byUndici);
    },
  };
}
