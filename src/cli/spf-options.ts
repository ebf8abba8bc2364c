import type { Command } from 'commander';
import { dnsOptions, list, outputOptions, reportOptions } from './option-groups.ts';

/** What `sendaudit spf` takes; `flatten` and `optimise` stand below it and have options of their own. */
export const spfOptions = (command: Command): Command =>
  withoutInheritance(
    reportOptions(
      dnsOptions(
        command
          .argument('<domain>', 'domain whose SPF to look at')
          .summary('print the whole SPF tree, evaluate it for one address, or make it smaller')
          .description(
            'Prints the SPF record with everything it includes, what each term costs and authorises. With --ip: evaluates it.',
          )
          .option('--ip <address>', 'evaluate for this client address (RFC 7208 check_host)')
          .option('--sender <address>', 'envelope-from; postmaster@<domain> by default')
          .option('--helo <name>', 'HELO name; the domain by default'),
      ),
    ),
  );

/** What stands in front of the sub-command would be taken for an option of `spf` itself, and be lost. */
const withoutInheritance = (command: Command): Command =>
  command
    .helpCommand(false)
    .enablePositionalOptions()
    .hook('preSubcommand', (spf, below) => {
      const lost = spf.options.find((option) => spf.getOptionValueSource(option.attributeName()) === 'cli');
      if (lost !== undefined) spf.error(`error: '${lost.long}' belongs behind '${below.name()}'`);
    });

export const SPF_EXAMPLES = [
  'sendaudit spf example.com',
  'sendaudit spf example.com --ip 192.0.2.1 --sender bounce@example.com',
  'sendaudit spf example.com --zone example.com.zone --live',
  'sendaudit spf optimise example.com',
  'sendaudit spf flatten example.com --keep _spf.google.com',
] as const;

/** What `sendaudit spf flatten` takes. */
export const flattenOptions = (command: Command): Command =>
  outputOptions(
    dnsOptions(
      command
        .argument('<domain>', 'domain whose SPF record to flatten')
        .summary('propose the record with addresses in place of includes')
        .description(
          'Proposes a record in which includes are replaced by the addresses they authorise today, in as many records as fit into small answers. It has to be done again whenever a service changes its addresses.',
        )
        .option('--keep <include>', 'leave this include as it is, wherever it stands (repeatable)', list)
        .option('--only <include>', 'flatten only this include of the record (repeatable)', list),
    ),
  );

export const FLATTEN_EXAMPLES = [
  'sendaudit spf flatten example.com',
  'sendaudit spf flatten example.com --keep _spf.google.com --keep spf.protection.outlook.com',
  'sendaudit spf flatten example.com --zone source.zone --live --format json',
] as const;

/** What `sendaudit spf optimise` takes. */
export const optimiseOptions = (command: Command): Command =>
  outputOptions(
    dnsOptions(
      command
        .argument('<domain>', 'domain whose SPF record to make smaller')
        .summary('propose the smallest record that means the same')
        .description(
          'Proposes to remove what is dead, broken, repeated or covered, and to merge networks, so that every message gets the result it got. Each step is told with its reason and its risk.',
        )
        .option('--static', 'put the addresses of today in place of a and mx')
        .option('--reports <path>', 'DMARC reports that tell which includes are used (repeatable)', list),
    ),
  );

export const OPTIMISE_EXAMPLES = [
  'sendaudit spf optimise example.com',
  'sendaudit spf optimise example.com --static',
  'sendaudit spf optimise example.com --reports reports/',
] as const;
