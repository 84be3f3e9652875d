/** The two communities that the playbook prepares (content 8). Hosts and channels are asked of the organisation. */
import type { StarterCommunity } from './shape.ts';

export const communities: StarterCommunity[] = [
  {
    slug: 'hr-recruiting-circle',
    name: 'HR and Recruiting AI circle',
    purpose: 'Share what works in hiring and HR tasks, and settle gray areas early.',
    departments: ['hr', 'recruiting'],
    digest: { cadence: 'weekly', weekday: 4, at: '10:00', zone: 'America/New_York' },
  },
  {
    slug: 'ops-finance-circle',
    name: 'Operations and Finance AI circle',
    purpose: 'Share what works in reports, procedures and the month-end close.',
    departments: ['operations', 'finance'],
    digest: { cadence: 'everyTwoWeeks', weekday: 3, at: '09:30', zone: 'Europe/London' },
  },
];
