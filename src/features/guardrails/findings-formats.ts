/** Finders for data that shows by its own shape: addresses, numbers with check digits, phones. */
import { ibanLength, isDni, isGermanTaxId, isIban, isLuhn, isNir, isPesel } from './findings-checksums.ts';
import { before, type Finder, type Judgement, type Span, spans, when } from './findings-spans.ts';

const bare = (value: string): string => value.replace(/[ .-]/g, '');

const inventedHost = /@(?:[\w-]+\.)*example\.(?:com|org|net)$/i;
const email: Finder = (text) =>
  spans(
    text,
    /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_%+][\p{L}\p{N}._%+'-]{0,63}@(?:[\p{L}\p{N}-]{1,63}\.){1,4}\p{L}{2,24}(?![\p{L}\p{N}])/gu,
    (value) => (inventedHost.test(value) ? 'invented' : 'found'),
  );

/** From a country code and two digits on, exactly as many letters and digits as that country's bank numbers have. */
const bankNumber: Finder = (text) =>
  [...text.matchAll(/(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}/g)].flatMap(({ index: from, 0: head }) => {
    const length = ibanLength(head.slice(0, 2)) ?? 0;
    let compact = '';
    let to = from;
    for (; compact.length < length && to < from + 50; to++) {
      const sign = text.charAt(to);
      if (/[A-Za-z0-9]/.test(sign)) compact += sign.toUpperCase();
      else if (!/[ -]/.test(sign) || !/[A-Za-z0-9]/.test(text.charAt(to - 1))) return [];
    }
    return length && isIban(compact) && !/[A-Za-z0-9]/.test(text.charAt(to)) ? [{ from, to }] : [];
  });

/** Issuer prefixes with their lengths. Sixteen digits of a parcel or order seldom fit both these and the check digit. */
const issuers =
  /^(?:4\d{15}(?:\d{3})?|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01])\d{13}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|35\d{14}|6(?:011|5\d\d|4[4-9]\d|2\d\d)\d{12})$/;
const cardNumber: Finder = (text) =>
  spans(
    text,
    /(?<![\w.,-])(?:\d{14,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?|\d{4}([ -])\d{6}\2\d{4,5})(?![\w-]|[.,]\d)/g,
    when((value) => issuers.test(bare(value)) && isLuhn(bare(value))),
  );

const idWord = /(?:ssn|social security)[^\d\n]{0,20}$/i;
function ssn(text: string): Span[] {
  const shape = /(?<![\w.-])(?!000|666|9)\d{3}([ -]?)(?!00)\d{2}\1(?!0000)\d{4}(?![\w-]|\.\d)/g;
  return spans(text, shape).filter(
    ({ from, to }) => text.slice(from, to).includes('-') || idWord.test(before(text, from, 30)),
  );
}

const nationalIds = new Map<string, Finder>([
  ['US', ssn],
  [
    'GB',
    (text) =>
      spans(
        text,
        /\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:\d{6}| ?\d\d \d\d \d\d ?)[A-D]\b|\b(?!bg|gb|kn|nk|nt|tn|zz)[a-ceghj-pr-tw-z][a-ceghj-npr-tw-z]\d{6}[a-d]\b/g,
      ),
  ],
  [
    'ES',
    (text) =>
      spans(
        text,
        /(?<![\w.-])(?:(?:\d{8}|\d{2}\.\d{3}\.\d{3}|[XYZ]-?\d{7})(?:-?[A-Za-z]| [A-Z])|[xyz]\d{7}[a-z])(?![\w-])/g,
        when((value) => isDni(bare(value).toUpperCase())),
      ),
  ],
  [
    'DE',
    (text) =>
      spans(
        text,
        /(?<![\w.,-])\d{2} ?\d{3} ?\d{3} ?\d{3}(?![\w-]|[.,]\d)/g,
        when((value) => isGermanTaxId(bare(value))),
      ),
  ],
  ['PL', (text) => spans(text, /(?<![\w.,-])\d{11}(?![\w-]|[.,]\d)/g, when(isPesel))],
  [
    'FR',
    (text) =>
      spans(
        text,
        /(?<![\w.,-])[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?![\w-]|[.,]\d)/gi,
        when((value) => isNir(bare(value))),
      ),
  ],
]);
const nationalId: Finder = (text, options) =>
  [...new Set(options.countryChecks)].flatMap(
    (country) => nationalIds.get(country.toUpperCase())?.(text, options) ?? [],
  );

const phoneShapes: readonly RegExp[] = [
  /(?<![\w.+/=-])07\d{9}(?![\w-]|[.,]\d)/g,
  /(?<![\w.+/=-])\+(?=[1-9])[\d ().-]{6,22}\d(?![\w])/g,
  /(?<![\w.+/=-])00[1-9]\d{0,2}[ .-][\d ().-]{5,18}\d(?![\w])/g,
  /(?<![\w.+/=-])(?:1[-. ])?(?:\([2-9]\d{2}\)[ -]?[2-9]\d{2}[-. ]|[2-9]\d{2}([-.])[2-9]\d{2}\1)\d{4}(?![\w-])/g,
  /(?<![\w.+/=-]|\d )(?:\(0\d{2,4}\)|0[12378]\d{1,3})[ -](?:\d{3,4}[ -]\d{3,4}|\d{6})(?![\w-]|[.,]\d)/g,
  /(?<![\w.+/=-])(?:[6-9]\d{2}(?: \d{2}){3}|9\d \d{3} \d{2} \d{2}|0[1-9](?:\.\d{2}){4})(?![\w-]|[.,]\d| \d)/g,
];
/** Any seven to fifteen digits count when a phone word announces them. */
const announced =
  /(?<!\p{L})(?:(?:tele)?phone|tel|mobile|cell|fax|whatsapp|call|teléfono|tfno|móvil|llamar|llama)(?:[ \t](?:number|no|me|us|him|her|al?|número))?(?:[ \t](?:is|at|on|es|al))?[.:]{0,2}[ \t]{0,3}(?<value>\(?\d[\d ().-]{5,20}\d)(?![\w])/dgiu;
const dateShape = /^(?:\d{4}[-.]\d{1,2}[-.]\d{1,2}|\d{1,2}[-.]\d{1,2}[-.]\d{4}|(?:19|20)\d{6})(?!\d)/;

function judgePhone(value: string): Judgement {
  const digits = value.replace(/\D/g, '');
  if (/55501\d\d$/.test(digits)) return 'invented';
  return digits.length >= 7 && digits.length <= 15 && !dateShape.test(value) ? 'found' : 'no';
}

const phone: Finder = (text) => [
  ...phoneShapes.flatMap((shape) => spans(text, shape, judgePhone)),
  ...spans(text, announced, judgePhone),
];

export const formats = { email, bankNumber, cardNumber, nationalId, phone } as const;
