import type { Broken, Pass } from './fetching.ts';

/** Moves or deletes mails that lie safely in the folder, where that is wanted. What the server refuses stays where it is. */
export async function takeAway(pass: Pass, uids: readonly number[]): Promise<Broken> {
  const {
    run: { wanted, problem },
    session,
    mailbox,
  } = pass;
  const { then, rehearsal } = wanted;
  if (then.kind === 'leave' || uids.length === 0) return undefined;
  if (rehearsal) {
    mailbox.counts.taken += uids.length;
    return undefined;
  }
  const ascending = uids.toSorted((a, b) => a - b);
  const taken = await session.take(ascending, then.kind === 'move' ? then.to : undefined);
  if (taken.status === 'failed') {
    if (taken.failure !== 'refused') return taken;
    problem(
      mailbox.name,
      `${uids.length === 1 ? 'one mail' : `${uids.length} mails`} fetched and left: ${taken.reason}`,
    );
    return undefined;
  }
  mailbox.counts.taken += uids.length;
  if (taken.how === 'marked') mailbox.marked += uids.length;
  return undefined;
}
