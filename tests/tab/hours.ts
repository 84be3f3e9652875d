/** Office hours in a real browser: planned by keyboard and posted, answered, talked about, moved, recapped, and taken into a calendar. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { sessionsRead } from '../files/ics-reader.ts';
import { asPerson } from '../helpers/api.ts';
import { day } from '../helpers/moving-clock.ts';
import { personNamed } from './faces.ts';
import { keys } from './keyboard.ts';
import { describeTab, startTab, type TabWorld } from './kit.ts';

const host = personNamed('author and host');
const recruiter = personNamed('recruiter');
const title = 'Office hours: HR and Recruiting AI circle';
const small = 'First questions, for one';
const topic = 'What do we tell a candidate who asks?';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).first();
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first();

describeTab('office hours in the tab', () => {
  let tab: TabWorld;
  beforeAll(async () => {
    tab = await startTab();
    await tab.world.tick();
  });
  afterAll(() => tab.close());

  const sessionId = async (named = title): Promise<string> => {
    const { body } = await asPerson(tab.world, host).get('/api/sessions?limit=100');
    return body.items.find((each: { title: string }) => each.title === named).id;
  };

  it('are planned by four fields without a mouse; the next dates show by both clocks before they are posted', async () => {
    const page = await tab.open('/hours', host);
    const hand = keys(page);
    await hand.press(link(page, 'Plan office hours'));
    // The same in every order of day and month, with and without a half of the day.
    await hand.type(page.getByLabel('First day'), '12122026');
    await hand.type(page.getByLabel('Time (New York)'), '1100a');
    await hand.type(page.getByLabel('Paste the link here'), 'http://meet.example.com/hr');
    const ahead = page.getByRole('list', { name: 'The next dates' });
    await ahead.getByText('Sat 12 Dec, 17:00–17:45').waitFor();
    expect(await ahead.getByRole('listitem').count()).toBe(5);
    expect(await ahead.innerText()).toContain('11:00 in New York');
    await hand.press(button(page, 'Post'));
    const wrong = page.getByText('please give an https:// link', { exact: false });
    await wrong.waitFor();
    expect(await page.getByLabel('First day').inputValue()).toBe('2026-12-12');
    await hand.retype(page.getByLabel('Paste the link here'), 'https://meet.example.com/hr');
    await hand.press(button(page, 'Post'));
    await page.getByText('Planned.', { exact: false }).waitFor();
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    expect(await page.getByRole('list', { name: 'Next dates' }).getByRole('listitem').count()).toBe(5);
    await tab.leave(page);
  });

  it('are answered in the list by one press, and have a topic proposed', async () => {
    const page = await tab.open('/hours', recruiter);
    const hand = keys(page);
    const card = page.getByRole('article', { name: new RegExp(`${title}, Sat 12 Dec`) });
    await hand.press(card.getByRole('button', { name: "I'm coming" }));
    await card.getByText("You're coming.").waitFor();
    expect(await card.getByRole('button', { name: "I'm coming" }).getAttribute('aria-pressed')).toBe('true');
    await hand.press(card.getByRole('link', { name: title }));
    await hand.press(button(page, 'Propose a topic'));
    await hand.type(page.getByRole('textbox', { name: 'Topic' }), topic);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: topic }).waitFor();
    await page.getByText('Proposed. The host sees it.').waitFor();
    await tab.leave(page);
  });

  it('say to whom there is no place left where in the line they are', async () => {
    const own = asPerson(tab.world, host);
    const { offers } = (await own.get('/api/series-options')).body;
    const communityId = offers.find((each: { community: { name: string } }) => title.endsWith(each.community.name))
      .community.id;
    const when = {
      firstDate: '2026-12-12',
      startsAt: '09:00',
      zone: 'Europe/Madrid',
      every: 'once',
      durationMinutes: 30,
    };
    const how = { capacity: '1', meetingKind: 'newMeetingLink', agendaOpensHours: 24, purpose: 'One each.' };
    const said = await own.post('/api/series', {
      title: small,
      communityId,
      hostIds: [host],
      activate: true,
      ...when,
      ...how,
    });
    expect(said.status).toBe(201);
    const id = await sessionId(small);
    await own.post(`/api/sessions/${id}/rsvp`, { answer: 'yes' });
    const page = await tab.open('/hours', recruiter);
    const card = page.getByRole('article', { name: new RegExp(small) });
    await keys(page).press(card.getByRole('button', { name: "I'm coming" }));
    await card.getByText('It is full. You are number 1 on the waiting list.').waitFor();
    await tab.leave(page);
  });

  it('leave as a file that other calendars read', async () => {
    const page = await tab.open(`/hours/${await sessionId()}`, recruiter);
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Add to calendar').click()]);
    expect(download.suggestedFilename()).toBe('Office-hours-HR-and-Recruiting-AI-circle.ics');
    const text = readFileSync((await download.path()) ?? '', 'utf8');
    expect(sessionsRead(text, 1)).toEqual(['2026-12-12T16:00:00.000Z/2026-12-12T16:45:00.000Z']);
    await page.getByText('Saved as Office-hours', { exact: false }).waitFor();
    await tab.leave(page);
  });

  it('are moved by their host; whoever was faster is told, and nothing typed is lost', async () => {
    const id = await sessionId();
    const page = await tab.open(`/hours/${id}`, host);
    const hand = keys(page);
    await hand.press(button(page, /^Accept/));
    await page.getByText('It is on the agenda.').waitFor();
    await hand.press(button(page, 'Move this session'));
    const length = page.getByLabel('Length in minutes');
    await hand.retype(length, '60');
    // What the page shows is older than what is stored, however often it looks.
    await page.route(`**/api/sessions/${id}`, (route) => route.abort());
    const colleague = asPerson(tab.world, host);
    const { version } = (await colleague.get(`/api/sessions/${id}`)).body;
    const sooner = { date: '2026-12-11', startsAt: '11:00' };
    expect((await colleague.post(`/api/sessions/${id}/move`, sooner, version)).status).toBe(200);
    await page.unroute(`**/api/sessions/${id}`);
    await hand.press(button(page, 'Move this session'));
    await page.getByText('What you typed stays.', { exact: false }).waitFor();
    await page.getByText('Fri 11 Dec, 17:00–17:45').waitFor();
    expect(await length.inputValue()).toBe('60');
    await hand.press(button(page, 'Move this session'));
    await page.getByText('Done. Whoever said that they come is told.').waitFor();
    await page.getByText('Sat 12 Dec, 17:00–18:00').waitFor();
    await tab.leave(page);
  });

  it('end with a recap that everybody reads, with what came of each topic', async () => {
    const id = await sessionId();
    tab.world.clock.pass(20 * day);
    await tab.world.tick();
    const page = await tab.open(`/hours/${id}`, host);
    const hand = keys(page);
    await hand.tick(page.getByRole('radiogroup', { name: topic }).getByRole('radio', { name: 'Settled' }));
    await page.getByText('1 of 1 topics said.', { exact: false }).waitFor();
    await hand.type(page.getByLabel('Notes for everybody'), 'We say it openly.');
    await hand.type(page.getByLabel('How many were there'), '6');
    await hand.press(button(page, 'Send the recap'));
    await page.getByRole('heading', { name: 'What came of it' }).waitFor();
    await tab.leave(page);
    const reader = await tab.open('/hours?view=past', recruiter);
    await keys(reader).press(reader.getByRole('link', { name: title }));
    await reader.getByText('We say it openly.').waitFor();
    await reader.getByText('6 people were there', { exact: false }).waitFor();
    await keys(reader).press(button(reader, 'It helped'));
    await reader.getByText('Thank you.').waitFor();
    await tab.leave(reader);
  });

  it('give back what a host typed when the recap of another was faster', async () => {
    const own = asPerson(tab.world, host);
    const { body } = await own.get('/api/sessions?past=yes&limit=100');
    const { id } = body.items.find((each: { title: string }) => each.title === small);
    const page = await tab.open(`/hours/${id}`, host);
    const hand = keys(page);
    await hand.type(page.getByLabel('Notes for everybody'), 'A long evening of notes.');
    await page.route(`**/api/sessions/${id}`, (route) => route.abort());
    const { version } = (await own.get(`/api/sessions/${id}`)).body;
    expect(
      (await own.post(`/api/sessions/${id}/recap`, { topics: [], notes: 'Short.', lines: [] }, version)).status,
    ).toBe(200);
    await page.unroute(`**/api/sessions/${id}`);
    await hand.press(button(page, 'Send the recap'));
    await page.getByRole('heading', { name: 'What you had typed' }).waitFor();
    await page.getByText('A long evening of notes.').waitFor();
    await page.getByText('Short.').waitFor();
    await tab.leave(page);
  });

  it('make a calendar link that is shown once, copied, and taken back', async () => {
    const page = await tab.open('/hours?view=links', recruiter);
    const hand = keys(page);
    await hand.press(button(page, 'Make a link: My sessions'));
    const address = page.getByLabel('Your link');
    await address.waitFor();
    expect((await fetch(await address.inputValue())).status).toBe(200);
    await hand.press(button(page, 'Copy'));
    await page.getByText(/Copied\.|Copying is not allowed here/).waitFor();
    const url = await address.inputValue();
    await hand.press(button(page, 'Take it back: My sessions'));
    await page.getByRole('article', { name: 'My sessions' }).getByText('No link yet.').waitFor();
    expect((await fetch(url)).status).toBe(404);
    await tab.leave(page);
  });

  it('break no rule of their own pages', () => expect(tab.faults).toEqual([]));
});
