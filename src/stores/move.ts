/** Everything of one tenant from a store to a file and back, in pieces that can be taken up again where they broke off. */
import { existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, rename, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Archive, Position } from '../core/documents.ts';
import { StoreError } from '../core/errors.ts';
import { checkWrite } from './rules.ts';
import {
  type Copied,
  createOf,
  documentLine,
  endLine,
  headLine,
  type Line,
  readLine,
  type Tally,
  type Total,
  tally,
} from './tenant-lines.ts';

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
  try {
    await mkdir(dirname(file), { recursive: true });
    return await written(archive, file, progress);
  } catch (error) {
    throw troubleWith(partOf(file), error);
  }
}

/** The file system speaks in codes; a person is told what to do. */
function troubleWith(part: string, error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error;
  const sentence = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(error.code))
    ? `there is no room for ${part}: make room, then run the same command again; it goes on where it stopped`
    : `${part} cannot be written (${error.code}): name a file in a folder that you may write to`;
  return new MoveError(sentence, { cause: error });
}

async function written(archive: Archive, file: string, progress: Progress): Promise<Total> {
  const part = partOf(file);
  const { after, counted } = existsSync(part)
    ? await takenUp(part, archive.tenantId)
    : await begun(part, archive.tenantId);
  const output = await open(part, 'a');
  try {
    await copy(archive, output, { after, counted, progress });
    await output.appendFile(`${endLine(counted.total())}\n`);
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

/** All that an organisation wrote lies in it, so it belongs to one account. */
async function begun(part: string, tenantId: string): Promise<Standing> {
  const output = await open(part, 'w', 0o600);
  await output.appendFile(`${headLine(tenantId)}\n`);
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
    // Not `write`, which may write less than it was given.
    await output.appendFile(`${lines.join('\n')}\n`);
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

/** More than any document; what is longer is no export, and would not fit into memory. */
const mostLineBytes = 8_000_000;

const unreadable = (file: string, cause: unknown): MoveError =>
  new MoveError(`${file} cannot be read: is this the right name, and may you read it?`, { cause });

/** Line by line, however large the file is. A last line without its end counts as cut off: `line` is undefined. */
export async function* linesOf(file: string): AsyncGenerator<FileLine> {
  const input = await open(file, 'r').catch((error: unknown) => {
    throw unreadable(file, error);
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
      if (rest.length > mostLineBytes)
        throw new MoveError(`${file}, line ${number + 1}: no line of an export is that long; is this another file?`);
    }
    if (rest.length > 0) yield { number: ++number, text: rest.toString('utf8'), line: undefined, bytes: rest.length };
  } catch (error) {
    throw error instanceof MoveError ? error : unreadable(file, error);
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
    if (line.is === 'document') {
      const problem = problemOf(line.document, text);
      if (problem) throw new MoveError(`${file}, line ${number}: ${problem}`);
      counted.add(text);
    }
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

/** What a store would refuse in the middle of the import is refused before it. */
function problemOf(document: Copied, text: string): string | undefined {
  try {
    checkWrite([createOf(document)]);
  } catch (error) {
    if (error instanceof StoreError) return error.message.replace('store: ', '');
    throw error;
  }
  return documentLine(document) === text ? undefined : 'not as an export writes it; was the file edited?';
}
