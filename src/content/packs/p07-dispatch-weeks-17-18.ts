import type { StarterPack } from '../shape.ts';

export const dispatchWeeks1718: StarterPack = {
  code: 'P07',
  slug: 'dispatch-weeks-17-18',
  title: 'Dispatch numbers, weeks 17 and 18',
  blocks: [
    {
      name: 'Table of both weeks',
      text: `Invented data for practice.
Week 17 is 20 to 26 April 2026. Week 18 is 27 April to 3 May 2026.
Row | site | measure | unit | week 17 | week 18
R1 | Northfield | orders sent | orders | 1,240 | 1,265
R2 | Eastgate | orders sent | orders | 980 | 940
R3 | Harbour Road | orders sent | orders | 620 | 631
R4 | all sites | orders sent | orders | 2,840 | 2,863
R5 | Northfield | orders sent late | orders | 31 | 29
R6 | Eastgate | orders sent late | orders | 50 | 70
R7 | Harbour Road | orders sent late | orders | 19 | 20
R8 | all sites | orders sent late | orders | 100 | 119
R9 | Northfield | parcels damaged in packing | parcels | 12 | 11
R10 | Eastgate | parcels damaged in packing | parcels | 9 | 10
R11 | Harbour Road | parcels damaged in packing | parcels | 8 | 8
R12 | all sites | parcels damaged in packing | parcels | 29 | 29`,
    },
    {
      name: 'Thresholds',
      text: `Invented data for practice.
Orders sent: an exception when a site changes by 5 percent or more against last week.
Orders sent late: an exception when they are more than 6 percent of the orders a site sent, or when a site has 10 more than last week.
Parcels damaged in packing: an exception when a site has more than 12 in one week.
Totals: an exception whenever a total does not equal the sum of its sites. Use the sum of the sites until the table is corrected.`,
    },
    {
      name: 'Known events',
      text: `Invented data for practice.
E1: Eastgate, packing line 2 stood still on Tue 28 April 2026 from 14:10 to 17:40 (maintenance log). The log does not say which orders were touched.
E2: Northfield, a new carton size is in use since Mon 27 April 2026 (change notice 18-02).
E3: Fri 1 May 2026 was a normal working day at all three sites (site calendar).`,
    },
    {
      name: 'Report to test',
      text: `Invented data for practice.
Dispatch report, week 18
Week 18 was a good week. We sent 2,863 orders, 0.8 percent more than in week 17. Northfield sent 1,265 orders and Eastgate sent 940.
119 orders were late, which is about 4 percent of all orders. Northfield had 29 late orders and Eastgate had 70. The late orders at Eastgate came from the line stop on Tuesday.
Damage in packing was stable at 29 parcels.
The line stop shows that Eastgate needs more packing capacity. We suggest renting a third packing line for Eastgate from June.`,
    },
    {
      name: 'Answer key',
      text: `Invented data for practice. Read this after your own try.
The outlier: late orders at Eastgate went from 50 to 70 (R6), up 20 orders or 40.0 percent. That is 7.4 percent of the 940 orders sent.
The total: 1,265 + 940 + 631 = 2,836, but R4 says 2,863. With 2,836, orders sent fell by 4, which is 0.1 percent.
The cause: nothing in the events links the late orders to the line stop. It happened in the same week, and that is all we can say.
The report to test leaves out Harbour Road and gives no number for the rise at Eastgate.`,
    },
  ],
};
