import { describe, expect, test } from 'vitest';
import { mayHoldReport } from '../../src/fetching/report-parts.ts';
import type { MailPart } from '../../src/net/imap.ts';

const part = (type: string, fileName?: string, parts: readonly MailPart[] = []): MailPart => ({
  type,
  ...(fileName === undefined ? {} : { fileName }),
  parts,
});
const text = part('text/plain');
const mixed = (...parts: readonly MailPart[]): MailPart => part('multipart/mixed', undefined, parts);

describe('a mail may hold a report', () => {
  test.each<[string, MailPart | undefined]>([
    ['packed, as most do', mixed(text, part('application/gzip', 'r.xml.gz'))],
    ['and nothing else', part('application/zip')],
    ['of any type, by its name', mixed(text, part('text/plain', 'report.XML'))],
    ['of no type', mixed(text, part('application/octet-stream'))],
    ['of types that nobody has registered', mixed(text, part('application/x-zip-compressed'))],
    ['as XML', mixed(text, part('text/xml'))],
    ['about TLS', part('multipart/report', undefined, [text, part('application/tlsrpt+gzip')])],
    [
      'about one mail',
      part('multipart/report', undefined, [text, part('message/feedback-report'), part('message/rfc822')]),
    ],
    ['forwarded', mixed(text, part('message/rfc822', undefined, [mixed(text, part('application/gzip'))]))],
    ['forwarded, where the server does not look inside', mixed(text, part('message/rfc822'))],
    ['under a name that says it is a picture', mixed(part('image/png', 'report.zip'))],
    ['signed, so that all of it is one part (S/MIME)', part('application/pkcs7-mime', 'smime.p7m')],
    ['as far as the server can say', undefined],
    ['in parts that the server does not tell apart', part('multipart/mixed')],
  ])('%s', (_, structure) => {
    expect(mayHoldReport(structure)).toBe(true);
  });
});

describe('a mail holds none', () => {
  test.each<[string, MailPart]>([
    ['in words alone', text],
    ['in words, twice', part('multipart/alternative', undefined, [text, part('text/html')])],
    ['but a picture', mixed(text, part('image/png', 'logo.png'))],
    ['but a bill', mixed(text, part('application/pdf', 'invoice.pdf'))],
    ['but an invitation', mixed(text, part('text/calendar', 'invite.ics'), part('application/ics', 'invite.ics'))],
    ['but a signature', mixed(text, part('application/pgp-signature', 'signature.asc'))],
    ['but a signature of S/MIME', mixed(text, part('application/pkcs7-signature', 'smime.p7s'))],
    ['but a bounce', part('multipart/report', undefined, [text, part('message/delivery-status')])],
    ['but a letter that is forwarded', mixed(text, part('message/rfc822', undefined, [text]))],
    ['but a table', mixed(text, part('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'a.xlsx'))],
  ])('%s', (_, structure) => {
    expect(mayHoldReport(structure)).toBe(false);
  });
});
