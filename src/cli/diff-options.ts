import { Option, type Command } from 'commander';
import { dnsOptions, list, outputOptions } from './option-groups.ts';

/** `sendaudit diff`, as it is typed. */
export const diffOptions = (command: Command): Command =>
  outputOptions(
    dnsOptions(
      command
        .argument('<before>', 'recording, as `check --record` writes it')
        .argument('[after]', 'another; without one, the DNS of now, or what --zone plans')
        .summary('tell what changed since a recording, and what it means')
        .description(
          'Asks every question of a recording again (DNS, pages over HTTPS, and mail hosts and name servers where it holds them), or of a second recording, and audits both with what sendaudit.json says: what changed, which findings are new, and which are gone. --zone alone is laid over the recording: what the plan itself changes.',
        )
        .option('--domain <name>', 'only this domain; those audited in the recording by default (repeatable)', list)
        .option('--config <file>', 'settings; by default sendaudit.json, where it exists'),
    ).on('option:timeout', function typed(this: Command) {
      // It has a value in any case, and two recordings need to know whether it was asked for.
      this.setOptionValue('timeoutTyped', true);
    }),
  )
    .addOption(
      new Option(
        '--fail-on <level>',
        'exit 1 for new findings of this level and above; change: for any change or new finding (default: error)',
      ).choices(['error', 'warning', 'note', 'change', 'never']),
    )
    .option('--redact', 'hide local parts of mail addresses');

export const DIFF_EXAMPLES = [
  'sendaudit check example.com --record monday.rec',
  'sendaudit diff monday.rec',
  'sendaudit diff known.rec --record known.rec --fail-on change',
  'sendaudit diff monday.rec friday.rec --format markdown=drift.md --format text',
  'sendaudit diff monday.rec --zone example.com.zone',
] as const;
