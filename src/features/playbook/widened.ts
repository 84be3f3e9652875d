/** Work that more people see since a digest ago: taken into its department, or opened to everyone (product 6.1). */
import type { CommunitySpan, CommunityWidened } from '../../core/community.ts';
import type { Scene } from './view.ts';

/** Of a department its name is for a channel of that department alone; others read which department it is (product 5.2). */
export function widenedWorkflows(
  { book }: Pick<Scene, 'book'>,
  { departmentIds, since, until }: CommunitySpan,
): CommunityWidened[] {
  const widened = [...book.workflows.values()]
    .filter(({ widenedAt = '' }) => widenedAt >= since && widenedAt < until)
    .toSorted((a, b) => (b.widenedAt ?? '').localeCompare(a.widenedAt ?? '') || a.name.localeCompare(b.name));
  const forAll = widened
    .filter(({ stage }) => stage === 'scaled')
    .map(({ name }): CommunityWidened => ({ kind: 'everyone', name }));
  const proven = widened.filter(
    ({ stage, departmentId }) => stage === 'proven' && departmentIds.includes(departmentId),
  );
  if (departmentIds.length === 1)
    return [...forAll, ...proven.map(({ name }): CommunityWidened => ({ kind: 'ours', name }))];
  const names = proven.map(({ departmentId }) => book.departments.get(departmentId)?.name ?? '');
  return [...forAll, ...[...new Set(names)].map((name): CommunityWidened => ({ kind: 'department', name }))];
}
