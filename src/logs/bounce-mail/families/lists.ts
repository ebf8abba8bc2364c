import { addressesIn, addressIn } from '../address.ts';
import { headerOf, type MailContents } from '../contents.ts';
import { defineFamilies, type Failure } from '../family.ts';

/** What was refused was for the list, whatever the mail's own addresses are. */
function refusedBy(mail: MailContents, reason: string): Failure[] {
  const post = headerOf(mail, 'x-beenthere') ?? headerOf(mail, 'list-post') ?? headerOf(mail, 'x-ml-name');
  // FML and ezmlm write as the list's administrator.
  const administrator = addressIn(headerOf(mail, 'from') ?? '');
  const list = post === undefined ? undefined : addressIn(post);
  const address = list ?? administrator?.replace(/-(?:admin|owner|bounces|request|return|help)@/i, '@');
  return [{ reason: reason.replaceAll(/\s+/g, ' ').trim(), ...(address === undefined ? {} : { address }) }];
}

const SUBJECT_LENGTH = 500;

/** Mailing lists that do not take a message in. */
export default defineFamilies([
  {
    server: 'Mailman: refused by a rule or by the moderator',
    says: /^You are not allowed to post to this mailing list|^Your request to the \S+ mailing list\s+Posting of/im,
    read: (text, mail) =>
      refusedBy(
        mail,
        /gave the\s+following reason for rejecting your request:\s+"?(?<reason>[^"]{3,600})/i.exec(text)?.groups?.[
          'reason'
        ] ??
          /You are not allowed to post[^.]{0,200}\./i.exec(text)?.[0] ??
          'rejected by the list moderator',
      ),
  },
  {
    server: 'Mailman 3: refused by a rule or by the moderator',
    says: /^Your message to the \S+ (?:mailing-)?list was rejected/im,
    read: (text, mail) => {
      const { list, reason } =
        /^Your message to the (?<list>\S{1,300}) (?:mailing-)?list was rejected(?: for the following\s+reasons?:|,)?\s+(?<reason>[^\n]{3,600})/im.exec(
          text,
        )?.groups ?? {};
      const [failure] = refusedBy(mail, reason ?? 'rejected by the list');
      const named = list === undefined ? undefined : addressIn(list);
      return failure === undefined ? [] : [named === undefined ? failure : { ...failure, address: named }];
    },
  },
  {
    server: 'LISTSERV: not allowed to post',
    says: /not\s+authorized\s+to\s+send\s+mail\s+to\s+the\s+\S+\s+list/i,
    read: (text, mail) => {
      const [list] = addressesIn(headerOf(mail, 'subject')?.slice(0, SUBJECT_LENGTH) ?? '');
      const said = /You\s+are\s+not\s+authorized[^.]{0,300}/i.exec(text)?.[0] ?? 'not authorized to send to this list';
      return [{ reason: said.replaceAll(/\s+/g, ' '), ...(list === undefined ? {} : { address: list.address }) }];
    },
  },
  {
    server: 'FML: a message that came in twice',
    says: /^Duplicated (?:Message-ID|message body)[^\n]{0,20} in /im,
    read: (text, mail) => {
      const list = addressesIn(/ in <?(?<list>[^\n]{3,300})/i.exec(text)?.groups?.['list'] ?? '')[0]?.address;
      const [failure] = refusedBy(mail, `Mail loop: ${/^Duplicated[^\n]{0,300}/im.exec(text)?.[0] ?? ''}`);
      return failure === undefined ? [] : [list === undefined ? failure : { ...failure, address: list }];
    },
  },
  {
    server: 'Sympa: refused by the scenario of the list',
    says: /^Your message (?:for|to) (?:the )?list \S+@\S+ [^\n]{0,60}was rejected\b/im,
    read: (text, mail) => {
      const list = addressesIn(/^Your message (?:for|to) [^\n]{3,300}/im.exec(text)?.[0] ?? '')[0]?.address;
      const [failure] = refusedBy(
        mail,
        /following reason\s?:\s+(?<reason>[^\n]{3,600})/i.exec(text)?.groups?.['reason'] ?? 'rejected by the list',
      );
      return failure === undefined ? [] : [list === undefined ? failure : { ...failure, address: list }];
    },
  },
  {
    server: 'Groups.io, Google Groups and others: not posted',
    says: /\b(?:message|post|mail) to (?:the )?\S+ (?:(?:mailing )?list |group )?was(?: not|n['’]t) (?:posted|accepted|distributed)\b/i,
    read: (text, mail) => {
      const { list, reason } =
        /(?<reason>(?:message|post|mail) to (?:the )?<?(?<list>[^\s<>]{1,300}?)>? (?:(?:mailing )?list |group )?was(?: not|n['’]t) [^\n]{3,500}(?:\n[^\n]{2,300})?)/i.exec(
          text,
        )?.groups ?? {};
      const [failure] = refusedBy(mail, reason ?? '');
      const named = list === undefined ? undefined : addressIn(list);
      return failure === undefined ? [] : [named === undefined ? failure : { ...failure, address: named }];
    },
  },
  {
    server: 'FML: only members may post',
    says: /You are not a member of this mailing list|(?:Posting|post) from .{0,60}(?:not member|non-member)|your mail is not (?:forwarded|distributed)|only members? can post/i,
    read: (text, mail) =>
      refusedBy(
        mail,
        /^.*(?:not a member|not member|non-member|only members?).*$/im.exec(text)?.[0] ?? 'not a member of this list',
      ),
  },
]);
