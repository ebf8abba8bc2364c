import type { MailOutline } from '../net/imap.ts';
import { type Broken, mailName, MOST_MAIL_BYTES, type Pass, settle } from './fetching.ts';
import { fileName } from './names.ts';
import { mayHoldReport } from './report-parts.ts';
import type { Kept } from './seen.ts';
import { takeAway } from './taking.ts';

/** A mail to fetch. */
export interface Letter {
  readonly uid: number;
  /** As far as the server says. */
  readonly octets: number | undefined;
  readonly file: string;
}

/** Asks what mails are, and sorts them: what is to be fetched comes back, all others have come to their end. */
export async function sorted(pass: Pass, uids: readonly number[]): Promise<Letter[] | Broken> {
  const { run, mailbox, path, age } = pass;
  const { wanted, seen, account, delivery } = run;
  const outlines: MailOutline[] = [];
  const broken = await described(pass, uids, outlines);
  if (broken !== undefined) return broken;

  const letters: Letter[] = [];
  const without: number[] = [];
  const kept: Kept[] = [];
  for (const { uid, octets, received, structure } of outlines) {
    const file = fileName(account, path, age.uidValidity, uid);
    if (wanted.since !== undefined && received !== undefined && received < wanted.since) mailbox.handled.add(uid);
    else if (!wanted.everyMail && !mayHoldReport(structure)) without.push(uid);
    else if (octets > MOST_MAIL_BYTES) {
      settle(mailbox, uid, 'tooLarge');
      run.problem(mailName(mailbox, uid), tooLarge(octets));
    } else if (octets > 0 && (await delivery.sizeOf(file)) === octets)
      // A crash came between the file and its line.
      kept.push({ uid, file, sha256: await delivery.hashOf(file) });
    else letters.push({ uid, octets: octets === 0 ? undefined : octets, file });
  }
  await seen.keep(age, kept, without);
  for (const uid of without) settle(mailbox, uid, 'withoutReport');
  for (const { uid } of kept) settle(mailbox, uid, 'there');
  const missing = await explainMissing(pass, uids, new Set(outlines.map(({ uid }) => uid)));
  return (
    missing ??
    (await takeAway(
      pass,
      kept.map(({ uid }) => uid),
    )) ??
    letters
  );
}

/** All at once; one by one where the server stumbles over one of them. What it cannot describe at all is fetched. */
async function described({ session }: Pass, uids: readonly number[], into: MailOutline[]): Promise<Broken> {
  const ask = (asked: readonly number[]) => session.outlines(asked, (outline) => void into.push(outline));
  const done = await ask(uids);
  if (done.status === 'ok') return undefined;
  if (done.failure !== 'refused') return done;
  const known = new Set(into.map(({ uid }) => uid));
  for (const uid of uids.filter((one) => !known.has(one))) {
    const alone = await ask([uid]);
    if (alone.status === 'ok') continue;
    if (alone.failure !== 'refused') return alone;
    into.push({ uid, octets: 0 });
  }
  return undefined;
}

export const tooLarge = (octets: number): string =>
  `${Math.ceil(octets / 1024 / 1024)} MiB, more than the ${MOST_MAIL_BYTES / 1024 / 1024} MiB that are fetched; left on the server`;

/** Mails the server said nothing of: gone meanwhile, or kept back. */
export async function explainMissing(pass: Pass, asked: readonly number[], got: ReadonlySet<number>): Promise<Broken> {
  const { run, session, mailbox } = pass;
  const missing = asked.filter((uid) => !got.has(uid) && !mailbox.handled.has(uid));
  if (missing.length === 0) return undefined;
  const still = await session.remaining(missing);
  if (still.status === 'failed') return still;
  const there = new Set(still.uids);
  for (const uid of missing) {
    settle(mailbox, uid, there.has(uid) ? 'failed' : 'gone');
    if (there.has(uid)) run.problem(mailName(mailbox, uid), 'the server lists it, and does not hand it over');
  }
  return undefined;
}
