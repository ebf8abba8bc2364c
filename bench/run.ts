import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { audits } from './audits.ts';
import { questions, spf } from './dns.ts';
import { isMissed, tableOf, type Figure } from './figures.ts';
import { eventExports } from './events.ts';
import { logContainers } from './log-containers.ts';
import { logFiles } from './logs.ts';
import { bigReports, manyFiles, smallReports } from './reports.ts';
import { startUp } from './start-up.ts';

/** Measures the built command line against its budgets: `npm run bench`; with `--strict`, a missed one ends with 1. */
const { values } = parseArgs({
  options: { strict: { type: 'boolean' }, only: { type: 'string', multiple: true } },
});

type Part = (folder: string) => Promise<Measured> | Measured;
interface Measured {
  readonly figures: readonly Figure[];
  readonly notes?: readonly string[];
}

const PARTS: Readonly<Record<string, Part>> = {
  'start-up': () => ({ figures: startUp() }),
  'big-reports': bigReports,
  'small-reports': (folder) => ({ figures: smallReports(folder) }),
  'many-files': (folder) => ({ figures: manyFiles(folder) }),
  spf: async () => ({ figures: await spf() }),
  dns: async () => ({ figures: await questions() }),
  audits,
  logs: logFiles,
  'log-containers': logContainers,
  events: eventExports,
};

const wanted = values.only ?? Object.keys(PARTS);
const folder = mkdtempSync(join(tmpdir(), 'sendaudit-bench-'));
const measured: Measured[] = [];
try {
  for (const name of wanted) {
    const part = PARTS[name];
    if (part === undefined) throw new Error(`--only takes ${Object.keys(PARTS).join(', ')}, not ${name}`);
    process.stderr.write(`measuring ${name} …\n`);
    measured.push(await part(folder));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const figures = measured.flatMap((one) => one.figures);
const missed = figures.filter((one) => isMissed(one));
const [load = 0] = loadavg();
console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}, load ${load.toFixed(1)}\n`);
console.log(tableOf(figures));
for (const note of measured.flatMap(({ notes = [] }) => notes)) console.log(note);
console.log(missed.length === 0 ? '\nAll budgets are met.' : `\n${missed.length} of the budgets missed.`);
if (values.strict === true && missed.length > 0) process.exitCode = 1;
