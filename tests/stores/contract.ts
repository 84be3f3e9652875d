/** The contract of the store port. Every adapter passes it unchanged: the features rely on nothing else. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { movingClock } from '../helpers/moving-clock.ts';
import { archives } from './contract/archives.ts';
import { batches } from './contract/batches.ts';
import { finds } from './contract/finds.ts';
import { contractLists, type Kit, type Opened, type OpenStore } from './contract/kit.ts';
import { limits } from './contract/limits.ts';
import { paging } from './contract/paging.ts';
import { tenants } from './contract/tenants.ts';
import { writes } from './contract/writes.ts';

export function storeContract(name: string, open: OpenStore): void {
  describe(`the store contract: ${name}`, () => {
    const clock = movingClock();
    let opened: Opened;
    let cases = 0;
    afterEach(() => {
      cases++;
    });
    beforeAll(async () => {
      opened = await open({ clock, lists: contractLists });
    });
    afterAll(async () => {
      await opened.close();
      process.stdout.write(`store contract: ${name}: ${cases} cases\n`);
    });

    it('is ready to serve', async () => {
      await expect(opened.store.check()).resolves.toBeUndefined();
    });

    const kit = (): Kit => ({ store: opened.store, clock });
    for (const part of [writes, batches, finds, paging, tenants, limits, archives]) part(kit);
  });
}
