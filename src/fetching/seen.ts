import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { UserError } from '../core/errors.ts';
import { numbersOf, rangesOf } from '../core/number-ranges.ts';
import { systemFault } from '../core/system-fault.ts';

/** In the folder of the mails; what reads reports passes it over. */
export const OWN_FOLDER = '.sendaudit-fetch';

/** A mailbox in the time that its UIDs hold. */
export interface MailboxAge {
  /** Of `mailboxId`. */
  readonly mailbox: string;
  readonly uidValidity: string;
}

/** A mail that lies in the folder. */
export interface Kept {
  readonly uid: number;
  /** Of its octets, hex. */
  readonly sha256: string;
  /** Its name there. */
  readonly file: string;
}

/**
 * What was fetched before, as a file that is only ever added to: a crash costs the last line at most, and a mail it would have
 * told of is recognised by its file. Nothing is in it that does not lie safely in the folder.
 */
export interface Seen {
  /** The file of a mail, `none` where it holds no report, undefined where it is new. */
  of(age: MailboxAge, uid: number): { readonly file: string } | 'none' | undefined;
  /** The file that holds these octets. */
  fileWith(sha256: string): string | undefined;
  /** Lines that could not be read: what they told of is looked at again. */
  readonly unreadable: number;
  /** Adds, and comes back when it is on the disk. */
  keep(age: MailboxAge, kept: readonly Kept[], withoutReport: readonly number[]): Promise<void>;
  close(): Promise<void>;
}

/** Reads what was written by earlier runs. `readOnly` writes nothing, for a rehearsal. */
export async function openSeen(folder: string, readOnly: boolean): Promise<Seen> {
  const path = join(folder, OWN_FOLDER, 'seen.jsonl');
  const ages = new Map<string, Map<number, string | undefined>>();
  const contents = new Map<string, string>();
  let unreadable = 0;

  const uidsOf = ({ mailbox, uidValidity }: MailboxAge): Map<number, string | undefined> => {
    const key = `${mailbox} ${uidValidity}`;
    const known = ages.get(key) ?? new Map<number, string | undefined>();
    ages.set(key, known);
    return known;
  };
  const learn = (age: MailboxAge, kept: readonly Kept[], withoutReport: readonly number[]): void => {
    const uids = uidsOf(age);
    for (const uid of withoutReport) uids.set(uid, undefined);
    for (const { uid, sha256, file } of kept) {
      uids.set(uid, file);
      contents.set(sha256, file);
    }
  };

  for await (const line of linesOf(path)) {
    const entry = entryOf(line);
    if (entry === undefined) unreadable += 1;
    else learn(entry.age, entry.kept, entry.withoutReport);
  }
  let file: FileHandle | undefined;
  return {
    of(age, uid) {
      const uids = uidsOf(age);
      if (!uids.has(uid)) return undefined;
      const name = uids.get(uid);
      return name === undefined ? 'none' : { file: name };
    },
    fileWith: (sha256) => contents.get(sha256),
    get unreadable() {
      return unreadable;
    },
    async keep(age, kept, withoutReport) {
      if (kept.length + withoutReport.length === 0) return;
      if (readOnly) return learn(age, kept, withoutReport);
      const lines = [
        ...kept.map((one) => JSON.stringify({ ...age, ...one })),
        ...(withoutReport.length === 0 ? [] : [JSON.stringify({ ...age, withoutReport: rangesOf(withoutReport) })]),
      ];
      try {
        const mend = file === undefined && (await isCut(path)) ? '\n' : '';
        file ??= await open(path, 'a');
        await file.appendFile(`${mend}${lines.join('\n')}\n`);
        await file.sync();
      } catch (error) {
        throw new UserError(`cannot write ${path}`, systemFault(error));
      }
      learn(age, kept, withoutReport);
    },
    async close() {
      await file?.close();
    },
  };
}

/** A crash may have cut the last line: what is added must not become a part of it. */
async function isCut(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return false;
  try {
    const { size } = await file.stat();
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
    return size > 0 && buffer[0] !== 0x0a;
  } finally {
    await file.close();
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const stream = createReadStream(path, 'utf8');
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) if (line !== '') yield line;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new UserError(`cannot read ${path}`, systemFault(error));
  }
}

interface Entry {
  readonly age: MailboxAge;
  readonly kept: readonly Kept[];
  readonly withoutReport: readonly number[];
}

function entryOf(line: string): Entry | undefined {
  const value = parsed(line);
  const { mailbox, uidValidity, uid, sha256, file, withoutReport } = value ?? {};
  if (typeof mailbox !== 'string' || typeof uidValidity !== 'string') return undefined;
  const age = { mailbox, uidValidity };
  if (typeof withoutReport === 'string') {
    const uids = numbersOf(withoutReport);
    return uids === undefined ? undefined : { age, kept: [], withoutReport: uids };
  }
  if (typeof uid !== 'number' || typeof sha256 !== 'string' || typeof file !== 'string') return undefined;
  if (/[/\\]/.test(file)) return undefined; // of this folder, and no other
  return { age, kept: [{ uid, sha256, file }], withoutReport: [] };
}

function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
