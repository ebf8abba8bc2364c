import { Option, type Command } from 'commander';
import { GROUPINGS, TABLES } from '../delivery/choices.ts';
import { reportOptions, RULES_OPTION } from './option-groups.ts';

/** `sendaudit logs`, as it is typed. */
export const logsOptions = (command: Command): Command =>
  reportOptions(
    command
      .argument('[paths...]', 'files, folders, globs; - for standard input')
      .summary('read mail server logs and event exports: what was delayed, deferred, bounced, opened, and why')
      .description(
        'Reads the logs of mail servers, the event exports of sending services, and bounce mails, each recognised by its content, and tells per sending stream and mailbox provider what became of the mail: accepted, deferred, bounced, by which reasons, how long it took. `sendaudit list logs` names the formats.',
      )
      .option('--log-format <id>', 'read everything as this format, whatever it looks like')
      .option('--map <file>', 'read the tables and objects it fits by this mapping of columns')
      .option('--guess-map <file>', 'propose a mapping for a table or JSON of an unknown kind, and read nothing')
      .option(
        '--timezone <zone>',
        'zone of times that name none, summer time included: Europe/Rome or +01:00; UTC by default',
      )
      .option(
        '--since <when>',
        'nothing earlier: 6h, 7d, 2w (ago), 2026-10-01 or 2026-10-01T08:00, in --timezone unless it names its own',
      )
      .option('--until <when>', 'nothing from then on; written alike')
      .option('--by <what>', `count by ${GROUPINGS.join(', ')} or tag:NAME`, 'stream')
      .option(
        '--message <id|address>',
        'tell the story of one message (Message-ID, queue id, id of a service), or of all to or from one address',
      )
      .option('--providers <n>', 'how many mailbox providers the page shows under each stream', '5')
      .option(...RULES_OPTION)
      .addOption(
        new Option('--table <name>', 'what --format csv and jsonl list: every event, or what was counted')
          .choices([...TABLES])
          .default('events'),
      ),
  ).option(
    '--redact-key <file>',
    'the same, by a secret that gives an address one pseudonym in every run (any file of 16 bytes or more)',
  );

export const LOGS_EXAMPLES = [
  'sendaudit logs /var/log/mail.log*',
  'sendaudit logs exports/ --since 7d --by provider',
  'sendaudit logs mail.log --message anna@example.com',
  'sendaudit logs events.ndjson.gz --table reasons --format csv=reasons.csv --format text',
  'sendaudit logs export.csv --map mapping.json --timezone Europe/Rome',
  'sendaudit logs --guess-map export.csv > mapping.json',
  'journalctl -u postfix -o short-iso | sendaudit logs - --format json --redact',
] as const;
