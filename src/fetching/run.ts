import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../core/errors.ts';
import type { ImapFailed, ImapSession } from '../net/imap.ts';
import type { Broken, MailboxRun, Run } from './fetching.ts';
import { passOver } from './mailbox-pass.ts';

export interface RunOptions {
  readonly run: Run;
  /** Logs in anew each time: a token may have another one by then. */
  connect(): Promise<{ readonly status: 'ok'; readonly session: ImapSession } | ImapFailed>;
  /** Goes on when all is fetched, as mail comes in. */
  readonly idle: boolean;
  readonly interrupted: AbortSignal;
  /** A connection that is made again, in words. */
  onBroken(reason: string, pauseMs: number): void;
  /** A pass over all mailboxes is done. */
  onPass(): void;
}

/**
 * How it ended: `refused` before anything was fetched, so that the user can put it right; `stopped` by this machine's disk.
 * Whatever else went wrong is among the run's problems.
 */
export type Ending =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'refused';
      readonly by: ImapFailed;
      readonly mailbox?: string;
      readonly mailboxes?: readonly string[];
    }
  | { readonly kind: 'stopped' };

/** Connections in a row that bring nothing; a server is not asked for ever. */
const MOST_TRIES = 3;
/** Half an hour, with the pauses. */
const MOST_TRIES_IDLE = 16;
/** A password that is refused again and again gets an account locked. */
const MOST_REFUSED_LOGINS = 3;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 300_000;
/** Shorter than the half hour after which servers hang up (RFC 2177 §3). */
const IDLE_MS = 1_500_000;
/** IDLE listens to one mailbox: the others are looked into this often. */
const LOOK_AROUND_MS = 60_000;

export async function runFetching(options: RunOptions): Promise<Ending> {
  const { run, interrupted, idle } = options;
  let tries = 0;
  let refusedLogins = 0;
  let wasOpen = false;
  for (;;) {
    const before = progressOf(run);
    const connected = await connectedOr(options, wasOpen);
    let broken: Broken = connected.status === 'failed' ? connected : undefined;
    if (connected.status === 'ok') {
      const { session } = connected;
      try {
        const refusal = wasOpen ? undefined : await refusedMailbox(run, session);
        if (refusal !== undefined) return refusal;
        wasOpen = true;
        broken = await withSession(session, options);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        run.problem(error.message.replace(/^cannot write /, ''), error.why ?? 'cannot be written');
        giveUp(run, undefined);
        return { kind: 'stopped' };
      } finally {
        await session.close();
      }
    }
    if (broken === undefined || interrupted.aborted) return { kind: 'done' };
    if (!wasOpen) return { kind: 'refused', by: broken };
    tries = progressOf(run) > before ? 1 : tries + 1;
    refusedLogins = broken.failure === 'login' ? refusedLogins + 1 : 0;
    const isHopeless = !idle && (broken.failure === 'protocol' || broken.failure === 'certificate');
    if (isHopeless || tries > (idle ? MOST_TRIES_IDLE : MOST_TRIES) || refusedLogins === MOST_REFUSED_LOGINS) {
      giveUp(run, broken.reason);
      return { kind: 'done' };
    }
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
    options.onBroken(broken.reason, pauseMs);
    await sleep(pauseMs, undefined, { signal: interrupted }).catch(() => {});
    if (interrupted.aborted) return { kind: 'done' };
  }
}

/** A token file that is just being written, or a command that fails, is a login that failed. */
async function connectedOr({ connect }: RunOptions, wasOpen: boolean): ReturnType<RunOptions['connect']> {
  try {
    return await connect();
  } catch (error) {
    if (!wasOpen || !(error instanceof UserError)) throw error;
    return { status: 'failed', failure: 'login', reason: error.message };
  }
}

const progressOf = ({ mailboxes }: Run): number => mailboxes.reduce((sum, { handled }) => sum + handled.size, 0);

/** Mistyped names are told before anything is done. */
async function refusedMailbox(run: Run, session: ImapSession): Promise<Ending | undefined> {
  const {
    mailboxes,
    wanted: { after },
  } = run;
  const paths = new Set<string>();
  for (const { name } of mailboxes) {
    const opened = await session.open(name, false);
    if (opened.status === 'failed') return refusedOne(opened, name, session);
    paths.add(opened.path);
  }
  if (after.kind !== 'move') return undefined;
  const opened = await session.open(after.to, false);
  if (opened.status === 'failed') return refusedOne(opened, after.to, session);
  run.destination = opened.path;
  if (!paths.has(opened.path)) return undefined;
  const reason = `mails of \`${opened.path}\` cannot be moved to where they are`;
  return { kind: 'refused', by: { status: 'failed', failure: 'refused', reason } };
}

async function refusedOne(by: ImapFailed, mailbox: string, session: ImapSession): Promise<Ending> {
  if (by.failure !== 'refused') return { kind: 'refused', by };
  const listed = await session.mailboxes();
  return { kind: 'refused', by, mailbox, mailboxes: listed.status === 'ok' ? listed.names : [] };
}

async function withSession(session: ImapSession, { run, idle, interrupted, onPass }: RunOptions): Promise<Broken> {
  for (;;) {
    for (const mailbox of run.mailboxes) {
      const broken = await passOver(run, session, mailbox);
      if (broken === undefined) continue;
      if (broken.failure !== 'refused') return broken;
      leaveOut(mailbox, run, broken.reason);
    }
    onPass();
    if (!idle || run.budget <= 0 || interrupted.aborted) return undefined;
    run.progress('waiting for mail');
    const waited = await session.news(run.mailboxes.length === 1 ? IDLE_MS : LOOK_AROUND_MS, interrupted);
    if (interrupted.aborted) return undefined;
    if (waited.status === 'failed') return waited;
  }
}

/** Nothing is passed over in silence: what was not reached is counted as that. */
function giveUp(run: Run, reason: string | undefined): void {
  for (const mailbox of run.mailboxes) leaveOut(mailbox, run, reason);
}

function leaveOut(mailbox: MailboxRun, run: Run, reason: string | undefined): void {
  const open = mailbox.pending.filter((uid) => !mailbox.handled.has(uid));
  for (const uid of open) mailbox.handled.add(uid);
  mailbox.counts.failed += open.length;
  mailbox.pending = [];
  if (reason === undefined) return;
  const rest =
    open.length === 0 ? '' : `; ${open.length === 1 ? 'one mail was' : `${open.length} mails were`} not fetched`;
  run.problem(mailbox.name, `${reason}${rest}`);
}
