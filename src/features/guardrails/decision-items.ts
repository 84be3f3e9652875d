/** A decision or a rule as an item of the tab: what it says, for whom, since when, and what this reader may do about it. */
import { holds } from '../../core/person.ts';
import { daysPast, readableDate } from '../../core/time.ts';
import type { ItemAction, Section, WorkItem, WorkLine } from '../../core/work-item.ts';
import { answerLook, scopeLine } from './decision-lines.ts';
import { cellOfStanding, type Standing } from './due.ts';
import { verdicts } from './model.ts';
import { lookAs, type Scene, verdictOfAnswer } from './scene.ts';

const kind = 'decisions';

/** Days before its date in which it stands in the list. */
export const aheadDays = 14;

export const isDueSoon = ({ turn }: Scene, { reviewDue }: Standing): boolean =>
  reviewDue !== undefined && daysPast(reviewDue, turn.now) >= -aheadDays;

export function lineOf(scene: Scene, each: Standing): WorkLine {
  const { words, now } = scene.turn;
  const { word, tone } = lookOfStanding(scene, each);
  const isLate = each.reviewDue !== undefined && daysPast(each.reviewDue, now) > 0;
  return {
    kind,
    id: each.id,
    title: titleOf(scene, each),
    about: each.kind === 'decision' ? scopeLine(scene, each.decision) : words('tools.ruleOf', { tool: each.tool.name }),
    status: { word, tone },
    createdAt: (each.kind === 'decision' ? each.decision.decidedAt : each.rule.decidedAt) ?? createdOf(each),
    ...(each.reviewDue ? { dueAt: `${each.reviewDue}T00:00:00.000Z` } : {}),
    ...{ isLate, isUrgent: false, people: 0, version: each.version },
    bulk: mayAct(scene, each) ? [{ event: 'confirm', label: words('tools.stillRight') }] : [],
  };
}

const createdOf = (each: Standing): string =>
  each.kind === 'decision' ? each.decision.createdAt : each.tool.createdAt;

function titleOf({ rules, turn }: Scene, each: Standing): string {
  if (each.kind === 'decision') return each.decision.question;
  const dataClass = rules.classes.get(each.rule.dataClassId)?.name ?? '';
  return turn.words('verdict.for', { tool: each.tool.name, dataClass });
}

const lookOfStanding = (scene: Scene, each: Standing) =>
  each.kind === 'decision' ? answerLook(scene, each.decision) : lookAs(each.rule.verdict, scene.turn.words);

export function itemOf(scene: Scene, each: Standing, more: Pick<WorkItem, 'history'> & Partial<WorkItem>): WorkItem {
  const { version: _, ...line } = lineOf(scene, each);
  return {
    ...line,
    heading: line.title,
    sections: sectionsOf(scene, each),
    actions: actionsOf(scene, each),
    ...more,
  };
}

function sectionsOf(scene: Scene, each: Standing): Section[] {
  const { words } = scene.turn;
  const said = each.kind === 'decision' ? each.decision : each.rule;
  const why = each.kind === 'decision' ? (each.decision.text ?? each.decision.why) : (each.rule.reason ?? '');
  const more = each.kind === 'decision' && each.decision.text ? each.decision.why : '';
  return [
    { kind: 'facts', facts: factsOf(scene, each) },
    ...textSection(words('tools.why'), why),
    ...listSection(words('tools.conditions'), said.conditions),
    ...textSection(words('tools.background'), more),
    ...(each.kind === 'decision' ? choicesOf(scene, each.decision) : []),
    ...linksOf(scene, each),
  ];
}

const textSection = (heading: string, text: string): Section[] => (text ? [{ kind: 'text', heading, text }] : []);

const listSection = (heading: string, lines: readonly string[]): Section[] =>
  lines.length > 0 ? [{ kind: 'list', heading, lines: [...lines] }] : [];

/** Of a question that is still to be decided. */
function choicesOf({ turn }: Scene, { options, people, state }: Extract<Standing, { kind: 'decision' }>['decision']) {
  if (state !== 'template') return [];
  const { words } = turn;
  const lines = options.map(({ title, consequence }) => words('tools.choice', { title, consequence }));
  return [...listSection(words('tools.choices'), lines), ...listSection(words('tools.inTheRoom'), people)];
}

function factsOf(scene: Scene, each: Standing) {
  const { words } = scene.turn;
  const day = (date: string | undefined) => (date ? readableDate(date, words.language) : '');
  const isDecision = each.kind === 'decision';
  const decidedAt = isDecision ? each.decision.decidedAt : each.rule.decidedAt;
  const { sign, word } = lookOfStanding(scene, each);
  const facts = [
    ['answer', `${sign} ${word}`],
    ['about', isDecision ? scopeLine(scene, each.decision) : titleOf(scene, each)],
    ['decidedBy', scene.names(isDecision ? each.decision.decidedBy : [each.rule.decidedBy])],
    ['decidedOn', day(decidedAt)],
    ['reviewDue', day(each.reviewDue)],
    ['state', isDecision ? words(`tools.decisionState.${each.decision.state}`) : ''],
    ['aboutPeople', isDecision && each.decision.aboutPeople ? words('tools.aboutPeopleYes') : ''],
  ] as const;
  return facts.flatMap(([label, value]) => (value ? [{ label: words(`tools.fact.${label}`), value }] : []));
}

function linksOf({ rules, turn }: Scene, each: Standing): Section[] {
  const { words } = turn;
  const toolIds = each.kind === 'decision' ? each.decision.scope.toolIds : [each.toolId];
  const tools = toolIds.flatMap((id) => {
    const name = rules.tools.get(id)?.name;
    return name ? [{ title: name, text: words('tools.wholeRow'), path: `/tools/${id}` }] : [];
  });
  const old = each.kind === 'decision' ? each.decision.replacesId : undefined;
  const related = rules.decisions
    .filter(({ id, replacesId }) => id === old || replacesId === each.id)
    .map(({ id, question }) => ({
      title: question,
      text: words(id === old ? 'tools.replaces' : 'tools.replacedBy'),
      path: `/tools/decisions/${id}`,
    }));
  const links = [...tools, ...related];
  return links.length > 0 ? [{ kind: 'links', heading: words('tools.seeAlso'), links }] : [];
}

const mayAct = ({ turn }: Scene, each: Standing): boolean =>
  holds(turn.who, ['governance']) && (each.kind === 'rule' || each.decision.state === 'active');

/** What an HR lead signed is changed or retired by who may sign so: others ask it as a question. */
export const maySignAlone = ({ turn }: Pick<Scene, 'turn'>, each: Standing): boolean =>
  each.kind === 'rule' || !each.decision.aboutPeople || holds(turn.who, ['hrLead']);

const isProposal = (each: Standing): boolean => each.kind === 'decision' && each.decision.state === 'proposed';

function actionsOf(scene: Scene, each: Standing): ItemAction[] {
  if (isProposal(each))
    return holds(scene.turn.who, ['governance']) && maySignAlone(scene, each) ? proposalActions(scene) : [];
  if (!mayAct(scene, each)) return [];
  const { words } = scene.turn;
  const confirm: ItemAction = {
    event: 'confirm',
    label: words('tools.stillRight'),
    look: 'primary',
    fields: [],
    hasPreview: false,
  };
  const retire = retireAction(scene, 'tools.retireDecision', words('tools.retireHelp'));
  return maySignAlone(scene, each) ? [confirm, changeAction(scene, each), retire] : [confirm];
}

function retireAction({ turn }: Scene, label: string, help?: string): ItemAction {
  const { words } = turn;
  const reason = { name: 'reason', label: words('tools.field.reason'), kind: 'longText', required: true } as const;
  return {
    ...{ event: 'retire', label: words(label), look: 'danger', hasPreview: false },
    fields: [{ ...reason, max: 240, ...(help ? { help } : {}) }],
  };
}

/** What others decided: taken over as it stands, or not. */
const proposalActions = (scene: Scene): ItemAction[] => [
  { event: 'adopt', label: scene.turn.words('tools.adopt'), look: 'primary', fields: [], hasPreview: false },
  retireAction(scene, 'tools.declineProposal'),
];

function changeAction(scene: Scene, each: Standing): ItemAction {
  const { words } = scene.turn;
  const said = each.kind === 'decision' ? each.decision : each.rule;
  const verdict = each.kind === 'decision' ? verdictOfAnswer(each.decision.answer) : each.rule.verdict;
  const options = verdicts.map((id) => ({ id, title: lookAs(id, words).word }));
  return {
    event: 'change',
    label: words('tools.change'),
    look: 'normal',
    fields: [
      { name: 'verdict', label: words('tools.field.verdict'), kind: 'choice', required: true, value: verdict, options },
      {
        ...{
          name: 'conditions',
          label: words('tools.field.conditions'),
          kind: 'longText',
          required: false,
          max: 1_000,
        },
        ...{ help: words('tools.field.conditionsHelp'), value: said.conditions.join('\n') },
        onlyWhen: { field: 'verdict', in: ['withConditions'] },
      },
      { name: 'reason', label: words('tools.field.reason'), kind: 'longText', required: true, max: 240 },
    ],
    hasPreview: cellOfStanding(each) !== undefined,
  };
}
