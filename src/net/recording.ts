import { randomBytes } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { UserError } from '../core/errors.ts';
import { systemFault } from '../core/system-fault.ts';
import type { Net, RecordType } from './net.ts';
import { questionName } from './question-name.ts';
import { keepingServices, printServiceAnswers } from './recorded-services.ts';
import { printRecording, questionKey } from './recording-text.ts';
import type { Recorded } from './recording-text.ts';

/**
 * Passes questions through and remembers every distinct one with its answer; on close the recording is written.
 * Where a question was asked more than once, an answer counts for more than a failure, and the last for more.
 */
export function recordingNet(
  below: Net,
  write: (text: string) => Promise<void>,
  {
    validated = false,
  }: {
    /** The AD bit is worth recording: a resolver the user named has validated. */ readonly validated?: boolean;
  } = {},
): Net {
  const recorded = new Map<string, Recorded>();
  const services: Parameters<typeof keepingServices>[1] = new Map();
  let closing: Promise<void> | undefined;

  async function finish(): Promise<void> {
    try {
      await write(printRecording(recorded.values(), validated) + printServiceAnswers(services));
    } finally {
      await below.close();
    }
  }

  return {
    ...keepingServices(below, services),
    async resolve<T extends RecordType>(name: string, type: T) {
      const answer = await below.resolve(name, type);
      const asked = questionName(name);
      if (asked === undefined) return answer; // no world can answer that, and none needs telling
      const key = questionKey(asked, type);
      if (answer.status !== 'failed' || !recorded.has(key)) recorded.set(key, { name: asked, type, answer });
      return answer;
    },
    close: () => (closing ??= finish()),
  };
}

/** Writes a text to a file all at once: readers see the old one or the new one, never half. */
export const fileWriter =
  (file: string): ((text: string) => Promise<void>) =>
  async (text) => {
    let draft: string | undefined;
    try {
      const target = await realpath(file).catch(() => file);
      const found = await stat(target).catch(() => undefined);
      // A device or a pipe is written to, not replaced
      if (found !== undefined && !found.isFile()) return await writeFile(target, text);
      draft = `${target}.${randomBytes(6).toString('hex')}.tmp`;
      await writeFile(draft, text, { flag: 'wx' });
      await rename(draft, target);
    } catch (error) {
      if (draft !== undefined) await rm(draft, { force: true }).catch(() => {});
      throw new UserError(`cannot write the recording ${file}`, systemFault(error));
    }
  };
