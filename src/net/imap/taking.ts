import { rangesOf } from '../../core/number-ranges.ts';
import type { ImapSession, Taken } from '../imap.ts';
import type { Within } from './within.ts';

/**
 * Mails away from the open mailbox: UID MOVE (RFC 6851), or copy, mark as deleted and UID EXPUNGE (RFC 4315). Never a plain
 * EXPUNGE: that takes every mail with it that anybody has marked.
 */
export function takingCommands({ client, words, attempt, refusals }: Within): Pick<ImapSession, 'take'> {
  const byUid = { uid: true };
  return {
    take: (uids, to) => {
      const what = to === undefined ? 'not deleted' : `not moved to \`${to}\``;
      return attempt(what, async () => {
        refusals.last = undefined;
        const refused = () => words.refused(what, refusals.last);
        const done = (how: Taken['how']) => ({ status: 'ok', how }) as const;
        const set = rangesOf(uids);
        if (to !== undefined && client.capabilities.has('MOVE'))
          return (await client.messageMove(set, to, byUid)) ? done('expunged') : refused();
        if (to !== undefined && !(await client.messageCopy(set, to, byUid))) return refused();
        if (client.capabilities.has('UIDPLUS'))
          return (await client.messageDelete(set, byUid)) ? done('expunged') : refused();
        return (await client.messageFlagsAdd(set, ['\\Deleted'], byUid)) ? done('marked') : refused();
      });
    },
  };
}
