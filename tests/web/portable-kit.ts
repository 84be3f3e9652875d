/** Files that come in, as the page sends them. */
import type { Caller } from '../helpers/api.ts';

export const base64 = (text: string | Uint8Array): string =>
  Buffer.from(typeof text === 'string' ? new TextEncoder().encode(text) : text).toString('base64');

interface Sent {
  readonly dryRun?: boolean;
  readonly workflowId?: string;
  readonly name?: string;
}

export const bringIn = (
  me: Caller,
  file: string | Uint8Array,
  { dryRun = false, workflowId, name = 'file' }: Sent = {},
) => me.post('/api/playbook/import', { name, file: base64(file), dryRun, ...(workflowId ? { workflowId } : {}) });

export async function exported(me: Caller, as: 'json' | 'csv' | 'md', drafts = false): Promise<string> {
  const { status, bytes } = await me.get(`/api/playbook/export?as=${as}&drafts=${drafts}`);
  if (status !== 200) throw new Error(`export: ${status} ${Buffer.from(bytes).toString()}`);
  // As it is, with its byte order mark.
  return Buffer.from(bytes).toString('utf8');
}
