import { Command } from 'commander';
import type { ExitCode } from '../core/report.ts';
import { VERSION } from '../core/version.ts';
import type { Io } from './io.ts';
import { CHECK_EXAMPLES, checkOptions } from './check-options.ts';
import { DIFF_EXAMPLES, diffOptions } from './diff-options.ts';
import { DMARC_EXAMPLES, dmarcOptions } from './dmarc-options.ts';
import { FAILURES_EXAMPLES, failuresOptions } from './failures-options.ts';
import { FETCH_EXAMPLES, fetchOptions } from './fetch-options.ts';
import { LOGS_EXAMPLES, logsOptions } from './logs-options.ts';
import { outputOptions } from './option-groups.ts';
import { SIMULATE_EXAMPLES, simulateOptions } from './simulate-options.ts';
import {
  FLATTEN_EXAMPLES,
  flattenOptions,
  OPTIMISE_EXAMPLES,
  optimiseOptions,
  SPF_EXAMPLES,
  spfOptions,
} from './spf-options.ts';
import { TLSRPT_EXAMPLES, tlsrptOptions } from './tlsrpt-options.ts';
import type { Typed } from './typed.ts';
import { usageErrorText } from './usage-error.ts';
import type { UntilInterrupted } from './watch.ts';

export interface Program {
  readonly command: Command;
  exitCode(): ExitCode;
  /** Whether the command was one that goes on until it is interrupted, and says how it ends. */
  endsInterrupted(): boolean;
  /** Waits for what commander wrote. */
  flush(): Promise<void>;
}

/** The command tree. What a command does is imported when it is run. */
export function program(io: Io): Program {
  let ending: ExitCode | UntilInterrupted = 0;
  const written: Promise<void>[] = [];
  const root = new Command('sendaudit')
    .description('Know whether your mail arrives, and why not.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    // `spf` has commands below it: their options are theirs.
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError('  try: sendaudit --help')
    // Options are wrapped in a narrow terminal, too.
    .configureHelp({ minWidthToWrap: 20 })
    .configureOutput({
      writeOut: (text) => void written.push(io.stdout.write(text)),
      writeErr: (text) => void written.push(io.stderr.write(text)),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (text, write) => write(usageErrorText(text)),
    });

  const runs = (command: Command, load: () => Promise<Runner>, examples: readonly string[]): Command =>
    command
      .showHelpAfterError(`  try: ${pathOf(command)} --help`)
      .addHelpText('after', `\nExamples:\n${examples.map((line) => `  ${line}`).join('\n')}`)
      .action(async (...given: unknown[]) => {
        // Commander adds the options and the command itself behind the operands.
        const operands = given.slice(0, -2);
        const run = await load();
        const typed = new Set(
          Object.keys(command.opts()).filter((name) => command.getOptionValueSource(name) === 'cli'),
        );
        ending = await run(
          operands.flat().filter((value) => value !== undefined) as string[],
          command.opts(),
          io,
          typed,
        );
      });

  /** For commands that read much. Their code comes first: what was compiled before is refused under other settings of V8. */
  const reading = (load: () => Promise<Runner>) => async (): Promise<Runner> => {
    const run = await load();
    io.prepareForBulk?.();
    return run;
  };

  runs(checkOptions(root.command('check')), async () => (await import('./commands/check.ts')).check, CHECK_EXAMPLES);
  runs(
    dmarcOptions(root.command('dmarc')),
    reading(async () => (await import('./commands/dmarc.ts')).dmarc),
    DMARC_EXAMPLES,
  );
  runs(
    logsOptions(root.command('logs')),
    reading(async () => (await import('./commands/logs.ts')).logs),
    LOGS_EXAMPLES,
  );
  runs(
    tlsrptOptions(root.command('tlsrpt')),
    reading(async () => (await import('./commands/tlsrpt.ts')).tlsrpt),
    TLSRPT_EXAMPLES,
  );
  runs(
    failuresOptions(root.command('failures')),
    reading(async () => (await import('./commands/failures.ts')).failures),
    FAILURES_EXAMPLES,
  );
  runs(
    simulateOptions(root.command('simulate')),
    reading(async () => (await import('./commands/simulate.ts')).simulate),
    SIMULATE_EXAMPLES,
  );
  runs(
    fetchOptions(root.command('fetch')),
    async () => (await import('./commands/fetch.ts')).fetchMail,
    FETCH_EXAMPLES,
  );
  const spf = runs(spfOptions(root.command('spf')), async () => (await import('./commands/spf.ts')).spf, SPF_EXAMPLES);
  runs(
    flattenOptions(spf.command('flatten')),
    async () => (await import('./commands/spf-flatten.ts')).spfFlatten,
    FLATTEN_EXAMPLES,
  );
  runs(
    optimiseOptions(spf.command('optimise')),
    async () => (await import('./commands/spf-optimise.ts')).spfOptimise,
    OPTIMISE_EXAMPLES,
  );
  // The American spelling, which an alias would show in every line of help.
  runs(
    optimiseOptions(spf.command('optimize', { hidden: true })),
    async () => (await import('./commands/spf-optimise.ts')).spfOptimise,
    OPTIMISE_EXAMPLES,
  );
  runs(diffOptions(root.command('diff')), async () => (await import('./commands/diff.ts')).diff, DIFF_EXAMPLES);
  runs(
    outputOptions(
      root
        .command('explain')
        .argument('[check]', 'a check, a finding such as spf/lookup-limit:over, or a log format such as logs/postfix')
        .summary('tell what a check looks at, why, and how to fix it')
        .description('Tells what a check looks at, why it matters, and how to fix what it finds.')
        .option('--all', 'every check there is'),
    ),
    async () => (await import('./commands/explain.ts')).explain,
    ['sendaudit explain spf/lookup-limit', 'sendaudit explain --all --format markdown=checks.md'],
  );
  runs(
    outputOptions(
      root
        .command('list')
        .argument('[what]', 'checks, providers, profiles, formats of output, or logs', 'checks')
        .summary('list checks, providers, profiles, output formats, log formats')
        .description(
          'Lists every check, provider of the catalogue, profile, output format, or log format that is read.',
        ),
    ),
    async () => (await import('./commands/list.ts')).list,
    ['sendaudit list providers --format csv=providers.csv'],
  );
  runs(
    root
      .command('schema')
      .argument('[what]', 'report, config or mapping', 'report')
      .summary('print the JSON Schema of a report, of sendaudit.json, or of a mapping')
      .description('Prints the JSON Schema of --format json, of sendaudit.json, or of what logs --map takes.'),
    async () => (await import('./commands/schema.ts')).schema,
    ['sendaudit schema config', 'sendaudit schema mapping > mapping.schema.json'],
  );
  root.addHelpText(
    'after',
    '\nExit codes: 0 fine, 1 findings at or above --fail-on, 2 could not start,\n3 nothing wrong found but something could not be found out, 70 a bug, 130 interrupted.',
  );
  return {
    command: root,
    exitCode: () => (typeof ending === 'object' ? ending.untilInterrupted : ending),
    endsInterrupted: () => typeof ending === 'object',
    flush: async () => void (await Promise.all(written)),
  };
}

/** `sendaudit spf flatten` */
const pathOf = (command: Command): string =>
  command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;

/** What a command is: what was typed, in; exit code, out. `typed` are the options that have no default’s value. */
export type Runner = (
  operands: readonly string[],
  options: never,
  io: Io,
  typed: Typed,
) => Promise<ExitCode | UntilInterrupted>;
