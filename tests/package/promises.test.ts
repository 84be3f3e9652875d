import { describe, expect, it } from '@jest/globals';
import { catalogueOf } from '../../src/text/words.ts';
import { offered as features } from '../helpers/offered.ts';
import { manifestOf, spanish } from './package-files.ts';
import { promised, served } from './promises.ts';

const manifest = manifestOf('dev');
const titleIn = (language: string) => (name: string) =>
  (catalogueOf(language)[`command.${name}`] ?? '').split(';')[0]?.trim() ?? '';

describe('the manifest and the features', () => {
  it('promise and serve the same commands, searches, dialogs and links', () => {
    const all = {
      commands: features.flatMap((feature) => feature.commands ?? []),
      searches: features.flatMap((feature) => feature.searches ?? []),
      dialogs: features.flatMap((feature) => feature.dialogs ?? []),
      links: features.flatMap((feature) => feature.links ?? []),
    };
    expect(served(all, titleIn('en'))).toEqual(promised(manifest));
  });

  it('call each command in Spanish what the bot understands first', () => {
    const words = new Map(
      features.flatMap(({ commands = [] }) => commands.map(({ name }) => [titleIn('en')(name), titleIn('es')(name)])),
    );
    manifest.bots[0].commandLists.forEach(({ commands }, i) => {
      commands.forEach(({ title }, j) => {
        expect([title, spanish[`bots[0].commandLists[${i}].commands[${j}].title`]]).toEqual([title, words.get(title)]);
      });
    });
  });
});
