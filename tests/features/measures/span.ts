/** What somebody can work out who adds and takes away figures: linear algebra over a prime. */

const prime = 33_554_393;
const mod = (value: number): number => ((value % prime) + prime) % prime;

function inverse(value: number): number {
  let [a, b, x, y] = [value, prime, 1, 0];
  while (b !== 0) {
    const q = Math.floor(a / b);
    [a, b] = [b, a - q * b];
    [x, y] = [y, x - q * y];
  }
  return mod(x);
}

/** Independent rows that span the same. */
export function basisOf(rows: readonly (readonly number[])[]): number[][] {
  const basis: { lead: number; row: number[] }[] = [];
  for (const given of rows) {
    let row = given.map(mod);
    for (const { lead, row: known } of basis) {
      const factor = row[lead] ?? 0;
      if (factor !== 0) row = row.map((value, n) => mod(value - factor * (known[n] ?? 0)));
    }
    const lead = row.findIndex((value) => value !== 0);
    if (lead === -1) continue;
    const factor = inverse(row[lead] ?? 1);
    basis.push({ lead, row: row.map((value) => mod(value * factor)) });
  }
  return basis.map(({ row }) => row);
}

/** In how many independent ways the rows combine to something that stands on these columns alone. */
export function waysOnto(basis: readonly (readonly number[])[], isInside: (column: number) => boolean): number {
  const outside = basis.map((row) => row.filter((_, column) => !isInside(column)));
  return basis.length - basisOf(outside).length;
}
