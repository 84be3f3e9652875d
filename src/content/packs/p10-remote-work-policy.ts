import type { StarterPack } from '../shape.ts';

export const remoteWorkPolicy: StarterPack = {
  code: 'P10',
  slug: 'remote-work-policy',
  title: 'Remote-work policy, invented',
  blocks: [
    {
      name: 'Policy text',
      text: `Invented data for practice.
Larkmoor Supplies: Remote-work policy. Version 3.2, in force since 1 September 2026. It replaces version 3.1. Policy owner: head of HR.

1 Scope. This policy applies to employees in office roles who have completed three months of work. It does not apply to warehouse, dispatch and driving roles.

2 Amount. An employee may work from home on up to two days a week, provided that the manager agrees.

3 Agreement. The agreement must be in writing before the first day at home. The manager must answer a request within 10 working days and must give the reason for a refusal.

4 Reachability. On days at home the employee must be reachable from 10:00 to 15:00.

5 Place. The employee must work from the home address known to the company. Exception: the employee may work from another place in the same country on up to 10 working days a year. The manager must agree in writing at least 5 working days before.

6 Equipment. The company provides a laptop and a headset. Employees must use this equipment for customer data. They should use a separate desk where possible.

7 Confidential papers. Printed customer papers must not be taken home.

8 Days on site. The manager may ask for up to two days on site a month, beyond the usual days, with one week's notice. Exception: during the stock counts, in the last week of June and of December, all office staff must be on site. No days at home are possible then.

9 Ending. Employee and manager may each end the agreement in writing with two weeks' notice. Questions about a single case go to HR: hr-desk@example.com.`,
    },
    {
      name: 'Questions people ask',
      text: `Invented data for practice.
- How many days at home may I have?
- Can my manager say no?
- May I work from another country for two weeks?
- Who pays for power and internet at home?
- I work three days a week. How many home days do I get?
- What happens in the week of the stock count?`,
    },
    {
      name: 'Summary',
      text: `Invented data for practice. This summary holds mistakes on purpose.
Remote work in short
- All employees may work from home on two days a week. (clause 2)
- Your manager should answer within 10 working days. (clause 3)
- You must be reachable from 10:00 to 15:00. (clause 4)
- You may work from any other place on up to 10 working days a year. (clause 5)
- You must use the company laptop and headset for customer data. (clause 6)
- You must use a separate desk. (clause 6)
- Printed customer papers must not be taken home. (clause 7)
- The manager may ask for two more days on site a month. (clause 8)
- The agreement may be ended with two weeks' notice. (clause 9)`,
    },
    {
      name: 'Answer key',
      text: `Invented data for practice. The mistakes in the text called Summary:
1. Version and date are missing.
2. Clause 1 is missing: only office roles, after three months of work.
3. Clause 2: "up to" and "provided that the manager agrees" are gone.
4. Clause 3: "must" became "should". The written agreement and the reason for a refusal are missing.
5. Clause 5: the home address, "in the same country" and the written agreement are gone.
6. Clause 6: "should, where possible" became "must".
7. Clause 8: "up to", the one week's notice and the stock-count exception are missing.
8. Clause 9: "in writing" is gone.
9. It does not say what the policy leaves open: other countries, costs, part-time work.
10. It does not send single cases to HR.`,
    },
  ],
};
