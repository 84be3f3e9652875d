/** What giving and taking at the keyboard do: the change, audited as who typed it. */
import { atKeyboard, type Opened } from './cli-moves.ts';
import type { Asked } from './cli-people.ts';
import { systemClock } from './core/clock.ts';
import { loadAll } from './core/documents.ts';
import { newId } from './core/ids.ts';
import { changeGrant, type Given } from './features/people/giving.ts';
import { departmentNamed } from './features/people/grant-words.ts';
import { department } from './features/playbook/model.ts';

/** What was given or taken, in lines for who typed it; throws a sentence where nothing was. */
export async function changed({ store, tenantId }: Opened, asked: Asked, give: boolean): Promise<string[]> {
  const bound = store.forTenant(tenantId, { pace: 'job' });
  const { personId, grant, name } = asked;
  const departments = await loadAll(bound, 'department', (body) => department.parse(body));
  const slugs = departments.map(({ slug }) => slug).join(', ');
  const place = asked.department === undefined ? undefined : departmentNamed(departments, asked.department);
  if (asked.department !== undefined && !place) throw new Error(`cli: --department is one of ${slugs}`);
  const wish = { grant, ...(place ? { departmentId: place.id } : {}) };
  const giver = { id: atKeyboard(), kind: 'cli', now: systemClock.now(), requestId: newId() } as const;
  const done = await changeGrant(bound, giver, { personId, wish, give, ...(name ? { name } : {}) });
  const problem = problemOf(done, asked, slugs, give);
  if (problem) throw new Error(`cli: ${problem}`);
  const what = `${grant}${place ? ` in ${place.slug}` : ''}`;
  return [
    `${personId} ${give ? 'now holds' : 'no longer holds'} ${what}`,
    `noted in the audit log as ${giver.id}; a server that runs knows it with the next request`,
    ...(done.kind === 'done' && done.isBoth ? ['hrLead and governance are now one person: better two'] : []),
  ];
}

function problemOf(done: Given, { personId, grant }: Asked, slugs: string, give: boolean): string | undefined {
  switch (done.kind) {
    case 'done':
      return undefined;
    case 'same':
      return `${personId} ${give ? 'holds' : 'does not hold'} ${grant}${give ? ' already' : ''}: nothing was changed`;
    case 'needsDepartment':
      return `${grant} holds in one department: add --department with one of ${slugs}`;
    case 'lastOne':
      return `${personId} is the last ${grant}: give it to somebody else first`;
    case 'tooMany':
      return `${personId} holds as many grants as fit: revoke some first`;
    case 'unknown':
      return `${personId} is nobody who may hold grants here`;
    case 'toOneself':
    case 'stale':
      return 'somebody changed this person at the same moment: try again';
  }
}
