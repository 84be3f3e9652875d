/** Guides read back by libraries that did not write them: what they say, how many pages, how they are tagged. */
import mammoth from 'mammoth';
import MarkdownIt from 'markdown-it';
import { extractText, getDocumentProxy } from 'unpdf';
import { unzipped } from './unzip.ts';

interface Tag {
  readonly role?: string;
  readonly children?: readonly Tag[];
}

const rolesOf = ({ role, children = [] }: Tag): string[] => [...(role ? [role] : []), ...children.flatMap(rolesOf)];

/** Words alone: where a line ends is another matter. */
export const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

export async function readPdf(bytes: Uint8Array) {
  const file = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(file, { mergePages: true });
  const { info } = await file.getMetadata();
  const tree = await (await file.getPage(1)).getStructTree();
  const marks = await file.getMarkInfo();
  const { Title: title, Language: language } = info as { Title?: string; Language?: string };
  return { pages: file.numPages, text: flat(text), title, language, roles: rolesOf(tree as Tag), marks };
}

/** By a library that makes a page of it: headings, lists, and what it stumbles over. */
export async function readWord(bytes: Uint8Array) {
  const { value: html, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  return { html, messages, ...readWordParts(bytes) };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The parts of the file as they are. */
export function readWordParts(bytes: Uint8Array) {
  const parts = unzipped(bytes);
  const part = (name: string) => parts.get(name) ?? '';
  const document = part('word/document.xml');
  return {
    text: flat(
      document
        .replaceAll(/<\/w:p>/g, ' ')
        .replaceAll(/<[^>]+>/g, '')
        .replaceAll(/&(\w+);/g, (_, name) => entities[name] ?? ''),
    ),
    title: /<dc:title>([^<]*)</.exec(part('docProps/core.xml'))?.[1],
    language: /<w:lang w:val="([^"]*)"/.exec(part('word/styles.xml'))?.[1],
    height: heightShare(document, part('word/styles.xml')),
  };
}

/** Of two columns of an A4 page, with letters half an em wide as they are on average; paragraphs have lines of a set height. */
function heightShare(document: string, styles: string): number {
  const size = Number(/<w:rPrDefault>.*?<w:sz w:val="(\d+)"/s.exec(styles)?.[1]) / 2;
  const [, width = '', height = ''] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(document) ?? [];
  const margin = Number(/<w:pgMar[^>]*w:top="(\d+)"/.exec(document)?.[1]);
  const letters = ((Number(width) - 2 * margin) / 20 - 18) / 2 / (size * 0.5);
  const taken = [...document.matchAll(/<w:p>.*?<\/w:p>/gs)].reduce((sum, [paragraph]) => {
    const said = [...paragraph.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text = '']) => text).join('');
    const line = Number(/w:line="(\d+)"/.exec(paragraph)?.[1]);
    const before = Number(/w:before="(\d+)"/.exec(paragraph)?.[1] ?? 0);
    return sum + before + Math.max(1, Math.ceil(said.length / letters)) * line;
  }, 0);
  return taken / 2 / (Number(height) - 2 * margin);
}

export const htmlOf = (markdown: Uint8Array): string => new MarkdownIt().render(Buffer.from(markdown).toString('utf8'));
