import { Option, type Command } from 'commander';
import { dnsOptions, list, outputOptions, reportsOfOptions, RULES_OPTION } from './option-groups.ts';

const POLICIES = ['none', 'quarantine', 'reject'];
const MODES = ['strict', 'relaxed'];

/** `sendaudit simulate`, as it is typed. */
export const simulateOptions = (command: Command): Command =>
  outputOptions(
    dnsOptions(
      reportsOfOptions(command)
        .argument('<paths...>', 'DMARC reports: files, folders, globs; - for standard input')
        .summary('rehearse a change over the traffic that DMARC reports show')
        .description(
          'Says what a change of policy, SPF or DKIM would do to the mail of a period, stream by stream: what passes, what is refused, what to fix first. Without a change: whether the domain is ready for p=reject. Nothing is looked up unless --live, --resolver, --replay or --zone says where; --zone beside one of the others is the plan that is rehearsed.',
        )
        .option(
          '--domain <name>',
          'the domain whose records change, and only mail from it and what lies below it (repeatable); without it, every record the mail is judged by changes',
          list,
        )
        .option(...RULES_OPTION)
        .optionsGroup('The change:')
        .addOption(new Option('--policy <p>', 'another DMARC policy for the domain').choices(POLICIES))
        .addOption(new Option('--sp <policy>', 'another one for its sub-domains').choices(POLICIES))
        .addOption(new Option('--np <policy>', 'another one for sub-domains that do not exist').choices(POLICIES))
        .addOption(new Option('--adkim <mode>', 'another alignment of DKIM').choices(MODES))
        .addOption(new Option('--aspf <mode>', 'another alignment of SPF').choices(MODES))
        .addOption(new Option('--alignment <mode>', 'another alignment of both').choices(MODES))
        .addOption(
          new Option('--testing <y|n>', 'set or clear t=y, which takes reject as quarantine').choices(['y', 'n']),
        )
        .option('--spf <record>', 'another SPF record for the domain; needs a DNS to ask')
        .option('--spf-file <file>', 'the same from a file')
        .option('--without-selector <name[@domain]>', 'a DKIM key withdrawn (repeatable)', list)
        .option(
          '--without-provider <id>',
          'a service withdrawn from DKIM and SPF (repeatable); see list providers',
          list,
        )
        .option(
          '--without-domain <name>',
          'keys and SPF of a domain, and of what lies below it, withdrawn (repeatable)',
          list,
        )
        .optionsGroup('The verdict:')
        .option('--ready', 'say whether the domain is ready for p=reject; this is what is asked without a change')
        .option('--today <date>', 'judge the age of the reports by this day, YYYY-MM-DD'),
    ),
  )
    .option(
      '--fail-on <what>',
      'exit 1 for findings of this level (error, warning, note; never), or where more of your own mail than legitimate-loss=<share> is refused, or than legitimate-quarantine=<share> filed as spam (repeatable; default: error)',
      list,
    )
    .option('--redact', 'hide local parts of mail addresses');

export const SIMULATE_EXAMPLES = [
  'sendaudit simulate reports/',
  'sendaudit simulate reports/ --policy reject --alignment strict',
  'sendaudit simulate reports/ --live --spf "v=spf1 include:_spf.google.com -all"',
  'sendaudit simulate reports/ --zone planned.zone --live --fail-on legitimate-loss=0.1%',
  'sendaudit simulate reports/ --without-provider sendgrid --policy reject --format json',
] as const;
