import type { StarterPack } from '../shape.ts';

export const returnsHandling: StarterPack = {
  code: 'P08',
  slug: 'returns-handling',
  title: 'Returns handling at the dock',
  blocks: [
    {
      name: 'Notes or transcript',
      text: `Invented data for practice.
Talk with an experienced returns clerk at Northfield, Mon 13 April 2026. Names and log-ins are taken out.

Q: What happens when a return comes in?
A: The driver brings it to dock 3. The dock clerk counts the parcels against the delivery note. Count first, sign second. Once the driver is gone, a missing parcel is our parcel.
Q: And then?
A: Every parcel gets a yellow tag with date and time. The dock clerk does that too. Then the parcels go to the returns bay, the part with the yellow line. Nothing stays on the dock, because of the trucks.
Q: When do you come in?
A: At 7 I start at the bench. I scan the return number on the label. The return form opens on the screen. I open the parcel and compare the item and the count with the form. The coffee machine is next to the bench, so I have company.
Q: What are you looking for?
A: The grade. A is as new, with the seal unbroken. B is good goods in bad packing, so it needs new packing. C is scrap: wet, torn, dirty. If I cannot say, the shift lead decides. I never guess between A and B, because A goes straight back to stock and out to the next customer.
Q: Where do you write it down?
A: In the returns log, one line per item: return number, grade, count. I also take a photo of every C. Customer service asks for the photo each time.
Q: And the goods?
A: A to the stock shelf, B to the repacking table, C to the scrap cage. When the cage is full, the shift lead looks in and releases it. Then the dock clerk presses the cardboard in the baler.
Q: Is the baler dangerous?
A: It is when it jams. People want to pull the sheet out by hand. There is the rule on the wall: "Before anyone reaches into the baler: switch it off, lock the main switch, keep the key, press start to prove it is dead." That is word for word, please. The safety owner wrote it.
Q: Anything that does not fit the normal way?
A: Three things. One, no return number on the parcel. That goes to the blue rack and I ask customer service. Two, a parcel leaks or smells. Nobody opens it. It goes on the drip tray outside and I call the shift lead. Three, the count is wrong. I write the count I see, not the count on the form, and I mark the line red.
Q: How long does a parcel stay in the blue rack?
A: A few days. It depends. Sometimes two weeks, if nobody asks.
Q: And who decides on a grade when the shift lead is away?
A: Good question. On the late shift there is nobody. We leave it, mostly.
Q: How does the customer hear about it?
A: I send the list of the day to customer service at 15:00. They tell the customer and do the credit note. I do not talk to customers myself. Oh, and the log is kept for two years, I think that is in the quality manual.
Q: What do new people get wrong?
A: They grade before they count. Count, then grade.`,
    },
    {
      name: 'Roles',
      text: `Invented data for practice.
Dock clerk: takes in returns at dock 3, uses the baler
Returns clerk: checks, grades and records returns at the bench
Shift lead: decides doubtful grades, releases the scrap cage
Customer service: tells the customer, makes the credit note
Safety owner: owns the baler rule and may stop the work
Process owner: approves this procedure`,
    },
    {
      name: 'Safety rules',
      text: `Invented data for practice.
Before anyone reaches into the baler: switch it off, lock the main switch, keep the key, press start to prove it is dead.`,
    },
    {
      name: 'Approved procedure',
      text: `Invented data for practice.
RETURNS HANDLING, version 1.0, in force since 4 May 2026
Approved by: process owner and safety owner

1 Purpose
Every return is counted, graded and reported on the day it is opened.

2 Scope
Returns from customers at dock 3, Northfield. Not for returns to suppliers.

3 Roles
Dock clerk, returns clerk, shift lead, customer service, safety owner, process owner.

4 Warnings
4.1 WARNING: Before anyone reaches into the baler: switch it off, lock the main switch, keep the key, press start to prove it is dead.
4.2 WARNING: Never open a parcel that leaks or smells. Put it on the drip tray outside and call the shift lead.

5 Steps
5.1 Dock clerk: count the parcels against the delivery note before you sign.
5.2 Dock clerk: put a yellow tag with date and time on each parcel.
5.3 Dock clerk: move the parcels to the returns bay. Nothing stays on the dock.
5.4 Returns clerk: scan the return number.
5.5 Returns clerk: open the parcel at the bench.
5.6 Returns clerk: compare the item and the count with the return form.
5.7 Returns clerk: grade the goods. A is as new with the seal unbroken. B is good goods in bad packing. C is wet, torn or dirty.
5.8 Returns clerk: write return number, grade and count in the returns log. Take a photo of every C.
5.9 Returns clerk: move A to the stock shelf, B to the repacking table, C to the scrap cage.
5.10 Shift lead: check a full scrap cage and release it.
5.11 Dock clerk: press the released cardboard in the baler. See warning 4.1.
5.12 Returns clerk: send the list of the day to customer service at 15:00.

6 Exceptions
6.1 No return number: blue rack, ask customer service, at most five working days.
6.2 Count differs from the form: write the count you see and mark the line red.
6.3 Doubtful grade: the shift lead decides. If the shift lead is away, the parcel waits in the returns bay.

7 Records
Returns log and photos, kept for two years.

8 Next review
May 2027, by the process owner.`,
    },
    {
      name: 'Shift notes',
      text: `Invented data for practice.
Late shift, returns at dock 3, Northfield, Tue 12 May 2026, 14:00 to 22:00. No names.
14:20 took over 18 parcels in the bay
15:00 list of the day sent to customer service, ok
16:05 truck with 22 parcels, delivery note says 24, signed for 22, note is in the tray
17:30 one parcel leaking, on the drip tray outside, not opened, shift lead called, says leave it until the safety owner has seen it tomorrow morning
18:10 baler jammed. locked out as in the rule, cleared, running again 18:35
18:40 printer for yellow tags streaky, still readable. spare roll not found
19:15 two parcels without return number, blue rack, asked customer service, no answer yet
20:00 doubtful grade, return R-2047, could be A or B, left in the bay because shift lead was already gone
21:00 scrap cage full, not released
21:50 bench done: 31 parcels finished, 9 left in the bay incl. the doubtful one. parcel on the drip tray and the two in the blue rack not counted there
radio was loud again`,
    },
  ],
};
