/** Everything of one tenant from a store to a file and back, in pieces that can be taken up again where they broke off. */
import { existsSync } from 'node:fs';
import { type FileHandle, open, rename, truncate } from 'node:fs/promises';
import type { Archive, Position } from '../core/documents.ts';
import { documentLine, endLine, headLine, type Line, readLine, type Tally, type Total, tally } from './tenant-lines.ts';

/** What goes wrong with a file is told in a sentence for the person at the keyboard. */
export class MoveError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MoveError';
  }
}

export type Progress = (documents: number, of?: number) => void;

/** A file that is not whole yet ends so; the next export goes on with it. */
export const partOf = (file: string): string => `${file}.part`;

export async function exportTenant(archive: Archive, file: string, progress: Progress = () => {}): Promise<Total> {
  const part = partOf(file);
  const { after, counted } = existsSync(part)
    ? await takenUp(part, archive.tenantId)
    : await begun(part, archive.tenantId);
  const output = await open(part, 'a');
  try {
    await copy(archive, output, { after, counted, progress });
    await output.write(`${endLine(counted.total())}\n`);
    await output.sync();
  } finally {
    await output.close();
  }
  await rename(part, file);
  return counted.total();
}

interface Standing {
  readonly after: Position | undefined;
  readonly counted: Tally;
}

async function begun(part: string, tenantId: string): Promise<Standing> {
  const output = await open(part, 'w');
  await output.write(`${headLine(tenantId)}\n`);
  await output.close();
  return { after: undefined, counted: tally() };
}

/** A line that was cut off is dropped, and so is an end whose renaming was. */
async function takenUp(part: string, tenantId: string): Promise<Standing> {
  const counted = tally();
  let after: Position | undefined;
  let whole = 0;
  for await (const { text, line, bytes } of linesOf(part)) {
    if (line?.is === 'head' && line.tenantId !== tenantId)
      throw new MoveError(`${part} holds another tenant (${line.tenantId}): delete it, or name another file`);
    if (line?.is !== 'head' && line?.is !== 'document') break;
    whole += bytes;
    if (line.is !== 'document') continue;
    counted.add(text);
    after = line.document;
  }
  await truncate(part, whole);
  return whole === 0 ? begun(part, tenantId) : { after, counted };
}

async function copy(
  archive: Archive,
  output: FileHandle,
  { counted, progress, ...from }: Standing & { progress: Progress },
): Promise<void> {
  let { after } = from;
  for (;;) {
    const documents = await archive.read(after);
    if (documents.length === 0) return;
    const lines = documents.map(documentLine);
    await output.write(`${lines.join('\n')}\n`);
    for (const line of lines) counted.add(line);
    after = documents.at(-1);
    progress(counted.total().documents);
  }
}

export interface FileLine {
  readonly number: number;
  readonly text: string;
  /** Undefined for what is none of ours. */
  readonly line: Line | undefined;
  /** Its length in the file, with the line end. */
  readonly bytes: number;
}

/** Line by line, however large the file is. A last line without its end counts as cut off: `line` is undefined. */
export async function* linesOf(file: string): AsyncGenerator<FileLine> {
  const input = await open(file, 'r').catch((error: unknown) => {
    throw new MoveError(`${file} cannot be read`, { cause: error });
  });
  let rest = Buffer.alloc(0);
  let number = 0;
  try {
    for await (const chunk of input.createReadStream({ autoClose: false, highWaterMark: 1 << 20 })) {
      rest = Buffer.concat([rest, chunk as Buffer]);
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
        const text = rest.toString('utf8', 0, end);
        rest = rest.subarray(end + 1);
        yield { number: ++number, text, line: readLine(text), bytes: end + 1 };
      }
    }
    if (rest.length > 0) yield { number: ++number, text: rest.toString('utf8'), line: undefined, bytes: rest.length };
  } finally {
    await input.close();
  }
}

/** Reads the whole file before anything is written: a cut or altered one changes nothing. */
export async function checkedFile(file: string, tenantId: string): Promise<Total> {
  const counted = tally();
  let ended: Total | undefined;
  for await (const { number, text, line } of linesOf(file)) {
    if (ended) throw new MoveError(`${file}, line ${number}: something stands behind the end of the file`);
    if (!line)
      throw new MoveError(`${file}, line ${number}: this is no line of an export; was the file cut or edited?`);
    if ((number === 1) !== (line.is === 'head'))
      throw new MoveError(`${file}, line ${number}: an export begins with one head`);
    if (line.is === 'head' && line.tenantId !== tenantId)
      throw new MoveError(`${file} holds tenant ${line.tenantId}, not ${tenantId}: name that one with --tenant`);
    if (line.is === 'document') counted.add(text);
    if (line.is === 'end') ended = line.total;
  }
  if (!ended) throw new MoveError(`${file} has no end: the export was not finished, so run it again`);
  const total = counted.total();
  if (total.documents !== ended.documents || total.hash !== ended.hash)
    throw new MoveError(
      `${file} was altered: it says ${ended.documents} documents (${ended.hash.slice(0, 12)}) and holds ${total.documents} (${total.hash.slice(0, 12)})`,
    );
  return total;
}
