import type { Command } from 'commander';
import { list, reportOptions } from './option-groups.ts';

/** `sendaudit tlsrpt`, as it is typed. */
export const tlsrptOptions = (command: Command): Command =>
  reportOptions(
    command
      .argument('<paths...>', 'files, folders, globs; - for standard input')
      .summary('read TLS reports: which sessions with your mail hosts fail, and why')
      .description(
        'Reads TLS reports (RFC 8460), plain or compressed: sessions by policy, what failed at which mail host, what that means and what to do. --format jsonl and csv list every policy and every failure as it was reported.',
      )
      .option('--domain <name>', 'only this policy domain and what lies below it (repeatable)', list),
  );

export const TLSRPT_EXAMPLES = [
  'sendaudit tlsrpt reports/',
  'sendaudit tlsrpt reports/ --domain example.com --fail-on warning',
  'sendaudit tlsrpt october.zip --format csv=failures.csv --format text',
] as const;
