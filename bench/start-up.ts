import { fileURLToPath } from 'node:url';
import { figure, type Figure } from './figures.ts';
import { median, sendaudit, timed } from './measure.ts';

const RECORDING = fileURLToPath(new URL('../fixtures/recordings/casaluna.rec', import.meta.url));
const ROUNDS = 15;
/** `--help` may take twice as long as Node alone … */
const HELP_TIMES = 2;
/** … and a whole check, its answers at hand, so many milliseconds more. */
const CHECK_MORE_MS = 150;

const COMMANDS = {
  bare: ['-e', '0'],
  help: sendaudit('--help'),
  check: sendaudit('check', 'casaluna.example', '--replay', RECORDING),
};

/** What a user waits for before anything happens. Taken in turns, so that a busy moment hits all of them alike. */
export function startUp(): Figure[] {
  const runs = { bare: [] as number[], help: [] as number[], check: [] as number[] };
  const names = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
  for (const name of names) timed(COMMANDS[name]); // fills the compile cache
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of names) runs[name].push(timed(COMMANDS[name]).wallMs);
  const bare = median(runs.bare);
  const times = (value: number): string => `${(value / bare).toFixed(2)} × bare Node`;
  return [
    figure('start-up: bare Node', runs.bare, 'ms'),
    figure('start-up: --help', runs.help, 'ms', {
      budget: { limit: 'at most', than: HELP_TIMES * bare, told: `${HELP_TIMES} × bare Node` },
      remark: times(median(runs.help)),
    }),
    figure('start-up: check --replay', runs.check, 'ms', {
      budget: { limit: 'at most', than: bare + CHECK_MORE_MS, told: `bare Node + ${CHECK_MORE_MS}` },
      remark: `bare Node + ${Math.round(median(runs.check) - bare)}`,
    }),
  ];
}
