import type { StarterPack } from '../shape.ts';

export const managerNotesNoNames: StarterPack = {
  code: 'P11',
  slug: 'manager-notes-no-names',
  title: 'Manager notes, no names',
  blocks: [
    {
      name: 'What happened',
      text: `Invented data for practice. Case 1, late handovers.
- Tue 10 Nov: the shift ended at 14:00. [Colleague] handed over the sheet at 14:25.
- Thu 12 Nov: the shift ended at 14:00. [Colleague] handed over the sheet at 14:20.
- Both sheets were complete and easy to read.
- The sheet should be ready when the shift ends. I told the whole team in September. I have not said it to [Colleague] alone.
- On both days a truck arrived at 13:40. I do not know if that played a part.
- We have a free half hour on Fri 20 Nov. A look back would be possible on Fri 4 Dec.`,
    },
    {
      name: 'Case 2: the planning meeting',
      text: `Invented data for practice.
What happened
- In the planning meeting on Mon 9 Nov, [Colleague] spoke over others four times in 30 minutes.
- On Mon 16 Nov it happened three times.
- The ideas [Colleague] brought in were useful. Two of them are in the plan.
- Two people in the room said nothing on 16 Nov after they were cut short.

Effect: we heard fewer views, and the plan missed a loading slot that one of them knew about.
Goal: everyone in the meeting gets to finish a point.
Time: 15 minutes.`,
    },
    {
      name: 'Case 3: stop here',
      text: `Invented data for practice.
What happened
- Somebody in my team told me that [Colleague] makes jokes about where people come from.
- It was the second time that I heard this, from two different people.
- Both asked me to keep it between us.
- I thought of preparing a talk with [Colleague] for tomorrow.`,
    },
    {
      name: 'Plan',
      text: `Invented data for practice. This plan holds mistakes on purpose.
1. Start: "You are always late with the handover, and your attitude is the problem."
2. Say that you probably have too much going on at home.
3. Behaviour: the handover sheet came after the end of the shift on 10 and 12 November.
4. Effect: the next shift started without the list of held pallets.
5. Say that this will count in the yearly rating.
6. Promise that a good month leads to a place in the day shift.
7. Next step: be on time from now on.`,
    },
    {
      name: 'Answer key',
      text: `Invented data for practice.
Case 1: suitable. Everyday feedback on behaviour that was seen, with an effect on work.
Case 2: suitable. Count the facts, name what was useful, ask before you tell.
Case 3: stop. This may become a formal case. Do not put it into an assistant and do not hold the talk alone. Go to HR the same day. Do not promise secrecy.

The mistakes in the text called Plan:
- Line 1: no question first, the word "always", and a label ("attitude").
- Line 2: a guess about private life.
- Line 5: a threat with the rating.
- Line 6: a promise that nobody agreed.
- Line 7: a step without a date.`,
    },
  ],
};
