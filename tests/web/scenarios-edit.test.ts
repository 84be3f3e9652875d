/** A scenario is written in the tab: begun, saved unfinished, told what is missing, sent, sent back, published. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startWorld, type World } from '../helpers/world.ts';
import { analyst, as, author, edited, foundBy, owner, press, scenarioNamed } from './scenarios-kit.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('a new version', () => {
  it('is written by an author, published by the owner, and found at once', async () => {
    const id = await scenarioNamed(world, 'Procedure from notes or a transcript');
    const saved = await edited(as(world, author), id, { title: 'Procedure from scribbles' });
    expect({ status: saved.status, missing: saved.body.missing }).toEqual({ status: 200, missing: [] });
    expect(await foundBy(world, analyst, 'scribbles')).not.toContain('Procedure from scribbles');
    const sent = await press(as(world, author), id, 'submit');
    expect({ status: sent.status, word: sent.body.status?.word }).toEqual({
      status: 200,
      word: 'Live, next version being looked at',
    });
    const live = await press(as(world, owner), id, 'approve');
    expect({ status: live.status, note: live.body.note }).toEqual({ status: 200, note: 'It is live.' });
    expect(await foundBy(world, analyst, 'scribbles')).toContain('Procedure from scribbles');
  });
});
