/** What the list is narrowed to, kept in the address so that a link shows the same. Pure, but for the hook. */
import { useLocation, useSearch } from 'wouter';

export const kinds = [
  ...(['flags', 'discoveries', 'requests', 'scenarios', 'decisions', 'tool-changes'] as const),
  ...(['guardrails', 'sessions', 'pilots'] as const),
] as const;
export const states = ['waiting', 'late', 'decided'] as const;
export const assignees = ['me', 'nobody'] as const;
export const sorts = ['due', 'newest'] as const;

/** Names of the address, which are those of the API; what stands first in a list is left out. */
export const names = ['q', 'kind', 'state', 'assignee', 'urgent', 'sort'] as const;
export type Name = (typeof names)[number];
export type Question = Readonly<Partial<Record<Name, string>>>;

export const questionOf = (search: string): Question => {
  const params = new URLSearchParams(search);
  return Object.fromEntries(names.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : [])));
};

/** Other names in the address stay: they are not ours. */
export function searchWith(search: string, question: Question): string {
  const params = new URLSearchParams(search);
  for (const name of names) {
    const value = question[name];
    if (value) params.set(name, value);
    else params.delete(name);
  }
  return params.toString();
}

/** As it is saved: only what is ours, always in the same order. */
export const queryOf = (question: Question): string => searchWith('', question);

export const pathOf = (question: Question): string =>
  `/api/review?${new URLSearchParams({ ...question, state: question.state ?? 'waiting', limit: '50' })}`;

export function useQuestion() {
  const search = useSearch();
  const [location, navigate] = useLocation();
  const question = questionOf(search);
  const ask = (next: Question) => navigate(withSearch(location, searchWith(search, next)), { replace: true });
  return {
    search,
    question,
    ask,
    change: (name: Name, value: string) => ask({ ...question, [name]: value }),
  };
}

export const withSearch = (path: string, search: string): string => (search === '' ? path : `${path}?${search}`);

export const isNarrowed = (question: Question): boolean => names.some((name) => name !== 'sort' && question[name]);
