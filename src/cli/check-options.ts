import { Option, type Command } from 'commander';
import { dnsOptions, list, outputOptions } from './option-groups.ts';

/** `sendaudit check`, as it is typed. */
export const checkOptions = (command: Command): Command =>
  outputOptions(
    dnsOptions(
      command
        .argument('[domains...]', 'domains to audit; - reads them from standard input')
        .summary('audit the mail records of domains')
        .description(
          'Audits what domains publish for mail (SPF, DKIM, DMARC, MX, MTA-STS, TLS-RPT, DANE, BIMI and DNS itself): live, from a recording, or from a zone file or plan before it is deployed. Without a domain: those of sendaudit.json, else every zone that --zone gives whole.',
        )
        .optionsGroup('What is audited:')
        .option('--list <file>', 'file with a domain on each line; - is standard input (repeatable)', list)
        .option('--selector <name>', 'DKIM selector to look at (repeatable)', list)
        .option('--ip <address>', 'address the domain’s mail leaves from: PTR, SPF and block lists (repeatable)', list)
        .option('--parked', 'the domains send and receive no mail')
        .option('--reports <path>', 'DMARC reports to learn selectors and traffic from (repeatable)', list)
        .option('--probe-smtp', 'speak to the mail hosts on port 25: STARTTLS, certificate, DANE')
        .option('--ask-servers', 'ask the name servers of the domain and its parent one by one')
        .option('--dnsbl <zone>', 'DNS block list to look addresses up in (repeatable)', list)
        .optionsGroup('What is judged:')
        .option('--only <check>', 'run only this check, or family such as spf (repeatable)', list)
        .option('--skip <check>', 'leave out this check, or family (repeatable)', list)
        .option('--profile <name>', 'what a mailbox provider demands, as a table (repeatable); see list profiles', list)
        .option('--config <file>', 'settings; by default sendaudit.json, where it exists')
        .option('--print-config', 'print every setting and where it comes from, and stop')
        .option('--baseline <file>', 'findings of an earlier run: only new ones count')
        .option('--update-baseline', 'write what is found now to the baseline file')
        .addOption(
          new Option(
            '--fail-on <level>',
            'exit 1 for findings of this level and above, or for a demand of a profile that is not met (default: error)',
          ).choices(['error', 'warning', 'note', 'profile', 'never']),
        ),
    ),
  )
    .option('--redact', 'hide local parts of mail addresses')
    .option('--passed', 'list what passed, too');

export const CHECK_EXAMPLES = [
  'sendaudit check example.com --selector s2026',
  'sendaudit check example.com --zone example.com.zone --live --fail-on warning',
  'sendaudit check --list domains.txt --format csv=audit.csv --format text',
  'sendaudit check example.com --profile gmail --profile yahoo --fail-on profile',
  'sendaudit check --zone zones/ --baseline known.json --format sarif=dns.sarif',
] as const;
