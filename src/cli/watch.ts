import { UserError } from '../core/errors.ts';
import type { ExitCode } from '../core/report.ts';
import { watchFiles, type Look } from '../intake/watch.ts';
import type { Io } from './io.ts';

/** How a command ends that goes on until the user interrupts it: with what it last found. */
export interface UntilInterrupted {
  readonly untilInterrupted: ExitCode;
}

/** What is done with what comes. */
export interface Watched {
  read(found: Look): Promise<void>;
  /** Reports on all that was read; `arrived` is what came since the last time. */
  show(arrived?: readonly string[]): Promise<ExitCode>;
}

/** Reads what is there, then what comes, until the user interrupts. */
export async function watched(
  paths: readonly string[],
  { read, show }: Watched,
  { interrupted }: Io,
): Promise<UntilInterrupted> {
  if (paths.includes('-')) throw new UserError('--watch takes files, folders and patterns, not standard input');
  const watch = watchFiles(paths, interrupted);
  try {
    const first = await watch.look();
    const nowhere = first.failed.find(({ error }) => error === 'no such file or folder');
    if (nowhere !== undefined) throw new UserError('there is nothing to watch', `${nowhere.path}: ${nowhere.error}`);
    await read(first);
    let untilInterrupted = await show();
    for (;;) {
      await watch.change();
      const arrived = interrupted.aborted ? undefined : await watch.look();
      if (arrived === undefined) return { untilInterrupted };
      if (arrived.files.length === 0) continue;
      await read(arrived);
      // What was read in part is not shown.
      if (interrupted.aborted) return { untilInterrupted };
      const shown = await show(arrived.files).catch((error: unknown) => {
        if (interrupted.aborted) return undefined;
        throw error;
      });
      untilInterrupted = shown ?? untilInterrupted;
    }
  } finally {
    watch.close();
  }
}
