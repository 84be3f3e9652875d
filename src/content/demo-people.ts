/** Invented people of the demo, named for what they are. The tab's person picker lists them. */
import { z } from 'zod';
import { slug, text } from '../core/fields.ts';

export const demoPerson = z.strictObject({
  id: z.uuid(),
  name: text(120).refine((name) => name.startsWith('Example '), { error: 'starts with "Example"' }),
  role: slug,
  department: slug,
  /** `author` and `manager` hold in the person's department, `host` in a community, the others everywhere. */
  grants: z.array(z.enum(['admin', 'owner', 'hrLead', 'governance', 'manager', 'author', 'host'])),
  /** Joined the running pilot of the demo workflow. */
  pilotMember: z.boolean(),
});
export type DemoPerson = z.infer<typeof demoPerson>;

export const demoPeople: DemoPerson[] = [
  {
    id: '00000000-0000-4000-8000-000000000101',
    name: 'Example project owner',
    role: 'operations-manager',
    department: 'operations',
    grants: ['admin', 'owner'],
    pilotMember: true,
  },
  {
    id: '00000000-0000-4000-8000-000000000102',
    name: 'Example HR lead',
    role: 'hr-business-partner',
    department: 'hr',
    grants: ['hrLead'],
    pilotMember: false,
  },
  {
    id: '00000000-0000-4000-8000-000000000103',
    name: 'Example second HR lead',
    role: 'hr-advisor',
    department: 'hr',
    grants: ['hrLead'],
    pilotMember: false,
  },
  {
    id: '00000000-0000-4000-8000-000000000104',
    name: 'Example tools lead',
    role: 'everyone',
    department: 'everyone',
    grants: ['governance'],
    pilotMember: false,
  },
  {
    id: '00000000-0000-4000-8000-000000000105',
    name: 'Example second tools lead',
    role: 'controller',
    department: 'finance',
    grants: ['governance'],
    pilotMember: false,
  },
  {
    id: '00000000-0000-4000-8000-000000000106',
    name: 'Example operations manager',
    role: 'operations-manager',
    department: 'operations',
    grants: ['manager'],
    pilotMember: true,
  },
  {
    id: '00000000-0000-4000-8000-000000000107',
    name: 'Example hiring manager',
    role: 'hiring-manager',
    department: 'recruiting',
    grants: ['manager'],
    pilotMember: false,
  },
  {
    id: '00000000-0000-4000-8000-000000000108',
    name: 'Example author and host',
    role: 'process-owner',
    department: 'operations',
    grants: ['author', 'host'],
    pilotMember: true,
  },
  {
    id: '00000000-0000-4000-8000-000000000109',
    name: 'Example team lead, early shift',
    role: 'team-lead',
    department: 'operations',
    grants: [],
    pilotMember: true,
  },
  {
    id: '00000000-0000-4000-8000-000000000110',
    name: 'Example team lead, late shift',
    role: 'team-lead',
    department: 'operations',
    grants: [],
    pilotMember: true,
  },
  {
    id: '00000000-0000-4000-8000-000000000111',
    name: 'Example operations analyst',
    role: 'operations-analyst',
    department: 'operations',
    grants: [],
    pilotMember: true,
  },
  {
    id: '00000000-0000-4000-8000-000000000112',
    name: 'Example recruiter',
    role: 'recruiter',
    department: 'recruiting',
    grants: [],
    pilotMember: false,
  },
];
