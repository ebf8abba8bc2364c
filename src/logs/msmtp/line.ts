/** One mail, as msmtp logs it once it is done with it. */
export interface MsmtpLine {
  readonly host: string;
  readonly isEncrypted: boolean;
  readonly user: string | undefined;
  readonly from: string;
  readonly recipients: readonly string[];
  readonly size: number | undefined;
  /** The server's, its lines in one. */
  readonly reply: string;
  /** msmtp's own words. */
  readonly error: string;
  readonly exitCode: string;
}

const HEAD =
  /^host=(\S+) tls=(\S+) auth=\S+(?: user=(\S*))? from=(\S*) recipients=(\S*)(?: mailsize=(\d+))?(?: smtpstatus=\d+)?$/;
const EXIT_CODE = ' exitcode=';

/** Recipients of one line. Stops a line that is nothing but commas. */
const MOST_RECIPIENTS = 10_000;

/** Reads a line behind its stamp, and the tag where a logger has put one; undefined where it is none. */
export function msmtpLine(text: string): MsmtpLine | undefined {
  const end = text.lastIndexOf(EXIT_CODE);
  if (end === -1) return undefined;
  // Words of the server may hold quotes: they end where the next field begins.
  const [beforeError, error] = withoutQuoted(text.slice(0, end), 'errormsg');
  const [before, reply] = withoutQuoted(beforeError, 'smtpmsg');
  const match = HEAD.exec(before);
  if (match === null) return undefined;
  const [, host = '', tls, user, from = '', recipients = '', size] = match;
  return {
    host,
    isEncrypted: tls === 'on',
    user: user === '' ? undefined : user,
    from,
    recipients: recipients.split(',', MOST_RECIPIENTS).filter((recipient) => recipient !== ''),
    size: size === undefined ? undefined : Number(size),
    reply: reply.replaceAll(/\\r|\\n/g, ' ').trim(),
    error,
    exitCode: text.slice(end + EXIT_CODE.length).trim(),
  };
}

/** What stands in front of a field that is the last, and what is quoted in it; empty where there is none. */
function withoutQuoted(text: string, field: string): readonly [string, string] {
  const opening = ` ${field}='`;
  const at = text.indexOf(opening);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + opening.length).replace(/'$/, '')];
}
