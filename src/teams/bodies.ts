/** Our answers as the bodies Teams expects of each invoke. Cards are spliced in as the text they already are. */
import type { Card } from '../core/card.ts';
import { statusOf } from '../core/errors.ts';
import type { Answer, Result } from '../core/turn.ts';

export interface InvokeBody {
  readonly status: number;
  /** JSON text. */
  readonly json: string;
}

const adaptive = 'application/vnd.microsoft.card.adaptive';
const text = (value: string) => JSON.stringify(value);
const ok = (json: string): InvokeBody => ({ status: 200, json });

/** An invoke we do not know by name: 501 and nothing else, as the protocol says. */
export const unknownInvoke: InvokeBody = { status: 501, json: '' };

export function invokeBody(name: string, answer: Answer): InvokeBody | undefined {
  switch (name) {
    case 'composeExtension/query':
    case 'composeExtension/queryLink':
    case 'composeExtension/anonymousQueryLink':
    case 'composeExtension/selectItem':
      return ok(extensionBody(answer));
    case 'composeExtension/fetchTask':
    case 'composeExtension/submitAction':
      return ok(answer.kind === 'closed' && answer.insert ? insertedBody(answer.insert) : taskBody(answer));
    case 'task/fetch':
    case 'task/submit':
      return ok(taskBody(answer));
    case 'adaptiveCard/action':
      return ok(executeBody(answer));
    case 'message/submitAction':
    case 'composeExtension/onCardButtonClicked':
      return ok('{}');
    default:
      return undefined;
  }
}

function extensionBody(answer: Answer): string {
  switch (answer.kind) {
    case 'results':
      return listBody(answer.results.map(resultText));
    case 'link':
      return listBody([resultText(answer.result)]);
    case 'message':
    case 'refused':
    case 'closed':
      return `{"composeExtension":{"type":"message","text":${text(answer.text)}}}`;
    case 'card':
    case 'form':
    case 'personal':
    case 'silent':
      return listBody([]);
  }
}

const listBody = (attachments: readonly string[]): string =>
  `{"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[${attachments.join(',')}]}}`;

const resultTexts = new WeakMap<Result, string>();

/** Kept with the result: a ready result is answered many times. */
function resultText(result: Result): string {
  const known = resultTexts.get(result);
  if (known !== undefined) return known;
  const made = resultJson(result);
  resultTexts.set(result, made);
  return made;
}

const resultJson = (result: Result): string =>
  asAscii(
    `{"contentType":"${adaptive}","content":${result.card.json},"preview":{"contentType":"application/vnd.microsoft.card.thumbnail","content":{"title":${text(result.title)},"text":${text(result.text)}}}}`,
  );

/** The same JSON without a character above ASCII: a body of such text goes out as it is, another is encoded each time. */
const asAscii = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The card goes into the message box, where the person reads it before sending. */
const insertedBody = (card: Card): string => listBody([`{"contentType":"${adaptive}","content":${card.json}}`]);

const sizes = { small: 'small', medium: 'medium', large: 'large' } as const;

function taskBody(answer: Answer): string {
  switch (answer.kind) {
    case 'form':
      return continueBody(answer.title, answer.card, sizes[answer.size]);
    case 'card':
      return continueBody(answer.card.summary, answer.card, 'medium');
    case 'personal':
      return answer.isInPlace ? continueBody(answer.card.summary, answer.card, 'medium') : taskMessage(answer.note);
    case 'link':
    case 'results':
    case 'silent':
      return '{}';
    case 'message':
    case 'refused':
    case 'closed':
      return taskMessage(answer.text);
  }
}

const taskMessage = (value: string): string => `{"task":{"type":"message","value":${text(value)}}}`;

const continueBody = (title: string, card: Card, size: string): string =>
  `{"task":{"type":"continue","value":{"title":${text(title)},"height":"${size}","width":"${size}","card":{"contentType":"${adaptive}","content":${card.json}}}}}`;

function executeBody(answer: Answer): string {
  switch (answer.kind) {
    case 'card':
    case 'form':
      return executeCard(answer.card);
    case 'refused': {
      const status = Math.max(400, statusOf(answer.code));
      return `{"statusCode":${status},"type":"application/vnd.microsoft.error","value":{"code":${text(answer.code)},"message":${text(answer.text)}}}`;
    }
    case 'personal':
      return answer.isInPlace ? executeCard(answer.card) : executeMessage(answer.note);
    case 'message':
    case 'closed':
      return executeMessage(answer.text);
    case 'link':
    case 'results':
    case 'silent':
      return executeMessage('');
  }
}

const executeCard = (card: Card): string => `{"statusCode":200,"type":"${adaptive}","value":${card.json}}`;

const executeMessage = (value: string): string =>
  `{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":${text(value)}}`;
