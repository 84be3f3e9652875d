/** The pages in the order of the menu. Each loads when it is opened. What one shows of another feature is handed over here. */
import {
  ArrowDownloadRegular,
  BookRegular,
  CalendarLtrRegular,
  ChannelRegular,
  ClipboardTaskListLtrRegular,
  DataBarVerticalRegular,
  FlowRegular,
  InfoRegular,
  PeopleRegular,
  PersonRegular,
  RocketRegular,
  SettingsRegular,
  ShieldCheckmarkRegular,
} from '@fluentui/react-icons';
import { createElement } from 'react';
import { opened } from './opened.ts';
import type { Page, Part } from './page.ts';
import { holdsAny } from './reader.ts';

const leads = ['admin', 'owner', 'hrLead', 'governance'] as const;

export const pages: readonly Page[] = [
  {
    path: '/review',
    name: 'review',
    Icon: ClipboardTaskListLtrRegular,
    isFor: ({ hasWork }) => hasWork,
    Body: opened(async () => (await import('../features/review/page.tsx')).ReviewPage),
  },
  {
    path: '/playbook',
    name: 'playbook',
    Icon: BookRegular,
    isFor: () => true,
    Body: opened(async () => (await import('../features/playbook/page.tsx')).PlaybookPage),
  },
  {
    path: '/workflows/pilots',
    name: 'pilots',
    Icon: FlowRegular,
    isFor: () => false,
    Body: opened(async () => (await import('../features/pilots/page.tsx')).PilotsPage),
  },
  {
    path: '/workflows',
    name: 'workflows',
    Icon: FlowRegular,
    isFor: (me) => me.hasWork || holdsAny(me, leads),
    Body: opened(async () => {
      const { WorkflowsPage } = await import('../features/playbook/workflows-page.tsx');
      const { PilotList } = await import('../features/pilots/page.tsx');
      return () => createElement(WorkflowsPage, { Pilots: PilotList });
    }),
  },
  {
    path: '/tools',
    name: 'tools',
    Icon: ShieldCheckmarkRegular,
    isFor: () => true,
    Body: opened(async () => (await import('../features/guardrails/page.tsx')).ToolsPage),
  },
  {
    path: '/measures',
    name: 'measures',
    Icon: DataBarVerticalRegular,
    isFor: (me) => holdsAny(me, ['manager', 'hrLead', 'owner']),
    Body: opened(async () => (await import('../features/measures/page.tsx')).MeasuresPage),
  },
  {
    path: '/hours',
    name: 'hours',
    Icon: CalendarLtrRegular,
    isFor: () => true,
    Body: opened(async () => (await import('../features/office-hours/page.tsx')).HoursPage),
  },
  {
    path: '/setup',
    name: 'setup',
    Icon: RocketRegular,
    isFor: (me) => holdsAny(me, leads),
    isStart: ({ isUnset }) => isUnset,
    Body: opened(async () => (await import('../features/setup/page.tsx')).SetUpPage),
  },
  {
    path: '/me',
    name: 'me',
    Icon: PersonRegular,
    isFor: () => true,
    Body: opened(async () => (await import('../features/people/me-page.tsx')).MePage),
  },
  {
    path: '/people',
    name: 'people',
    Icon: PeopleRegular,
    isFor: (me) => holdsAny(me, ['admin', 'hrLead']),
    Body: opened(async () => (await import('../features/people/page.tsx')).PeoplePage),
  },
  {
    path: '/about',
    name: 'about',
    Icon: InfoRegular,
    isFor: () => true,
    Body: opened(async () => (await import('../features/about/page.tsx')).AboutPage),
  },
  {
    path: '/community',
    name: 'community',
    Icon: ChannelRegular,
    isFor: () => false,
    Body: opened(async () => (await import('../features/communities/page.tsx')).CommunityPage),
  },
  {
    path: '/files',
    name: 'files',
    Icon: ArrowDownloadRegular,
    isFor: () => false,
    Body: opened(async () => (await import('../features/portable/page.tsx')).FilesPage),
  },
  {
    path: '/config',
    name: 'config',
    Icon: SettingsRegular,
    isFor: () => false,
    Body: opened(async () => (await import('../features/communities/config-page.tsx')).ConfigPage),
  },
];

/** What other features show on the page Me, between one's own things and the settings. */
export const partsOfMe: readonly Part[] = [
  opened(async () => (await import('../features/uses/own-page.tsx')).OwnRunsPage, null),
];

/** What other features show at the end of the set-up. */
export const partsOfSetUp: readonly Part[] = [
  opened(async () => (await import('../features/review/periods-page.tsx')).PeriodsPart, null),
];
