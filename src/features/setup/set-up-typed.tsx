/** The six parts as the form holds them, and as they are sent. */
import type { Picked } from '../../tab/parts/people-picker.tsx';
import { sentWorksheet, type TypedWorksheet, typedWorksheet } from '../../tab/parts/worksheet-fields.tsx';
import type { SetUpView } from './contract.ts';

export type Workflow = SetUpView['workflows'][number];
export type Verdict = NonNullable<SetUpView['plan']>['answers'][number]['verdict'];

export interface TypedAnswer {
  readonly verdict: Verdict;
  readonly condition: string;
  readonly reason: string;
}

/** One person or nobody, as a list. */
type One = readonly Picked[];

export interface TypedSetUp {
  readonly owner: One;
  readonly hrLead: One;
  readonly toolsLead: One;
  readonly contact: One;
  readonly members: readonly Picked[];
  readonly workflowId: string;
  readonly toolIds: readonly string[];
  /** By the id of the kind of data. */
  readonly answers: Readonly<Record<string, TypedAnswer>>;
  readonly worksheet: TypedWorksheet;
  /** The numbers were looked at. */
  readonly isOwn: boolean;
}

export function typedOf({ plan, people, chairs, workflows }: SetUpView): TypedSetUp {
  const one = (id: string): One => people.filter((each) => each.id === id);
  const workflow = workflows.find(({ id }) => id === plan?.workflowId);
  return {
    ...{ owner: one(plan?.ownerId ?? chairs.ownerId), hrLead: one(plan?.hrLeadId ?? chairs.hrLeadId) },
    ...{ toolsLead: one(plan?.toolsLeadId ?? chairs.toolsLeadId), contact: one(plan?.contactId ?? '') },
    members: (plan?.memberIds ?? []).flatMap(one),
    ...{ workflowId: workflow?.id ?? '', toolIds: plan?.toolIds ?? [], isOwn: plan !== undefined },
    answers: Object.fromEntries(
      (plan?.answers ?? []).map(({ dataClassId, verdict, conditions, reason }) => [
        dataClassId,
        { verdict, reason, condition: conditions[0] ?? '' },
      ]),
    ),
    worksheet: typedWorksheet(plan?.worksheet ?? workflow?.worksheet),
  };
}

/** What is left out, by the name of its part: nothing is sent while something is. */
export function missingIn(typed: TypedSetUp, workflow: Workflow | undefined): string[] {
  const { owner, hrLead, toolsLead, contact, members, toolIds, answers, isOwn } = typed;
  const people = Object.entries({ ownerId: owner, hrLeadId: hrLead, toolsLeadId: toolsLead, contactId: contact });
  const isUnanswered = (workflow?.classes ?? []).some(({ id }) => !answers[id]);
  return [
    ...people.flatMap(([path, picked]) => (picked.length === 0 ? [path] : [])),
    ...(workflow ? [] : ['workflowId']),
    ...(toolIds.length === 0 ? ['toolIds'] : []),
    ...(isUnanswered ? ['answers'] : []),
    ...(isOwn ? [] : ['worksheet']),
    ...(members.length === 0 ? ['memberIds'] : []),
  ];
}

const idOf = ([person]: One): string => person?.id ?? '';

export function bodyOf(typed: TypedSetUp, workflow: Workflow | undefined, isNew: (id: string) => boolean): object {
  const { owner, hrLead, toolsLead, contact, members, workflowId, toolIds, answers, worksheet } = typed;
  const all = [...owner, ...hrLead, ...toolsLead, ...contact, ...members];
  const strangers = [...new Map(all.filter(({ id }) => isNew(id)).map((person) => [person.id, person])).values()];
  return {
    ...{ ownerId: idOf(owner), hrLeadId: idOf(hrLead), toolsLeadId: idOf(toolsLead), contactId: idOf(contact) },
    ...{ workflowId, toolIds, memberIds: members.map(({ id }) => id), worksheet: sentWorksheet(worksheet) },
    answers: (workflow?.classes ?? []).flatMap(({ id }) => {
      const said = answers[id];
      if (!said) return [];
      const { verdict, condition, reason } = said;
      const conditions = verdict === 'withConditions' && condition.trim() !== '' ? [condition] : [];
      return [{ dataClassId: id, verdict, conditions, reason }];
    }),
    newPeople: strangers.map(({ id, name }) => ({ id, name })),
  };
}
