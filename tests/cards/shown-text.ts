/** What a reader sees of a text that a host reads as markdown, links found by themselves included. */
import markdownIt from 'markdown-it';

const strict = markdownIt({ linkify: true, breaks: true });

export interface Shown {
  readonly text: string;
  /** Tags that the text made beyond paragraphs and line breaks. */
  readonly markup: readonly string[];
}

export function shown(markdown: string): Shown {
  const html = strict.render(markdown);
  const tags = [...html.matchAll(/<\/?(\w+)/g)].map(([, tag = '']) => tag);
  return { text: unescaped(html.replace(/<[^>]*>/g, ' ')), markup: tags.filter((tag) => tag !== 'p' && tag !== 'br') };
}

const named: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
const unescaped = (html: string): string => html.replace(/&(?:lt|gt|quot|amp);/g, (entity) => named[entity] ?? entity);

/** Texts are the same to a reader when they differ in blanks or in what is invisible: the joiner we add, the marks we take. */
export const asRead = (text: string): string => text.replace(/[\u2060\ue000\ue001\s]+/g, '');
