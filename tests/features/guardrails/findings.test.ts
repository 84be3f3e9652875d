import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { classSlugOf, findPersonalData, mask, maxChecked } from '../../../src/features/guardrails/findings.ts';
import { findingKinds } from '../../../src/features/guardrails/model.ts';
import { anyCharacters } from '../../helpers/any-characters.ts';

const everywhere = { countryChecks: ['US', 'GB', 'ES', 'DE', 'PL', 'FR'] };
const masked = (text: string, countryChecks = everywhere.countryChecks): string =>
  mask(text, findPersonalData(text, { countryChecks }));

/** What goes in, and the same text as the reader may send it on. */
const hits: readonly (readonly [string, string])[] = [
  ['Write to ana.lopez@larkmoor.test today.', 'Write to [email] today.'],
  ['ANA+jobs@mail.larkmoor.co.uk, copy to the desk', '[email], copy to the desk'],
  ['Contacto: josé@empresa.es', 'Contacto: [email]'],
  ['<mailto:hr@larkmoor.test>', '<mailto:[email]>'],
  ['hr@example.com.evil.test', '[email]'],

  ['Reach her at +34 612 345 678.', 'Reach her at [phone].'],
  ['+1 (212) 867-5309', '[phone]'],
  ['Office (212) 867-5309 ext 4', 'Office [phone] ext 4'],
  ['212-867-5309 or 212.867.5309', '[phone] or [phone]'],
  ['Tel: 8675309', 'Tel: [phone]'],
  ['call me at 867-5309', 'call me at [phone]'],
  ['London 020 7946 0958', 'London [phone]'],
  ['07700900123', '[phone]'],
  ['07700900123 020 7946 0958', '[phone] [phone]'],
  ['91 123 45 67, por la tarde', '[phone], por la tarde'],
  ['móvil 612 345 678', 'móvil [phone]'],
  ['teléfono: 612345678', 'teléfono: [phone]'],
  ['0049 30 1234567', '[phone]'],
  ['212‑867‑5309 with unbreakable hyphens', '[phone] with unbreakable hyphens'],

  ['Card 4111 1111 1111 1111, thanks', 'Card [card number], thanks'],
  ['4111111111111111', '[card number]'],
  ['5555-5555-5555-4444', '[card number]'],
  ['amex 3782 822463 10005', 'amex [card number]'],
  ['４１１１１１１１１１１１１１１１', '[card number]'],

  ['IBAN ES91 2100 0418 4502 0005 1332 please', 'IBAN [bank number] please'],
  ['GB82WEST12345698765432', '[bank number]'],
  ['de89 3704 0044 0532 0130 00', '[bank number]'],

  ['SSN 123-45-6789', 'SSN [national id]'],
  ['social security number 123456789', 'social security number [national id]'],
  ['NINO AB 12 34 56 C', 'NINO [national id]'],
  ['ab123456c', '[national id]'],
  ['DNI 12345678Z', 'DNI [national id]'],
  ['DNI 12.345.678-Z', 'DNI [national id]'],
  ['NIE X1234567L', 'NIE [national id]'],
  ['Steuer-ID 86 095 742 719', 'Steuer-ID [national id]'],
  ['PESEL 44051401359', 'PESEL [national id]'],
  ['NIR 1 85 05 78 006 084 91', 'NIR [national id]'],

  ['She was born on 12 May 1990 in Leeds.', 'She was born on [birth date] in Leeds.'],
  ['Date of birth: 1990-05-12', 'Date of birth: [birth date]'],
  ['DOB 05/12/1990', 'DOB [birth date]'],
  ['Date of birth\n12.05.1990', 'Date of birth\n[birth date]'],
  ['Nacida el 4 de mayo de 1990', 'Nacida el [birth date]'],
  ['Fecha de nacimiento: 04/05/1990', 'Fecha de nacimiento: [birth date]'],
  ['Her birthday is May 4th', 'Her birthday is [birth date]'],
  ['12 May 1990 (date of birth)', '[birth date] (date of birth)'],

  ['Her salary is €52,000 a year.', 'Her salary is [pay] a year.'],
  ['salary: 52000', 'salary: [pay]'],
  ['Salary between $40,000 and $60,000', 'Salary between [pay]'],
  ['Pay: £14.50 an hour', 'Pay: [pay] an hour'],
  ['a bonus of 3000 euros', 'a bonus of [pay]'],
  ['52k € gross pay', '[pay] gross pay'],
  ['Sueldo: 24.000 € brutos', 'Sueldo: [pay] brutos'],
  ['24.000 € brutos al año', '[pay] brutos al año'],
  ['She earns 4,200 EUR', 'She earns [pay]'],

  ['He has diabetes and needs breaks.', 'He has [health] and needs breaks.'],
  ['Ana Lopez, cancer, back in May', 'Ana Lopez, [health], back in May'],
  ['She is on sick leave until June.', 'She is on [health] until June.'],
  ['She told me of her pregnancy.', 'She told me of her [health].'],
  ['My colleague called in sick on Monday.', 'My colleague [health] on Monday.'],
  ['Está de baja por ansiedad desde mayo.', 'Está [health] por ansiedad desde mayo.'],
  ['Me dijo que está embarazada.', 'Me dijo que está [health].'],

  ['password: xyz', 'password: [secret]'],
  ['Password: Winter2026! for the portal', 'Password: [secret] for the portal'],
  ['The password is hunter2.', 'The password is [secret].'],
  ['contraseña: perro7', 'contraseña: [secret]'],
  ['API_KEY="9f8e7d6c5b4a"', 'API_KEY="[secret]"'],
  ['password: "Blue/42"; user: ana', 'password: "[secret]"; user: ana'],
  ['PIN: 4821', 'PIN: [secret]'],
  ['AKIAABCDEFGHIJKLMNOP', '[secret]'],
  [`ghp_${'a1B2'.repeat(9)}`, '[secret]'],
  [`Authorization: Bearer ${'abc123'.repeat(4)}`, 'Authorization: Bearer [secret]'],
  [`eyJhbGciOiJIUzI1NiJ9.${'a'.repeat(20)}.${'b'.repeat(20)}`, '[secret]'],
  ['-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\nbye', '[secret]\nbye'],
  ['postgres://app:s3cret@db.larkmoor.test/orders', 'postgres://app:[secret]@db.larkmoor.test/orders'],
  [`AccountName=x;AccountKey=${'Ab1+'.repeat(10)}==;`, 'AccountName=x;AccountKey=[secret];'],

  ['Ana, ana@larkmoor.test, +34 612 345 678, born 4 May 1990', 'Ana, [email], [phone], born [birth date]'],
];

/** Plain business text, invented data and talk about rules: nothing may ring. */
const passes: readonly string[] = [
  'Write to jobs@example.com or hr@mail.example.org, or ask@EXAMPLE.NET.',
  'Call 555-0100, (212) 555-0142 or +1 212 555 0199.',
  'Team lead: 555-0142, tel. 555-0117',
  '[ana.lopez@larkmoor.test] and [+34 612 345 678] are marked gaps',
  'Pay: [approved range from the pay template]',
  'Week 18 is 27 April to 3 May 2026.',
  'R1 | Northfield | orders sent | orders | 1,240 | 1,265',
  'Orders: 340 420 1240 2836 and 05 06 07 08 09',
  'Early 06:00 to 14:00, late 14:00-22:00, call at 15:00',
  'Version 3.2, in force since 1 September 2026, replaces 3.1.',
  'Return R-2047, change notice 18-02, order 2026-0012345',
  'Parcel 003456789012345678, item 4006381333931',
  'The new carton costs $25, 40 boxes cost €1,000.',
  'We paid the invoice of 1,240 euros on 12 May 2026.',
  'Pay: band D of the Larkmoor pay table, plus the shift allowance',
  'The salary review starts in 2027.',
  'The salary survey asked 1240 people.',
  'Salary review 2026: 3 steps',
  'Revenue rose to 2,863,000 EUR, 0.8 percent more.',
  'Our employee sick leave policy has four pages.',
  'Employees with diabetes may eat at the desk.',
  'The sick leave rate in week 18 was 4 percent.',
  'An employee who is on sick leave must call the shift lead.',
  'Ask nothing about age, health, origin, belief, union or pregnancy.',
  'Write a template for the return from sick leave.',
  'La política de baja médica cambia en mayo.',
  'Doors B and R2 have wheelchair access, visual aids help.',
  'El precio de baja temporada es de 24 €.',
  'Born digital: our archive since 2019.',
  'The birthday party is on 12 May 2026.',
  'The policy is in force from 12.05.2026.',
  'The password is changed every 90 days.',
  'Password: required',
  'password: ••••••, user: [name]',
  'The API key is in the vault.',
  'Press the access key: see the manual, page 12',
  'Password: at least twelve characters',
  'Never type a password or a secret here.',
  'Palabras clave: venta, precio, 2026',
  'Token: one per person and day',
  'See https://example.org/larkmoor/jobs?id=2128675309',
  'The server is 192.168.10.125, port 443.',
  'ES91 2100 0418 4502 0005 1333 fails the check',
  '4111 1111 1111 1112 fails the check',
  '12345678A fails the check, so does 44051401358',
  'QQ 12 34 56 C is the form that nobody has',
  'At 10 11 12 a bus leaves, in 98 of 100 cases',
  'Del 20260512 a 20260513 hay recuento.',
  'Room R4, dock 3, line 2, 38 hours, 14 machines, 10 kg',
  'Call on 12-05-2026 or 2026-05-12 about the 1,265 orders.',
  'We sent 2,863 orders; 119 orders (4 percent) were late.',
  '@here please read @team',
  '',
];

describe('the local check', () => {
  it.each(hits)('finds: %s', (text, expected) => expect(masked(text)).toBe(expected));
  it.each(passes)('is silent: %s', (text) => expect(findPersonalData(text, everywhere)).toEqual([]));

  it('looks for national numbers of the named countries only', () => {
    const text = 'DNI 12345678Z, PESEL 44051401359';
    expect(masked(text, [])).toBe(text);
    expect(masked(text, ['es', 'XX'])).toBe('DNI [national id], PESEL 44051401359');
  });

  it('names a data class for every kind', () => {
    const personal = findingKinds.filter((kind) => classSlugOf(kind) === 'personal');
    expect(personal).toEqual(['email', 'phone', 'birthDate']);
  });
});

describe('any text', () => {
  const pieces = [...hits.map(([text]) => text), ...passes];
  const pile = fc
    .array(fc.oneof(fc.constantFrom(...pieces), anyCharacters(12), fc.stringMatching(/^\W{1,3}$/)))
    .map((parts) => parts.join(''));

  it('gives places that lie in order inside the text, and after masking there are none', () => {
    fc.assert(
      fc.property(pile, (text) => {
        const found = findPersonalData(text, everywhere);
        let end = 0;
        for (const { from, to, placeholder } of found) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(placeholder).toMatch(/^\[[a-z ]+\]$/);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        const clean = mask(text, found);
        expect(findPersonalData(clean, everywhere).map(({ from, to }) => clean.slice(from, to))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  const units = ['a', '1', '1 ', '1-', '.a', 'a@', 'a.', 'a@a.', '+1 ', '(', '[', '[a', 'ES91 ', 'password:', 'password: ', 'eyJ',
    'eyJaaaaaaaa.', '-----BEGIN PRIVATE KEY-----', 'Bearer ', 'born 1 May 1990 ', 'salary ', '€1,000 ', '1,000', 'call 1', 'sick leave ',
    'she has cancer. ', 'a://a:', ' ', '\n', '\u2028', '07', 'sig=a', '-', 'sk-', '1 May ']; // biome-ignore format: one list
  it.each(units)('reads 20,000 signs of %j to the end', (unit) => {
    const text = unit.repeat(Math.ceil(maxChecked / unit.length));
    expect(Array.isArray(findPersonalData(`${text.slice(0, maxChecked - 1)}!`, everywhere))).toBe(true);
  });
});

describe('the starter playbook', () => {
  const value = z.looseObject({ example: z.string(), preset: z.string().optional() });
  const scenario = z.looseObject({ code: z.string(), prompts: z.array(z.looseObject({ variables: z.array(value) })) });
  const pack = z.looseObject({ code: z.string(), blocks: z.array(z.looseObject({ text: z.string() })) });
  const content = new URL('../../../src/content/', import.meta.url);

  async function exported(folder: string): Promise<unknown[]> {
    const files = readdirSync(new URL(folder, content)).filter((file) => file.endsWith('.ts'));
    const modules: unknown[] = await Promise.all(files.map((file) => import(new URL(folder + file, content).href)));
    return modules.flatMap((module) => Object.values(z.looseObject({}).parse(module)));
  }
  const found = (texts: readonly string[]) =>
    texts.flatMap((text) => findPersonalData(text, everywhere).map((f) => `${f.kind}: ${text.slice(f.from, f.to)}`));

  it('has packs that pass', async () => {
    const packs = z.array(pack).parse(await exported('packs/'));
    expect(packs.length).toBeGreaterThan(0);
    expect(packs.flatMap(({ code, blocks }) => found(blocks.map((b) => b.text)).map((f) => `${code} ${f}`))).toEqual(
      [],
    );
  });

  it('has variable examples and presets that pass', async () => {
    const scenarios = z.array(scenario).parse(await exported('scenarios/'));
    expect(scenarios.length).toBeGreaterThan(0);
    const rings = scenarios.flatMap(({ code, prompts }) =>
      found(prompts.flatMap((p) => p.variables.flatMap((v) => [v.example, `${v.preset ?? ''}`]))).map(
        (f) => `${code} ${f}`,
      ),
    );
    expect(rings).toEqual([]);
  });
});
