import type { StarterPack } from '../shape.ts';

export const outreachAndScheduling: StarterPack = {
  code: 'P06',
  slug: 'outreach-and-scheduling',
  title: 'Outreach and scheduling',
  blocks: [
    {
      name: 'Role facts',
      text: `Invented data for practice.
Job: maintenance technician for packing machines
Company: Larkmoor Supplies, 420 people, sells packing materials
Site: Northfield
Work: keep 14 packing and cutting machines running, do planned checks, find faults, repair
Shifts: early 06:00 to 14:00 and late 14:00 to 22:00, changing every week. No nights and no weekends
Team: 5 technicians and a team lead
Must have: two years of repairing machines in any industry; can read a circuit diagram
First weeks: four weeks of training at the machines, with one technician at your side
Contract: permanent, full time 38 hours a week, part time from 30 hours is possible
Pay: [approved range from the pay template]
Why this job is worth a talk: every technician has two hours a week to improve a machine of their choice. A new test bench stands ready since March 2026
First step: a call of 20 minutes, no CV needed
Start date: not fixed yet`,
    },
    {
      name: 'Group of people',
      text: 'Invented data for practice.\nPeople who repair machines in print, food or farm work, in reach of Northfield.',
    },
    {
      name: 'Sender and contact',
      text: 'Invented data for practice.\nRecruiter, Larkmoor Supplies, recruiting@example.com, 555-0131',
    },
    {
      name: 'Template sentences',
      text: `Invented data for practice.
The approved template has one sentence for each kind of note. Use it word for word.
Invite: We would like to meet you, and you can tell us if another time suits you better.
Change: We have to move our talk, and we are sorry for the trouble this causes you.
Decline: We have decided to go on with people whose recent work is closer to this role.`,
    },
    {
      name: 'Calendar',
      text: `Invented data for practice.
Job: maintenance technician, Northfield. All calendar times are London time.
Person | stage | day and time | place | state
[Candidate A] | first call | Mon 1 June 2026, 10:00 to 10:20 | phone, we call | moves to Wed 3 June 2026, 16:00 to 16:20, note not sent yet
[Candidate B] | second talk | Thu 4 June 2026, 14:00 to 14:45 | video call, link in the invitation | lives in New York; the old draft of the invitation says 10:00 New York time
[Candidate C] | work test | Tue 2 June 2026, 09:30 to 11:00 | Northfield, gate 2 | decline recorded on Fri 5 June 2026; may apply again: yes, agreed by the recruiter
Contact for all three: recruiting coordinator, scheduling@example.com, 555-0132`,
    },
    {
      name: 'Answer key',
      text: `Invented data for practice. Read this after your own try.
The trap: [Candidate B]. In June, 14:00 in London is 09:00 in New York. The old draft says 10:00, so the person would come one hour late.
A good note gives the day, both times and both places: Thu 4 June 2026, 14:00 London time, 09:00 New York time.
[Candidate A] needs the old and the new date in one note.
[Candidate C] gets the decline sentence and no other reason. The line about applying again is true, so it may stay.`,
    },
  ],
};
