import type { ReadStream } from 'node:tty';
import { UserError } from '../core/errors.ts';
import type { Io } from './io.ts';

const ENTER: ReadonlySet<string> = new Set(['\r', '\n', '\u0004']);
const CTRL_C = '\u0003';
const CTRL_U = '\u0015';
const ERASE: ReadonlySet<string> = new Set(['\b', '\u007F']);

/** A line typed at a terminal, which shows none of it. Throws a UserError where there is no terminal to ask at. */
export async function hiddenLine(prompt: string, io: Io): Promise<string> {
  const terminal = io.stdin as Partial<ReadStream> & Io['stdin'];
  if (terminal.isTTY !== true || terminal.setRawMode === undefined || !io.stderr.isTerminal)
    throw new UserError(
      'there is no password, and no terminal to ask for it',
      undefined,
      '--password-file, --password-command, or SENDAUDIT_IMAP_PASSWORD in the environment',
    );
  await io.stderr.write(prompt);
  terminal.setRawMode(true);
  terminal.setEncoding('utf8');
  try {
    return await typedLine(terminal, io.interrupt);
  } finally {
    terminal.setRawMode(false);
    terminal.pause();
    await io.stderr.write('\n');
  }
}

/** In raw mode every key comes as it is, and what they do is for us to do. */
function typedLine(terminal: Io['stdin'], interrupt: Io['interrupt']): Promise<string> {
  return new Promise((resolve, reject) => {
    let line: string[] = [];
    const end = (settle: () => void): void => {
      terminal.off('data', hear);
      settle();
    };
    const hear = (keys: string): void => {
      for (const key of keys) {
        if (key === CTRL_C) {
          interrupt?.();
          return end(() => reject(new UserError('interrupted before there was a password')));
        }
        if (ENTER.has(key)) return end(() => resolve(line.join('')));
        if (key === CTRL_U) line = [];
        else if (ERASE.has(key)) line.pop();
        else line.push(key);
      }
    };
    terminal.on('data', hear);
    terminal.resume();
  });
}
