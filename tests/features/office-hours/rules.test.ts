/** What may happen to a series and its sessions: every state, event and actor (product 6.7, 6.8), and what becomes of the sessions ahead. */
import { describe, expect, it } from '@jest/globals';
import {
  type Series,
  type Session,
  series as seriesSchema,
  sessionStates,
} from '../../../src/features/office-hours/model.ts';
import { decideSeries, planned, type SeriesEvent } from '../../../src/features/office-hours/series-rules.ts';
import { reconciled, type SessionChange } from '../../../src/features/office-hours/series-sessions.ts';
import { decideSession, type SessionEvent } from '../../../src/features/office-hours/session-rules.ts';
import { today as now } from '../../helpers/builders.ts';
import { type ActorName, actors, aSeries, aSession, aWish } from './hours-kit.ts';

const names = Object.keys(actors) as ActorName[];
const seriesStates = seriesSchema.shape.state.options;

describe('a series', () => {
  const events: Record<string, SeriesEvent> = {
    activate: { name: 'activate' },
    change: { name: 'change', wish: aWish({ firstDate: '2026-12-15', startsAt: '15:00' }) },
    skip: { name: 'skip', date: '2026-12-08' },
    pause: { name: 'pause' },
    resume: { name: 'resume' },
    end: { name: 'end' },
  };
  /** Who may, from which states, to which. */
  const table: Record<string, { who: ActorName[]; from: Series['state'][]; to: Series['state'] }> = {
    activate: { who: ['host'], from: ['draft'], to: 'active' },
    change: { who: ['host'], from: ['active'], to: 'active' },
    skip: { who: ['host'], from: ['active'], to: 'active' },
    pause: { who: ['host'], from: ['active'], to: 'paused' },
    resume: { who: ['host'], from: ['paused'], to: 'active' },
    end: { who: ['host', 'admin'], from: ['active', 'paused'], to: 'ended' },
  };

  it.each(Object.keys(table))('%s', (name) => {
    const { who, from, to } = table[name] ?? { who: [], from: [], to: 'ended' };
    for (const state of seriesStates)
      for (const actorName of names) {
        const [series, event, actor] = [aSeries({ state }), events[name], actors[actorName]];
        const outcome = event && decideSeries({ series, event, actor, now });
        const wanted = !actor.sees
          ? 'hidden'
          : !who.includes(actorName)
            ? 'forbidden'
            : from.includes(state)
              ? 'changed'
              : 'outdated';
        expect([state, actorName, outcome?.kind]).toEqual([state, actorName, wanted]);
        if (outcome?.kind !== 'changed') continue;
        expect(seriesSchema.parse(outcome.series)).toMatchObject({ state: to, sequence: 2, updatedBy: actor.personId });
      }
  });

  it('is a draft when it is planned', () => {
    expect(planned(aWish(), 'host', now)).toMatchObject({
      state: 'draft',
      sequence: 0,
      createdBy: 'host',
      earlier: [],
    });
  });

  const changedBy = (wish: Parameters<typeof aWish>[0], series = aSeries()): Series => {
    const outcome = decideSeries({ series, event: { name: 'change', wish: aWish(wish) }, actor: actors.host, now });
    if (outcome.kind !== 'changed') throw new Error(outcome.kind);
    return outcome.series;
  };

  it('keeps what held before with the last date of it, and forgets what never came', () => {
    const once = changedBy({ firstDate: '2026-12-16', rule: { every: 'week', weekday: 3 } });
    expect(once.earlier).toMatchObject([{ firstDate: '2026-12-01', lastDate: '2026-12-15', startsAt: '11:00' }]);
    expect(once).toMatchObject({ firstDate: '2026-12-16', rule: { weekday: 3 } });
    const twice = changedBy({ firstDate: '2027-01-04', rule: { every: 'week', weekday: 1 } }, once);
    expect(twice.earlier.map(({ lastDate }) => lastDate)).toEqual(['2026-12-15', '2026-12-30']);
    const instead = changedBy({ firstDate: '2026-12-16', startsAt: '09:00' }, once);
    expect(instead.earlier).toEqual(once.earlier);
    expect(changedBy({ firstDate: '2026-12-01' }).earlier).toEqual([]);
  });

  it('a plan with an end keeps no end that it did not come to, and one without gets none', () => {
    const counted = changedBy({ firstDate: '2026-12-15' }, aSeries({ count: 3 }));
    expect(counted.earlier).toMatchObject([{ lastDate: '2026-12-08' }]);
    expect(counted.earlier[0]).not.toHaveProperty('count');
    expect(counted).not.toHaveProperty('count');
    const over = changedBy({ firstDate: '2027-02-02' }, aSeries({ count: 3 }));
    expect(over.earlier).toMatchObject([{ lastDate: '2026-12-15' }]);
  });

  it('skips only a date that it has and that lies ahead, also one before a change', () => {
    const skip = (date: string, series = aSeries()) =>
      decideSeries({ series, event: { name: 'skip', date }, actor: actors.host, now }).kind;
    expect(['2026-12-08', '2026-12-09', '2026-11-17', 'never'].map((date) => skip(date))).toEqual([
      'changed',
      'noDate',
      'noDate',
      'noDate',
    ]);
    expect(skip('2026-12-08', changedBy({ firstDate: '2026-12-15', startsAt: '15:00' }))).toBe('changed');
    expect(skip('2026-12-08', aSeries({ skipDates: ['2026-12-08'] }))).toBe('noDate');
  });

  it('without a host it is hosted by whoever resumes it', () => {
    const series = aSeries({ state: 'paused', hostIds: ['removed'] });
    const outcome = decideSeries({ series, event: { name: 'resume' }, actor: actors.host, now });
    expect(outcome).toMatchObject({ series: { hostIds: ['host'] } });
  });
});

describe('a session', () => {
  const events: Record<string, SessionEvent> = {
    begin: { name: 'begin' },
    finish: { name: 'finish' },
    move: { name: 'move', startsAt: '2026-12-02T16:00:00.000Z', endsAt: '2026-12-02T16:45:00.000Z' },
    cancel: { name: 'cancel', reason: 'Ill.' },
    rehost: { name: 'rehost', hostId: 'second' },
  };
  const table: Record<string, { who: ActorName[]; from: Session['state'][]; to: Session['state']; raises: number }> = {
    begin: { who: ['system'], from: ['scheduled'], to: 'live', raises: 0 },
    finish: { who: ['system'], from: ['scheduled', 'live'], to: 'awaitingNotes', raises: 0 },
    move: { who: ['host'], from: ['scheduled'], to: 'scheduled', raises: 1 },
    cancel: { who: ['host'], from: ['scheduled'], to: 'cancelled', raises: 1 },
    rehost: { who: ['host', 'admin'], from: ['scheduled'], to: 'scheduled', raises: 0 },
  };

  it.each(Object.keys(table))('%s', (name) => {
    const { who, from, to, raises } = table[name] ?? { who: [], from: [], to: 'live', raises: 0 };
    const refusal = (state: Session['state']) =>
      state === 'cancelled' ? 'cancelled' : name === 'begin' || name === 'finish' ? 'outdated' : 'past';
    for (const state of sessionStates)
      for (const actorName of names) {
        const [session, event, actor] = [aSession({ state }), events[name], actors[actorName]];
        const outcome = event && decideSession({ session, event, actor, now });
        const may = who.includes(actorName);
        const wanted = !actor.sees ? 'hidden' : !may ? 'forbidden' : from.includes(state) ? 'changed' : refusal(state);
        expect([state, actorName, outcome?.kind]).toEqual([state, actorName, wanted]);
        if (outcome?.kind === 'changed') expect(outcome.session).toMatchObject({ state: to, sequence: raises });
      }
  });

  it('that has begun by the clock is left alone, whatever its state says', () => {
    const late = new Date('2026-12-01T16:00:00.000Z');
    for (const name of ['move', 'cancel', 'rehost']) {
      const event = events[name];
      expect(event && decideSession({ session: aSession(), event, actor: actors.host, now: late }).kind).toBe('past');
    }
  });

  it('knows where it stood by the rule until it stands there again', () => {
    const { startsAt, endsAt } = aSession();
    const move = (session: Session, to: Pick<Session, 'startsAt' | 'endsAt'>) =>
      decideSession({ session, event: { name: 'move', ...to }, actor: actors.host, now });
    const away = move(aSession(), { startsAt: '2026-12-02T16:00:00.000Z', endsAt: '2026-12-02T16:45:00.000Z' });
    if (away.kind !== 'changed') throw new Error(away.kind);
    expect(away.session.movedFrom).toBe(startsAt);
    const home = move(away.session, { startsAt, endsAt });
    expect(home).toMatchObject({ session: { startsAt, sequence: 2 } });
    expect(home).not.toHaveProperty('session.movedFrom');
    expect(move(aSession(), { startsAt, endsAt }).kind).toBe('outdated');
  });
});

describe('the sessions ahead', () => {
  const loaded = (session: Session) => ({ id: `session ${session.localDate}`, version: '1', body: session });
  const difference = (before: Series, sessions: readonly Session[], after = before): SessionChange[] =>
    reconciled({ seriesId: 'series', before, after, sessions: sessions.map(loaded), by: 'host', now, reason: 'Why.' });
  const said = (changes: readonly SessionChange[]) =>
    changes.map(({ kind, session }) => `${kind} ${session.localDate} ${session.startsAt.slice(0, 16)}`);
  const madeOf = (series: Series) => difference(series, []).map(({ session }) => session);

  it('are those of eight weeks, the same whoever asks, and none when all are there', () => {
    const series = aSeries();
    const made = difference(series, []);
    expect(made).toHaveLength(7);
    expect(difference(series, [])).toEqual(made);
    expect(new Set(made.map((change) => (change.kind === 'made' ? change.id : '')))).toHaveProperty('size', 7);
    expect(difference(series, madeOf(series))).toEqual([]);
  });

  it('are one at least, however far away the next one is', () => {
    expect(said(difference(aSeries({ firstDate: '2027-06-01' }), []))).toEqual(['made 2027-06-01 2027-06-01T15:00']);
    expect(difference(aSeries({ firstDate: '2026-11-17', count: 1 }), [])).toEqual([]);
  });

  it('keep the local hour when the clocks change, also where the time does not exist (F21)', () => {
    const spring = new Date('2027-03-10T10:00:00.000Z');
    const at = (change: Partial<Series>) =>
      reconciled({
        ...{
          seriesId: 'series',
          before: aSeries(change),
          after: aSeries(change),
          sessions: [],
          by: 'host',
          reason: '',
        },
        now: spring,
      }).map(({ session }) => session.startsAt.slice(0, 16));
    expect(at({ firstDate: '2027-03-09' }).slice(0, 3)).toEqual([
      '2027-03-16T15:00',
      '2027-03-23T15:00',
      '2027-03-30T15:00',
    ]);
    const warsaw = { zone: 'Europe/Warsaw', startsAt: '02:30', rule: { every: 'week', weekday: 7 } as const };
    expect(at({ ...warsaw, firstDate: '2027-03-21' }).slice(0, 3)).toEqual([
      '2027-03-21T01:30',
      '2027-03-28T01:30',
      '2027-04-04T00:30',
    ]);
  });

  it('go when their series pauses or ends, and come back with it', () => {
    const series = aSeries();
    const sessions = madeOf(series);
    const [gone, ...others] = difference(series, sessions, aSeries({ state: 'paused' }));
    expect(others).toHaveLength(6);
    expect(gone?.session).toMatchObject({
      state: 'cancelled',
      cancelReason: 'Why.',
      isGoneWithSeries: true,
      sequence: 1,
    });
    const paused = [gone, ...others].flatMap((change) => change?.session ?? []);
    expect(difference(aSeries({ state: 'paused' }), paused)).toEqual([]);
    const again = difference(aSeries({ state: 'paused' }), paused, series);
    expect(again.map(({ kind }) => kind)).toEqual(Array(7).fill('back'));
    expect(again[0]?.session).toMatchObject({ state: 'scheduled', sequence: 2, startsAt: sessions[0]?.startsAt });
    expect(again[0]?.session).not.toHaveProperty('cancelReason');
  });

  it('that a host cancelled or moved stay so while the rule stays', () => {
    const series = aSeries();
    const [first, second, ...rest] = madeOf(series);
    if (!first || !second) throw new Error('no sessions');
    const own = { ...first, state: 'cancelled' as const, cancelReason: 'Ill.' };
    const moved = { ...second, startsAt: '2026-11-24T16:00:00.000Z', movedFrom: second.startsAt };
    expect(difference(series, [own, moved, ...rest])).toEqual([]);
    const later = aSeries({ startsAt: '15:00' });
    expect(said(difference(series, [own, moved], later)).slice(0, 1)).toEqual(['moved 2026-12-08 2026-12-08T20:00']);
    expect(difference(series, [moved], later)[0]?.session).not.toHaveProperty('movedFrom');
  });

  it('that were moved ahead of their date are not made once more, nor cancelled for it', () => {
    const series = aSeries();
    const [first, ...rest] = madeOf(series);
    if (!first) throw new Error('no session');
    const brought = { ...first, startsAt: '2026-11-20T16:00:00.000Z', movedFrom: first.startsAt };
    const put = { ...aSession({ localDate: '2026-11-17' }), startsAt: '2026-12-03T16:00:00.000Z' };
    const early = aSeries({ firstDate: '2026-11-17' });
    const stands = { ...put, movedFrom: '2026-11-17T16:00:00.000Z' };
    expect(said(difference(early, [stands, brought, ...rest])).filter((each) => !each.includes('2026-11-24'))).toEqual(
      [],
    );
  });

  it('follow the rules of their zone when these are others (F22)', () => {
    const series = aSeries();
    // As computed by a book in which New York was an hour off.
    const hourOff = (at: string) => new Date(Date.parse(at) + 3_600_000).toISOString();
    const old = madeOf(series).map((session) => ({
      ...session,
      startsAt: hourOff(session.startsAt),
      endsAt: hourOff(session.endsAt),
    }));
    const [own, ...rest] = old;
    if (!own) throw new Error('no session');
    const byHand = {
      ...own,
      startsAt: '2026-12-03T19:00:00.000Z',
      endsAt: '2026-12-03T19:45:00.000Z',
      movedFrom: own.startsAt,
    };
    const changes = difference(series, [byHand, ...rest]);
    expect(changes.map(({ kind }) => kind)).toEqual(Array(7).fill('moved'));
    expect(changes[0]?.session).toMatchObject({
      startsAt: '2026-12-03T18:00:00.000Z',
      movedFrom: '2026-12-01T16:00:00.000Z',
    });
    expect(changes[1]?.session).toMatchObject({ startsAt: '2026-12-08T16:00:00.000Z', sequence: 1 });
  });

  it('are planned anew where only their agenda or their reminders come at another time', () => {
    const series = aSeries();
    const changes = difference(series, madeOf(series), aSeries({ agendaOpensHours: 24 }));
    expect(changes.map(({ kind, session }) => [kind, session.sequence])).toEqual(Array(7).fill(['replanned', 1]));
    expect(difference(series, madeOf(series), aSeries({ title: 'Other hours' }))).toEqual([]);
  });

  it('follow who runs the series, but for those that were given away', () => {
    const before = aSeries({ hostIds: ['host', 'second'] });
    const [first, second, ...rest] = madeOf(before);
    if (!first || !second) throw new Error('no sessions');
    const changes = difference(
      before,
      [first, { ...second, hostId: 'guest' }, ...rest],
      aSeries({ hostIds: ['second'] }),
    );
    expect(changes.map(({ kind }) => kind)).toEqual(Array(6).fill('rehosted'));
    expect(new Set(changes.map(({ session }) => session.hostId))).toEqual(new Set(['second']));
    expect(changes.map(({ session }) => session.sequence)).toEqual(Array(6).fill(0));
  });
});
