import { UserError } from '../core/errors.ts';
import type { Ending } from '../fetching/run.ts';
import type { ImapFailed } from '../net/imap.ts';
import type { ImapUrl } from '../protocols/imap-url.ts';
import { closest } from '../protocols/edit-distance.ts';

/** A mailbox that cannot be fetched from, and what to do about it. Neither secrets nor mail addresses are repeated. */
export const unusableUrl = (what: string): UserError =>
  new UserError(
    `what is to be fetched ${what}`,
    undefined,
    'imaps://user@mail.example.com/INBOX, with special signs as %XX',
  );

const MOST_NAMED = 8;

export function refusedFetch(
  { by, mailbox, mailboxes = [] }: Extract<Ending, { kind: 'refused' }>,
  url: ImapUrl,
): UserError {
  if (mailbox !== undefined && mailboxes.length > 0) {
    const near = closest(mailbox, mailboxes, Math.max(2, Math.floor(mailbox.length / 3)));
    const named = mailboxes.slice(0, MOST_NAMED).join(', ');
    const rest = mailboxes.length > MOST_NAMED ? ` and ${mailboxes.length - MOST_NAMED} more` : '';
    return new UserError(by.reason, `there are ${named}${rest}`, near === undefined ? undefined : `\`${near}\``);
  }
  return new UserError(`nothing could be fetched from ${url.host}`, by.reason, hintFor(by, url));
}

function hintFor({ failure, reason }: ImapFailed, { scheme, host }: ImapUrl): string | undefined {
  if (failure === 'login')
    return 'many services want a password made for one program, or a token (--oauth-token-file), and IMAP to be switched on';
  if (failure === 'certificate' && /self-signed|none of the usual/.test(reason))
    return '--ca FILE, if the server belongs to an authority of your own';
  if (failure === 'tls' && reason.includes('offers no STARTTLS'))
    return `imaps://…@${host}, or --insecure to send the password in the clear`;
  if (failure === 'tls' && scheme === 'imaps') return `imap://…@${host} for a server that wants STARTTLS`;
  return undefined;
}
