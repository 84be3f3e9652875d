import type { StarterPack } from '../shape.ts';

export const oldAdOfficeAssistant: StarterPack = {
  code: 'P02',
  slug: 'old-ad-office-assistant',
  title: 'Old ad, office assistant',
  blocks: [
    {
      name: 'Text before changes',
      text: `Invented data for practice.
Office assistant, Harbour Road

Larkmoor Supplies sells packing materials. About 420 people work at our three sites. The office at Harbour Road looks after orders, visitors and the daily mail.

You join a young and dynamic team.

What the office assistant does
The office assistant welcomes visitors. She gives each guest a badge and calls the person they came to see. She prepares the meeting rooms and checks that screens and chairs are ready. She orders office material and keeps the stock list. Twice a day she takes the mail round the building, with parcels of up to 10 kg.
Because many requests reach our office by telephone, by mail and in person on the same day, the office assistant has to sort them, answer the simple ones, pass on the rest and always keep a friendly tone.

What we expect
- You have worked with office software: text, tables and calendar.
- You are careful with lists and dates.
- You are a native English speaker.
- You hold a full driving licence.
- You like to talk with visitors, drivers and colleagues.

What helps
- You have worked at a front desk or in a shop.
- You know how to book rooms and travel in a calendar tool.

How we work
The job is on site, five days a week, 30 hours in total. Two people share the front desk, so one can always take a break. Your contact is the office manager. In the first two weeks a colleague shows you each task.

Pay: band B of the Larkmoor pay table.
Larkmoor Supplies chooses people by the demands of the job alone. Do you need a change to the hiring steps? Write to jobs@example.com.
How to apply: send the short form at https://example.org/larkmoor/jobs by 29 January 2027.`,
    },
    {
      name: 'Fixed blocks',
      text: `These three blocks stay word for word.
1. Pay: band B of the Larkmoor pay table.
2. Larkmoor Supplies chooses people by the demands of the job alone. Do you need a change to the hiring steps? Write to jobs@example.com.
3. How to apply: send the short form at https://example.org/larkmoor/jobs by 29 January 2027.`,
    },
    {
      name: 'Accepted changes',
      text: `1. "You join a young and dynamic team." becomes "You join the team of the Harbour Road office."
2. "She" and "the office assistant" become "you" in the list of tasks.
3. The sentence that starts with "Because many requests" becomes: "Requests come by telephone, by mail and in person. You sort them and answer the simple ones. You pass on the rest and keep a friendly tone."
4. "You are a native English speaker." becomes "You speak and write English clearly."
5. "You hold a full driving licence." is taken out.
Not accepted: the two points on parcels of up to 10 kg and on working on site. Leave those words as they are.`,
    },
    {
      name: 'Answer key',
      text: `Look at this only after your own try.
Seven places were planted. Five need a change, two need a careful look.
1. "Young and dynamic team": sounds like a wish about age.
2. "She": names one gender.
3. "Because many requests ...": one sentence of 38 words.
4. "Native English speaker": a stand-in for where a person grew up. The task needs clear English.
5. "Full driving licence": no task in the ad needs driving.
6. "Parcels of up to 10 kg": may put people off, but the mail round needs it. Keep it if the office manager confirms the task.
7. "On site, five days a week": may put people off, but an offer to work from home would be a new promise. Keep it.`,
    },
  ],
};
