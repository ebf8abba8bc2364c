import { count as grouped } from '../core/format.ts';
import type { ImapSession } from '../net/imap.ts';
import { type Broken, type MailboxRun, type Pass, type Run, settle } from './fetching.ts';
import { fetchAll } from './letters.ts';
import { mailboxId } from './names.ts';
import { sorted } from './sorting.ts';
import { takeAway } from './taking.ts';

/** Descriptions asked for at once. */
const OUTLINES_AT_ONCE = 200;
/** A SINCE of the server's is a day in its own time zone (RFC 9051 §6.4.4): a day earlier is asked for, and the time looked at. */
const DAY_MS = 86_400_000;

/**
 * Once over a mailbox: what is new is described, what may hold a report is fetched, what is safe is moved or deleted where
 * that is wanted. Batch by batch, so that memory follows none of it and a crash costs one batch at most.
 */
export async function passOver(run: Run, session: ImapSession, mailbox: MailboxRun): Promise<Broken> {
  const { account, wanted } = run;
  const opened = await session.open(mailbox.name, wanted.after.kind !== 'leave' && !wanted.rehearsal);
  if (opened.status === 'failed') return opened;
  // Without one, a UID means nothing in another session: then it is the octets alone that tell one mail from another.
  const uidValidity = opened.uidValidity ?? run.ownAge;
  const age = { mailbox: mailboxId(account, opened.path), uidValidity };
  if (mailbox.age?.uidValidity !== age.uidValidity) mailbox.handled.clear();
  mailbox.age = age;
  const pass = { run, session, mailbox, path: opened.path, age };
  const since = wanted.since === undefined ? undefined : new Date(wanted.since.getTime() - DAY_MS);
  const found = await session.search(since);
  if (found.status === 'failed') return found;
  mailbox.pending = found.uids;
  const candidates = await newOnes(pass, found.uids);
  if (!Array.isArray(candidates)) return candidates;
  let done = 0;
  for (let at = 0; at < candidates.length && run.budget > 0; at += OUTLINES_AT_ONCE) {
    const batch = candidates.slice(at, at + OUTLINES_AT_ONCE);
    const letters = await sorted(pass, batch);
    if (!Array.isArray(letters)) return letters;
    const broken = await fetchAll(pass, letters, (count) =>
      run.progress(`${mailbox.name}  ${grouped(done + count)} of ${grouped(candidates.length)}`),
    );
    if (broken !== undefined) return broken;
    done += batch.length;
    run.progress(`${mailbox.name}  ${grouped(done)} of ${grouped(candidates.length)}`);
  }
  return undefined;
}

/** Without what earlier runs have done. What they fetched and did not move any more is moved now. */
async function newOnes(pass: Pass, uids: readonly number[]): Promise<number[] | Broken> {
  const {
    run: { seen, wanted },
    mailbox,
    age,
  } = pass;
  const candidates: number[] = [];
  let safe: number[] = [];
  const looks = wanted.again || wanted.after.kind !== 'leave';
  for (const uid of uids) {
    if (mailbox.handled.has(uid)) continue;
    const before = seen.of(age, uid);
    if (before === undefined || (before === 'none' && wanted.everyMail)) candidates.push(uid);
    else if (before === 'none') settle(mailbox, uid, 'withoutReport');
    else {
      const isThere = !looks || (await isSafe(pass, before.file));
      if (!isThere && wanted.again) candidates.push(uid);
      else {
        settle(mailbox, uid, 'there');
        if (isThere) safe.push(uid);
        else mailbox.unsafe += 1;
      }
    }
    if (safe.length < OUTLINES_AT_ONCE) continue;
    const broken = await takeAway(pass, safe);
    if (broken !== undefined) return broken;
    safe = [];
  }
  return (await takeAway(pass, safe)) ?? candidates;
}

/** Whether the file is still what was fetched: before a mail is taken from the server, nobody's word counts for that. */
async function isSafe({ run: { seen, delivery, wanted } }: Pass, file: string): Promise<boolean> {
  if ((await delivery.sizeOf(file)) === undefined) return false;
  return wanted.after.kind === 'leave' || seen.fileWith(await delivery.hashOf(file)) !== undefined;
}
