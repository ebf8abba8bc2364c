import { gzipSync } from 'node:zlib';
import { zipOf } from '../../../test/intake/zip-bytes.ts';
import { fileCase, filesCase, healthy } from './case.ts';
import type { MatrixCase } from './case.ts';

const GZ = 'receiver.example!example.com!1700000000!1700086399.xml.gz';
const TOP =
  'From: DMARC <dmarc@receiver.example>\nTo: reports@example.com\nSubject: Report Domain: example.com\nMIME-Version: 1.0\n';
const WORDS = '--b\nContent-Type: text/plain\n\nThis is a DMARC report.\n';
const base64 = (bytes: Uint8Array | string): string =>
  Buffer.from(bytes).toString('base64').replaceAll(/.{76}/g, '$&\n');
const quotedPrintable = (text: string): string => text.replaceAll('=', '=3D').replaceAll(/[^\n]{70}(?=.)/g, '$&=\n');

interface Part {
  readonly type?: string;
  readonly disposition?: string;
  readonly encoding?: string;
  readonly body: string;
}

function part({ type = 'application/gzip', disposition, encoding, body }: Part): string {
  const header = [
    `Content-Type: ${type}`,
    ...(disposition === undefined ? [] : [`Content-Disposition: ${disposition}`]),
    ...(encoding === undefined ? [] : [`Content-Transfer-Encoding: ${encoding}`]),
  ];
  return `--b\n${header.join('\n')}\n\n${body}\n`;
}

/** An attachment as most send it, but for what is given. */
const attached = (xml: string, change: Partial<Part> = {}): string =>
  part({ disposition: `attachment; filename="${GZ}"`, encoding: 'base64', body: base64(gzipSync(xml)), ...change });
const mail = (...parts: readonly string[]): string =>
  `${TOP}Content-Type: multipart/mixed; boundary="b"\n\n${parts.join('')}--b--\n`;
const mailCase = (
  name: string,
  make: (xml: string) => string | Uint8Array,
  difference?: Parameters<typeof fileCase>[3],
): MatrixCase => fileCase(name, 'report.eml', make, difference);
const text = (xml: string, encoding?: string): Part => ({
  type: 'text/xml',
  ...(encoding === undefined ? {} : { encoding }),
  body: xml,
});
const alone = (header: string, body: string): string => `${TOP}${header}\n\n${body}\n`;
const raw = (xml: string, encoding: string): Buffer => {
  const [before = '', after = ''] = mail(WORDS, attached(xml, { encoding, body: '\0' })).split('\0');
  return Buffer.concat([Buffer.from(before), gzipSync(xml), Buffer.from(after)]);
};

/** Reports in mails, as they come and as they should not. */
export const MAILS: readonly MatrixCase[] = [
  mailCase('mail', (xml) => mail(WORDS, attached(xml))),
  mailCase('mail with crlf', (xml) => mail(WORDS, attached(xml)).replaceAll('\n', '\r\n')),
  mailCase('mail that is but the attachment', (xml) =>
    alone(`Content-Type: application/gzip; name="${GZ}"\nContent-Transfer-Encoding: base64`, base64(gzipSync(xml))),
  ),
  mailCase('mail with a zip', (xml) =>
    mail(attached(xml, { type: 'application/zip', body: base64(zipOf({ 'r.xml': xml })) })),
  ),
  mailCase('mail in quoted-printable', (xml) => mail(part(text(quotedPrintable(xml), 'quoted-printable')))),
  mailCase('mail in 7bit', (xml) => mail(part(text(xml, '7bit')))),
  mailCase('mail in 8bit', (xml) => mail(part(text(xml.replace('Receiver Inc', 'Empfänger'), '8bit'))), {
    first: { reporter: 'Empfänger' },
  }),
  mailCase('mail in binary', (xml) => raw(xml, 'binary')),
  mailCase('mail with an inline report', (xml) =>
    mail(WORDS, attached(xml, { disposition: `inline; filename="${GZ}"` })),
  ),
  mailCase('mail whose text is the report', (xml) => alone('Content-Type: text/plain; charset=utf-8', xml)),
  mailCase(
    'mail whose text holds the report',
    (xml) => alone('Content-Type: text/plain', `Dear postmaster,\n\n${xml}`),
    {
      repairs: ['text before the report is ignored'],
    },
  ),
  mailCase(
    'mail with two reports',
    (xml) => mail(WORDS, attached(xml), attached(healthy('mail with two reports, b'))),
    {
      reports: 2,
      records: 6,
      messages: 28,
      pass: 14,
    },
  ),
  mailCase('mail with a picture beside', (xml) =>
    mail(
      WORDS,
      part({ type: 'image/png; name="logo.png"', encoding: 'base64', body: base64('\x89PNG') }),
      attached(xml),
    ),
  ),
  mailCase('mail in a mail', (xml) =>
    mail(
      WORDS,
      part({ type: 'message/rfc822', body: mail(WORDS, attached(xml)).replaceAll('--b', '--c').replace('"b"', '"c"') }),
    ),
  ),
  mailCase('mail in a mail in base64', (xml) =>
    mail(part({ type: 'message/rfc822; name="fwd.eml"', encoding: 'base64', body: base64(mail(attached(xml))) })),
  ),
  mailCase('mail with a split file name', (xml) =>
    mail(
      attached(xml, {
        disposition: `attachment; filename*0="receiver.example!example.com!";\n filename*1="1700000000!1700086399.xml.gz"`,
      }),
    ),
  ),
  mailCase('mail with an encoded file name', (xml) =>
    mail(attached(xml, { disposition: `attachment; filename*=utf-8''${encodeURIComponent(GZ)}` })),
  ),
  mailCase('mail with a file name in encoded words', (xml) =>
    mail(attached(xml, { disposition: `attachment; filename="=?utf-8?B?${Buffer.from(GZ).toString('base64')}?="` })),
  ),
  mailCase('mail without a file name', (xml) => mail(attached(xml, { disposition: 'attachment' }))),
  mailCase('mail of the wrong type', (xml) => mail(attached(xml, { type: 'text/plain' }))),
  mailCase('mail of no type', (xml) => mail(attached(xml, { type: 'application/octet-stream' }))),
  mailCase('mail without its last boundary', (xml) => mail(WORDS, attached(xml)).replace('--b--\n', ''), {
    repairs: ['the boundary that closes the mail’s parts is missing'],
  }),
  mailCase('mail with another boundary', (xml) => mail(WORDS, attached(xml)).replace('"b"', '"c"'), {
    repairs: ['another boundary declared, the one in the text is used'],
  }),
  mailCase('mail without a boundary', (xml) => mail(attached(xml)).replace('; boundary="b"', ''), {
    repairs: ['no boundary declared, the one in the text is used'],
  }),
  mailCase('mail that declares no base64', (xml) => mail(attached(xml, { encoding: '7bit' })), { repairs: ['base64'] }),
  mailCase('mail that declares base64', (xml) => raw(xml, 'base64'), { repairs: ['declared base64, but not encoded'] }),
  mailCase('mail in base64 in one line', (xml) => mail(attached(xml, { body: gzipSync(xml).toString('base64') }))),
  mailCase('mail with a folded header', (xml) =>
    mail(attached(xml)).replace('multipart/mixed; boundary', 'multipart/mixed;\n\tboundary'),
  ),
  mailCase('mail behind a byte order mark', (xml) => `\uFEFF${mail(attached(xml))}`),
  mailCase(
    'mail with its attachment cut off',
    (xml) => mail(attached(xml, { body: base64(gzipSync(xml, { level: 0 }).subarray(0, -140)) })),
    {
      records: 2,
      messages: 7,
      pass: 7,
      failed: ['compressed data are cut off: truncated at line 7'],
      exitCode: 3,
    },
  ),
  fileCase(
    'mbox',
    'reports.mbox',
    (xml) =>
      `From a@b Tue Nov 14 22:13:20 2023\n${mail(attached(xml))}\nFrom a@b Tue Nov 14 22:13:21 2023\n${mail(attached(healthy('mbox, b')))}`,
    {
      reports: 2,
      records: 6,
      messages: 28,
      pass: 14,
    },
  ),
  fileCase(
    'mbox with a letter in it',
    'reports.mbox',
    (xml) =>
      `From a@b Tue Nov 14 22:13:20 2023\n${TOP}\nShall we meet?\n>From here\n\nFrom - Tue Nov 14 22:13:21 2023\n${mail(attached(xml))}`,
    {
      passedOver: ['a mail without a report'],
    },
  ),
  fileCase('mbox and gzip', 'reports.mbox.gz', (xml) =>
    gzipSync(`From a@b Tue Nov 14 22:13:20 2023\n${mail(attached(xml))}`),
  ),
  filesCase(
    'maildir',
    (xml) => ({
      'cur/1699999999.M1P1.host:2,S': mail(attached(xml)),
      'new/1700000001.M2P1.host': mail(attached(healthy('maildir, b'))),
      'tmp/1700000002.M3P1.host': 'From: half a m',
      'dovecot.index.log': '\0\x01',
      'dovecot-uidlist': '3 V1 N3 G1\n',
    }),
    { reports: 2, records: 6, messages: 28, pass: 14 },
  ),
  filesCase(
    'mail without a report beside',
    (xml) => ({ 'a.eml': `${TOP}\nShall we meet?\n`, 'b.eml': mail(attached(xml)) }),
    { passedOver: ['a mail without a report'] },
  ),
];
