/** The verb that makes a person be forgotten: every feature is asked for its part. */
import { features } from './app.ts';
import { atKeyboard, type Opened } from './cli-moves.ts';
import { systemClock } from './core/clock.ts';
import { keyedHash, sealUnder } from './core/ids.ts';
import { silentLog } from './core/log.ts';
import { erasePerson } from './features/people/erasing.ts';
import { writers } from './files/writers.ts';
import { createSearch } from './search/search.ts';
import { signingKey } from './signing-key.ts';
import { languages, wordsFor } from './text/words.ts';

/** What went and what has a neutral name now, by kind: the proof that the person may ask for. */
export async function erased({ store, config, tenantId }: Opened, personId: string): Promise<string[]> {
  const offered = features({
    ...{ search: createSearch({ log: silentLog }), wordsFor, languages },
    ...{ hash: keyedHash(signingKey(config)), seal: sealUnder(signingKey(config)) },
    ...{ isExample: false, countryChecks: [], publicUrl: config.publicUrl },
    ...writers,
  });
  const erasures = offered.flatMap((feature) => feature.erasures ?? []);
  const actor = { actorId: atKeyboard(), actorKind: 'cli' } as const;
  const asking = { store: store.forTenant(tenantId, { pace: 'job' }), now: systemClock.now(), actor };
  const done = await erasePerson(asking, erasures, personId);
  if (done.kind === 'lastOne')
    throw new Error(`cli: ${personId} is the last ${done.grant}: give it to somebody else first`);
  const counts = [...done.counts].map(([what, count]) => `${count} ${what}`);
  if (done.kind === 'unfinished')
    throw new Error(`cli: not everything is gone yet, call it again (so far: ${counts.join(', ') || 'nothing'})`);
  if (counts.length === 0) return ['nothing here names this person'];
  return [
    ...counts,
    `read again: nothing here names this person; noted in the audit log as ${actor.actorId}`,
    'copies for recovery run out by themselves, within 30 days',
  ];
}
