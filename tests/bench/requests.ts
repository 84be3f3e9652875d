/** Requests as bytes, made once; each use gets an activity id and a person of its own. */
import type { Target } from './load.ts';
import { ownChat, peopleCount, personId } from './seed.ts';

const noId = 'in-0000000000';
let used = Math.floor(Math.random() * 1e9);

const { bot, ...chat } = ownChat;
const own = {
  ...chat,
  id: noId,
  timestamp: new Date().toISOString(),
  from: { id: '29:somebody', name: 'Somebody', aadObjectId: personId(0) },
  recipient: bot,
  channelData: { tenant: { id: chat.conversation.tenantId } },
  locale: 'en-GB',
  entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' }],
};

export const queryActivity = (words: string, command: string): object => ({
  ...own,
  type: 'invoke',
  name: 'composeExtension/query',
  value: { commandId: command, parameters: [{ name: 'q', value: words }], queryOptions: { skip: 0, count: 10 } },
});

export const messageActivity = (text: string): object => ({
  ...own,
  type: 'message',
  text,
  textFormat: 'plain',
  deliveryMode: 'expectReplies',
});

export const invokeActivity = (name: string, value: object): object => ({ ...own, type: 'invoke', name, value });

/** The same person each time: what a turn of somebody known costs. */
export function targetOfOne(port: number, activity: object, proof: string): Target {
  const made = template(port, activity);
  return { port, proof, next: () => fresh(made, 0) };
}

/** The activities in turn, for the server at this port. */
export function target(port: number, activities: readonly object[], proof: string): Target {
  const templates = activities.map((activity) => template(port, activity));
  let at = 0;
  return { port, proof, next: () => fresh(templates[at++ % templates.length] ?? fail()) };
}

/** A page of the tab's API, each time asked by somebody else. */
export function listTarget(port: number, path: string, proof: string): Target {
  const next = () => {
    // As many as the limit of one person needs, each known after their first request.
    const person = personId(used++ % 1_000);
    const head = [
      `GET ${path} HTTP/1.1`,
      `host: 127.0.0.1:${port}`,
      'connection: keep-alive',
      `authorization: Bearer open:${person}`,
    ];
    return Buffer.from(`${head.join('\r\n')}\r\n\r\n`);
  };
  return { port, proof, next };
}

const fail = (): never => {
  throw new Error('bench: nothing to ask');
};

interface Template {
  readonly bytes: Buffer;
  readonly idAt: number;
  readonly personAt: number;
}

function template(port: number, activity: object): Template {
  const body = JSON.stringify(activity);
  const head = [
    'POST /api/messages HTTP/1.1',
    `host: 127.0.0.1:${port}`,
    'connection: keep-alive',
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  const bytes = Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
  return { bytes, idAt: bytes.indexOf(noId), personAt: bytes.indexOf(personId(0)) };
}

/** So many people ask in turn that nobody meets the limit of one person. */
function fresh({ bytes, idAt, personAt }: Template, person = used % peopleCount): Buffer {
  const copy = Buffer.from(bytes);
  copy.write(String(used % 1e10).padStart(10, '0'), idAt + 3, 'latin1');
  copy.write(personId(person), personAt, 'latin1');
  used++;
  return copy;
}
