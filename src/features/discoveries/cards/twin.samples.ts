/** Faces of "this looks like". */
import { filler } from '../../../core/samples.ts';
import type { TwinData } from './twin.card.ts';

const discovery: TwinData['items'][number] = {
  title: 'Notes to tasks',
  text: 'Shared by Sam Sample · used by 3 people',
  detailId: 'twin-0',
  details: [{ text: 'I gave it the notes of our planning and asked for tasks by role.', spacing: 'Small' }],
  isDiscovery: true,
  discoveryId: 'discovery-1',
};
const scenario: TwinData['items'][number] = {
  title: 'Meeting notes into tasks',
  text: 'In the playbook',
  detailId: 'twin-1',
  details: [{ text: 'Turns notes into a list of tasks with a name of a role for each.', spacing: 'Small' }],
  isDiscovery: false,
  discoveryId: '',
};

const usual: TwinData = { summary: 'This looks like something we have', items: [discovery, scenario], kept: '{}' };

export const twinSamples: Record<string, TwinData> = {
  usual,
  longest: {
    ...usual,
    items: (['twin-0', 'twin-1', 'twin-2'] as const).map((detailId) => ({
      ...discovery,
      title: filler(80),
      detailId,
      details: [{ text: filler(800), spacing: 'Small' }],
    })),
    kept: JSON.stringify({ what: filler(800), promptText: filler(6_000) }),
  },
  rightToLeft: { ...usual, items: [{ ...discovery, title: 'من الملاحظات إلى المهام', text: 'استخدمه 3 أشخاص' }] },
};
