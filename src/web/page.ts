/** A plain page that reads well light and dark, on a phone and in print; no script, no picture from elsewhere. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const pageStyle = `:root{color-scheme:light dark;font:16px/1.6 "Segoe UI",system-ui,sans-serif}
body{margin:0 auto;max-width:42rem;padding:2rem 1.25rem 4rem}
h1{font-size:1.75rem;line-height:1.25;margin:0 0 1rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}
nav{margin-bottom:1.5rem}nav a{margin-right:1rem}footer{margin-top:3rem;border-top:1px solid #8886;padding-top:1rem;font-size:.9rem}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #8886;padding:.4rem .5rem .4rem 0;text-align:left;vertical-align:top}
@media(max-width:30rem){tr{display:block;border-bottom:1px solid #8886;padding:.4rem 0}th{display:none}td{display:block;border:0;padding:.1rem 0}td:first-child{font-weight:600}}
code{font-family:Consolas,monospace}`;

/** `body` is our own HTML; anything from outside goes through `escapeHtml` first. */
export const page = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)} · Fieldbook</title><link rel="stylesheet" href="/about/style.css"></head>
<body><nav><a href="/about/help">Help</a><a href="/about/privacy">Privacy</a><a href="/about/terms">Terms</a></nav>
<main><h1>${escapeHtml(title)}</h1>${body}</main><footer>Fieldbook: your organisation's AI playbook, inside the work.</footer></body></html>
`;
