/** Finder for secrets: keys by their shape, passwords by the word before them. */
import { type Finder, type Span, spans } from './findings-spans.ts';

const secretShapes: readonly RegExp[] = [
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\b(?:gh[opsur]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255}|glpat-[\w-]{20,100}|xox[abprs]-[\w-]{10,200})/g,
  /\b(?:sk|pk|rk)[-_](?:live|test|proj)[-_][\w-]{16,200}|\bsk-[A-Za-z0-9]{20,200}|\bAIza[\w-]{35}/g,
  /\beyJ[\w-]{8,4000}\.[\w-]{8,8000}(?:\.[\w-]{0,2000})?/g,
  /\bBearer[ \t](?<value>(?=[\w.~+/-]{0,200}\d)[\w.~+/-]{16,4000}={0,2})/dgi,
  /(?<=\b[a-z][a-z0-9+]{1,19}:\/\/[^\s:/@]{0,80}:)(?<value>[^\s/@]{1,120})(?=@)/dgi,
  /\b(?:AccountKey|SharedAccessKey|SharedAccessSignature|sig)=(?<value>[\w%+/.-]{16,400}={0,2})/dgi,
];

const secretWords =
  'passw(?:or)?d|pwd|passcode|passphrase|contraseña|clave de acceso|api[ _-]?key|access[ _-]?key|secret[ _-]?key|' +
  'client[ _-]?secret|access[ _-]?token|auth[ _-]?token|(?:api|secret)[ _-]?token';
/** "password: xyz" and "API_KEY=xyz". */
const assigned = new RegExp(
  String.raw`(?<!\p{L})(?:${secretWords})["']?[ \t]?[:=][ \t]{0,3}["'“]?(?<value>\S{3,200})`,
  'dgiu',
);
/** "the password is hunter2"; but "the password is changed" tells nothing. */
const told = new RegExp(
  String.raw`(?<!\p{L})(?:${secretWords})[ \t]+(?:is|was|es|era)[ \t]+["'“]?(?<value>\S{3,200})`,
  'dgiu',
);
const pin = /\b(?:PIN|pin code|código PIN)(?:[ \t](?:is|es))?[ \t]{0,2}[:=]?[ \t]{0,2}(?<value>\d{4,8})\b/dg;

const noPlainWord = /\d|[^\p{L}’'-]/u;
/** Words that talk about a secret, and signs that hide or stand for one. */
const talk =
  /^(?:required|optional|none|yes|no|see|ask|the|your|never|not|must|changed?|same|unknown|hidden|tbd|n\/a|obligatoria|opcional|ninguna|ver|[*•.x_#…-]+|[<{$%].*)$/i;
/** Belongs to the sentence, not to the secret. */
const trailing = /[.,;:)"'”’]+$/;

function valuesAfter(text: string, pattern: RegExp, keep: (value: string, rest: string) => boolean): Span[] {
  return spans(text, pattern)
    .map(({ from, to }) => ({ from, to: from + text.slice(from, to).replace(trailing, '').length }))
    .filter(({ from, to }) => to - from >= 3 && keep(text.slice(from, to), text.slice(to, to + 20)));
}

/** After a colon one plain word counts as well when nothing follows it: "password: xyz". */
const isAssigned = (value: string, rest: string): boolean =>
  !talk.test(value) && (noPlainWord.test(value) || /^[.:)"'”’]*(?:[,;)]|[ \t]*(?:$|[\n\u2028]))/.test(rest));

function keyBlocks(text: string): Span[] {
  const found: Span[] = [];
  let end = 0;
  for (const head of text.matchAll(/-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g)) {
    if (head.index < end) continue;
    const tail = /-----END [A-Z ]{0,60}-----/g;
    tail.lastIndex = head.index;
    end = tail.test(text) ? tail.lastIndex : text.length;
    found.push({ from: head.index, to: end });
  }
  return found;
}

export const secret: Finder = (text) => [
  ...keyBlocks(text),
  ...secretShapes.flatMap((shape) => spans(text, shape)),
  ...valuesAfter(text, assigned, isAssigned),
  ...valuesAfter(text, told, (value) => noPlainWord.test(value)),
  ...spans(text, pin),
];
