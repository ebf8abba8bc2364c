import type { Io } from './io.ts';

/** Says how far long work is: on stderr, on a terminal, and only when it lasts. */
export interface Progress {
  update(text: string): void;
  stop(): void;
}

/** Work that is done sooner is not worth a line. */
const PATIENCE_MS = 500;
const SILENT: Progress = { update: () => {}, stop: () => {} };

/** Silent where standard error is no terminal, and in CI, where terminals are made up. */
export function startProgress(io: Io): Progress {
  if (!io.stderr.isTerminal || (io.env['CI'] ?? '') !== '') return SILENT;
  let text = '';
  let spinner: { text: string; stop(): unknown } | undefined;
  let stopped = false;
  const begin = async (): Promise<void> => {
    const { default: ora } = await import('ora');
    if (!stopped) spinner = ora({ text, discardStdin: false }).start();
  };
  const timer = setTimeout(() => void begin(), PATIENCE_MS);
  timer.unref();
  return {
    update(next) {
      text = next;
      if (spinner !== undefined) spinner.text = next;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      spinner?.stop();
    },
  };
}
