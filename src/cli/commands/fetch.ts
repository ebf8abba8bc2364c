import { UserError } from '../../core/errors.ts';
import type { ExitCode } from '../../core/report.ts';
import { openDelivery } from '../../fetching/delivery.ts';
import { newMailboxRun, type FetchedMail, type Problem, type Run, type Wanted } from '../../fetching/fetching.ts';
import { accountName } from '../../fetching/names.ts';
import { fetchReport } from '../../fetching/report.ts';
import { runFetching } from '../../fetching/run.ts';
import { openSeen } from '../../fetching/seen.ts';
import { openImap } from '../../net/open-imap.ts';
import { parseImapUrl, type ImapUrl } from '../../protocols/imap-url.ts';
import { refusedFetch, unusableUrl } from '../fetch-refusals.ts';
import type { Io } from '../io.ts';
import { numberOption, type OutputOptions } from '../options.ts';
import { printReport, targets } from '../output.ts';
import { authorities } from '../authorities.ts';
import { startProgress } from '../progress.ts';
import { secretSource, type SecretOptions } from '../secret.ts';
import { stretchOption } from '../stretch.ts';

interface FetchOptions extends OutputOptions, SecretOptions {
  readonly to: string;
  readonly mailbox?: readonly string[];
  readonly since?: string;
  readonly limit?: string;
  readonly all?: true;
  readonly everyMail?: true;
  readonly dryRun?: true;
  readonly moveTo?: string;
  readonly delete?: true;
  readonly idle?: true;
  readonly insecure?: true;
  readonly ca?: string;
  readonly timeout: string;
}

const SHORTEST_PATIENCE_S = 0.05;
const LONGEST_PATIENCE_S = 600;
/** Of a run that never ends, as of a mailbox of millions, these are listed; all are counted. */
const MOST_LISTED = 20_000;
const MOST_PROBLEMS = 1000;

/** `sendaudit fetch`: brings report mails into a folder. */
export async function fetchMail(operands: readonly string[], options: FetchOptions, io: Io): Promise<ExitCode> {
  const startedAt = io.now();
  const outputs = await targets(options);
  const url = imapUrl(operands[0] ?? '', options);
  const wanted = wantedMails(options, startedAt);
  const timeoutMs =
    1000 *
    numberOption('--timeout', options.timeout, {
      what: 'seconds',
      least: SHORTEST_PATIENCE_S,
      most: LONGEST_PATIENCE_S,
    });
  const ca = await authorities(options.ca, io);
  const secret = secretSource(options, url.password, io);
  if (url.password !== undefined) await io.stderr.write(PASSWORD_SEEN);
  const account = { user: url.user, host: url.host, port: url.port };
  let first: Awaited<ReturnType<typeof secret>> | undefined = await secret();

  io.prepareForBulk?.();
  const delivery = await openDelivery(options.to, wanted.rehearsal);
  const seen = await openSeen(options.to, wanted.rehearsal);
  const progress = startProgress(io);
  const mails: FetchedMail[] = [];
  const problems: Problem[] = [];
  let unlisted = 0;
  let untold = 0;
  const run: Run = {
    account,
    wanted,
    mailboxes: mailboxesOf(url, options).map((name) => newMailboxRun(name)),
    seen,
    delivery,
    ownAge: `t${startedAt.getTime()}`,
    budget: wanted.most,
    tell: (mail) => void (mails.length < MOST_LISTED ? mails.push(mail) : (unlisted += 1)),
    problem: (path, error) => void (problems.length < MOST_PROBLEMS ? problems.push({ path, error }) : (untold += 1)),
    progress: (text) => progress.update(text),
  };
  const tellIdle = async (text: string): Promise<void> => {
    if (options.idle === true && !io.stderr.isTerminal) await io.stderr.write(`sendaudit: ${text}\n`);
  };
  let told = 0;
  try {
    progress.update(`asking ${url.host}`);
    const ending = await runFetching({
      run,
      idle: options.idle === true,
      interrupted: io.interrupted,
      async connect() {
        const now = first ?? (await secret());
        first = undefined;
        const security = url.scheme === 'imaps' ? 'tls' : options.insecure === true ? 'either' : 'starttls';
        const server = { host: url.host, port: url.port, security, ca, timeoutMs } as const;
        return openImap(server, { user: url.user, secret: now }, io.interrupted);
      },
      onBroken: (reason, ms) => void tellIdle(`${reason}; trying again in ${Math.ceil(ms / 1000)} s`),
      onPass() {
        const fetched = run.mailboxes.reduce((sum, { counts }) => sum + counts.fetched, 0);
        if (fetched > told) void tellIdle(`${fetched - told} fetched`);
        told = fetched;
      },
    });
    progress.stop();
    if (ending.kind === 'refused') {
      if (io.interrupted.aborted) return 130;
      throw refusedFetch(ending, url);
    }
    if (untold > 0) problems.push({ path: url.host, error: `${untold} more problems` });
    const report = fetchReport({
      account: accountName(account),
      folder: options.to,
      wanted,
      mailboxes: run.mailboxes,
      mails,
      unlisted,
      problems,
      unreadable: seen.unreadable,
      interrupted: io.interrupted.aborted,
      startedAt,
    });
    await printReport(report, outputs, options, io);
    return report.summary.exitCode;
  } finally {
    progress.stop();
    await seen.close();
  }
}

const PASSWORD_SEEN = `sendaudit: the password in the URL can be seen by everybody who can list processes
  try: --password-file, --password-command or SENDAUDIT_IMAP_PASSWORD
`;

function imapUrl(typed: string, options: FetchOptions): ImapUrl & { readonly user: string } {
  const url = parseImapUrl(typed);
  if (url.kind === 'fault') throw unusableUrl(url.what);
  const { user } = url;
  if (user === undefined) throw unusableUrl('names no user');
  if (options.insecure === true && url.scheme === 'imaps')
    throw new UserError('--insecure is for imap://, and imaps:// is TLS from the first octet on');
  return { ...url, user };
}

function mailboxesOf({ mailbox }: ImapUrl, { mailbox: more = [] }: FetchOptions): string[] {
  const named = [...(mailbox === undefined ? [] : [mailbox]), ...more];
  return named.length === 0 ? ['INBOX'] : [...new Set(named)];
}

function wantedMails(options: FetchOptions, now: Date): Wanted {
  const { limit, all, everyMail, dryRun, moveTo, delete: deletes, idle } = options;
  const { since } = stretchOption(options, { now });
  if (moveTo !== undefined && deletes === true) throw new UserError('--move-to and --delete do not go together');
  if (dryRun === true && idle === true) throw new UserError('--dry-run and --idle do not go together');
  const most =
    limit === undefined
      ? Infinity
      : numberOption('--limit', limit, { what: 'mails', whole: true, least: 1, most: 1_000_000_000 });
  return {
    ...(since === undefined ? {} : { since: new Date(since * 1000) }),
    again: all === true,
    everyMail: everyMail === true,
    most,
    rehearsal: dryRun === true,
    after: moveTo !== undefined ? { kind: 'move', to: moveTo } : { kind: deletes === true ? 'delete' : 'leave' },
  };
}
