/** An orderly end: what runs is finished, nothing new is begun, and whoever asks meanwhile hears that we stop. */
import type { Server } from 'node:http';

export interface Closing {
  readonly stopping: () => boolean;
  /** A place for a request that must be finished; undefined once the server stops. Call the result when it is answered. */
  enter(): (() => void) | undefined;
  /** Resolves when all is answered and the port is free; after `limitMs` the lines are cut. */
  close(limitMs: number): Promise<void>;
}

export function closing(server: Server): Closing {
  let open = 0;
  let stopping = false;
  let whenIdle = () => {};
  // A line kept open for the next request would hold the end up for a minute.
  server.on('request', (request, response) => {
    response.once('finish', () => stopping && request.socket.end());
  });
  return {
    stopping: () => stopping,
    enter() {
      if (stopping) return undefined;
      open++;
      return () => {
        open--;
        if (open === 0) whenIdle();
      };
    },
    close(limitMs) {
      stopping = true;
      return new Promise((resolve) => {
        const stopListening = () => {
          server.close(() => {
            clearTimeout(limit);
            resolve();
          });
          server.closeIdleConnections();
        };
        const limit = setTimeout(() => {
          stopListening();
          server.closeAllConnections();
        }, limitMs);
        whenIdle = stopListening;
        if (open === 0) stopListening();
      });
    },
  };
}
