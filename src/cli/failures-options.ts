import type { Command } from 'commander';
import { list, outputOptions } from './option-groups.ts';

/** `sendaudit failures`, as it is typed. */
export const failuresOptions = (command: Command): Command =>
  outputOptions(
    command
      .argument('<paths...>', 'mails, mailboxes, folders, globs; - for standard input')
      .summary('read failure reports: single messages that did not authenticate, and where they came from')
      .description(
        'Reads failure reports (RFC 6591, RFC 9991) and other feedback in the abuse reporting format (RFC 5965). They are samples of what failed and count no messages; bodies are never shown. --format jsonl and csv list every report.',
      )
      .option('--domain <name>', 'only this From domain and what lies below it (repeatable)', list)
      .option('--samples', 'show subjects of reported messages, which are personal'),
  ).option('--redact', 'hide local parts of mail addresses');

export const FAILURES_EXAMPLES = [
  'sendaudit failures reports/ --redact',
  'sendaudit failures ruf.mbox --domain example.com --samples',
  'sendaudit failures ruf.mbox --format csv=failures.csv --format text',
] as const;
