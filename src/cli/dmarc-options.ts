import { Option, type Command } from 'commander';
import { dnsOptions, list, reportOptions, reportsOfOptions, RULES_OPTION } from './option-groups.ts';
import { periodOptions } from './period-options.ts';

/** `sendaudit dmarc`, as it is typed. */
export const dmarcOptions = (command: Command): Command =>
  reportOptions(
    dnsOptions(
      reportsOfOptions(periodOptions(command))
        .argument('<paths...>', 'files, folders, globs; - for standard input')
        .summary('read DMARC aggregate reports and name the sending streams')
        .description(
          'Reads aggregate reports (RFC 7489 and RFC 9990) out of xml, gz, bz2, xz, zip, zst and tar files, mails, mbox, Maildir and Outlook messages, however they lie in each other, and attributes every row to a sending stream. Nothing is looked up unless --live, --resolver, --replay or --zone says where.',
        )
        .option('--domain <name>', 'only this From domain and what lies below it (repeatable)', list)
        .option(...RULES_OPTION)
        .option('--why <address|stream>', 'tell what an address, or a stream, was judged by (repeatable)', list)
        .option('--sources <n>', 'how many failing sources the page shows', '10')
        .option('--watch', 'go on reading what comes into files and folders, until interrupted')
        .addOption(
          new Option('--table <name>', 'what --format csv and jsonl list')
            .choices(['rows', 'streams', 'sources'])
            .default('rows'),
        ),
    ),
  );

export const DMARC_EXAMPLES = [
  'sendaudit dmarc reports/ --live',
  'sendaudit dmarc october.zip --domain example.com --sources 50',
  'sendaudit dmarc reports/ --why 192.0.2.1 --why amazon-ses',
  'sendaudit dmarc october/ --compare september/ --fail-on warning',
  'sendaudit dmarc reports/ --since 30d',
  'sendaudit dmarc reports/ --live --lookup',
  'sendaudit dmarc reports/ --table streams --format csv=streams.csv --format text',
  'cat report.xml.gz | sendaudit dmarc - --format jsonl',
  'sendaudit dmarc ~/Maildir/.DMARC --watch',
];
