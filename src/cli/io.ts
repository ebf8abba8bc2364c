import type { Readable } from 'node:stream';
import type { LiveOptions } from '../net/live.ts';

/** A place to write text to; resolves when the text has gone, or when nobody reads any more. A full disk is a UserError. */
export interface Output {
  write(text: string): Promise<void>;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined where it is none. */
  readonly columns: number | undefined;
}

/** Everything a command may touch outside of itself: the program is a function of its arguments and this. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the user interrupts. */
  readonly interrupted: AbortSignal;
  /** What Ctrl-C does, for where a terminal hands keys over as they are. */
  readonly interrupt?: () => void;
  now(): Date;
  /** Where servers listen when not where they should, who vouches for them, how long they may take: tests run their own. */
  readonly ports?: Pick<LiveOptions, 'httpsPort' | 'smtpPort' | 'serverPort' | 'ca' | 'serviceTimeoutMs'>;
  /** Called before much is read: a process of our own can be tuned for that. */
  readonly prepareForBulk?: () => void;
}
