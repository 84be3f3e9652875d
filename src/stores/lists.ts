/** The lists that must stay fast when a kind has many documents: an index of one store, a composite index of the other. */
export interface List {
  readonly kind: string;
  /** Fields compared with `=`, first. */
  readonly equals?: readonly string[];
  /** The field it is ordered by, or compared with `<` and `>`. */
  readonly order: string;
}

/** A list that is not named here is still right, but reads every document of its kind. */
export const lists: readonly List[] = [
  { kind: 'undo', equals: ['entityId', 'by'], order: 'at' },
  { kind: 'personScenario', equals: ['personId'], order: 'lastUsedAt' },
  { kind: 'personScenario', equals: ['scenarioId'], order: 'lastUsedAt' },
  { kind: 'scenarioVersion', equals: ['scenarioId'], order: 'version' },
  { kind: 'auditEntry', equals: ['entityId'], order: 'at' },
  { kind: 'flag', equals: ['reporterId'], order: 'createdAt' },
  { kind: 'flag', order: 'dueAt' },
  { kind: 'dueItem', order: 'wakeAt' },
  { kind: 'sendRecord', order: 'wakeAt' },
  { kind: 'sendRecord', equals: ['personId'], order: 'wakeAt' },
  { kind: 'toolRequest', equals: ['requesterId'], order: 'createdAt' },
  { kind: 'toolRequest', order: 'dueAt' },
  { kind: 'toolAsk', order: 'isoWeek' },
  { kind: 'discovery', equals: ['authorId'], order: 'createdAt' },
  { kind: 'discovery', order: 'createdAt' },
  { kind: 'flag', order: 'createdAt' },
  { kind: 'toolRequest', order: 'createdAt' },
  { kind: 'discovery', order: 'dueAt' },
  { kind: 'reuse', equals: ['discoveryId'], order: 'createdAt' },
  { kind: 'session', equals: ['seriesId'], order: 'startsAt' },
  { kind: 'session', equals: ['hostId'], order: 'startsAt' },
  { kind: 'session', equals: ['communityId'], order: 'startsAt' },
  { kind: 'session', order: 'startsAt' },
  { kind: 'rsvp', equals: ['sessionId', 'answer'], order: 'waitingNumber' },
  { kind: 'rsvp', equals: ['personId'], order: 'createdAt' },
  { kind: 'topic', equals: ['proposedBy'], order: 'createdAt' },
  { kind: 'use', equals: ['personKey'], order: 'startedAt' },
  { kind: 'use', equals: ['week'], order: 'startedAt' },
  { kind: 'baseline', equals: ['personKey'], order: 'ranOn' },
  { kind: 'baseline', equals: ['pilotId'], order: 'ranOn' },
  { kind: 'baseline', equals: ['week'], order: 'ranOn' },
  { kind: 'qualityRating', equals: ['personKey'], order: 'ratedAt' },
  { kind: 'qualityRating', equals: ['raterKey'], order: 'ratedAt' },
  { kind: 'qualityRating', equals: ['useId'], order: 'ratedAt' },
  { kind: 'qualityRating', equals: ['week'], order: 'ratedAt' },
  { kind: 'runCount', equals: ['personKey'], order: 'week' },
  { kind: 'runCount', equals: ['week'], order: 'workflowId' },
  { kind: 'pulse', equals: ['week'], order: 'question' },
  { kind: 'pulseMark', equals: ['markKey'], order: 'week' },
  { kind: 'winAsk', equals: ['personKey'], order: 'at' },
];
