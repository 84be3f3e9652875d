/** The infrastructure as a syntax tree: enough to read names and values, no compiler. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Language, type Node, Parser } from 'web-tree-sitter';

const infra = join(import.meta.dirname, '..', '..', 'infra');

await Parser.init();
const parser = new Parser();
parser.setLanguage(
  await Language.load(createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')),
);

export interface BicepFile {
  readonly name: string;
  readonly text: string;
}

/** Problems in words; none when all is well. */
export type Rule = (files: readonly BicepFile[]) => string[];

export const bicepFiles: readonly BicepFile[] = [
  'main.bicep',
  ...readdirSync(join(infra, 'modules')).map((f) => `modules/${f}`),
].map((name) => ({ name, text: readFileSync(join(infra, name), 'utf8') }));

export function treeOf(text: string): Node {
  const tree = parser.parse(text);
  if (!tree) throw new Error('bicep: nothing was parsed');
  return tree.rootNode;
}

/** Names declared with this keyword at the beginning of a line. */
export const declared = (text: string, keyword: 'param' | 'output' | 'module' | 'var' | 'resource'): string[] =>
  [...text.matchAll(new RegExp(`^${keyword} (\\w+)`, 'gm'))].map(([, name = '']) => name);

/** Names whose value is read somewhere: not those of properties, nor where a name is declared. */
export const usesOf = (text: string): ReadonlySet<string> => {
  const isFirst = (node: Node) => node.parent?.namedChildren[0]?.id === node.id;
  return new Set(
    treeOf(text)
      .descendantsOfType('identifier')
      .flatMap((node) => {
        const names = /declaration$|^object_property$/.test(node?.parent?.type ?? '');
        return node && !(names && isFirst(node)) ? [node.text] : [];
      }),
  );
};

/** The value of a property anywhere below, as JSON where it is a literal. */
export function objectOf(node: Node): unknown {
  switch (node.type) {
    case 'object':
      return Object.fromEntries(
        node.namedChildren.flatMap((child) => {
          if (child?.type !== 'object_property') return [];
          const [key, value] = child.namedChildren;
          return key && value ? [[key.text.replaceAll("'", ''), objectOf(value)]] : [];
        }),
      );
    case 'array':
      return node.namedChildren.flatMap((child) => (child ? [objectOf(child)] : []));
    case 'string':
      return node.text.slice(1, -1);
    case 'number':
    case 'boolean':
      return JSON.parse(node.text);
    default:
      return node.text;
  }
}

/** The body of each resource of a file, with its name and type@version. */
export function resourcesOf(text: string): { symbol: string; type: string; body: unknown }[] {
  return treeOf(text)
    .descendantsOfType('resource_declaration')
    .flatMap((node) => {
      const [symbol, type] = node?.namedChildren ?? [];
      const body = node?.descendantsOfType('object')[0];
      return symbol && type && body
        ? [{ symbol: symbol.text, type: type.text.slice(1, -1), body: objectOf(body) }]
        : [];
    });
}
