/** Check digits of card, bank and national numbers: what fails them is no such number, so few other numbers ring. */

const digitsOf = (value: string): number[] => [...value].map(Number);
const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * (digits[i] ?? 0), 0);

/** Luhn check of a card number, digits only. */
export function isLuhn(value: string): boolean {
  const sum = digitsOf(value)
    .toReversed()
    .map((digit, i) => (i % 2 ? digit * 2 - (digit > 4 ? 9 : 0) : digit))
    .reduce((total, digit) => total + digit, 0);
  return value.length > 0 && sum % 10 === 0;
}

const ibanLengths = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 ' +
    'FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LI21 LT20 LU20 LV21 MC27 ' +
    'MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 TN24 TR26 ' +
    'UA29 VA22 VG24 XK20'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** How many letters and digits a bank number of this country has; undefined when it has no IBAN. */
export const ibanLength = (country: string): number | undefined => ibanLengths.get(country.toUpperCase());

/** ISO 13616: the number moved round and read as digits leaves 1 when divided by 97. */
export function isIban(compact: string): boolean {
  const moved = `${compact.slice(4)}${compact.slice(0, 4)}`;
  let rest = 0;
  for (const sign of moved) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return ibanLength(compact.slice(0, 2)) === compact.length && rest === 1;
}

/** Spanish DNI or NIE, upper case without separators. */
export function isDni(compact: string): boolean {
  const number = Number(compact.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter))));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === compact.at(-1);
}

/** German tax id: ISO 7064 check digit, and one digit of the first ten stands there twice or three times. */
export function isGermanTaxId(value: string): boolean {
  const digits = digitsOf(value);
  const counts = new Map<number, number>();
  for (const digit of digits.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((n) => n > 1);
  if (digits.length !== 11 || digits[0] === 0 || repeated.length !== 1 || (repeated[0] ?? 0) > 3) return false;
  let product = 10;
  for (const digit of digits.slice(0, 10)) product = (((digit + product) % 10 || 10) * 2) % 11;
  return (11 - product) % 10 === digits[10];
}

/** Polish PESEL: weights and a month that carries the century. */
export function isPesel(value: string): boolean {
  const digits = digitsOf(value);
  const month = Number(value.slice(2, 4)) % 20;
  const day = Number(value.slice(4, 6));
  const real = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return real && weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0;
}

/** French NIR with its two key digits; Corsican departments 2A and 2B count as 19 and 18. */
export function isNir(compact: string): boolean {
  const number = BigInt(compact.slice(0, 13).replace(/2A/i, '19').replace(/2B/i, '18'));
  return 97n - (number % 97n) === BigInt(compact.slice(13));
}
