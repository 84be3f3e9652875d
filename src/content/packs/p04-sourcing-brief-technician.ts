import type { StarterPack } from '../shape.ts';

export const sourcingBriefTechnician: StarterPack = {
  code: 'P04',
  slug: 'sourcing-brief-technician',
  title: 'Sourcing brief, maintenance technician',
  blocks: [
    {
      name: 'Role profile',
      text: `Invented data for practice.
Maintenance technician, Eastgate. One job, day shift, full time. The search starts on Monday 11 January 2027.

Outcomes of the first year
- Stops of the two packing lines fall from 9 to 5 a month.
- Every planned service is done in its week.
- Each repair has a short note that the next person can follow.

Must have: has repaired machines or vehicles, can read a wiring plan, can find a fault step by step, writes short clear notes.
Good to have: has worked with conveyors, compressed air or hydraulics; has trained others.
Not needed: a certain school, a degree, years in packing.
People from other trades can learn the lines here in eight weeks.`,
    },
    {
      name: 'Channels we have',
      text: `1. Professional network with recruiter search: one seat, used by the recruiter.
2. Regional job board with search in open profiles: contract until June 2027, used by the sourcer.
3. Own careers page: ads go live in one day.
4. Colleagues who pass the ad on: Eastgate has 110 people.
5. Partner group for career changers: meets every second Wednesday at Eastgate, next on 13 January 2027. It supports people who return to work after a long break and people new to the country. One contact by mail.
6. Training centre: notice board for people who finish a technical course. No answer since spring 2026.`,
    },
    {
      name: 'Last results',
      text: `Search for the same job in spring 2026, counts only.
Regional job board: one search string, 46 hits, 20 people written to, 4 answers, 1 interview.
Careers page: 11 applications, 2 interviews.
Colleagues: 3 applications, 2 interviews, 1 person hired after 14 weeks.
Professional network, partner group and training centre: not used.
The string was: "maintenance technician" AND packing. It missed people who use another job title.`,
    },
  ],
};
