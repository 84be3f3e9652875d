/** The in-process service on loopback, so that the clients of other processes reach it by their own network. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeCosmos } from './fake-cosmos.ts';

export interface CosmosOverHttp {
  readonly endpoint: string;
  close(): Promise<void>;
}

export async function cosmosOverHttp(service: FakeCosmos): Promise<CosmosOverHttp> {
  // No line is cut because a busy machine is slow to use it.
  const patient = { headersTimeout: 0, requestTimeout: 0, keepAliveTimeout: 0 };
  const server = createServer(patient, async (request, response) => {
    const body = await wholeBody(request);
    if (body === undefined) return;
    const { method = '', url = '' } = request;
    const way = service.answer({ method, url: `http://127.0.0.1${url}`, headers: sentBy(request), body });
    if (way === 'hang') return;
    if (way === 'reset') return void response.destroy();
    response.writeHead(way.status, way.headers).end(way.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const sentBy = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** Undefined when the line broke before its end: a client that is killed may leave half a request behind. */
async function wholeBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  try {
    for await (const part of request) parts.push(part as Buffer);
  } catch {
    return undefined;
  }
  return Buffer.concat(parts).toString('utf8');
}
