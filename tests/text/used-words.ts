/** Which keys of the language files the source asks for: literals, families such as `error.${code}`, words of cards. */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { features } from '../../src/app.ts';
import { problems } from '../../src/core/errors.ts';
import { sealUnder } from '../../src/core/ids.ts';
import { newsChoices, reminderChoices } from '../../src/core/person.ts';
import { pilotStates } from '../../src/core/pilot-view.ts';
import { usualPeriods } from '../../src/core/review-periods.ts';
import { timeAnswers, use, useResults } from '../../src/core/run.ts';
import { storedThings } from '../../src/core/stored.ts';
import { worksheetNumbers } from '../../src/core/worksheet.ts';
import { scoreParts, scoreWords } from '../../src/core/worksheet-score.ts';
import { cadences } from '../../src/features/communities/model.ts';
import { foldNames } from '../../src/features/discoveries/fold.ts';
import { discovery, discoveryStates, outcomeKinds } from '../../src/features/discoveries/model.ts';
import { categories, flagStates, rulingNames, urgencies } from '../../src/features/flags/model.ts';
import { leftReasons } from '../../src/features/guardrails/arrival-row.ts';
import { decision, findingKinds, guardrail, tool, toolChange, verdicts } from '../../src/features/guardrails/model.ts';
import { cameBackResults } from '../../src/features/measures/came-back.ts';
import { columns } from '../../src/features/measures/export.ts';
import { counted, lineIds, measureIds, units } from '../../src/features/measures/figure.ts';
import { ofSeries, ofSession } from '../../src/features/office-hours/host-form.ts';
import {
  outcome,
  rsvp,
  series,
  outcomeKinds as sessionOutcomeKinds,
  sessionStates,
  topic,
  topicKinds,
} from '../../src/features/office-hours/model.ts';
import { everyNames, meetingKinds, wishFields } from '../../src/features/office-hours/plan-wish.ts';
import { becomings, lineKinds } from '../../src/features/office-hours/recap-rules.ts';
import { chairs } from '../../src/features/people/contract.ts';
import { givable } from '../../src/features/people/grants.ts';
import { answers, pauses, work } from '../../src/features/people/switches.ts';
import { buttons as pilotButtons } from '../../src/features/pilots/actions.ts';
import { hardKeys } from '../../src/features/pilots/bounds.ts';
import { checkItems } from '../../src/features/pilots/checklist.ts';
import { placeStates } from '../../src/features/pilots/cockpit.ts';
import { targets } from '../../src/features/pilots/contract.ts';
import { happenings } from '../../src/features/pilots/events.ts';
import { decisions, overrideRules } from '../../src/features/pilots/model.ts';
import { oneSteps } from '../../src/features/pilots/step-one.ts';
import { leadSteps, memberSteps } from '../../src/features/pilots/steps.ts';
import { recorded } from '../../src/features/pilots/view.ts';
import { differenceLine, draftContract, versionLine } from '../../src/features/playbook/edit-contract.ts';
import { checkReason, scenario, stages, worksheet } from '../../src/features/playbook/model.ts';
import { eventNames } from '../../src/features/playbook/scenario-rules.ts';
import { criterion, prompt, scenarioContract, variable } from '../../src/features/playbook/scenario-version.ts';
import { workflowEvents } from '../../src/features/playbook/workflow-rules.ts';
import { tellings } from '../../src/features/playbook/workflow-told.ts';
import { worksheetGaps } from '../../src/features/playbook/worksheet.ts';
import { verdicts as setUpVerdicts, setUpView } from '../../src/features/setup/contract.ts';
import { parts } from '../../src/features/setup/model.ts';
import {
  accountKinds,
  affected,
  lanes,
  requestStates,
  rulings,
  toolKinds,
} from '../../src/features/tool-requests/model.ts';
import { pulseQuestions } from '../../src/features/uses/pulse.ts';
import { winStates } from '../../src/features/wins/model.ts';
import { createSearch } from '../../src/search/search.ts';
import { catalogueOf, languages, wordsFor } from '../../src/text/words.ts';
import { noFiles } from '../helpers/no-files.ts';

const src = new URL('../../src/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, src), 'utf8');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => !name.startsWith('content/'));
const isOfTab = (name: string): boolean => name.endsWith('.tsx') || name.startsWith('tab/');
const sources = files
  .filter((name) => name.endsWith('.ts') && !isOfTab(name))
  .map((name) => ({ name, text: read(name) }));
const tabSources = files
  .filter((name) => isOfTab(name) && /\.tsx?$/.test(name))
  .map((name) => ({ name, text: read(name) }));

export const templates = files
  .filter((name) => name.endsWith('.card.json'))
  .map((name) => ({ name, text: read(name), json: z.json().parse(JSON.parse(read(name))) }));

/** What is offered, with nothing behind it: names only. */
const offered = features({
  search: createSearch({ log: { info() {}, warn() {}, error() {} } }),
  hash: () => '',
  seal: sealUnder(Buffer.alloc(32)),
  wordsFor,
  languages,
  isExample: false,
  countryChecks: [],
  publicUrl: '',
  ...noFiles,
  installation: { version: '', isInAzure: false, isOpen: true, reach: async () => undefined },
});
export const commandNames = offered.flatMap((feature) => (feature.commands ?? []).map((command) => command.name));

/** Problems that machines alone are told, as a code. */
const wordless = 'bad_activity uri_too_long unknown_invoke origin_refused';
const told = Object.keys(problems).filter((code) => !wordless.split(' ').includes(code));

const namedIn = (name: string, pattern: RegExp): string[] =>
  [...read(name).matchAll(pattern)].flatMap(([, list = '']) =>
    [...list.matchAll(/'(\w+)'/g)].map(([, word]) => `${word}`),
  );

const flagEvents = [
  'assign',
  'claim',
  'ask',
  'passToGovernance',
  'answer',
  'reply',
  'withdraw',
  'helps',
  'notAnswered',
  'comment',
  'decide',
  'propose',
  'sendBack',
];

const hostActs = [...ofSession, ...ofSeries];

/** What the audit log says of items that people act on. */
const historyEvents = Object.keys(catalogueOf('en')).flatMap((key) =>
  /^history\.\w+\./.test(key) ? [key.slice('history.'.length)] : [],
);

/** What a form sends without asking anybody to type it. */
const fieldless =
  /(?:^|\.)(?:id|purpose|kind|required|maxChars|mayHoldPersonalData|sameChat|byHuman|source|n|decisionIds)$/;

/** Every path of a schema, without places in lists. */
function pathsOf(schema: unknown, start = ''): string[] {
  const { shape, element, unwrap } = Object(schema) as { shape?: object; element?: unknown; unwrap?: () => unknown };
  if (element) return pathsOf(element, start);
  if (!shape) return typeof unwrap === 'function' ? pathsOf(unwrap.call(schema), start) : [];
  return Object.entries(shape).flatMap(([key, inner]) => {
    const path = start === '' ? key : `${start}.${key}`;
    return [path, ...pathsOf(inner, path)];
  });
}

/** What is settled and nothing more is not followed up. */
const sessionOutcomes = sessionOutcomeKinds.filter((kind) => kind !== 'none');

/** The keys that a template text such as `finding.${kind}` can make, by what stands before its first value. */
const families: Readonly<Record<string, readonly string[]>> = {
  '': ['welcome.heading', 'help.heading', 'welcome.summary', 'help.summary'],
  'command.': commandNames,
  'edit.action.': eventNames.filter((name) => name !== 'saveDraft'),
  'edit.change.': ['submit', 'sendBack', 'release'],
  'edit.difference.': differenceLine.shape.kind.options,
  'edit.done.': eventNames.filter((name) => name !== 'saveDraft'),
  'edit.gate.': ['draftPrompt', 'checkPrompt'],
  'edit.help.': ['sendBack', 'hold', 'retire'],
  'edit.reason.': checkReason.shape.kind.options,
  'edit.state.': scenario.shape.state.options,
  'edit.versionState.': versionLine.shape.state.shape.id.options,
  'error.': told,
  // The paths of what people type, as they stand in problems and differences.
  'field.': [
    ...pathsOf(scenarioContract).filter((path) => !fieldless.test(path)),
    ...['changeNote', 'ownerId', 'reviewerId', 'reason', 'replacementId', 'version'],
    ...['workflowId', 'roleId', 'stepOrder', 'copyOf'],
    // Of office hours.
    ...[...pathsOf(wishFields), 'date'],
    // Of a community.
    // Of a workflow and a pilot.
    ...['departmentId', 'hrLeadId', 'scenarioIds', 'memberIds', 'steps', 'steps.title', 'goal', 'weeks'],
    ...pathsOf(worksheetNumbers, 'worksheet'),
    ...pathsOf(targets, 'targets'),
    'answers.reason',
    ...['purpose', 'hostIds', 'departmentIds', 'channels', 'channels.name'],
    ...['digest.cadence', 'digest.weekday', 'digest.at', 'digest.zone'],
    ...Object.keys(usualPeriods),
    // Of a tool, a cell of the matrix, a change of a tool.
    ...['toolId', 'what', 'happenedOn', 'sourceUrl', 'name', 'vendor', 'aliases', 'conditions', 'alternatives'],
  ],
  'finding.': findingKinds,
  'decision.answer.': ['yes', 'yesWithConditions', 'no', 'notYet'],
  'discovery.credit.': discovery.shape.credit.options,
  'discovery.done.': ['edit', 'claim', 'askAuthor', 'reply', 'accept', 'merge', 'decline', 'reopen', 'withdraw'],
  'discovery.fold.': [...foldNames, 'notYours', 'missing', 'inReview', 'full'],
  'discovery.preview.': foldNames,
  'discovery.outcome.': outcomeKinds,
  'discovery.state.': discoveryStates,
  'week.kind.': ['sessions', 'pilots'],
  'win.state.': winStates,
  'win.action.': ['share', 'edit', 'withdraw'],
  'win.done.': ['share', 'edit', 'withdraw'],
  'win.next.': ['named', 'step', 'notThis', 'never', 'again'],
  'flag.urgency.': urgencies,
  'flag.state.': flagStates,
  'flag.done.': flagEvents,
  'flag.category.': categories,
  'flag.ruling.': rulingNames,
  'forget.goes.': namedIn('features/people/forget.ts', /goes = \[([^\]]*)\]/g),
  'forget.stays.': namedIn('features/people/forget.ts', /stays = \[([^\]]*)\]/g),
  'grant.': ['unknown', 'several'],
  'grant.name.': givable,
  'request.account.': accountKinds,
  'request.affects.': affected,
  'request.done.': [
    'claim',
    'join',
    'askMore',
    'reply',
    'alternativeIsEnough',
    'withdraw',
    'decide',
    'propose',
    'sendBack',
  ],
  'request.lane.': lanes,
  'request.result.': rulings,
  'request.state.': requestStates,
  'request.toolKind.': toolKinds,
  'request.undone.': ['yes', 'no'],
  // The choices of forms, by the name of their list.
  'request.': [...tool.shape.kind.options.map((kind) => `toolKind.${kind}`), ...['undo.yes', 'undo.no']],
  'card.flagDecide.': ['ruling', 'why', 'condition'],
  'card.requestDecide.': ['why', 'condition', 'listName'],
  'history.': ['somebody', 'system', 'cli', ...historyEvents],
  'person.chair.': chairs,
  'person.chairAbout.': chairs,
  'stored.what.': storedThings,
  'stored.why.': storedThings,
  'stored.until.': storedThings,
  'hostNews.': ['day', 'agenda', 'notes', 'unnoted'],
  'rsvp.is.': ['open', 'over', ...rsvp.shape.answer.options],
  'rsvp.short.': ['yes', 'maybe', 'waiting'],
  'rsvp.reminder.': rsvp.shape.reminder.options,
  'measure.title.': measureIds,
  'measure.how.': measureIds,
  'measure.line.': lineIds,
  'measure.': [...units.map((unit) => `value.${unit}`), 'change.minutes', 'change.percent'],
  'measure.unit.': units,
  'measure.of.': counted,
  'measure.n.': counted,
  'measure.more.': counted,
  'communityDigest.widened.': ['everyone', 'ours', 'department'],
  'measure.back.': cameBackResults,
  'measure.reason.': ['chooseWork', 'wholeTenant', 'notOfPilot', 'noRuns'],
  'measure.column.': columns,
  'topic.kind.': topicKinds,
  'topic.state.': topic.shape.state.options,
  'topic.want.': ['counted', 'again', 'own', 'over'],
  'topic.done.': ['accept', 'reword', 'drop', 'carryOver'],
  'recap.becomes.': becomings,
  'recap.kind.': lineKinds,
  'helped.': ['counted', 'again'],
  'outcomes.kind.': sessionOutcomes,
  'outcomes.make.': ['decisionProposed', 'discovery', 'scenarioEdit'],
  'outcomes.made.': sessionOutcomes.filter((kind) => kind !== 'action'),
  'outcomes.state.': outcome.shape.state.options,
  'outcomes.closed.': ['done', 'dropped'],
  'help.point.': namedIn('features/welcome/index.ts', /points = \[([^\]]*)\]/g),
  'hours.status.': ['moved', ...sessionStates.filter((state) => state !== 'scheduled')],
  'hours.series.': series.shape.state.options.filter((state) => state !== 'active'),
  'hours.done.': ['activate', 'change', ...ofSeries],
  'host.heading.': hostActs,
  'host.intro.': hostActs,
  'host.go.': hostActs,
  'workflow.action.': [...workflowEvents, 'confirm', 'notYet'],
  'workflow.done.': ['create', 'edit', 'sign', ...workflowEvents],
  'workflow.help.': ['narrow', 'retire'],
  'workflow.judgeable.': worksheet.shape.judgeable.options,
  'workflow.missing.': worksheetGaps,
  'workflow.not.': ['outdated', 'signed', 'notInDate'],
  'workflow.part.': scoreParts,
  'workflow.score.': scoreWords,
  'workflow.told.': tellings,
  'workflow.toldText.': tellings,
  'pilot.action.': pilotButtons,
  'pilot.blocked.': hardKeys.filter((key) => key !== 'worksheet'),
  'pilot.check.': checkItems,
  'pilot.checkNot.': checkItems,
  'pilot.confirm.': ['start', ...decisions],
  'pilot.confirmText.': ['start', ...decisions],
  'pilot.decided.': decisions,
  'pilot.done.': [...happenings, 'plan', 'edit'],
  'pilot.field.': ['reason', 'why', 'lessons'],
  'pilot.last.': ['both', 'minutes', 'day'],
  'pilot.leadNews.': leadSteps,
  'pilot.line.': pilotStates.filter((state) => state !== 'running'),
  'pilot.news.': memberSteps,
  'pilot.newsHeading.': [...memberSteps, 'plan'],
  'pilot.not.': ['outdated', 'signed', 'ownSignature', 'needsWhy'],
  'pilot.one.': oneSteps,
  'pilot.over.': overrideRules,
  'pilot.passed.': overrideRules,
  'pilot.place.': placeStates,
  'pilot.recorded.': recorded,
  'pilot.signed.': ['start', ...decisions],
  'pilot.state.': pilotStates,
  'setup.ask.': parts,
  'setup.done.': parts,
  'setup.is.': setUpView.shape.parts.element.shape.is.options,
  'setup.part.': parts,
  'plan.changes.': ['moved', 'cancelled', 'made', 'back', 'rehosted'],
  'plan.every.': everyNames,
  'plan.meeting.': meetingKinds,
  'plan.noLink.': meetingKinds,
  'series.done.': ['change', ...ofSeries],
  'series.not.': ['outdated', 'noDate'],
  'series.reason.': ['change', 'skip', 'pause', 'end'],
  'series.rule.': everyNames,
  'series.state.': series.shape.state.options.filter((state) => state !== 'active'),
  'session.changed.': ['moved', 'back', 'cancelled', 'rehosted', 'givenAway'],
  'session.done.': ofSession,
  'session.not.': ['past', 'cancelled', 'outdated'],
  'session.state.': sessionStates.filter((state) => state !== 'scheduled'),
  'prompt.': prompt.shape.purpose.options,
  'scenario.criterion.': criterion.shape.kind.options,
  'scenario.sight.': [...namedIn('features/playbook/sight.ts', /neutralSights[^{]*{([^}]*)}/g), 'retired'],
  'scenario.stage.': stages,
  'scenario.time.': scenarioContract.shape.time.shape.source.options,
  // A guide says what the page says.
  'tab.playbook.purpose.': prompt.shape.purpose.options,
  'settings.answers.': answers,
  'settings.work.': work,
  'settings.pause.': Object.keys(pauses),
  'tools.import.': leftReasons,
  'settings.reminders.': reminderChoices,
  'tools.changeKind.': toolChange.shape.kind.options,
  'tools.decisionState.': decision.shape.state.options,
  'tools.fact.':
    'answer about decidedBy decidedOn reviewDue state aboutPeople tool changeKind happenedOn source affected'.split(
      ' ',
    ),
  'tools.level.': guardrail.shape.level.options,
  'tools.status.': tool.shape.status.options,
  'uses.minutes.': use.shape.method.options,
  'uses.noted.': useResults,
  'uses.over.': ['lapsed', 'closed'],
  'uses.question.': pulseQuestions,
  'uses.step.': ['1', '2', '3', '4', '5'],
  'settings.news.': newsChoices,
  'uses.result.': useResults.filter((result) => result !== 'notSaid'),
  'uses.timeWentTo.': timeAnswers.filter((answer) => answer !== 'notSaid'),
  'verdict.': verdicts,
  'verdict.reason.': [
    ...namedIn('features/guardrails/verdict.ts', /code: ('\w+')/g),
    ...tool.shape.status.options.filter((status) => status !== 'active'),
  ],
};

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, group = '']) => group);

/** Template texts that are asked for and that `families` does not know. */
export const unknownFamilies = sources
  .filter(({ name }) => name !== 'core/card.ts')
  .flatMap(({ name, text }) =>
    all(text, /\b[wW]ords(?:For\([^`]*?\))?\(\s*`([^$`]*)\$\{/g).flatMap((start) =>
      start in families ? [] : [`${name}: ${start}`],
    ),
  );

const keyShape = /^[a-z]\w*(?:\.\w+)+$/;
const literalsIn = (text: string): string[] => all(text, /'([^'\n]*)'/g).filter((literal) => keyShape.test(literal));

const areas = new Set(Object.keys(catalogueOf('en')).map((key) => key.split('.')[0]));
const beginsLikeKey = (literal: string): boolean => areas.has(literal.split('.')[0]);

/** Keys that are asked for by name: first arguments of `words(...)`, and in features what begins like a key. */
const asked = sources.flatMap(({ name, text }) => [
  ...all(text, /\b[wW]ords(?:For\([^()]*\))?\(([^(){]*)/g).flatMap(literalsIn),
  ...(name.startsWith('features/') ? literalsIn(text.replaceAll(/action: '[^']*'/g, '')).filter(beginsLikeKey) : []),
]);

/** Keys that may be asked for by name: what else reads like one, such as both sides of a condition. */
const named = new Set(sources.flatMap(({ text }) => literalsIn(text)));

export interface CardWord {
  readonly card: string;
  readonly word: string;
  readonly isButton: boolean;
}

/** `${t.word}` of every template, with the name of its card. */
export const cardWords: readonly CardWord[] = sources
  .filter(({ name }) => name.endsWith('.card.ts'))
  .flatMap(({ name, text }) => {
    const card = /\bcard\(\s*'(\w+)'/.exec(text)?.[1] ?? '';
    const file = /'\.\/([\w-]+\.card\.json)'/.exec(text)?.[1] ?? '';
    const template = templates.find((each) => each.name === name.replace(/[^/]+$/, file));
    if (!card || !template) throw new Error(`${name} makes no card from a template`);
    const buttons = new Set(buttonWords(template.json));
    const words = new Set(all(template.text, /\bt\.(\w+)/g));
    return [...words].map((word) => ({ card, word, isButton: buttons.has(word) }));
  });

/** Words that are titles of actions, wherever they stand in the card. */
function buttonWords(node: z.core.util.JSONType): string[] {
  if (Array.isArray(node)) return node.flatMap(buttonWords);
  if (typeof node !== 'object' || node === null) return [];
  const { type, title } = node;
  const own = `${type}`.startsWith('Action.') ? all(`${title}`, /\bt\.(\w+)/g) : [];
  return [...own, ...Object.values(node).flatMap(buttonWords)];
}

/** The key of a card's word: its own, else the one that all cards share. */
export const keyOf = ({ card, word }: CardWord): string => {
  const own = `card.${card}.${word}`;
  return wordsFor('en').has(own) ? own : `card.any.${word}`;
};

/** As `families`, for the words of the tab, whose keys begin with `tab.`. */
const tabFamilies: Readonly<Record<string, readonly string[]>> = {
  'about.': ['ok', 'warning', 'problem', 'help', 'privacy', 'terms'],
  'measures.': ['figure', 'value', 'restsOn'],
  'community.cadence.': cadences,
  'community.digestLine.': cadences.filter((cadence) => cadence !== 'off'),
  'page.': namedIn('tab/pages.ts', /name: ('\w+')/g),
  'draft.': ['saved', 'saving', 'paused'],
  'draft.purpose.': prompt.shape.purpose.options,
  'draft.kind.': variable.shape.kind.options,
  'draft.screen.': ['task', 'prompt', 'good'],
  'draft.name.': [...Object.keys(draftContract.shape), 'changeNote', 'stepOrder', 'ownerId', 'reviewerId'],
  'hours.answer.': ['yes', 'maybe', 'no'],
  ...{ 'periods.line.': Object.keys(usualPeriods), 'periods.field.': Object.keys(usualPeriods) },
  'portable.outcome.': ['new', 'changed', 'same', 'busy'],
  'hours.becomes.': becomings,
  'hours.close.': ['done', 'dropped'],
  'hours.is.': rsvp.shape.answer.options,
  'hours.said.': rsvp.shape.answer.options,
  'hours.lineKind.': lineKinds,
  'hours.part.': ['settled', 'tryIt', 'toDecide', 'nextTime'],
  'hours.view.': namedIn('features/office-hours/hours-list.tsx', /views = \[([^\]]*)\]/g),
  'playbook.by.': ['role', 'workflow', 'tool', 'data', 'stage', 'proven'],
  'setup.is.': setUpView.shape.parts.element.shape.is.options,
  'setup.missing.': [
    ...['ownerId', 'hrLeadId', 'toolsLeadId', 'contactId', 'memberIds'],
    ...['workflowId', 'toolIds', 'answers', 'worksheet'],
  ],
  'setup.verdict.': setUpVerdicts,
  'pilot.next.': pilotStates,
  'pilot.targetField.': ['meetBarShare', 'minutesChange', 'weeklyActiveShare'],
  'worksheet.': ['runsPerPersonPerMonth', 'people', 'minutesPerRun'],
  'worksheet.is.': worksheet.shape.judgeable.options,
  'worksheet.part.': scoreParts,
  'worksheet.word.': scoreWords,
  'playbook.purpose.': prompt.shape.purpose.options,
  'playbook.urgency.': urgencies,
  'playbook.result.': useResults.filter((result) => result !== 'notSaid'),
  'uses.answer.': ['yes', 'partly', 'no'],
  'uses.wentTo.': timeAnswers,
  'tools.account.': tool.shape.accountKind.options,
  'tools.changeKind.': toolChange.shape.kind.options,
  'tools.example.': namedIn('features/guardrails/ask-box.tsx', /examples = \[([^\]]*)\]/g),
  'tools.kind.': tool.shape.kind.options,
  'tools.show.': namedIn('features/guardrails/page.tsx', /shows = \[([^\]]*)\]/g),
  'tools.state.': namedIn('features/guardrails/decision-list.tsx', /states = \[([^\]]*)\]/g),
  'tools.verdict.': verdicts,
  'review.by.': ['state', 'kind', 'assignee', 'sort'],
  'review.all.': ['kind', 'assignee'],
  'review.pick.': [
    ...['flags', 'discoveries', 'requests', 'scenarios', 'decisions', 'tool-changes'],
    ...['guardrails', 'sessions', 'pilots'],
    ...['waiting', 'late', 'decided', 'me', 'nobody', 'due', 'newest'],
  ],
};
const inTab = (key: string): string => `tab.${key}`;
const tabAsked = [
  ...tabSources.flatMap(({ text }) => all(text, /\bwords\(([^(){]*)/g).flatMap((call) => all(call, /'([\w.]+)'/g))),
  ...Object.entries(tabFamilies).flatMap(([start, values]) => values.map((value) => `${start}${value}`)),
].map(inTab);
const tabNamed = new Set(tabSources.flatMap(({ text }) => all(text, /'([\w.]+)'/g)).map(inTab));

/** Template texts that the tab asks for and that `tabFamilies` does not know. */
export const unknownTabFamilies = tabSources.flatMap(({ name, text }) =>
  all(text, /\bwords\(\s*`([^$`]*)\$\{/g).flatMap((start) => (start in tabFamilies ? [] : [`${name}: ${start}`])),
);

export const needed: ReadonlySet<string> = new Set([
  ...tabAsked,
  ...asked,
  ...Object.entries(families).flatMap(([start, values]) => values.map((value) => `${start}${value}`)),
  ...cardWords.map(keyOf),
]);
export const isUsed = (key: string): boolean => needed.has(key) || named.has(key) || tabNamed.has(key);
