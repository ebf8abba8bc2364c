import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documents } from '../../src/intake/documents.ts';
import { lineOf } from './told.ts';
import { zipOf } from './zip-bytes.ts';

const XML = '<?xml version="1.0"?>\n<feedback><record><row>ä</row></record></feedback>';
const base64 = (bytes: string | Uint8Array): string =>
  Buffer.from(bytes).toString('base64').replaceAll(/.{76}/g, '$&\n');
const MAIL = `Received: from a by b; Mon, 1 Jan 2024 00:00:00 +0000
From: =?utf-8?Q?Empf=C3=A4nger?= <a@receiver.example>
Subject: =?iso-8859-1?B?RuRsbGU=?= =?iso-8859-1?Q?_x?=
Content-Type: multipart/mixed;
 boundary="=_outer"

preamble
--=_outer
Content-Type: multipart/report; report-type=feedback-report; boundary==_outer.1

--=_outer.1
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

For people=E4=
 and others
--=_outer.1
Content-Type: message/feedback-report

Feedback-Type: auth-failure
Source-IP: 192.0.2.1
--=_outer.1--
--=_outer
Content-Type: application/gzip
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename*0*=utf-8''a%21b!1700000000; filename*1="!1700086399.xml.gz"

${base64(gzipSync(XML))}
--=_outer
Content-Type: message/rfc822

From: c@d.example
Content-Type: application/zip; name="x.zip"
Content-Transfer-Encoding: base64

${base64(zipOf({ 'a.xml': XML }))}
--=_outer
Content-Type: text/xml

begin 644 x.xml
+/&9E961B86-K+SX
\`
end
--=_outer--
`;
const MBOX = `From a@b Mon Jan  1 00:00:00 2024\n${MAIL}\nFrom - Tue Jan  2\n>From x\n${MAIL}\n`;

/** Pieces that matter to a reader of mails, to be put anywhere. */
const PIECES = [
  '\r',
  '\n',
  '\r\n',
  '\r\r\n',
  '--',
  '--=_outer',
  '--=_outer--',
  '=',
  '=\n',
  ':',
  ';',
  '"',
  ' ',
  '\0',
  '\xFF',
  'From ',
  '\nFrom a@b 10:00\n',
  '=?',
  '?=',
  '<',
  'H4sI',
];
type Change = readonly [at: number, cut: number, piece: string];
const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 40 }), fc.constantFrom(...PIECES, '')), {
  maxLength: 8,
});

function changed(text: string, list: readonly Change[]): Buffer {
  let result = Buffer.from(text).toString('latin1');
  for (const [at, cut, piece] of list) {
    const from = at % (result.length + 1);
    result = result.slice(0, from) + piece + result.slice(from + cut);
  }
  return Buffer.from(result, 'latin1');
}

async function told(bytes: Uint8Array, length: number): Promise<string[]> {
  const lines: string[] = [];
  async function* chunks(): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
  }
  for await (const item of documents(['-'], { stdin: chunks() })) lines.push(await lineOf(item));
  return lines;
}

describe.each([
  ['a mail', MAIL],
  ['an mbox', MBOX],
])('%s, however broken,', (_, text) => {
  it('gives something, never throws, and is the same in pieces of any length', async () => {
    await fc.assert(
      fc.asyncProperty(changes, fc.integer({ min: 1, max: 200 }), async (list, length) => {
        const bytes = changed(text, list);
        const whole = await told(bytes, bytes.length + 1);
        expect(whole.length).toBeGreaterThan(0);
        expect(await told(bytes, length)).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  });
});

it('the same mail, streamed because what lies in front of it is long, is read alike', async () => {
  await fc.assert(
    fc.asyncProperty(changes, async (list) => {
      const bytes = changed(MAIL, list);
      const long = Buffer.concat([Buffer.from(`From: a@b.example\nX-Long: ${'x'.repeat(70_000)}\n`), bytes]);
      const alike = (lines: readonly string[]): string[] => lines.filter((line) => line.includes(' › '));
      if (!bytes.toString('latin1').startsWith('Received: from a')) return;
      expect(alike(await told(long, 50_000))).toEqual(alike(await told(bytes, 50_000)));
    }),
    { numRuns: 40 },
  );
});
