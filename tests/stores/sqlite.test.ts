/** The SQLite adapter passes the contract, in memory and on a file. */

import { storeContract } from './contract.ts';
import { folders } from './folder.ts';

const { make, open, clear } = folders();

storeContract('SQLite in memory', async (options) => {
  const store = open(':memory:', options);
  return { store, close: () => store.close() };
});

storeContract('SQLite on a file', async (options) => {
  const store = open(make(), options);
  return { store, close: clear };
});
