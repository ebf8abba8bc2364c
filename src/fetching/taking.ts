import type { Broken, Pass } from './fetching.ts';

/** Moves or deletes mails that lie safely in the folder, where that is wanted. What the server refuses stays where it is. */
export async function takeAway(pass: Pass, uids: readonly number[]): Promise<Broken> {
  const { run, session, mailbox } = pass;
  const { after, rehearsal } = run.wanted;
  if (after.kind === 'leave' || uids.length === 0) return undefined;
  if (rehearsal) {
    mailbox.counts.taken += uids.length;
    return undefined;
  }
  const ascending = uids.toSorted((a, b) => a - b);
  const taken = await session.take(ascending, after.kind === 'move' ? (run.destination ?? after.to) : undefined);
  if (taken.status === 'failed') {
    if (taken.failure !== 'refused') return taken;
    const what = uids.length === 1 ? 'one mail is' : `${uids.length} mails are`;
    run.problem(mailbox.name, `${what} fetched, and ${taken.reason}`);
    return undefined;
  }
  mailbox.counts.taken += uids.length;
  if (taken.how === 'marked') mailbox.marked += uids.length;
  return undefined;
}
