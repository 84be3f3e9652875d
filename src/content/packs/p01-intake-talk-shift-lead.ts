import type { StarterPack } from '../shape.ts';

export const intakeTalkShiftLead: StarterPack = {
  code: 'P01',
  slug: 'intake-talk-shift-lead',
  title: 'Intake talk, warehouse shift lead',
  blocks: [
    {
      name: 'Intake notes',
      text: `Invented data for practice.
Intake talk, warehouse shift lead, Northfield. Notes of the HR business partner, names taken out.

Why now: the shift lead of the early team moved to Harbour Road in October. A colleague covers two shifts for now.
The team: picks, packs and loads orders of packing materials. Twelve people on the early shift, about 340 orders a day.
What must be better in a year: fewer orders leave on the wrong day. Stock counts must have fewer errors. New people need six weeks until they pick alone, that is too long.
Daily work: plan the shift, give out tasks, walk the floor, clear stops at the loading doors, keep the shift list in the warehouse system, write the handover for the late shift.
Leading: five-minute talk at the start of each shift, give feedback, train new people, settle small conflicts.
Safety: check walkways and racks once per shift. Stop work when something is unsafe.
Needed: has led a group before, in any line of work. Can plan work for a team. Explains clearly, spoken and written. Can use stock software, ours can be learned here. Speaks up when something is unsafe. Must hold a forklift licence on the first day.
Good to have: knows packing materials, has trained new people, has worked with an improvement board.
Not needed: a certain school, a degree, years in our industry.
Reports to: operations manager, Northfield. Leads the early team, fourteen people.
Later in the talk: the forklift licence can be gained with us in the first three months. Larkmoor runs the course.
Start: as soon as the person is free, if possible by March.`,
    },
    {
      name: 'Outcomes of the first year',
      text: `1. After six months, 98 of 100 orders of the early shift leave on the planned day. Today it is 94.
2. After nine months, at most 1 in 100 stock lines is counted wrong. Today it is 3.
3. After twelve months, new people pick alone after four weeks. Today it takes six.`,
    },
    {
      name: 'Site and hours',
      text: 'Northfield warehouse, full time, early shift, Monday to Friday, 6 am to 2 pm',
    },
    {
      name: 'Pay and legal block',
      text: `Pay: band D of the Larkmoor pay table, plus the shift allowance of the site agreement.
Larkmoor Supplies chooses people by the demands of the job alone. Do you need a change to the hiring steps? Write to jobs@example.com.
How to apply: send the short form at https://example.org/larkmoor/jobs.`,
    },
    {
      name: 'Answer key',
      text: `Look at this only after your own try.
The notes contradict themselves twice.
1. Team size: twelve people in one line, fourteen in another.
2. Forklift licence: needed on the first day in one line, learned in the first three months in another.
A good draft does not choose. It lists both points as questions for the hiring manager.`,
    },
  ],
};
