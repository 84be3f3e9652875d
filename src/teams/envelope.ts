/** An activity as we let it in: ids checked, the rest lenient, unknown fields kept, keys that poison objects dropped. */
import { z } from 'zod';
import { deeperThan } from '../core/depth.ts';

const maxDepth = 32;
/** The last two are asked when a value is compared: an object with its own would throw past a schema's length check. */
const poison = new Set(['__proto__', 'constructor', 'prototype', 'toString', 'valueOf']);
/** The poison words, or letters written as escapes, which may spell them. */
const mayPoison = /__proto__|constructor|prototype|toString|valueOf|\\u00[4-7]/i;

const id = z.string().min(1);
/** What has the wrong type counts as not sent: Teams owes us the ids alone. */
const lenient = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);
const word = lenient(z.string());
const account = z.looseObject({ id, name: word, aadObjectId: word });
const named = lenient(z.looseObject({ id: word, name: word }));
const channel = lenient(z.looseObject({ id: word, name: word, type: word }));

const envelope = z.looseObject({
  type: id,
  id: z.string().optional(),
  name: word,
  text: word,
  timestamp: word,
  locale: word,
  replyToId: word,
  deliveryMode: word,
  action: word,
  value: z.unknown().optional(),
  from: account,
  recipient: account,
  conversation: z.looseObject({ id, tenantId: word, conversationType: word, isGroup: lenient(z.boolean()) }),
  channelData: lenient(
    z.looseObject({ tenant: named, team: named, channel, eventType: word, source: lenient(z.looseObject({})) }),
  ),
  membersAdded: lenient(z.array(account)),
  membersRemoved: lenient(z.array(account)),
  attachments: lenient(z.array(z.looseObject({ contentType: word }))),
  entities: lenient(z.array(z.looseObject({ type: word }))),
  /** Judged by their own checks, with an answer of their own. */
  channelId: z.unknown().optional(),
  serviceUrl: z.unknown().optional(),
});
export type Envelope = z.infer<typeof envelope>;

/** An envelope whose channel and service URL have passed. */
export type Activity = Envelope & { channelId: 'msteams'; serviceUrl: string };

export type ReadEnvelope =
  | { kind: 'envelope'; envelope: Envelope }
  | { kind: 'refused'; code: 'too_deep' | 'bad_json' | 'bad_activity' };

/** E1 check 2 without what the web layer has done: depth, JSON, schema. */
export function readEnvelope(text: string): ReadEnvelope {
  if (deeperThan(text, maxDepth)) return { kind: 'refused', code: 'too_deep' };
  const json = parseObject(text);
  if (json === undefined) return { kind: 'refused', code: 'bad_json' };
  const read = envelope.safeParse(json);
  return read.success ? { kind: 'envelope', envelope: read.data } : { kind: 'refused', code: 'bad_activity' };
}

const withoutPoison = (key: string, value: unknown): unknown => (poison.has(key) ? undefined : value);

function parseObject(text: string): object | undefined {
  try {
    // A reviver makes parsing many times slower, and few bodies need one.
    const json: unknown = mayPoison.test(text) ? JSON.parse(text, withoutPoison) : JSON.parse(text);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : undefined;
  } catch {
    return undefined;
  }
}
