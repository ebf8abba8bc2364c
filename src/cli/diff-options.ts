import { Option, type Command } from 'commander';
import { dnsOptions, list, outputOptions } from './option-groups.ts';

/** `sendaudit diff`, as it is typed. */
export const diffOptions = (command: Command): Command =>
  outputOptions(
    dnsOptions(
      command
        .argument('<before>', 'recording, as `check --record` writes it')
        .argument('[after]', 'another; without one, the DNS of now, or what --zone plans over it')
        .summary('tell what changed since a recording, and what it means')
        .description(
          'Asks every question of a recording again, or of a second recording, and audits both: what changed, which findings are new, and which are gone.',
        )
        .option('--domain <name>', 'only this domain; those audited in the recording by default (repeatable)', list),
    ),
  )
    .addOption(
      new Option('--fail-on <level>', 'exit 1 for new findings of this level and above, or for any change')
        .choices(['error', 'warning', 'note', 'change', 'never'])
        .default('error'),
    )
    .option('--redact', 'hide local parts of mail addresses');

export const DIFF_EXAMPLES = [
  'sendaudit check example.com --record monday.rec',
  'sendaudit diff monday.rec',
  'sendaudit diff monday.rec friday.rec --format markdown=drift.md --format text',
  'sendaudit diff monday.rec --zone example.com.zone --live',
] as const;
