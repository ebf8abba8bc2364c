import { byName } from '../core/order.ts';
import type { RecordType } from '../net/net.ts';
import type { HttpAnswer, ServerAddress, ServerAnswer, ServiceFailed, SmtpAnswer } from '../net/services.ts';
import { readCertificate } from '../protocols/certificate.ts';
import { isDefinite, isPassing } from '../sources/definite-failure.ts';
import { LAME } from '../sources/server-view.ts';
import { differsInSerialOnly, recordData, textChange, undecided, type Asked, type Change } from './changes.ts';
import type { PrintRdata } from './changes.ts';

/** What a service said, in lines; or why nobody knows what it says. */
type Said = { readonly lines: readonly string[] } | { readonly reason: string };

/** A page over HTTPS. */
export const pageChange = (url: string, before: HttpAnswer, after: HttpAnswer): Change | undefined =>
  saidChange({ name: url, type: 'HTTPS' }, pageLines(url, before), pageLines(url, after));

/** A mail host on port 25. Banners are left aside: many hold the time of day. */
export const mailHostChange = (
  host: string,
  address: string,
  before: SmtpAnswer,
  after: SmtpAnswer,
): Change | undefined =>
  saidChange({ name: `${host} (${address})`, type: 'SMTP' }, smtpLines(before), smtpLines(after));

/** What one name server holds. */
export function serverChange(
  server: ServerAddress,
  [name, type]: readonly [name: string, type: RecordType],
  before: ServerAnswer,
  after: ServerAnswer,
  print: PrintRdata,
): Change | undefined {
  if (before.status === 'ok' && after.status === 'ok' && differsInSerialOnly(before, after, print)) return undefined;
  const asked = { name: name || '.', type: `${type} at ${server.name} (${server.address})` };
  return saidChange(asked, serverLines(before, print), serverLines(after, print));
}

function saidChange(asked: Asked, before: Said, after: Said): Change | undefined {
  if ('lines' in before && 'lines' in after) return textChange(asked, before.lines, after.lines);
  const [notBefore, notAfter] = [before, after].map((said) => ('reason' in said ? said.reason : undefined));
  return undecided(asked, notBefore, notAfter, linesOf(before), linesOf(after));
}

const linesOf = (said: Said): readonly string[] => ('lines' in said ? said.lines : []);

/** What everybody meets is an answer; what may be the fault of the way there is none. */
const failedLines = ({ failure, reason }: ServiceFailed): Said =>
  isDefinite(failure) ? { lines: [`no answer: ${reason}`] } : { reason };

function pageLines(url: string, answer: HttpAnswer): Said {
  if (answer.status === 'failed') return failedLines(answer);
  const { code, contentType, location, body } = answer;
  if (isPassing(code)) return { reason: `HTTP status ${code} from ${url}` };
  const head = [`status ${code}`, contentType, ...(location === undefined ? [] : [`to ${location}`])];
  return { lines: [head.filter((part) => part !== '').join(' '), ...bodyLines(body)] };
}

/** A line break at the end is no line. */
const bodyLines = (body: string): string[] => (body === '' ? [] : body.replace(/\r?\n$/, '').split(/\r?\n/));

function smtpLines(answer: SmtpAnswer): Said {
  if (answer.status === 'failed') return failedLines(answer);
  const tls = answer.startTls;
  if (tls.state === 'not-offered') return { lines: ['STARTTLS not offered'] };
  if (tls.state !== 'established') return { lines: [`STARTTLS ${tls.state}: ${tls.reason}`] };
  const { protocol, cipher, certificates, distrust } = tls;
  return {
    lines: [
      `STARTTLS ${protocol} ${cipher}`,
      ...certificates.slice(0, 1).map((der) => certificateLine(der)),
      ...(distrust === '' ? [] : [`not trusted: ${distrust}`]),
    ],
  };
}

function certificateLine(der: string): string {
  const certificate = readCertificate(Buffer.from(der, 'base64'));
  if (certificate === undefined) return 'a certificate that cannot be read';
  const { subject, issuer, names, notBefore, notAfter } = certificate;
  const also = names.length === 0 ? '' : ` (${names.toSorted(byName).join(', ')})`;
  return `certificate of ${subject}${also} by ${issuer}, ${day(notBefore)} to ${day(notAfter)}`;
}

const day = (date: Date): string => date.toISOString().slice(0, 10);

function serverLines(answer: ServerAnswer, print: PrintRdata): Said {
  if (answer.status === 'failed') {
    const word = LAME[answer.failure];
    return word === undefined ? { reason: answer.reason } : { lines: [word] };
  }
  if (answer.status === 'referral')
    return { lines: [`refers to ${answer.zone || '.'}: ${answer.nameServers.toSorted(byName).join(', ')}`] };
  return { lines: [...recordData(answer, print), ...(answer.authoritative ? [] : ['without authority'])] };
}
