import { gzipSync } from 'node:zlib';
import { zipOf } from '../../../test/intake/zip-bytes.ts';
import { fixtures } from './samples.ts';

const XML = '<feedback><record><row>ä</row></record></feedback>';
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll(/.{76}/g, '$&\n');

const LETTER = 'From: a@b.example\r\nSubject: x\r\n\r\nhello\r\n';
const REPORT = `From: =?utf-8?Q?Empf=C3=A4nger?= <a@receiver.example>
Subject: Report Domain: x
Content-Type: application/gzip; name="a!b!1!2.xml.gz"
Content-Transfer-Encoding: base64

${base64(gzipSync(XML))}`;
const NESTED = `Received: from a by b; Mon, 1 Jan 2024 00:00:00 +0000
Content-Type: multipart/mixed;
 boundary="=_o"

preamble
--=_o
Content-Type: multipart/report; report-type=feedback-report; boundary==_o.1

--=_o.1
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

For people=E4=
 and others
--=_o.1
Content-Type: message/feedback-report

Feedback-Type: auth-failure
Source-IP: 192.0.2.1
--=_o.1--
--=_o
Content-Disposition: attachment; filename*0*=utf-8''a%21b!17; filename*1="!18.xml.gz"

${base64(gzipSync(XML))}
--=_o
Content-Type: message/rfc822

From: c@d.example
Content-Type: application/zip; name="x.zip"
Content-Transfer-Encoding: base64

${base64(zipOf({ 'a.xml': XML }))}
--=_o
Content-Type: text/xml

begin 644 x.xml
+/&9E961B86-K+SX
\`
end
--=_o--
`;

export const MAILS: readonly (string | Buffer)[] = [
  LETTER,
  REPORT,
  NESTED,
  ...fixtures('failures/mails', '.eml', 4096),
];
export const MBOXES: readonly string[] = [
  `From a@b Mon Jan  1 00:00:00 2024\n${LETTER}\nFrom - Tue Jan  2\n>From x\n${REPORT}\n`,
  `From - Mon Jan  1 00:00:00 2024\n${NESTED}\n\nFrom MAILER-DAEMON\n${LETTER}`,
];
export const MAIL_WORDS = [
  '\r\r\n',
  '--',
  '--=_o',
  '--=_o--',
  '--=_o.1',
  '=\n',
  ':',
  ';',
  '=?',
  '?=',
  '<',
  'H4sI',
  '\n\n',
  '\r\n\r\n',
  'begin 644 x\n',
  'Content-Type: multipart/mixed; boundary=a\n\n--a\n',
  'Content-Transfer-Encoding: base64\n',
  'Content-Type: message/rfc822\n',
  'Feedback-Type: abuse\n',
  'Source-IP: ::1\n',
  'Authentication-Results: x; dmarc=fail\n',
  'charset="',
  "filename*0*=utf-8''%",
];
