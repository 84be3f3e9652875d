/** Office hours alone, without other features: who comes stands in the store, and nothing else is asked of anybody. */
import type { Communities } from '../../src/core/community.ts';
import type { Feature } from '../../src/core/feature.ts';
import type { KeyedHash } from '../../src/core/ids.ts';
import { officeHours } from '../../src/features/office-hours/index.ts';
import { wordsFor } from '../../src/text/words.ts';
import { plainCard } from './bell.ts';

/** Everybody's, whichever is asked for. */
const open: Communities = {
  one: async (_turn, id) => ({
    ...{ id, name: 'Recruiters', language: 'en', zone: 'Europe/London', hostIds: [], departmentIds: [], addresses: [] },
    ...{ isActive: true, isMember: true, isHost: false },
  }),
  all: async () => [],
  here: async () => undefined,
  linkHere: async () => [],
};

export const hoursAlone = (hash: KeyedHash): Feature =>
  officeHours({
    ...{ hash, wordsFor, communities: open, publicUrl: 'https://fieldbook.example.com', writeCalendar: () => '' },
    introduce: async () => undefined,
    nameOf: async () => 'Person 901',
    holders: async () => [],
    noteCard: (_turn, { heading }) => plainCard(heading),
    finds: async () => [],
    openQuestions: async () => [],
    weakScenarios: async () => [],
    toolChanges: async () => [],
    ask: async () => [],
    share: async () => [],
    startDraft: async () => ({ kind: 'missing' }),
    mayRead: async () => false,
  });
