import { CommanderError } from 'commander';
import { UserError } from '../core/errors.ts';
import { visible } from '../core/readable.ts';
import type { ExitCode } from '../core/report.ts';
import { VERSION } from '../core/version.ts';
import type { Io } from './io.ts';
import { program, type Program } from './program.ts';

/**
 * The whole program as a function: arguments and a world in, exit code out.
 * 0 fine · 1 findings · 2 could not start · 3 something could not be found out · 70 a bug · 130 interrupted.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const run = program(io);
  try {
    await carriedOut(run, argv);
    return io.interrupted.aborted && !run.endsInterrupted() ? 130 : run.exitCode();
  } catch (error) {
    if (io.interrupted.aborted) return 130;
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UserError) {
      await tell(userErrorText(error), io);
      return 2;
    }
    await tell(bugText(error), io);
    return 70;
  }
}

async function carriedOut(run: Program, argv: readonly string[]): Promise<void> {
  try {
    await run.command.parseAsync([...argv], { from: 'user' });
  } finally {
    await run.flush();
  }
}

/** Where standard error is full as well, the exit code is all that can be told. */
const tell = (text: string, { stderr }: Io): Promise<void> => stderr.write(text).catch(() => {});

function userErrorText({ message, why, hint }: UserError): string {
  const lines = [`sendaudit: ${visible(message)}`];
  if (why !== undefined) lines.push(`  ${visible(why)}`);
  if (hint !== undefined) lines.push(`  try: ${visible(hint)}`);
  return `${lines.join('\n')}\n`;
}

function bugText(error: unknown): string {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const stack = told
    .split('\n')
    .map((line) => visible(line))
    .join('\n');
  return `sendaudit ${VERSION} has a bug: this should not have happened.\nPlease report it with these lines:\n${stack}\n`;
}
