import type { StarterPack } from '../shape.ts';

export const monthEnd: StarterPack = {
  code: 'P12',
  slug: 'month-end',
  title: 'Month-end, May',
  blocks: [
    {
      name: 'Approved table',
      text: `Invented data for practice.
Larkmoor Supplies, May 2026. Amounts in thousands of USD. Approved by the controller on 3 June 2026.
Row | Line | Actual | Plan | Last year
1 | Sales | 2,140.0 | 2,100.0 | 2,035.0
2 | Materials | 1,062.0 | 1,050.0 | 1,008.0
3 | Freight | 223.0 | 210.0 | 201.0
4 | Overtime | 93.0 | 96.0 | 101.0
5 | Warehouse rent | 120.0 | 120.0 | 116.0
6 | Equipment repair | 41.0 | 36.0 | 38.0
7 | Waste disposal | 18.2 | 17.0 | 17.4
8 | Travel | 9.9 | 9.7 | 10.4
Row 1 is income. Rows 2 to 8 are costs.`,
    },
    {
      name: 'Driver notes',
      text: `Invented data for practice.
- Sales: two large first orders. Source: order book, May.
- Freight: carriers added a fuel surcharge from 1 May, 13.0 in the month. Price. Source: carrier invoices, May.
- Overtime: the team lead of dispatch says fewer trucks came late. Volume. No source yet.
- Equipment repair: conveyor belt at Eastgate, 5.0. One-off. Source: repair order of 12 May.
- Waste disposal: the budget owner of site services was asked. No note received.`,
    },
    {
      name: 'Task notes',
      text: `Invented data for practice. Notes from two talks, cleaned of names. WD = working day.
WD -2: operations analyst sends the cut-off times to the three sites. Operations manager has to agree the mail.
WD -1: the team leads count stock, sheets are signed, operations manager approves. Team leads also list open orders, same approver. Operations analyst keeps the cut-off log of last goods in and out; operations manager checks it. All three need the cut-off times first.
WD +1: operations manager writes a note on count differences, controller approves. Then finance analyst posts stock, controller approves the posting record. Accounts clerk books supplier invoices with the open order list in hand, finance analyst approves the invoice list. After that finance analyst reconciles the bank accounts, controller signs the sheet.
WD +2: finance analyst posts the freight accrual and the other accruals after the invoices are in; controller approves; accrual sheet with papers. Then the manual entries. So far the finance analyst writes and approves these; there is an entry form.
WD +3: finance analyst runs the variance table, controller approves it. Then finance analyst writes the commentary, controller signs. Then controller reviews the results with operations; finance director should agree. A note of that meeting has been missing for months.
WD +4: controller puts the month pack together, finance director signs it. Last, the systems administrator locks the period, controller checks the lock record.
Nobody stands in for the finance analyst at present.`,
    },
    {
      name: 'Close calendar',
      text: `Invented data for practice.
Close of May 2026, Larkmoor Supplies
WD -2 | Thu 28 May
WD -1 | Fri 29 May, last working day of the month
WD +1 | Mon 1 June
WD +2 | Tue 2 June
WD +3 | Wed 3 June
WD +4 | Thu 4 June, period is locked by 17:00
Fri 5 June, 10:00: results go to the management team.`,
    },
    {
      name: 'Control list',
      text: `Invented data for practice. Six controls, version of 15 April 2026.
C1 Cut-off: a second role confirms the last goods in and goods out of each site.
C2 Stock: a count difference above 0.5 percent is explained in writing before stock is posted.
C3 Bank: the reconciliation is reviewed by a role that does not make payments.
C4 Accruals: each accrual above 5 thousand USD has papers and the controller's approval.
C5 Manual entries: writer and approver are two different roles.
C6 Lock: the period is locked after sign-off. Reopening needs a written reason from the controller.`,
    },
    {
      name: 'Answer key',
      text: `Invented data for practice.
Table, change against plan: sales +40.0 (+1.9 %), materials +12.0 (+1.1 %), freight +13.0 (+6.2 %), overtime -3.0 (-3.1 %), warehouse rent 0.0 (0.0 %), equipment repair +5.0 (+13.9 %), waste disposal +1.2 (+7.1 %), travel +0.2 (+2.1 %).
With a threshold of 3 percent, four lines need a comment: freight, overtime, equipment repair, waste disposal.
Freight and equipment repair have a source: known. Overtime has none: assumed. Waste disposal has no driver: open.

Task notes: 16 tasks. Three points to find:
1. Manual entries: one role writes and approves. This breaks control C5.
2. Review with operations: the evidence, a meeting note, is missing in practice.
3. Nobody stands in for the finance analyst.`,
    },
  ],
};
