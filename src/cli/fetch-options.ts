import { Option, type Command } from 'commander';
import { list, outputOptions } from './option-groups.ts';

/** `sendaudit fetch`, as it is typed. */
export const fetchOptions = (command: Command): Command =>
  outputOptions(
    command
      .argument('<url>', 'imaps://user@host/mailbox, or imap:// for STARTTLS; special signs as %XX')
      .summary('bring report mails from an IMAP mailbox into a folder')
      .description(
        'Writes mails that may hold reports into a folder, one file each, and remembers them there: the next run brings only what is new. A mail is moved or deleted only when it lies safely on the disk, none is marked as read, and breaking off at any moment loses and doubles nothing.',
      )
      .requiredOption('--to <folder>', 'where the mails are written to; made where it is missing')
      .option('--mailbox <name>', 'another mailbox of the account (repeatable); INBOX where none is named', list)
      .option('--idle', 'stay, and fetch as mail comes in, until Ctrl-C')
      .optionsGroup('Which mails:')
      .option('--since <when>', 'received since then: 12h, 30d, 4w (ago), 2026-10-01')
      .option('--limit <n>', 'fetch no more than this')
      .option('--all', 'also those fetched before whose files are gone')
      .option('--every-mail', 'also those without an attachment that may be a report')
      .option('--dry-run', 'only tell what would be done')
      .optionsGroup('On the server:')
      .option('--move-to <mailbox>', 'move there what lies safely in the folder')
      .option('--delete', 'delete what lies safely in the folder')
      .optionsGroup('Login (or SENDAUDIT_IMAP_PASSWORD, SENDAUDIT_IMAP_TOKEN; asked for at a terminal):')
      .option('--password-file <file>', 'file whose first line is the password')
      .option('--password-command <command>', 'command whose first line of output is the password; no shell runs it')
      .option('--oauth-token-file <file>', 'file whose first line is an OAuth 2.0 access token (Gmail, Microsoft 365)')
      .optionsGroup('Connection:')
      .option('--ca <file>', 'certificates (PEM) of an authority of your own')
      .option('--insecure', 'for imap://: log in also where the server offers no STARTTLS')
      .addOption(new Option('--timeout <seconds>', 'patience with one answer').default('30', '30 seconds')),
  ).option('--redact', 'hide whose mailbox it is');

export const FETCH_EXAMPLES = [
  'sendaudit fetch imaps://reports@mail.example.com --to reports/',
  'sendaudit fetch imaps://reports@mail.example.com/DMARC --to reports/ --move-to Archive',
  "sendaudit fetch imaps://dmarc%40example.com@mail.example.com --to reports/ --password-command 'pass show dmarc'",
  'sendaudit fetch imaps://reports@mail.example.com --to reports/ --idle',
] as const;
