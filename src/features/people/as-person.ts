/** A turn as somebody else would see it, for what is decided about them; and whether they want to be asked the pulse. */
import type { Turn } from '../../core/turn.ts';
import type { WordsFor } from '../../core/words.ts';
import { readPerson, savePerson } from './documents.ts';

export async function asPerson(turn: Turn, personId: string, wordsFor: WordsFor): Promise<Turn | undefined> {
  const known = (await readPerson(turn.store, personId))?.person;
  if (known?.status !== 'active') return undefined;
  const { displayName: name, roleIds, departmentId, grants, language, zone, seen } = known;
  const locale = language ?? seen?.locale ?? 'en';
  return {
    ...turn,
    words: wordsFor(locale),
    who: {
      ...{ tenantId: turn.store.tenantId, personId, name, roleIds, grants, locale, zone: zone ?? seen?.zone ?? 'UTC' },
      ...(departmentId ? { departmentId } : {}),
    },
  };
}

export async function isPulseMuted({ store, who }: Turn): Promise<boolean> {
  const news = (await readPerson(store, who.personId))?.person.notify?.news;
  return news === 'noPulse' || news === 'off';
}

export async function mutePulse({ store, who, now }: Turn): Promise<void> {
  const known = (await readPerson(store, who.personId))?.person;
  if (known?.notify?.news === 'off') return;
  const notify = { answers: 'now', work: 'day', ...known?.notify, news: 'noPulse' } as const;
  await savePerson(store, who, now, { notify });
}
