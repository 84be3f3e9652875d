/**
 * Finders for data that shows only by the words around it. They keep quiet in doubt: a check that rings at plain business
 * text is soon clicked away. So a pay word needs an amount beside it, and health is told apart from talk about rules:
 * - a diagnosis counts, unless its sentence speaks of a policy or of people in general and points at nobody;
 * - a situation ("sick leave", "pregnancy", "baja médica") counts only when its sentence points at one person and names
 *   no policy; "employee sick leave policy" and "the sick leave rate in week 18" are silent.
 */
import { after, before, type Finder, spans } from './findings-spans.ts';

/** Whole words, without case, where `\b` would stumble over accents. */
const words = (list: string): RegExp => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${list})(?![\p{L}\p{N}])`, 'iu');

const months =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|' +
  'nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)';
const dates = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/-])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|` +
    String.raw`\d{1,2}(?:st|nd|rd|th)?(?: of| de)? ${months}\.?(?:,? (?:de |del )?\d{4})?|` +
    String.raw`${months}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?)(?![\p{L}\p{N}])`,
  'giu',
);
const bornWords = words(
  'born|d\\.?o\\.?b|date of birth|birth ?date|nacid[oa]|nació|fecha de nacimiento|f(?:echa|\\.) (?:de )?nac',
);
const birthdayWords = words('birthday|cumpleaños');
/** A birthday with a year of our days is a party in the calendar, not a date of birth. */
const recentYear = /(?:201[6-9]|20[2-9]\d)/;

const birthDate: Finder = (text) =>
  spans(text, dates).filter(({ from, to }) => {
    const around = `${before(text, from, 48)} ${after(text, to, 24)}`;
    return bornWords.test(around) || (birthdayWords.test(around) && !recentYear.test(text.slice(from, to)));
  });

const payWords = words(
  'salary|salaries|wages?|bonus|payslip|remuneration|take-home pay|(?:base|basic|gross|net|monthly|annual|yearly|hourly|' +
    'weekly|current|starting|new|his|her|my|their) pay|pay (?:is|was|of|range|rate|rise|increase)|' +
    '(?:he|she|they) (?:earns?|makes?|gets?|(?:is|are|was) paid)|i (?:earn|make|am paid)|' +
    'salario|sueldo|nómina|retribución|remuneración|bruto anual|brutos? al (?:año|mes)|paga extra',
);
const payLabel = /(?:^|[\n|,;•-][ \t]*)(?:pay|paga)[ \t]?[:=]/i;

const number = String.raw`\d{1,3}(?:[., ’']\d{3}){0,3}(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?`;
const sign = String.raw`[€$£]|(?:USD|EUR|GBP|PLN|CHF)(?![\p{L}])|euros?|dollars?|pounds?|dólares|libras|zł`;
const money = String.raw`(?:(?:${sign}) ?(?:${number})(?: ?k)?|(?:${number})(?: ?k)? ?(?:${sign})|\d{2,3}(?:\.\d)? ?k)`;
/** One amount or a range of two; in a range the currency may stand at either end. */
const amounts = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])(?:(?:(?:${money})|(?:${number}))(?: ?- ?| to | and | a | y ))?${money}(?![\p{L}\p{N}])`,
  'giu',
);
/** Without a currency: four to six digits right after the word, and nothing counted by them. */
const plainAmount =
  /(?<![\p{L}\p{N}])(?:salary|wage|salario|sueldo|gross pay|net pay)(?:[ \t](?:is|was|of|es|era|de|bruto|anual|rises to|sube a)){0,3}[ \t]?[:=]?[ \t]{0,3}(?<value>\d{2,3}[.,]\d{3}|\d{4,6})(?![\p{L}\p{N}]|[.,]\d)(?=[ \t]*(?:$|[\n.,;:!?)/]|gross|net|a (?:year|month)|per |brut|net|al (?:año|mes)|anual|mensual))/dgimu;
const yearLike = /^(?:19|20)\d\d$/;

const pay: Finder = (text) => [
  ...spans(text, amounts).filter(({ from, to }) => {
    const lead = before(text, from, 36);
    return payWords.test(lead) || payLabel.test(`\n${lead}`) || payWords.test(after(text, to, 24));
  }),
  ...spans(text, plainAmount, (value) => (yearLike.test(value) ? 'no' : 'found')),
];

const diagnoses =
  'diabet(?:es|ic)|cancer|leuka?emia|tumou?r|chemotherapy|HIV|hepatitis|epilep(?:sy|tic)|asthma|(?:clinical )?depression|' +
  "bipolar|schizophreni[ac]|PTSD|anorexia|bulimia|dementia|alzheimer[’']?s?|parkinson[’']?s|multiple sclerosis|" +
  'miscarriage|pregnant|antidepressants?|insulin|psychotherapy|panic attacks?|heart attack|autism|autistic|ADHD|' +
  'diabétic[oa]|cáncer|leucemia|quimioterapia|VIH|epilepsia|asma|depresión|esquizofrenia|esclerosis múltiple|párkinson|' +
  'embarazada|antidepresivos?|insulina|alcoholismo|alcoholism';
const situations =
  'pregnancy|embarazo|sick leave|sick notes?|medical leave|medical certificate|off sick|(?:called|calls) in sick|signed off sick|diagnosed|' +
  'diagnosis|disability|surgery|hospitali[sz]ed|burnout|rehab|addiction|baja médica|baja por (?:enfermedad|ansiedad)|' +
  'de baja|incapacidad temporal|discapacidad|diagnosticad[oa]|diagnóstico|hospitalizad[oa]|quirófano';
const health = new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${diagnoses}|${situations})(?![\p{L}\p{N}])`, 'giu');
const isSituation = new RegExp(`^(?:${situations})$`, 'iu');

const general = words(
  'polic(?:y|ies)|guidelines?|procedures?|rules|laws?|insurance|awareness|campaign|charity|research|templates?|forms?|benefits?|' +
    'employees?|staff|workers?|people|persons?|anyone|everyone|rate|statistics|economic|market|political?s?|norma(?:tiva)?s?|' +
    'ley(?:es)?|seguros?|campaña|plantillas?|formularios?|emplead[oa]s?|trabajador(?:es|as?)?|personas?|tasa|económica|política',
);
const pointer =
  /(?<![\p{L}\p{N}])(?:he|she|him|his|her|my|mr|mrs|ms|sr|sra|él|ella|mi|está|estaba|estuvo|estará|lleva|sigue|has been|(?:is|was|went|been) (?:on|off)|called in|calls in|signed off|leave (?:since|until))(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])I(?:['’]m| am| was| have)(?![\p{L}])/iu;
const generalPerson =
  /(?<![\p{L}])(?:an?|any|each|every|un|una|cualquier|cada) (?:employee|worker|person|emplead[oa])/iu;

const healthWords: Finder = (text) =>
  spans(text, health).filter(({ from, to }) => {
    const sentence = before(text, from, 160) + text.slice(from, to) + after(text, to, 160);
    const aboutSomebody = pointer.test(sentence) && !generalPerson.test(sentence);
    const aboutAll = general.test(sentence);
    return isSituation.test(text.slice(from, to)) ? aboutSomebody && !aboutAll : aboutSomebody || !aboutAll;
  });

export const contexts = { birthDate, pay, health: healthWords } as const;
