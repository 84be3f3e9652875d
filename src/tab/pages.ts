/** The pages in the order of the menu. Each loads when it is opened. */
import { BookRegular } from '@fluentui/react-icons';
import { lazy } from 'react';
import type { Page } from './page.ts';

export const pages: readonly Page[] = [
  {
    path: '/playbook',
    name: 'playbook',
    Icon: BookRegular,
    isFor: () => true,
    Body: lazy(async () => ({ default: (await import('../features/playbook/page.tsx')).PlaybookPage })),
  },
];
