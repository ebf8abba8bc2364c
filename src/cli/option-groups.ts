import { Option, type Command } from 'commander';

/** Gathers the values of an option that may be given several times. */
export const list = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** Whose mail is what, in the reader's own word: every command that attributes traffic obeys it. */
export const RULES_OPTION = [
  '--config <file>',
  'settings with rules on whose mail is what; by default sendaudit.json, where it exists',
] as const;

/** Reports count whole, or not at all: nothing in them says how their messages lie within their period. */
export const reportsOfOptions = (command: Command): Command =>
  command
    .option('--since <when>', 'only reports whose period begins then or later: 30d, 4w (ago), 2026-10-01')
    .option('--until <when>', 'only reports whose period begins before; written alike');

/** Which world is asked: every command that reports on DNS has these. */
export function dnsOptions(command: Command): Command {
  return command
    .optionsGroup('Which DNS:')
    .option(
      '--zone <path>',
      'zone file, plan or folder (BIND, octoDNS, Terraform, DNSControl): the whole world, or laid over the DNS named beside it (repeatable)',
      list,
    )
    .option('--replay <file>', 'answer from a recording instead of the network')
    .option('--record <file>', 'write every question and answer to a recording')
    .option(
      '--resolver <address>',
      'name server as IP[:port], or https://… for DNS over HTTPS (repeatable); the system’s by default',
      list,
    )
    .option('--live', 'ask the system’s name servers, also where --zone is given')
    .option('--max-questions <n>', 'ask no more than this in all')
    .addOption(new Option('--timeout <seconds>', 'patience with one question to one server').default('2', '2 seconds'));
}

/** What is printed, and how the program ends. */
export function reportOptions(command: Command): Command {
  return outputOptions(command)
    .addOption(
      new Option('--fail-on <level>', 'exit 1 for findings of this level and above')
        .choices(['error', 'warning', 'note', 'never'])
        .default('error'),
    )
    .option('--redact', 'hide local parts of mail addresses');
}

/** For commands that only print. */
export const outputOptions = (command: Command): Command =>
  command
    .optionsGroup('Output:')
    .option(
      '--format <name[=file]>',
      'text, markdown, html, json, jsonl, csv, sarif, junit or github; with =file written there (repeatable)',
      list,
    )
    .helpOption('-h, --help', 'print this help');
