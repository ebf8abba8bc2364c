import { rangesOf } from '../../core/number-ranges.ts';
import type { ImapSession } from '../imap.ts';
import type { Within } from './within.ts';

/** Opening mailboxes, and finding out what is in them. */
export function mailboxCommands({
  client,
  server: { host },
  words,
  attempt,
  refusals,
  prefix,
}: Within): Pick<ImapSession, 'open' | 'mailboxes' | 'search' | 'remaining'> {
  const found = async (query: Parameters<typeof client.search>[0]) => {
    const what = `no list of the mails at ${host}`;
    return attempt(what, async () => {
      const uids = await client.search(query, { uid: true });
      if (!Array.isArray(uids)) return words.refused(what, refusals.last);
      return { status: 'ok', uids: uids.toSorted((a, b) => a - b) } as const;
    });
  };
  return {
    async open(mailbox, writable) {
      const tried = (name: string) =>
        attempt(`the mailbox \`${mailbox}\` cannot be opened`, async () => {
          // Its type is for servers that keep to the rules.
          const opened: { path: string; uidValidity?: bigint } = await client.mailboxOpen(name, {
            readOnly: !writable,
          });
          return { status: 'ok', path: opened.path, uidValidity: opened.uidValidity?.toString() } as const;
        });
      const opened = await tried(mailbox);
      if (opened.status === 'ok' || opened.failure !== 'refused' || prefix === '') return opened;
      const below = await tried(prefix + mailbox);
      return below.status === 'ok' ? below : opened;
    },
    mailboxes: () =>
      attempt(`no list of mailboxes at ${host}`, async () => {
        const listed = await client.list();
        const names = listed.filter(({ flags }) => !flags.has('\\Noselect')).map(({ path }) => path);
        return { status: 'ok', names } as const;
      }),
    search: (since) => found(since === undefined ? { all: true } : { since }),
    remaining: (uids) => found({ uid: rangesOf(uids) }),
  };
}
