import type { StarterPack } from '../shape.ts';

export const onboardingDispatchClerk: StarterPack = {
  code: 'P09',
  slug: 'onboarding-dispatch-clerk',
  title: 'Onboarding facts, dispatch clerk',
  blocks: [
    {
      name: 'Facts',
      text: `Invented data for practice.
Company: Larkmoor Supplies. Site: Northfield. Role: dispatch clerk.
First day: Mon 30 Nov 2026. Hours in week one: 08:30 to 16:30.

Day 1, Mon 30 Nov
- 08:30 at Door B, on the yard side. The team lead of dispatch waits there.
- Bring closed, flat shoes and the welcome letter.
- 09:30 safety walk with the site safety lead, starts in Room R2.
- 14:00 IT desk hands out the laptop, Room R2.

Day 2, Tue 1 Dec
- 09:00 to 11:30 training on the dispatch screen, Room R4, with the trainer.
- Before that: sign in once to the training page.

Day 3, Wed 2 Dec
- 09:00 to 12:00 at the loading bay with the buddy, who is a dispatch clerk.
- Collect a safety vest from Room R1 before 09:00.

Day 4, Thu 3 Dec
- 10:00 to 10:30 talk with the HR advisor, Room R6.
- Read the house rules page before the talk.

Day 5, Fri 4 Dec
- 15:00 to 15:20 talk with the team lead of dispatch, Room R2.
- Bring one thing that went well and one thing that is unclear.

Contacts by role
- Team lead of dispatch: 555-0142
- IT desk: 555-0117, it-desk@example.com
- HR advisor: onboarding@example.com

Links
- Training page: https://example.org/dispatch-training
- House rules: https://example.org/house-rules

Good to know
- Canteen: open 11:30 to 13:30. The buddy comes along on day 1.
- Door B, Room R1 and Room R2 have no steps. Rooms R4 and R6 are reached by lift.
- Parking spaces are not assigned. The bus stop is at the main gate.
- Not fixed yet: the shift plan from week two on.`,
    },
    {
      name: 'Messages',
      text: `Invented data for practice. This draft holds mistakes on purpose.
Day 1, Mon 30 Nov
Hello [First name], please come to Door A at 08:30. The team lead of dispatch waits there. Your parking space is next to the door.

Day 2, Tue 1 Dec
Today you hit the ground running. Dispatch training starts at 09:00 in Room R4. Please sign in to the training page, read the house rules and write to the IT desk.

Day 3, Thu 3 Dec
You spend the morning at the loading bay with your buddy. Please collect a safety vest from Room R1 before 09:00.

Day 4, Thu 3 Dec
The HR advisor meets you at 10:00 in Room R6. Please read the house rules first: https://example.org/rules

Day 5, Fri 4 Dec
Your talk with the team lead of dispatch is at 15:00 in Room R2. Please bring one thing that went well. A team dinner follows at 18:00.`,
    },
    {
      name: 'Answer key',
      text: `Invented data for practice. The mistakes in the draft called Messages:
1. Day 1 says Door A. The facts say Door B.
2. Day 1 promises a parking space. Spaces are not assigned.
3. Day 1 does not say what to bring.
4. Day 2 uses a figure of speech that is hard to translate: "hit the ground running".
5. Day 2 asks for three things. One is enough.
6. Day 3 has the date of day 4. It is Wed 2 Dec.
7. Day 4 has a link that is not in the facts.
8. Day 5 leaves out the unclear thing and invents a team dinner.`,
    },
  ],
};
