/** A person taken out of the playbook: what they used goes, what they wrote or own stays without their name. */
import {
  findAll,
  type Query,
  type StoredDocument,
  type TenantStore,
  type WriteOperation,
} from '../../core/documents.ts';
import { changed, type Erasure, neutral, removal, removedId, withoutPerson } from '../../core/erasure.ts';
import { headsThat } from './edit-documents.ts';
import { type Scenario, scenario, workflow } from './model.ts';
import { carries, markOperations } from './scenario-mark.ts';
import { isLive } from './scenario-rules.ts';

/** Private to the person. */
const own = ['personScenario', 'variant'];
/** Small ones are read whole. Contracts and packs are long, and name nobody but who wrote them. */
const heads = ['department', 'workflow', 'role', 'scenario'];
const texts = ['scenarioVersion', 'pack'];

export const useErasure: Erasure = {
  async *erase({ store }, personId) {
    for (const kind of own)
      for await (const document of findAll(store, { kind, where: [['personId', '=', personId]] }))
        yield removal(document);
  },
};

/** Events whose record says who answers for something now, and who did before. */
const naming = Object.entries({ scenario: ['name'], workflow: ['edit', 'pilotStarted', 'gateScale'] }).flatMap(
  ([kind, events]) => events.map((event) => `${kind}.${event}`),
);

export const contentErasure: Erasure = {
  stamps: ['content'],
  async *erase({ store, now }, personId) {
    for await (const entry of findAll(store, { kind: 'auditEntry', where: [['action', 'in', naming]] }))
      yield* neutral(entry, personId);
    const left = await ownerless(store, personId);
    const theirs = texts.flatMap((kind) =>
      ['createdBy', 'updatedBy', 'publishedBy'].map((field): Query => ({ kind, where: [[field, '=', personId]] })),
    );
    for (const query of [...heads.map((kind): Query => ({ kind })), ...theirs])
      for await (const document of findAll(store, query)) {
        const isLeft = document.kind === 'scenario' && left.has(document.id);
        yield* isLeft ? marked(document, now, personId) : withoutThem(document, personId);
      }
  },
};

const noOwner = { kind: 'noOwner', refId: removedId } as const;

/** Live scenarios that they answered for, by name or by its workflow, and that do not say yet that nobody does. */
async function ownerless(store: TenantStore, personId: string): Promise<ReadonlySet<string>> {
  const workflows = new Set<string>();
  for await (const { id, body } of findAll(store, { kind: 'workflow', where: [['ownerId', '=', personId]] }))
    if (workflow.parse(body).stage !== 'retired') workflows.add(id);
  const isTheirs = ({ ownerId, workflowId }: Scenario): boolean =>
    ownerId === undefined ? workflows.has(workflowId) : ownerId === personId;
  const found = await headsThat(store, (head) => isLive(head) && isTheirs(head) && !carries(head, noOwner));
  return new Set(found.map(({ id }) => id));
}

/** It waits for a check, and whoever may take it over is told. */
function marked(document: StoredDocument, now: Date, personId: string): WriteOperation[] {
  const head = scenario.parse(document.body);
  const [change, ...rest] = markOperations({ now, requestId: 'erase' }, { ...document, head }, noOwner);
  const body = change && 'body' in change ? change.body : head;
  return [withoutThem({ ...document, body }, personId)[0] ?? changed(document, Object(body)), ...rest];
}

/** Who owns or reviews: nobody now, which the playbook shows; a list of members is one shorter. */
const seats = new Set(['ownerId', 'hrLeadId', 'reviewerId']);

function withoutThem(document: StoredDocument, personId: string): WriteOperation[] {
  const body = Object(document.body);
  const left = Object.entries(body).flatMap(([key, value]): (readonly [string, unknown])[] => {
    if (seats.has(key) && value === personId) return [];
    // A signature of somebody who is gone is none.
    if (key === 'signing' && withoutPerson(value, personId) !== value) return [];
    const isRoster = key === 'pilotMemberIds' && Array.isArray(value) && value.includes(personId);
    return [[key, isRoster ? value.filter((id) => id !== personId) : withoutPerson(value, personId)]];
  });
  const isSame = left.length === Object.keys(body).length && left.every(([key, value]) => value === body[key]);
  return isSame ? [] : [changed(document, Object.fromEntries(left))];
}
