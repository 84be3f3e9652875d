/** What a file says of a scenario, laid over what is here: prompts, fields and criteria are found again and keep their ids. */
import type { ArrivalCall } from '../../core/arrival.ts';
import { derivedId } from '../../core/ids.ts';
import type { DraftContract } from './edit-contract.ts';

type Part = Readonly<Record<string, unknown>>;

/** A table has no room for everything: there, what a part of it does not say stays too. */
export function withKnown({ contract, isPartial }: ArrivalCall, scenarioId: string, known: DraftContract): object {
  const given = contract as Part;
  const under: DraftContract = isPartial ? known : {};
  const parts = ['goodExample', 'humanCheck', 'time'] as const;
  return {
    ...under,
    ...given,
    ...Object.fromEntries(
      parts.flatMap((name) => (given[name] ? [[name, { ...under[name], ...Object(given[name]) }]] : [])),
    ),
    ...(given.prompts || under.prompts
      ? { prompts: promptsOf(given.prompts ?? under.prompts, { scenarioId, known, isPartial }) }
      : {}),
    ...(given.criteria || under.criteria
      ? { criteria: criteriaOf(given.criteria ?? under.criteria, { scenarioId, known, isPartial }) }
      : {}),
  };
}

interface Known {
  readonly scenarioId: string;
  readonly known: DraftContract;
  readonly isPartial: boolean;
}

const partsIn = (value: unknown): readonly Part[] => (Array.isArray(value) ? value.map((each) => Object(each)) : []);

const promptsOf = (value: unknown, { scenarioId, known: { prompts = [] }, isPartial }: Known): object[] =>
  met(partsIn(value), prompts, 'title').map(([prompt, before], at) => {
    const variables = partsIn(prompt.variables).map((variable) => ({
      ...(isPartial ? before?.variables.find(({ name }) => name === variable.name) : {}),
      ...variable,
    }));
    return { ...prompt, id: before?.id ?? idFor(scenarioId, prompt, at), variables };
  });

const criteriaOf = (value: unknown, { scenarioId, known: { criteria = [] }, isPartial }: Known): object[] =>
  met(partsIn(value), criteria, 'text').map(([criterion, before], at) => ({
    ...(isPartial ? before : {}),
    ...criterion,
    id: before?.id ?? idFor(scenarioId, criterion, at),
  }));

const idFor = (scenarioId: string, part: Part, at: number): string =>
  derivedId(scenarioId, String(at), JSON.stringify(part));

/** Each with the one it is here, none of them twice: by its name, else by its place. */
function met<T extends object>(
  given: readonly Part[],
  known: readonly T[],
  name: string & keyof T,
): [Part, T | undefined][] {
  const taken = new Set<T>();
  const take = (found: T | undefined): T | undefined => {
    if (found) taken.add(found);
    return found;
  };
  const named = given.map((part) => take(known.find((each) => !taken.has(each) && each[name] === part[name])));
  return given.map((part, at) => {
    const there = known[at];
    return [part, named[at] ?? take(there && !taken.has(there) ? there : undefined)];
  });
}
