/** Files of page tests that share a browser, and most of them a world, since starting one costs more than most of the tests. */
import { afterAll } from '@jest/globals';
import './config.ts';
import './edit.ts';
import './hours.ts';
import './my-data.ts';
import './shell.ts';
import { browser } from './kit.ts';
import { closeShared } from './shared.ts';

afterAll(async () => {
  await closeShared();
  await browser?.close();
});
