/** A connector on loopback: it keeps what was sent, answers 201, and misbehaves as a test asks. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
}

/** `hang` never answers, `reset` cuts the line after the request arrived, a promise holds the answer back. */
export type Behaviour = { status: number; body?: object; headers?: Record<string, string> } | 'hang' | 'reset';

export interface ConnectorStub {
  /** With a slash at its end, as Teams gives service URLs. */
  readonly url: string;
  readonly requests: Received[];
  /** Undefined answers 201 with a new id, or a member's record. */
  behave: (request: Received) => Behaviour | undefined | Promise<Behaviour | undefined>;
  /** Resolves once `count` requests have arrived since the start. */
  until(count: number): Promise<void>;
  /** Bodies of the messages sent, typing signs left out. */
  messages(): Record<string, unknown>[];
  close(): Promise<void>;
}

const member = { id: '29:someone', name: 'Someone', userRole: 'user' };

export async function connectorStub(): Promise<ConnectorStub> {
  const requests: Received[] = [];
  let waiting: { count: number; resolve: () => void }[] = [];
  // No line is cut because a busy machine is slow to use it.
  const patient = { headersTimeout: 0, requestTimeout: 0, keepAliveTimeout: 0 };
  const server = createServer(patient, async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString('utf8');
    const { method = '', url: path = '', headers } = request;
    const received = { method, path, authorization: headers.authorization, body: text ? JSON.parse(text) : {} };
    requests.push(received);
    waiting = waiting.filter(({ count, resolve }) => requests.length < count || resolve());
    await answer(response, received, await stub.behave(received), requests.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stub: ConnectorStub = {
    url: `http://127.0.0.1:${port}/`,
    requests,
    behave: () => undefined,
    until: (count) =>
      new Promise((resolve) => {
        if (requests.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    messages: () => requests.filter((r) => r.method === 'POST' && r.body.type === 'message').map((r) => r.body),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return stub;
}

async function answer(response: ServerResponse, received: Received, how: Behaviour | undefined, count: number) {
  if (how === 'hang') return;
  if (how === 'reset') return void response.destroy();
  const standard =
    received.method === 'GET' ? { status: 200, body: member } : { status: 201, body: { id: `1:${count}` } };
  const { status, body = {}, headers = {} } = { headers: {}, ...(how ?? standard) };
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
