import type { ExitCode } from '../core/report.ts';
import { main } from './main.ts';
import { nodeIo } from './node-io.ts';

/** What the launcher calls: the program in this process. */
export const run = (argv: readonly string[]): Promise<ExitCode> => main(argv, nodeIo());
