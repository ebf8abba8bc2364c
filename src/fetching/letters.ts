import { type Broken, mailName, MOST_MAIL_BYTES, type Pass, settle } from './fetching.ts';
import type { Placed } from './delivery.ts';
import type { Kept } from './seen.ts';
import { explainMissing, type Letter, tooLarge } from './sorting.ts';
import { takeAway } from './taking.ts';

/** Up to so many octets a mail is asked for together with others, and is in memory as a whole. */
const SMALL_BYTES = 1024 * 1024;
/** Mails asked for at once, and written to the disk before the server hears of any of them. */
const AT_ONCE = 50;

/** Fetches mails in groups: each is written, then remembered, then moved or deleted, in this order. */
export async function fetchAll(
  pass: Pass,
  letters: readonly Letter[],
  onProgress: (count: number) => void,
): Promise<Broken> {
  const { run, mailbox } = pass;
  let done = 0;
  for (const group of groupsOf(letters.slice(0, run.budget))) {
    run.budget -= group.length;
    const broken = run.wanted.rehearsal ? rehearse(group) : await fetchGroup(pass, group);
    if (broken !== undefined) return broken;
    done += group.length;
    onProgress(done);
  }
  return undefined;

  function rehearse(group: readonly Letter[]): undefined {
    for (const { uid, octets = 0, file } of group) {
      settle(mailbox, uid, 'fetched');
      run.tell({ mailbox: mailbox.name, uidValidity: pass.age.uidValidity, uid, octets, file });
    }
    if (run.wanted.after.kind !== 'leave') mailbox.counts.taken += group.length;
  }
}

function* groupsOf(letters: readonly Letter[]): Generator<readonly Letter[]> {
  let group: Letter[] = [];
  for (const letter of letters) {
    if (!isSmall(letter)) yield [letter];
    else if (group.push(letter) === AT_ONCE) {
      yield group;
      group = [];
    }
  }
  if (group.length > 0) yield group;
}

const isSmall = ({ octets }: Letter): boolean => octets !== undefined && octets <= SMALL_BYTES;

type Arrived = Placed & { readonly uid: number; readonly octets: number };

async function fetchGroup(pass: Pass, group: readonly Letter[]): Promise<Broken> {
  const { run, mailbox } = pass;
  const arrived: Arrived[] = [];
  let broken: Broken;
  try {
    broken = await receive(pass, group, arrived);
  } finally {
    // Whatever broke: what has arrived is safe, and known to be.
    await remember(pass, arrived);
  }
  if (broken !== undefined) return broken;
  const got = new Set(arrived.map(({ uid }) => uid));
  const unexplained = await explainMissing(
    pass,
    group.map(({ uid }) => uid),
    got,
  );
  if (unexplained !== undefined) return unexplained;
  run.budget += group.length - arrived.filter(({ isNew }) => isNew).length;
  return takeAway(
    pass,
    [...got].filter((uid) => mailbox.handled.has(uid)),
  );
}

async function remember({ run, mailbox, age }: Pass, arrived: readonly Arrived[]): Promise<void> {
  if (arrived.length === 0) return;
  await run.delivery.settle();
  const kept = arrived.map(({ uid, sha256, file }): Kept => ({ uid, sha256, file }));
  await run.seen.keep(age, kept, []);
  for (const { uid, file, octets, isNew } of arrived) {
    settle(mailbox, uid, isNew ? 'fetched' : 'there');
    if (isNew) run.tell({ mailbox: mailbox.name, uidValidity: age.uidValidity, uid, octets, file });
  }
}

async function receive(pass: Pass, group: readonly Letter[], arrived: Arrived[]): Promise<Broken> {
  const [first] = group;
  if (first !== undefined && !isSmall(first)) return receiveInPieces(pass, first, arrived);
  const files = new Map(group.map(({ uid, file }) => [uid, file]));
  const receiveThese = (uids: readonly number[]) =>
    pass.session.contents(uids, async (uid, octets) => {
      const arriving = await pass.run.delivery.begin(files.get(uid) ?? '');
      try {
        await arriving.add(octets);
        const placed = await arriving.finish(fileWith(pass, arrived));
        arrived.push({ ...placed, uid, octets: octets.length });
      } catch (error) {
        await arriving.abandon();
        throw error;
      }
    });
  const done = await receiveThese([...files.keys()]);
  if (done.status === 'ok') return undefined;
  if (done.failure !== 'refused') return done;
  // The server stumbles over one of them: the others are fetched all the same.
  const got = new Set(arrived.map(({ uid }) => uid));
  for (const uid of files.keys()) {
    if (got.has(uid)) continue;
    const alone = await receiveThese([uid]);
    if (alone.status === 'ok') continue;
    if (alone.failure !== 'refused') return alone;
    settle(pass.mailbox, uid, 'failed');
    pass.run.problem(mailName(pass.mailbox, uid), alone.reason);
  }
  return undefined;
}

async function receiveInPieces(pass: Pass, { uid, file }: Letter, arrived: Arrived[]): Promise<Broken> {
  const { run, session, mailbox } = pass;
  const arriving = await run.delivery.begin(file);
  let octets = 0;
  try {
    const done = await session.content(uid, async (piece) => {
      octets += piece.length;
      // Some servers only guess how large it is.
      if (octets > MOST_MAIL_BYTES) throw TOO_LARGE;
      await arriving.add(piece);
    });
    if (done.status === 'failed' && done.failure !== 'refused') {
      await arriving.abandon();
      return done;
    }
    if (done.status === 'ok' && octets > 0) {
      arrived.push({ ...(await arriving.finish(fileWith(pass, arrived))), uid, octets });
      return undefined;
    }
    await arriving.abandon();
    if (done.status === 'failed') {
      settle(mailbox, uid, 'failed');
      run.problem(mailName(mailbox, uid), done.reason);
    }
    return undefined;
  } catch (error) {
    await arriving.abandon();
    if (error !== TOO_LARGE) throw error;
    settle(mailbox, uid, 'tooLarge');
    run.problem(mailName(mailbox, uid), tooLarge(octets));
    return undefined;
  }
}

/** Ends a download. */
const TOO_LARGE = new Error('too large');

/** Two of a group may be the same as well. */
const fileWith =
  ({ run }: Pass, arrived: readonly Arrived[]) =>
  (sha256: string): string | undefined =>
    run.seen.fileWith(sha256) ?? arrived.find((one) => one.sha256 === sha256)?.file;
