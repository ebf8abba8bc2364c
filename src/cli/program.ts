import { Command, Option } from 'commander';
import { visible } from '../core/readable.ts';
import type { ExitCode } from '../core/report.ts';
import { VERSION } from '../core/version.ts';
import type { Io } from './io.ts';

export interface Program {
  readonly command: Command;
  exitCode(): ExitCode;
  /** Waits for what commander wrote. */
  flush(): Promise<void>;
}

const list = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** Commander quotes what was typed as it came. */
const shown = (text: string): string =>
  text
    .split('\n')
    .map((line) => visible(line))
    .join('\n');

/** The command tree on one screen. What a command does is imported when it is run. */
export function program(io: Io): Program {
  let code: ExitCode = 0;
  const written: Promise<void>[] = [];
  const root = new Command('sendaudit')
    .description('Know whether your mail arrives, and why not.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError('(--help tells what there is)')
    // Options are wrapped in a narrow terminal, too.
    .configureHelp({ minWidthToWrap: 20 })
    .configureOutput({
      writeOut: (text) => void written.push(io.stdout.write(text)),
      writeErr: (text) => void written.push(io.stderr.write(text)),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (text, write) => write(shown(text.replace(/^error: /, 'sendaudit: '))),
    });

  const runs = (command: Command, load: () => Promise<Runner>): Command =>
    command.action(async (...given: unknown[]) => {
      const operands = given.slice(0, -2);
      code = await (
        await load()
      )(operands.flat().filter((value) => value !== undefined) as string[], command.opts(), io);
    });

  runs(
    dnsOptions(root.command('check').argument('[domains...]', 'domains to audit'))
      .summary('audit the mail records of a domain')
      .description('Audits SPF, DKIM, DMARC, MX and DNS of a domain: live, from a recording, or from a zone file.')
      .option('--selector <name>', 'DKIM selector to look at (repeatable)', list)
      .option('--reports <path>', 'DMARC reports to learn selectors and traffic from (repeatable)', list)
      .option('--only <check>', 'run only this check, or family such as spf (repeatable)', list)
      .option('--skip <check>', 'leave out this check, or family (repeatable)', list)
      .option('--config <file>', 'settings; sendaudit.json is read where it exists')
      .option('--passed', 'list what passed, too'),
    async () => (await import('./commands/check.ts')).check,
  );
  runs(
    dnsOptions(root.command('dmarc').argument('<paths...>', 'files, folders, globs; - for standard input'))
      .summary('read DMARC aggregate reports and name the sending streams')
      .description(
        'Reads aggregate reports (xml, gz, zip; RFC 7489 and RFC 9990) and attributes every row to a sending stream.',
      )
      .option('--domain <name>', 'only this From domain and what lies below it (repeatable)', list)
      .option('--sources <n>', 'how many failing sources to show', '10')
      .addOption(
        new Option('--table <name>', 'what --format csv and jsonl list')
          .choices(['rows', 'streams', 'sources'])
          .default('rows'),
      ),
    async () => (await import('./commands/dmarc.ts')).dmarc,
  );
  runs(
    dnsOptions(root.command('spf').argument('<domain>', 'domain whose SPF to look at'))
      .summary('print the whole SPF tree, or evaluate it for one address')
      .description(
        'Prints the SPF record with everything it includes, what each term costs and authorises. With --ip: evaluates it.',
      )
      .option('--ip <address>', 'evaluate for this client address (RFC 7208 check_host)')
      .option('--sender <address>', 'envelope sender; postmaster@<domain> by default')
      .option('--helo <name>', 'HELO name; the domain by default'),
    async () => (await import('./commands/spf.ts')).spf,
  );
  runs(
    root
      .command('explain')
      .argument('[check]', 'a check, or a finding such as spf/lookup-limit:over')
      .summary('tell what a check looks at, why, and how to fix it')
      .addOption(formatOption()),
    async () => (await import('./commands/explain.ts')).explain,
  );
  runs(
    root
      .command('list')
      .argument('[what]', 'checks, providers or formats', 'checks')
      .summary('list checks, providers, formats')
      .addOption(formatOption()),
    async () => (await import('./commands/list.ts')).list,
  );
  runs(
    root
      .command('schema')
      .argument('[what]', 'report or config', 'report')
      .summary('print the JSON Schema of --format json, or of sendaudit.json'),
    async () => (await import('./commands/schema.ts')).schema,
  );
  root.addHelpText(
    'after',
    '\nExit codes: 0 fine, 1 findings at or above --fail-on, 2 could not start,\n3 nothing wrong found but something could not be found out, 70 a bug, 130 interrupted.',
  );
  return { command: root, exitCode: () => code, flush: async () => void (await Promise.all(written)) };
}

/** What a command is: what was typed, in; exit code, out. */
export type Runner = (operands: readonly string[], options: never, io: Io) => Promise<ExitCode>;

const formatOption = (): Option =>
  new Option('--format <name[=file]>', 'text, json, jsonl or csv; with =file written there (repeatable)').argParser(
    list,
  );

/** Options of every command that reports on the world. */
function dnsOptions(command: Command): Command {
  return command
    .option(
      '--zone <file>',
      'zone file or folder (BIND, octoDNS): the whole world, or laid over the DNS named beside it (repeatable)',
      list,
    )
    .option('--replay <file>', 'answer from a recording instead of the network')
    .option('--record <file>', 'write every question and answer to a recording')
    .option(
      '--resolver <address>',
      'name server host[:port], or https://… for DoH (repeatable); the system’s by default',
      list,
    )
    .option('--live', 'ask the network even where --zone is given')
    .option('--timeout <seconds>', 'patience with one question to one server', '2')
    .addOption(formatOption())
    .addOption(
      new Option('--fail-on <level>', 'exit 1 from this level on')
        .choices(['error', 'warning', 'note', 'never'])
        .default('error'),
    )
    .option('--redact', 'hide local parts of mail addresses');
}
