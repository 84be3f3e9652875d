import type { StarterPack } from '../shape.ts';

export const tenTasksToSort: StarterPack = {
  code: 'P13',
  slug: 'ten-tasks-to-sort',
  title: 'Ten tasks to sort',
  blocks: [
    {
      name: 'Ten tasks',
      text: `Invented data for practice. Kind of task | how often | who judges the result | kind of data
1. Sum up the notes of three shifts for the morning talk | every day | team lead | Internal
2. Write a first draft of a job ad from cleaned intake notes | every month | HR business partner | Internal
3. Put one approved procedure paragraph into plainer words | every month | process owner | Internal
4. Turn a published product sheet into ten questions and answers | once | sales trainer | Public
5. Put five applicants in order by their CVs | every month | nobody named | Personal
6. Decide from late arrivals who gets a formal warning | every month | nobody named | Restricted
7. Paste a supplier contract into a private account to find weak points | once | buyer | Confidential
8. Sum up the recording of a team meeting | every week | meeting host | not clear
9. Translate a customer mail into English and draft a reply | every day | customer service | not clear
10. Comment on last month's figures | every month | controller | not clear`,
    },
    {
      name: 'Plan',
      text: `Invented data for practice. This plan holds mistakes on purpose.
Task: answer complaint mails from customers.
Fit: yes, it happens every day and takes time.
Stays with a person: nothing, to save time.
First test: run all 40 mails of last week, such as the one from [Customer name] at buyer@example.com.
Risks: a reply may sound cold.
Also: the tool could sort out which clerk caused the complaint and note it for the yearly review.
Tool: the one I have on my own phone.`,
    },
    {
      name: 'Answer key',
      text: `Invented data for practice.
Good tasks: 1, 2, 3, 4. They come back or take time, somebody can judge the result, and a mistake can be undone. Task 1 stays good only while no names are in the notes.
Too risky: 5 ranks people. 6 decides about people with restricted data. 7 takes a contract to an account that has no agreement with the company.
Unclear: 8 depends on consent and on who reads the notes. 9 depends on what the mail holds, often personal data. 10 depends on whether the figures are published. Flag these. Until you have an answer, practise with invented data.

The mistakes in the text called Plan:
- Real customer data in the test.
- Nobody judges the result.
- The test is far too large.
- It leads to a judgement about a person.
- The tool was chosen because it was at hand, not by the data.`,
    },
  ],
};
