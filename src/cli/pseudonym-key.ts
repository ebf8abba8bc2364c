import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { UserError } from '../core/errors.ts';
import { LEAST_KEY, pseudonyms, type Redaction } from '../core/redact.ts';
import { systemFault } from '../core/system-fault.ts';

/** How addresses are hidden: by a key of this run alone, or by one that is kept in a file, so that runs can be compared. */
export async function pseudonymsBy(file: string | undefined): Promise<Redaction> {
  if (file === undefined) return pseudonymsOfThisRun();
  const key = await readFile(file).catch((error: unknown) => {
    throw new UserError(`cannot read the key ${file}`, systemFault(error));
  });
  if (key.length < LEAST_KEY)
    throw new UserError(
      `the key ${file} is too short`,
      `it has ${key.length} bytes, and ${LEAST_KEY} are the least that cannot be guessed`,
      `openssl rand -out ${file} 32`,
    );
  return pseudonyms(key);
}

/** Cryptography is dear to load, and most runs hide nothing. */
function pseudonymsOfThisRun(): Redaction {
  let hide: Redaction | undefined;
  return (text) => {
    hide ??= pseudonyms(randomBytes(32));
    return hide(text);
  };
}
