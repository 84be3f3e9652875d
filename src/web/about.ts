/** The public pages that a store and an administrator ask for: help, privacy, terms. They open without sign-in. */
import type { Express } from 'express';
import { storedFacts } from '../core/stored.ts';
import type { Words } from '../core/words.ts';
import { escapeHtml, page, pageStyle } from './page.ts';

export interface AboutFacts {
  /** Where the data lies, in words for people: "a file on this server". */
  readonly storedIn: string;
  readonly isExample: boolean;
  /** Office hours may be kept in the calendar of one mailbox as well. */
  readonly hasCalendar: boolean;
}

export function aboutPages(app: Express, facts: AboutFacts, words: Words): void {
  const pages: Record<string, string> = {
    help: page('How Fieldbook helps', help(facts)),
    privacy: page('Privacy', privacy(facts, words)),
    terms: page('Terms of use', terms),
  };
  app.get('/about/style.css', (_request, response) => void response.type('css').send(pageStyle));
  app.get(['/', '/about'], (_request, response) => response.redirect('/about/help'));
  for (const [name, html] of Object.entries(pages))
    app.get(`/about/${name}`, (_request, response) => void response.type('html').send(html));
}

const help = ({ isExample }: AboutFacts) => `
<p>Fieldbook answers six questions about AI at the moment you work: which tool for this task, how for my role, which
problem it solves, where in the workflow it belongs, what is approved, and where to start.</p>
${isExample ? '<p><strong>This server shows the example playbook.</strong> Its people, rules and decisions are invented. They are not the rules of your organisation.</p>' : ''}
<h2>In any chat</h2>
<p>Open Fieldbook from the message box. Type what you want to do, such as <code>job description</code>, and pick a
scenario. Or choose <em>Use a scenario</em>, fill in the form, and the finished prompt goes into your message box.</p>
<p>Ask <code>Can I use</code> with a tool and a kind of data, such as <code>chatgpt with a candidate cv</code>. The answer
is worked out from your organisation's own rules. No AI is asked.</p>
<h2>In a chat with the bot</h2>
<table><tr><th>Write</th><th>You get</th></tr>
<tr><td><code>help</code></td><td>what Fieldbook does here</td></tr>
<tr><td><code>find</code> and some words</td><td>up to five scenarios for your role</td></tr>
<tr><td><code>can i use</code> a tool <code>with</code> some data</td><td>allowed, allowed with conditions, not allowed, or not decided yet</td></tr>
<tr><td><code>use</code> and some words</td><td>the form of the best scenario</td></tr>
<tr><td><code>flag</code> and your question</td><td>a form that sends a gray area to the people who can answer it</td></tr>
<tr><td><code>request</code> and a tool</td><td>an alternative for now, and a decision for everyone about a tool that you use or want</td></tr>
<tr><td><code>share</code> and what you did</td><td>a form that shares something that worked; others can say that they used it too</td></tr>
<tr><td><code>office hours</code></td><td>the next sessions: say that you come, propose a topic, read what came of them</td></tr>
<tr><td><code>my items</code></td><td>what you asked, shared and requested, and where it stands</td></tr>
<tr><td><code>settings</code></td><td>your role, your language, and when messages come</td></tr>
<tr><td><code>forget me</code></td><td>what is deleted about you and what stays, and the button that does it</td></tr></table>
<h2>If something went wrong</h2>
<p>Nobody is blamed for telling. Use <code>flag</code> and choose <em>Something may have gone wrong</em>. An error message
carries a reference; give it to the people who run Fieldbook for you.</p>`;

const storedRows = (words: Words): string =>
  storedFacts(words)
    .map(
      ({ what, why, until }) =>
        `<tr><td>${escapeHtml(what)}</td><td>${escapeHtml(why)}</td><td>${escapeHtml(until)}</td></tr>`,
    )
    .join('\n');

const inCalendar = `
<p>Office hours that are set up that way stand in the calendar of one mailbox of your organisation too: their title, what they
are for, and when they are. No name of a person goes there.</p>`;

const privacy = ({ storedIn, hasCalendar }: AboutFacts, words: Words) => `
<p>Fieldbook is run by your own organisation, on its own server. This page says what it stores, why, and for how long.</p>
<h2>What is stored</h2>
<table><tr><th>What</th><th>Why</th><th>How long</th></tr>
${storedRows(words)}</table>
<p>Data lies in ${escapeHtml(storedIn)}, apart for each organisation. Copies for recovery are made every day; the newest fourteen are kept.</p>${hasCalendar ? inCalendar : ''}
<h2>What is not stored</h2>
<p>The text you type into a scenario's form is checked on the server, put into your prompt, and forgotten. It is never
stored and never logged. Logs hold codes and keyed hashes, no names and no text; your administrator decides how long they are kept. Fieldbook reads no messages
but those sent to it, and opens no link that a user gives. No AI model is called.</p>
<h2>Who sees what</h2>
<p>Nobody can look up what another person used. A flag is read by the people who may review it and by you; they see your name unless you asked without it.</p>
<h2>Your choices and contact</h2>
<p>Write <code>forget me</code> to the bot, or open <em>About</em> in the tab: it says what goes and what stays, and deletes it when you confirm. What you asked,
answered or shared stays without your name, and so do decisions and the record of who did what. <em>About</em> also gives you
your data as a file. The administrator of Fieldbook in your organisation can tell you which server it runs on. They are
responsible for the processing.</p>`;

const terms = `
<p>Fieldbook is provided to you by your organisation. By using it you agree to use it for your work, within the rules your
organisation has set.</p>
<h2>What it is</h2>
<p>Fieldbook shows scenarios, prompts, and rules that people in your organisation wrote or approved. It does not write
texts for you and it makes no decisions. You check what an AI tool gives you, and you sign for the result.</p>
<h2>What it is not</h2>
<p>It gives no legal advice. Notes about law carry a date and the words "confirm with counsel". The check for personal data
is a help: it can miss things, and it can be wrong.</p>
<h2>Your part</h2>
<p>Do not put personal or confidential data into a tool that is not cleared for it. When in doubt, flag it and go on with
invented data. Do not try to reach what is not yours.</p>
<h2>Changes and contact</h2>
<p>The software is supplied as it is, and your organisation may change or end the service. Ask the administrator of
Fieldbook in your organisation about anything on this page.</p>`;
