/** The features, in dispatch order: what comes first is asked first. What one needs of another is handed over here. */
import type { CalendarPort } from './core/calendar.ts';
import type { WriteCalendar } from './core/calendar-file.ts';
import type { WriteCsv } from './core/csv-file.ts';
import type { Feature } from './core/feature.ts';
import type { KeyedHash, Seal } from './core/ids.ts';
import type { WriteOutline } from './core/outline.ts';
import type { GrantName } from './core/person.ts';
import { pressedBy } from './core/press.ts';
import type { Search } from './core/search.ts';
import type { WriteSheet } from './core/sheet.ts';
import type { Turn } from './core/turn.ts';
import { undoErasure } from './core/undo-erasure.ts';
import type { WordsFor } from './core/words.ts';
import { about, type Installation } from './features/about/index.ts';
import { ask } from './features/ask/index.ts';
import { communities } from './features/communities/index.ts';
import { discoveries } from './features/discoveries/index.ts';
import { flags } from './features/flags/index.ts';
import { guardrails } from './features/guardrails/index.ts';
import { measures } from './features/measures/index.ts';
import { officeHours } from './features/office-hours/index.ts';
import { type People, people } from './features/people/index.ts';
import { mutedNext, muteNext } from './features/people/muted-next.ts';
import { pilots } from './features/pilots/index.ts';
import { playbook } from './features/playbook/index.ts';
import { portable } from './features/portable/index.ts';
import { review } from './features/review/index.ts';
import { snoozeErasure } from './features/review/snooze.ts';
import { setup } from './features/setup/index.ts';
import { toolRequests } from './features/tool-requests/index.ts';
import { uses } from './features/uses/index.ts';
import { welcome } from './features/welcome/index.ts';
import { wins } from './features/wins/index.ts';

export interface AppDeps {
  readonly search: Search;
  readonly hash: KeyedHash;
  readonly seal: Seal;
  readonly wordsFor: WordsFor;
  readonly languages: readonly string[];
  /** True while the store holds the demo: the help card says so. */
  readonly isExample: boolean;
  readonly countryChecks: readonly string[];
  /** How the world reaches this server, without a slash at its end. */
  readonly publicUrl: string;
  /** Left out where no server runs: then nothing says how it is set up. */
  readonly installation?: Installation;
  /** The calendar of the configured mailbox; left out where there is none. */
  readonly writeCalendar: WriteCalendar;
  readonly calendar?: CalendarPort | undefined;
  readonly writeCsv: WriteCsv;
  readonly writeSheet: WriteSheet;
  readonly writeOutline: WriteOutline;
}

export function features(deps: AppDeps): readonly Feature[] {
  const around = {
    nameOf: (turn: Turn, personId: string) => persons.nameOf(turn, personId),
    holders: (turn: Turn, grants: readonly GrantName[], departmentId?: string) =>
      persons.holders(turn, grants, departmentId),
    noteCard: (turn: Turn, note: { heading: string; text: string }) => persons.noteCard(turn, note),
    peopleNamed: (turn: Turn, asked: Parameters<People['named']>[1]) => persons.named(turn, asked),
    introduce: (turn: Turn) => persons.introduce(turn),
  };
  const rules = guardrails({
    countryChecks: deps.countryChecks,
    departmentOf: (turn) => book.departmentOf(turn),
    countAsks: (turn, asks) => requests.countAsks(turn, asks),
    live: (turn) => book.live(turn),
    scenarioFacts: async (turn, scenarioId) => (await book.subject(turn, scenarioId))?.facts,
    scopeNames: (turn) => book.scopeNames(turn),
    recheckOperations: (turn, recheck) => book.recheckOperations(turn, recheck),
    replacedOperations: (turn, decisionId) => book.replacedOperations(turn, decisionId),
    holdsAgain: (turn) => book.holdsAgain(turn),
    waitingFor: (turn, changeId) => book.waitingFor(turn, changeId),
    answeredBy: (turn, ruling) => grayAreas.answeredByRule(turn, ruling),
    toldAgain: (turn, operations) => grayAreas.toldAgain(turn, operations),
    ...around,
  });
  const book = playbook({
    search: deps.search,
    hash: deps.hash,
    runs: () => runs,
    rules: rules.rulebook,
    verdictRows: rules.verdictRows,
    ...{ proofs: (turn) => figures.proofs(turn), serious: (turn) => grayAreas.serious(turn) },
    life: {
      ...around,
      hosts: async (turn, departmentId) =>
        (await circles.book.all(turn))
          .filter(({ departmentIds }) => departmentIds.length === 0 || departmentIds.includes(departmentId))
          .flatMap(({ hostIds }) => hostIds),
      published: (turn, edition) => finds.published(turn, edition),
      draftDropped: (turn, edition) => finds.draftDropped(turn, edition),
      byScenario: (turn, since) => runs.byScenario(turn, since),
      hasOpenUse: (turn, personId, scenarioId) => runs.hasOpen(turn, personId, scenarioId),
    },
  });
  const runs = uses({
    hash: deps.hash,
    pilots: (turn) => trials.views(turn),
    communities: (turn) => circles.book.all(turn),
    ...{ workflows: book.workflows, yardstick: book.yardstick, live: book.live },
    people: () => persons,
    nextStep: (turn, scenarioId) => stories.nextStep(turn, scenarioId),
  });
  const grayAreas = flags({
    hash: deps.hash,
    seal: deps.seal,
    ...{ rulebook: rules.rulebook, rulingOperations: rules.rulingOperations, meant: rules.meant },
    ...{ subject: book.subject, departmentOf: book.departmentOf },
    makers: (turn, { context }) => book.makers(turn, context.scenarioId ?? ''),
    ...{ outdatedOperations: book.outdatedOperations, contact: (turn) => beginning.contact(turn) },
    ...around,
  });
  const requests = toolRequests({
    ...{ hash: deps.hash, rulebook: rules.rulebook, rulingOperations: rules.rulingOperations },
    departmentOf: book.departmentOf,
    ...around,
  });
  const finds = discoveries({
    ...{ hash: deps.hash, terms: deps.search.terms, rulebook: rules.rulebook },
    ...{ roles: book.roles, departmentOf: book.departmentOf, workflows: book.workflows },
    ...{ live: book.live, draft: book.draft },
    ...around,
  });
  const circles = communities({
    ...{ departments: book.departments, roles: book.roles, departmentOf: book.departmentOf },
    ...{ finds: finds.newestForAll, reuses: finds.reusedByMany, scenarios: book.newScenarios, widened: book.widened },
    decisions: rules.newDecisions,
    wins: (turn, ask) => stories.winsForAll(turn, ask),
    nextSessions: (turn, communityId, limit) => hours.nextSessions(turn, communityId, limit),
    ...{ languages: deps.languages, hash: deps.hash, publicUrl: deps.publicUrl },
    ...around,
  });
  const hours = officeHours({
    ...{ hash: deps.hash, wordsFor: deps.wordsFor, publicUrl: deps.publicUrl },
    ...{ communities: circles.book, calendar: deps.calendar, writeCalendar: deps.writeCalendar },
    finds: finds.newestForAll,
    openQuestions: grayAreas.openQuestions,
    weakScenarios: book.weakScenarios,
    toolChanges: rules.toolNews,
    ask: grayAreas.ask,
    share: finds.share,
    mayRead: async (turn, kind, id) =>
      kind === 'discovery' ? finds.isReadable(turn, id) : (await book.subject(turn, id)) !== undefined,
    startDraft: book.startDraft,
    ...around,
  });
  const trials = pilots({
    ...{ planned: book.planned, workflowOperations: book.pilotOperations, makers: book.makers },
    ...{ runs, dropBaselines: runs.dropBaselines, openQuestions: grayAreas.openAbout },
    evidence: (turn, pilot) => figures.evidence(turn, pilot),
    isBelow: (turn, pilot) => figures.isBelow(turn, pilot),
    ...{ cameBack: (turn, pilot) => figures.cameBack(turn, pilot), shared: finds.about, publicUrl: deps.publicUrl },
    isTellable: (turn, scenarioId) => stories.isTellable(turn, scenarioId),
    ...{ communityOffer: circles.offerFor, contact: (turn) => beginning.contact(turn) },
    giveManager: (turn, asked) => persons.giveManager(turn, asked),
    ...around,
  });
  const files = portable({
    ...{ printed: book.printed, publicUrl: deps.publicUrl },
    ...{ writeSheet: deps.writeSheet, writeCsv: deps.writeCsv, writeOutline: deps.writeOutline },
    ...{ mayCopyBeyond: book.mayCopyBeyond, arrivals: book.arrivals, ruled: rules.arrivals },
    copied: async (turn, isBeyond) => [...(await rules.copied(turn, isBeyond)), ...(await book.copied(turn, isBeyond))],
  });
  const beginning = setup({
    isExample: deps.isExample,
    ...{ playbook: book.setUp, rulebook: rules.rulebook, setRules: rules.setRules },
    ...{ pilots: trials.views, planPilot: trials.plan, askPeople: trials.ask },
    giveRight: (turn, asked) => persons.giveRight(turn, asked),
    meet: (turn, asked) => persons.meet(turn, asked),
    ...around,
  });
  const stories = wins({
    ...{ hash: deps.hash, communities: circles.book },
    ...{ subject: book.winSubject, neighbours: book.neighbours, open: book.open },
    evidenceFor: (turn, { workflowId }) => figures.winFigures(turn, workflowId),
    ...{ mutedNext, muteNext },
    ...around,
  });
  const persons = people({
    roles: book.roles,
    roleNamed: book.roleNamed,
    departments: book.departments,
    ...{ languages: deps.languages, isExample: deps.isExample },
    hasWork: (turn) => waiting.hasWork(turn),
    isEmpty: (turn) => beginning.isEmpty(turn),
    weekStands: (turn) => waiting.weekStands(turn),
    wordsFor: deps.wordsFor,
    items: [grayAreas.items, requests.items, finds.items, book.items, trials.items, ...hours.sources],
    erasures: [
      ...[grayAreas, requests, finds, hours, circles, stories, book, rules, trials, files, beginning, runs].flatMap(
        (feature) => feature.erasures,
      ),
      ...[undoErasure, snoozeErasure],
    ],
  });
  const waiting = review({
    queues: [grayAreas.queue, book.queue, requests.queue, finds.queue, ...rules.queues],
    others: [
      ...hours.sources.flatMap((source) =>
        source.kind === 'session' ? { source, kind: 'sessions', path: (id: string) => `/hours/${id}` } : [],
      ),
      { source: trials.items, kind: 'pilots', path: () => '/workflows' },
    ],
    owns: [grayAreas.own, requests.own, finds.own],
    ...{ hash: deps.hash, publicUrl: deps.publicUrl, pilots: trials.views },
    figures: (turn, pilot) => figures.headline(turn, pilot),
    press: pressedBy(() => [book, rules, grayAreas, requests, finds].flatMap(({ routes = [] }) => routes)),
    openQuestions: async (turn) => grayAreas.openCount(turn, await book.owned(turn)),
    leads: async (turn) => [...(await book.leads(turn)), ...(await persons.holders(turn, ['owner', 'hrLead']))],
  });
  const figures = measures({
    ...{ records: runs.records, key: runs.key, pilots: trials.views },
    ...{ writeCsv: deps.writeCsv, publicUrl: deps.publicUrl },
    ...{ work: book.measuredWork, sameSince: book.sameSince },
    ...{ crowd: persons.crowd, zoneOf: persons.zoneOf, holders: persons.holders },
    ...{ answeredFlags: grayAreas.answered, demand: requests.demand, reuses: finds.reuses, asked: stories.asked },
  });
  const { holders, hasLapsedOwner } = persons;
  const checked = { isExample: deps.isExample, holders, hasLapsedOwner, departments: book.departments };
  return [
    // Before the welcome, whose answer to an installation is the last.
    circles,
    welcome({
      roles: book.roles,
      chooseRole: async (turn, roleId) => book.startHere(await persons.takeRole(turn, roleId)),
      ...{ firstMeeting: persons.firstMeeting, isExample: deps.isExample },
    }),
    book,
    rules,
    grayAreas,
    requests,
    finds,
    hours,
    runs,
    trials,
    figures,
    stories,
    files,
    beginning,
    persons,
    waiting,
    ...(deps.installation ? [about({ ...checked, installation: deps.installation })] : []),
    ask({ verdictFor: rules.answerFor, answer: book.answer }),
  ];
}
