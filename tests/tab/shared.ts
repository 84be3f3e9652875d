/** Worlds that the files of pages.test.ts share: no test there minds what another leaves behind. */
import { tenantId } from '../helpers/activities.ts';
import { type Entra, entraStub } from '../helpers/entra.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { startTab, type TabWorld } from './kit.ts';

const closes: (() => Promise<void>)[] = [];

function once<T extends { close(): Promise<void> }>(start: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined;
  return () => {
    if (!started) closes.push(async () => (await started)?.close());
    started ??= start();
    return started;
  };
}

/** In a plain browser. */
export const plainTab = once(() => startTab());

export interface TeamsWorld {
  readonly tab: TabWorld;
  readonly entra: Entra;
  close(): Promise<void>;
}

/** Inside Teams: the world's clock stands where that of the tokens does; the tab's app has the id that the world gives it. */
export const teamsTab = once(async (): Promise<TeamsWorld> => {
  const entra = await entraStub(tenantId, movingClock());
  const tab = await startTab({ bot: true, overrides: { web: { entraUrl: entra.metadataUrl } } });
  return {
    tab,
    entra,
    async close() {
      await tab.close();
      await entra.close();
    },
  };
});

export async function closeShared(): Promise<void> {
  for (const close of closes) await close();
}
