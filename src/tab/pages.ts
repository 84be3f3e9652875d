/** The pages in the order of the menu. Each loads when it is opened. */
import {
  ArrowDownloadRegular,
  BookRegular,
  CalendarLtrRegular,
  ChannelRegular,
  ClipboardTaskListLtrRegular,
  DataBarVerticalRegular,
  InfoRegular,
  PeopleRegular,
  PersonRegular,
  SettingsRegular,
  ShieldCheckmarkRegular,
} from '@fluentui/react-icons';
import { lazy } from 'react';
import type { Page } from './page.ts';
import { holdsAny } from './reader.ts';

export const pages: readonly Page[] = [
  {
    path: '/review',
    name: 'review',
    Icon: ClipboardTaskListLtrRegular,
    isFor: ({ hasWork }) => hasWork,
    Body: lazy(async () => ({ default: (await import('../features/review/page.tsx')).ReviewPage })),
  },
  {
    path: '/playbook',
    name: 'playbook',
    Icon: BookRegular,
    isFor: () => true,
    Body: lazy(async () => ({ default: (await import('../features/playbook/page.tsx')).PlaybookPage })),
  },
  {
    path: '/tools',
    name: 'tools',
    Icon: ShieldCheckmarkRegular,
    isFor: () => true,
    Body: lazy(async () => ({ default: (await import('../features/guardrails/page.tsx')).ToolsPage })),
  },
  {
    path: '/measures',
    name: 'measures',
    Icon: DataBarVerticalRegular,
    isFor: (me) => holdsAny(me, ['manager', 'hrLead', 'owner']),
    Body: lazy(async () => ({ default: (await import('../features/measures/page.tsx')).MeasuresPage })),
  },
  {
    path: '/hours',
    name: 'hours',
    Icon: CalendarLtrRegular,
    isFor: () => true,
    Body: lazy(async () => ({ default: (await import('../features/office-hours/page.tsx')).HoursPage })),
  },
  {
    path: '/me',
    name: 'me',
    Icon: PersonRegular,
    isFor: () => true,
    Body: lazy(async () => ({ default: (await import('../features/people/me-page.tsx')).MePage })),
  },
  {
    path: '/people',
    name: 'people',
    Icon: PeopleRegular,
    isFor: (me) => holdsAny(me, ['admin', 'hrLead']),
    Body: lazy(async () => ({ default: (await import('../features/people/page.tsx')).PeoplePage })),
  },
  {
    path: '/about',
    name: 'about',
    Icon: InfoRegular,
    isFor: () => true,
    Body: lazy(async () => ({ default: (await import('../features/about/page.tsx')).AboutPage })),
  },
  {
    path: '/community',
    name: 'community',
    Icon: ChannelRegular,
    isFor: () => false,
    Body: lazy(async () => ({ default: (await import('../features/communities/page.tsx')).CommunityPage })),
  },
  {
    path: '/files',
    name: 'files',
    Icon: ArrowDownloadRegular,
    isFor: () => false,
    Body: lazy(async () => ({ default: (await import('../features/portable/page.tsx')).FilesPage })),
  },
  {
    path: '/config',
    name: 'config',
    Icon: SettingsRegular,
    isFor: () => false,
    Body: lazy(async () => ({ default: (await import('../features/communities/config-page.tsx')).ConfigPage })),
  },
];
