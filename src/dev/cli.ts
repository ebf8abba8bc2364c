/** The command line from its sources, unbundled: `node src/dev/cli.ts check …`. */
import { run } from '../cli/run.ts';

process.exitCode = await run(process.argv.slice(2));
