import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { variables } from '../../src/config.ts';

const lines = readFileSync('env/.env.example', 'utf8').split('\n');
const names = lines.flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);

describe('env/.env.example', () => {
  it('explains exactly the variables that the server reads, in their order', () => {
    expect(names).toEqual(Object.keys(variables.shape));
  });

  it.each(names)('explains %s in one or two lines', (name) => {
    const at = lines.findIndex((line) => line.startsWith(`${name}=`));
    const before = lines.slice(0, at).toReversed();
    const comment = before.slice(
      0,
      before.findIndex((line) => !line.startsWith('#')),
    );
    expect(comment.length).toBeGreaterThanOrEqual(1);
    expect(comment.length).toBeLessThanOrEqual(2);
    for (const line of comment) expect(line.length).toBeGreaterThan(15);
  });

  it('holds no secret', () => {
    for (const name of ['BOT_PASSWORD', 'SIGNING_KEY']) expect(lines).toContain(`${name}=`);
  });
});
