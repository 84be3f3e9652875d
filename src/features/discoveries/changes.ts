/** A discovery after an event that may happen to it. Pure. */
import { movedDue } from '../../core/working-time.ts';
import { triageDue } from './due.ts';
import type { Deciding, Text } from './lifecycle.ts';
import type { Discovery } from './model.ts';

export function changed({ discovery, event, actor, now, zone }: Deciding): Discovery {
  const at = now.toISOString();
  const by = actor.personId;
  switch (event.name) {
    case 'edit':
      return edited(discovery, event.text);
    case 'claim':
      return { ...discovery, state: 'inTriage', assigneeId: by };
    case 'askAuthor': {
      const { isUnanswered: _, ...asked } = spoken(discovery, { side: 'reviewer', by, at, text: event.text });
      return { ...asked, state: 'needsMore', clockStoppedAt: at };
    }
    case 'reply':
      return goingOn(spoken(discovery, { side: 'author', at, text: event.text }), now);
    case 'noReply':
      return { ...goingOn(discovery, now), isUnanswered: true };
    case 'accept': {
      const { kind, scenarioId: refId, version } = event;
      return { ...discovery, state: 'accepted', outcome: { kind, refId, version, by, at } };
    }
    case 'merge':
      return { ...discovery, state: 'merged', outcome: { kind: 'duplicate', refId: event.twinId, by, at } };
    case 'decline':
      return { ...discovery, state: 'declined', outcome: { kind: 'declined', reason: event.text, by, at } };
    case 'published':
      return { ...discovery, state: 'inPlaybook' };
    case 'draftDropped':
      return { ...withoutOutcome(discovery), state: 'inTriage', dueAt: triageDue(now, zone) };
    case 'reopen': {
      const { assigneeId: _, ...open } = withoutOutcome(discovery);
      return {
        ...open,
        state: 'submitted',
        dueAt: triageDue(now, zone),
        ...(actor.isAuthor ? { isReopened: true } : {}),
      };
    }
    case 'withdraw':
      return emptied(discovery);
  }
}

function withoutOutcome({ outcome: _, ...rest }: Discovery): Discovery {
  return rest;
}

/** The clock runs again: the time that the author was waited for is given back. */
function goingOn({ clockStoppedAt, ...discovery }: Discovery, now: Date): Discovery {
  const dueAt = clockStoppedAt ? movedDue(discovery.dueAt, clockStoppedAt, now) : discovery.dueAt;
  return { ...discovery, state: 'inTriage', dueAt };
}

function spoken(discovery: Discovery, line: NonNullable<Discovery['thread']>[number]): Discovery {
  return { ...discovery, thread: [...(discovery.thread ?? []), line].slice(-50) };
}

/** What the form left empty is gone. */
function edited(discovery: Discovery, text: Text): Discovery {
  const {
    workflowId: _w,
    departmentId: _d,
    roleId: _r,
    scenarioId: _s,
    version: _v,
    toolId: _t,
    promptText: _p,
    sampleOutput: _o,
    minutesBefore: _b,
    minutesAfter: _a,
    ...rest
  } = discovery;
  return { ...rest, ...text };
}

/** The text goes, that it was there and how it ended stays. */
function emptied(discovery: Discovery): Discovery {
  const {
    promptText: _p,
    sampleOutput: _o,
    sourceLink: _l,
    thread: _t,
    clockStoppedAt: _c,
    minutesBefore: _b,
    minutesAfter: _a,
    outcome,
    ...rest
  } = discovery;
  return {
    ...rest,
    ...(outcome ? { outcome: withoutReason(outcome) } : {}),
    title: '',
    what: '',
    similar: [],
    state: 'withdrawn',
  };
}

function withoutReason({
  reason: _,
  ...decided
}: NonNullable<Discovery['outcome']>): NonNullable<Discovery['outcome']> {
  return decided;
}
