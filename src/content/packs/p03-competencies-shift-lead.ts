import type { StarterPack } from '../shape.ts';

export const competenciesShiftLead: StarterPack = {
  code: 'P03',
  slug: 'competencies-shift-lead',
  title: 'Competencies, warehouse shift lead',
  blocks: [
    {
      name: 'Role profile',
      text: `Invented data for practice.
Warehouse shift lead, early shift, Northfield. Leads a team of 12 that picks, packs and loads orders of packing materials, about 340 orders a day.

Outcomes of the first year
- 98 of 100 orders leave on the planned day. Today it is 94.
- At most 1 in 100 stock lines is counted wrong. Today it is 3.
- New people pick alone after four weeks. Today it takes six.

Main tasks: plan the shift, give out tasks, clear stops at the loading doors, check walkways and racks, train new people, write the handover for the late shift.`,
    },
    {
      name: 'Competencies',
      text: `1. Plans the shift: puts tasks in order, gives them to people and checks progress.
2. Leads by clear words: says what is wanted and why, listens, gives feedback.
3. Works safely: sees a danger, stops the work and gets it put right.
4. Handles a sudden change of plan: keeps the most important orders moving.
5. Trains new people: shows a task, lets the person try, gives feedback.`,
    },
    {
      name: 'Time and panel',
      text: '45 minutes. Panel: HR business partner, operations manager, one shift lead from another site.',
    },
    {
      name: 'Guide question',
      text: `Question 6, asked of everyone in the same words:
Tell us about a shift on which people were suddenly missing. What did you do?`,
    },
    {
      name: 'Scoring anchors',
      text: `1: Tells of the problem only, or says that others solved it. Names no own step.
3: Names own steps in order, for example "I moved two people to loading first". Gives one reason.
5: Names own steps and reasons, says what could wait, tells the result with a number or a time, and what was changed afterwards.`,
    },
    {
      name: 'Two vague model answers',
      text: `Both answers are invented. Use them to practise which probe fits.
Answer 1: "That happened a lot. We always managed somehow. In the end the team is what counts, and everyone pulled together."
Answer 2: "I called around, then it got busy, and by noon it was mostly fine. You just have to stay calm on such days."`,
    },
  ],
};
