/** What an edit comes to, as the audit log has it. Pure. */
import type { AuditFacts } from '../../core/audit.ts';
import { channelEvents } from './channels.ts';
import type { Event } from './documents.ts';
import type { Community } from './model.ts';

const edited = ['name', 'purpose', 'language', 'departmentIds', 'roleIds'] as const;

export function eventsOf(before: Community, after: Community): Event[] {
  const fields = changesOf(before, after, edited);
  const digest = changesOf(before, after, ['digest']);
  return [
    ...(fields ? [{ name: 'edit', changes: fields } as const] : []),
    ...(digest ? [{ name: 'digest', changes: digest } as const] : []),
    ...hostEvents(before.hostIds, after.hostIds),
    ...channelEvents(before, after),
  ];
}

/** One for each person, so that whoever is forgotten can be taken out of it. */
function hostEvents(before: readonly string[], after: readonly string[]): Event[] {
  const came = after.filter((id) => !before.includes(id)).map((id) => ({ before: '', after: id }));
  const went = before.filter((id) => !after.includes(id)).map((id) => ({ before: id, after: '' }));
  return [...came, ...went].map((host) => ({ name: 'host', changes: { host } }));
}

function changesOf(
  before: Community,
  after: Community,
  names: readonly (keyof Community)[],
): AuditFacts['changes'] | undefined {
  const told = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  const pairs = names.map((name) => [name, { before: told(before[name]), after: told(after[name]) }] as const);
  const changed = pairs.filter(([, side]) => side.before !== side.after);
  return changed.length > 0 ? Object.fromEntries(changed) : undefined;
}
