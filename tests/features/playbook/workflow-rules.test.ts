/** The score of a workflow and what may happen to it, as tables (product 6.1, 7.10). */
import { describe, expect, it } from '@jest/globals';
import type { PilotChange } from '../../../src/core/playbook-view.ts';
import { scoreOf } from '../../../src/core/worksheet-score.ts';
import { type Stage, stages, type Workflow } from '../../../src/features/playbook/model.ts';
import { changedByPilot, decideWorkflow, type WorkflowEvent } from '../../../src/features/playbook/workflow-rules.ts';
import { gapsIn } from '../../../src/features/playbook/worksheet.ts';
import { aWorkflow } from '../../helpers/book-builders.ts';
import { today } from '../../helpers/builders.ts';

describe('the score', () => {
  const sheet = (runs: number, people: number, minutes: number, judgeable: 'yes' | 'partly' | 'no') => ({
    ...{ runsPerPersonPerMonth: runs, people, minutesPerRun: minutes, judgeable },
  });
  it.each([
    // 6/8 of 30, 45 of 40 hours, yes.
    [sheet(6, 5, 90, 'yes'), 93, 'good', [23, 30, 40]],
    [sheet(4, 6, 120, 'yes'), 85, 'good', [15, 30, 40]],
    [sheet(5, 4, 90, 'partly'), 61, 'possible', [19, 23, 20]],
    // Above 70 is good, 40 is possible.
    [sheet(20, 1, 1, 'yes'), 70, 'possible', [30, 0, 40]],
    [sheet(20, 1, 3, 'yes'), 71, 'good', [30, 1, 40]],
    [sheet(8, 1, 100, 'no'), 40, 'possible', [30, 10, 0]],
    [sheet(8, 1, 90, 'no'), 39, 'notFirst', [30, 9, 0]],
  ])('%j', (numbers, points, word, parts) => {
    const score = scoreOf(numbers);
    expect([score.points, score.word, score.parts.map((part) => part.points)]).toEqual([points, word, parts]);
  });

  it('examples and what nobody can judge stand in the way of a pilot', () => {
    const whole = { ...sheet(6, 5, 90, 'yes'), judgedBy: 'A lead', judgedHow: 'By the notes.', isExample: false };
    expect([gapsIn(undefined), gapsIn(whole), gapsIn({ ...whole, isExample: true, judgeable: 'no' })]).toEqual([
      ['none'],
      [],
      ['example', 'notJudgeable'],
    ]);
  });
});

const nobody = { personId: 'x', isOwner: false, isHrLead: false, isReader: true };
const actors = {
  owner: { ...nobody, personId: 'owner', isOwner: true },
  lead: { ...nobody, personId: 'lead', isHrLead: true },
  both: { ...nobody, personId: 'both', isOwner: true, isHrLead: true },
  reader: nobody,
  stranger: { ...nobody, isReader: false },
};
type Who = keyof typeof actors;
const events: Record<WorkflowEvent['name'], WorkflowEvent> = {
  widen: { name: 'widen' },
  unsign: { name: 'unsign' },
  narrow: { name: 'narrow', reason: 'Too early.' },
  retire: { name: 'retire', reason: 'It writes itself.' },
  reopen: { name: 'reopen' },
};
const names = Object.keys(events) as WorkflowEvent['name'][];
const signing = { by: 'owner', as: ['owner'], at: today.toISOString() } as const;

interface Case {
  readonly stage: Stage;
  readonly name: WorkflowEvent['name'];
  readonly who?: Who;
  readonly signing?: Workflow['signing'];
  readonly isInDate?: boolean;
}

function decided({ stage, name, who = 'owner', signing: signed, isInDate = true }: Case): string {
  const workflow = aWorkflow({ stage, ...(signed ? { signing: signed } : {}) });
  const result = decideWorkflow({ workflow, event: events[name], actor: actors[who], now: today, isInDate });
  return result.kind === 'changed' ? (result.isSigned ? 'signed by one' : result.workflow.stage) : result.kind;
}

describe('what may happen to a workflow', () => {
  it.each([
    ['candidate', 'outdated outdated outdated retired outdated'],
    ['pilot', 'outdated outdated outdated outdated outdated'],
    ['proven', 'signed outdated-unsigned outdated retired outdated'],
    ['scaled', 'outdated outdated proven retired outdated'],
    ['retired', 'outdated outdated outdated outdated candidate'],
  ] as const)('in stage %s', (stage, wanted) => {
    const outcomes = names.map((name) => decided({ stage, name }));
    const expected = wanted
      .split(' ')
      .map((word) => (word === 'signed' ? 'signed by one' : word.replace('-unsigned', '')));
    expect(outcomes).toEqual(expected);
    expect(stages).toContain(stage);
  });

  it.each([
    ['owner', ['widen', 'narrow', 'retire', 'reopen']],
    ['lead', ['widen', 'narrow']],
    ['both', ['widen', 'narrow', 'retire', 'reopen']],
    ['reader', []],
    ['stranger', []],
  ] as const)('%s may %j', (who, wanted) => {
    const stageFor = { widen: 'proven', narrow: 'scaled', retire: 'candidate', reopen: 'retired' } as const;
    const may = (['widen', 'narrow', 'retire', 'reopen'] as const).filter(
      (name) => !['forbidden', 'hidden'].includes(decided({ stage: stageFor[name], name, who })),
    );
    expect(may).toEqual(wanted);
  });

  it('opens to everyone by two people from both sides, with everything in date at both times', () => {
    const widen = (one: Partial<Case>) => decided({ stage: 'proven', name: 'widen', ...one });
    expect(widen({ isInDate: false })).toBe('notInDate');
    const signed = { ...signing, as: ['owner' as const] };
    expect(widen({ signing: signed })).toBe('signed');
    expect(widen({ signing: { ...signed, by: 'another' } })).toBe('signed');
    expect(widen({ signing: signed, who: 'lead', isInDate: false })).toBe('notInDate');
    expect(widen({ signing: signed, who: 'lead' })).toBe('scaled');
    expect(widen({ signing: { ...signed, by: 'lead', as: ['hrLead'] }, who: 'both' })).toBe('scaled');
    expect(decided({ stage: 'proven', name: 'unsign', who: 'lead', signing: signed })).toBe('proven');
  });
});

describe('what a pilot does to it', () => {
  const by = { personId: 'lead', now: today };
  const started: PilotChange = { name: 'pilotStarted', memberIds: ['m-1'], ownerId: 'owner', hrLeadId: 'lead' };
  const stop: PilotChange = { name: 'gateStop', pilotId: 'p-1', lessons: 'Notes are short.' };
  const changes: readonly PilotChange[] = [
    ...[started, { name: 'pilotMembers', memberIds: [] } as const, { name: 'gateScale', ownerId: 'owner' } as const],
    ...[{ name: 'gateExtend' } as const, stop, { ...stop, retire: 'No use.' }],
  ];
  it.each([
    ['candidate', 'pilot - - - - -'],
    ['pilot', '- pilot proven pilot candidate retired'],
    ['proven', '- - - - - -'],
    ['scaled', '- - - - - -'],
    ['retired', '- - - - - -'],
  ] as const)('in stage %s', (stage, wanted) => {
    const after = changes.map((change) => changedByPilot(aWorkflow({ stage }), change, by)?.stage ?? '-');
    expect(after.join(' ')).toBe(wanted);
  });

  it('who may see it moves with the stage, and what was learned stays', () => {
    const begun = changedByPilot(aWorkflow({ stage: 'candidate' }), started, by);
    expect(begun).toMatchObject({ pilotMemberIds: ['m-1'], ownerId: 'owner', hrLeadId: 'lead' });
    const over = begun && changedByPilot(begun, stop, by);
    expect(over).toMatchObject({ pilotMemberIds: [], lessons: [{ pilotId: 'p-1', text: 'Notes are short.' }] });
  });
});
