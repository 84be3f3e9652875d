/** The features as the server offers them, for tests that compare lists. */

import { features } from '../../src/app.ts';
import { keyedHash, sealUnder } from '../../src/core/ids.ts';
import { createSearch } from '../../src/search/search.ts';
import { languages, wordsFor } from '../../src/text/words.ts';
import { noFiles } from './no-files.ts';

export const offered = features({
  search: createSearch(),
  hash: keyedHash(Buffer.alloc(32, 7)),
  seal: sealUnder(Buffer.alloc(32, 7)),
  wordsFor,
  languages,
  isExample: false,
  countryChecks: ['US', 'GB', 'ES'],
  publicUrl: 'https://fieldbook.example.com',
  ...noFiles,
  installation: { version: '', isInAzure: false, isOpen: true, reach: async () => undefined },
});
