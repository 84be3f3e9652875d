/** Closed-loop load over plain sockets: every connection has one request under way until the time is over. */
import { connect } from 'node:net';

export interface Target {
  readonly port: number;
  /** The bytes of the next request; no two are the same activity. */
  next(): Buffer;
  /** Stands in every right answer: "try again" comes with status 200 as well. */
  readonly proof: string;
}

export interface Measured {
  readonly answers: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Bytes of an answer's body, on average. */
  readonly bytes: number;
  /** What went wrong, and how often; empty in a row that counts. */
  readonly wrong: ReadonlyMap<string, number>;
}

export async function load(target: Target, connections: number, seconds: number): Promise<Measured> {
  const latencies: number[] = [];
  const wrong = new Map<string, number>();
  let bytes = 0;
  const began = performance.now();
  const end = began + seconds * 1_000;
  const worker = () =>
    talk(target, (answer, ms) => {
      const fault = faultOf(answer, target.proof);
      if (fault) wrong.set(fault, (wrong.get(fault) ?? 0) + 1);
      latencies.push(ms);
      bytes += answer.body.length;
      return performance.now() < end;
    }).catch((error: unknown) => void wrong.set(String(error), 1));
  await Promise.all(Array.from({ length: connections }, worker));
  const taken = (performance.now() - began) / 1_000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  const answers = latencies.length;
  return {
    answers,
    perSecond: answers / taken,
    p50: at(0.5),
    p99: at(0.99),
    bytes: bytes / Math.max(1, answers),
    wrong,
  };
}

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

export const faultOf = ({ status, body }: Answer, proof: string): string | undefined =>
  status < 200 || status > 299
    ? `status ${status}`
    : body.includes(proof)
      ? undefined
      : 'not the answer that was asked for';

/** One connection: asks again as long as `seen` says so. */
function talk(target: Target, seen: (answer: Answer, ms: number) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(target.port, '127.0.0.1').setNoDelay(true);
    let parts: Buffer[] = [];
    let asked = 0;
    const ask = () => {
      parts = [];
      asked = performance.now();
      socket.write(target.next());
    };
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server closed the connection')));
    socket.on('data', (part) => {
      parts.push(part);
      const answer = whole(parts.length === 1 ? part : Buffer.concat(parts));
      if (!answer) return;
      if (seen(answer, performance.now() - asked)) return ask();
      resolve();
      socket.destroy();
    });
  });
}

/** The answer once all of it is here. Both servers send a length; chunks would be a change to notice. */
function whole(received: Buffer): Answer | undefined {
  const head = received.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const text = received.toString('latin1', 0, head);
  const [, digits] = /\r\ncontent-length: *(\d+)/i.exec(text) ?? [];
  if (digits === undefined) throw new Error(`bench: an answer without a length\n${text}`);
  const body = received.subarray(head + 4);
  return body.length < Number(digits) ? undefined : { status: Number(text.slice(9, 12)), body };
}
