import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { told } from './told.ts';
import { zipOf } from './zip-bytes.ts';

const XML = '<feedback/>';
const NAME = 'receiver.example!example.com!1700000000!1700086399';
const MIXED = 'Content-Type: multipart/mixed; boundary="b1"';
const TOP = 'From: a@receiver.example\nSubject: Report Domain: example.com\nMIME-Version: 1.0\n';
const base64 = (bytes: string | Uint8Array): string =>
  Buffer.from(bytes).toString('base64').replaceAll(/.{76}/g, '$&\n');

/** A part: its header's lines, a blank line, its content. */
const part = (header: string, content: string): string => `--b1\n${header}\n\n${content}\n`;
const attached = (bytes: Uint8Array, name = `${NAME}.xml.gz`, type = 'application/gzip'): string =>
  part(
    `Content-Type: ${type}\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="${name}"`,
    base64(bytes),
  );
const WORDS = part('Content-Type: text/plain', 'This is an aggregate report.');
const mail = (...parts: readonly string[]): string => `${TOP}${MIXED}\n\n${parts.join('')}--b1--\n`;
const gz = gzipSync(XML);
const found = `stdin › ${NAME}.xml.gz = ${XML}`;

describe('a report is found in a mail', () => {
  it.each<readonly [string, string]>([
    ['beside words', mail(WORDS, attached(gz))],
    ['with CRLF', mail(WORDS, attached(gz)).replaceAll('\n', '\r\n')],
    ['with the bare CR of old Macs', mail(WORDS, attached(gz)).replaceAll('\n', '\r')],
    ['with CR CR LF', mail(WORDS, attached(gz)).replaceAll('\n', '\r\r\n')],
    [
      'with a CRLF header and a LF body',
      mail(WORDS, attached(gz)).replace(/^[^]*?\n\n/, (head) => head.replaceAll('\n', '\r\n')),
    ],
    ['behind a byte order mark and blank lines', `\uFEFF\n\n${mail(attached(gz))}`],
    ['that begins with `>From `', `>From a@b.example Mon Jan  1 00:00:00 2024\n${mail(attached(gz))}`],
    [
      'of Apple Mail, with its length in front and a list behind',
      `${mail(attached(gz)).length}\n${mail(attached(gz))}<plist></plist>`,
    ],
    [
      'whose boundary has no quotes, and blanks behind it',
      mail(attached(gz)).replace('"b1"', 'b1  ').replaceAll('--b1\n', '--b1 \t\n'),
    ],
    ['whose part says nothing of base64 in lower case', mail(attached(gz).replace('base64', 'BASE64 ;'))],
    [
      'in a multipart in a multipart',
      mail(`--b1\nContent-Type: multipart/related; boundary=b2\n\n${attached(gz).replace('--b1', '--b2')}--b2--\n`),
    ],
    [
      'in a multipart that is never closed, within one that is',
      mail(
        `--b1\nContent-Type: multipart/related; boundary=b2\n\n--b2\nContent-Type: text/html\n\n<p>\n`,
        attached(gz),
      ),
    ],
    [
      'beside pictures and signatures',
      mail(
        WORDS,
        attached(Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), 'logo.png', 'image/png'),
        attached(gz),
        attached(Buffer.from('0\x82\x01', 'latin1'), 'smime.p7s', 'application/pkcs7-signature'),
      ),
    ],
    [
      'beside HTML, also XHTML',
      mail(part('Content-Type: text/html', '<?xml version="1.0"?><html><p>see attachment</html>'), attached(gz)),
    ],
    ['whose type is wrong', mail(attached(gz, `${NAME}.xml.gz`, 'application/x-zip-compressed'))],
    ['whose type is text', mail(attached(gz, `${NAME}.xml.gz`, 'text/plain'))],
    ['in one endless line of base64', mail(attached(gz).replace(base64(gz), gz.toString('base64')))],
    ['in base64 without padding', mail(attached(gz).replace(base64(gz), gz.toString('base64').replaceAll('=', '')))],
    [
      'in base64 with noise in it',
      mail(attached(gz).replace(base64(gz), base64(gz).replaceAll(/.{10}/g, '$&\x01 \t!'))),
    ],
    ['with a field broken and not indented', mail(attached(gz).replace('attachment; ', 'attachment;\n'))],
    [
      'with an encoded word as name',
      mail(attached(gz, `=?utf-8?B?${Buffer.from(`${NAME}.xml.gz`).toString('base64')}?=`)),
    ],
    [
      'with a name in pieces',
      mail(attached(gz).replace(`filename="${NAME}.xml.gz"`, `\n filename*0="${NAME}";\n filename*1=.xml.gz`)),
    ],
    [
      'with an encoded name in pieces',
      mail(
        attached(gz).replace(
          `filename="${NAME}.xml.gz"`,
          `filename*0*=utf-8'en'receiver%2Eexample%21;filename*1="${NAME.slice(17)}";filename*2*=%2Exml.gz`,
        ),
      ),
    ],
    [
      'with a name only in its type',
      mail(
        attached(gz)
          .replace(/\nContent-Disposition.*/, '')
          .replace('application/gzip', `application/gzip; name=${NAME}.xml.gz`),
      ),
    ],
    [
      'that is all report',
      `${TOP}Content-Type: application/gzip; name="${NAME}.xml.gz"\nContent-Transfer-Encoding: base64\n\n${base64(gz)}`,
    ],
  ])('%s', async (_, text) => {
    expect(await told(text)).toEqual([found]);
  });

  it('as text beside nothing, as text behind a sentence, as quoted-printable', async () => {
    expect(await told(`${TOP}\n${XML}\n`)).toEqual([`stdin = ${XML}\n`]);
    expect(await told(`${TOP}\nDear postmaster,\n\n${XML}\n`)).toEqual([`stdin = Dear postmaster,\n\n${XML}\n`]);
    expect(await told(`From: a@b.example\n${XML}\n`)).toEqual([`stdin = ${XML}\n`]);
    const quoted = part(
      'Content-Type: text/xml\nContent-Transfer-Encoding: quoted-printable',
      '<feed=\nback a=3D"=C3=A4"/>  ',
    );
    expect(await told(mail(quoted))).toEqual(['stdin › part 1 = <feedback a="ä"/>']);
  });

  it('in the charset its part declares, where it declares none itself', async () => {
    const header = 'Content-Type: application/xml; charset=koi8-r\nContent-Transfer-Encoding: base64';
    const bytes = Buffer.concat([Buffer.from('<feedback>'), Buffer.from([0xf2, 0xd5]), Buffer.from('</feedback>')]);
    expect(await told(mail(part(header, base64(bytes))))).toEqual(['stdin › part 1 = <feedback>Ру</feedback>']);
  });

  it('several times, and each is read', async () => {
    const zip = zipOf({ 'a/1.xml': XML, '2.xml.gz': gz, '__MACOSX/._1.xml': 'x' });
    const all = mail(
      attached(gz, 'one.xml.gz'),
      attached(zip, 'two.zip', 'application/zip'),
      attached(zstdCompressSync(XML), 'three.xml.zst'),
    );
    expect(await told(all)).toEqual([
      `stdin › one.xml.gz = ${XML}`,
      `stdin › two.zip › a/1.xml = ${XML}`,
      `stdin › two.zip › 2.xml.gz = ${XML}`,
      `stdin › three.xml.zst = ${XML}`,
    ]);
  });

  it('as JSON, which is a TLS report', async () => {
    const json = '{"organization-name":"x","policies":[]}';
    const all = mail(
      attached(gzipSync(json), 'x.json.gz', 'application/tlsrpt+gzip'),
      attached(Buffer.from(json), 'y.json', 'application/tlsrpt+json'),
    );
    expect(await told(all)).toEqual([`stdin › x.json.gz = ${json}`, `stdin › y.json = ${json}`]);
  });
});

describe('a report is found although its mail says otherwise, and the repair is told:', () => {
  it.each<readonly [string, string, string]>([
    [
      'base64 declared 7bit',
      mail(attached(gz).replace('Encoding: base64', 'Encoding: 7bit')),
      'base64, but not declared so',
    ],
    [
      'base64 of XML without a declaration',
      mail(part(`Content-Type: text/xml; name="${NAME}.xml.gz"`, base64(XML))),
      'base64, but not declared so',
    ],
    [
      'base64 declared quoted-printable',
      mail(attached(gz).replace('Encoding: base64', 'Encoding: quoted-printable')),
      'base64, but not declared so',
    ],
    ['XML declared base64', mail(attached(gz).replace(base64(gz), XML)), 'declared base64, but not encoded'],
    [
      'uuencoded text',
      mail(
        part(
          `Content-Type: text/plain; name="${NAME}.xml.gz"`,
          `Hello\n\nbegin 644 x.gz\n${uuencoded(gz)}\`\nend\n\nBye`,
        ),
      ),
      'uuencoded, but not declared so',
    ],
    [
      'a boundary that is not the one declared',
      mail(attached(gz)).replace('"b1"', '"b2"'),
      'another boundary declared, the one in the text is used',
    ],
    [
      'no boundary declared',
      mail(attached(gz)).replace('; boundary="b1"', ''),
      'no boundary declared, the one in the text is used',
    ],
    [
      'the closing boundary missing',
      mail(attached(gz)).replace('--b1--\n', ''),
      'the boundary that closes the mail’s parts is missing',
    ],
    ['base64 of base64', mail(attached(Buffer.from(base64(gz)))), 'base64 twice over'],
    [
      'a piece of a mail that does not say which one it is',
      `${TOP}Content-Type: message/partial; total=2\n\n${mail(attached(gz))}`,
      'piece some of 2 that a mail was sent in: it may break off',
    ],
  ])('%s', async (_, text, repair) => {
    expect(await told(text)).toEqual([`${found}; ${repair}`]);
  });

  it.each([
    ['Postfix', 998, '\r\n '],
    ['Sendmail', 989, '!\r\n '],
    ['another', 998, '\r\n'],
    ['one that counts more with it', 1002, '\r\n'],
    ['one that counts less', 970, '\r\n '],
  ])('lines that %s broke, in the middle of a name', async (_, length, end) => {
    const text = `<feedback>${'<record></record>'.repeat(200)}</feedback>`;
    const broken = [...text.matchAll(new RegExp(`.{1,${length}}`, 'g'))].map(([line]) => line).join(end);
    expect(await told(mail(part('Content-Type: text/xml', broken)))).toEqual([
      `stdin › part 1 = ${text.length} characters; lines that a mail server broke at its limit are joined again`,
    ]);
    // Lines of that length which nobody broke stay as they are.
    const own = `<feedback>${' '.repeat(length)}\n<record/>\n</feedback>`;
    expect(await told(mail(part('Content-Type: text/xml', own)))).toEqual([
      `stdin › part 1 = ${own.length} characters`,
    ]);
  });

  it('quoted-printable that is not declared', async () => {
    const text = '<?xml version=3D"1.0"?>=\n<feedback/>';
    expect(await told(mail(part('Content-Type: text/xml', text)))).toEqual([
      `stdin › part 1 = <?xml version="1.0"?>${XML}; quoted-printable, but not declared so`,
    ]);
  });

  it('packed data whose line feeds became line ends in quoted-printable', async () => {
    const withLineFeeds = gzipSync(XML, { level: 0 });
    withLineFeeds[4] = 0x0a; // the time, which nobody checks
    const quoted = Array.from(withLineFeeds, (byte) =>
      byte === 0x0a ? '\n' : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    ).join('');
    const text = mail(
      part(`Content-Type: application/gzip; name=x.xml.gz\nContent-Transfer-Encoding: quoted-printable`, quoted),
    );
    expect(await told(text)).toEqual([`stdin › x.xml.gz = ${XML}`]);
    expect(await told(text.replaceAll('\n', '\r\n'))).toEqual([
      `stdin › x.xml.gz = ${XML}; packed data with line breaks in quoted-printable: taken for line feeds`,
    ]);
  });

  it('a report that somebody pasted into a page', async () => {
    const shown = '&lt;feedback&gt;<br>\n&lt;org_name&gt;A &amp;amp; B&lt;/org_name&gt;&lt;/feedback&gt;';
    const page = `<html><head><title>x</title></head><body><p>See:</p><pre>${shown}</pre></body></html>`;
    const [line] = await told(mail(part('Content-Type: text/html', page)));
    expect(line).toMatch(/^stdin › part 1 = /);
    expect(line).toContain('<org_name>A &amp; B</org_name></feedback>');
    expect(line).toMatch(/; written into an HTML page: its text is read$/);
  });

  it('a Content-Type too many', async () => {
    expect(await told(mail(WORDS, attached(gz)).replace(MIXED, `Content-Type: text/plain\n${MIXED}`))).toEqual([found]);
  });

  it('the half of a Macintosh file that holds no content, which is passed over', async () => {
    const fork = attached(Buffer.from('000516070002', 'hex'), `${NAME}.xml.gz`, 'application/applefile');
    expect(await told(mail(fork, attached(gz)))).toEqual([found]);
  });

  it('gzip data as they are, declared base64 and declared binary', async () => {
    const text = mail(attached(gz)).replace(`${base64(gz)}\n`, '\0');
    const [before, after] = text.split('\0');
    const raw = (declared: string): Buffer =>
      Buffer.concat([Buffer.from((before ?? '').replace('base64', declared)), gz, Buffer.from(`\n${after}`)]);
    expect(await told(raw('base64'))).toEqual([`${found}; declared base64, but not encoded`]);
    expect(await told(raw('binary'))).toEqual([found]);
  });
});

describe('mails lie', () => {
  const inner = mail(attached(gz));

  it('in mails', async () => {
    const forwarded = (text: string): string =>
      `${TOP}Content-Type: multipart/mixed; boundary=f\n\n--f\nContent-Type: text/plain\n\nfyi\n--f\nContent-Type: message/rfc822\n\n${text}\n--f--\n`;
    expect(await told(forwarded(inner))).toEqual([`stdin › part 2 › ${NAME}.xml.gz = ${XML}`]);
    const twice = forwarded(forwarded(inner).replaceAll('--f', '--g').replace('=f', '=g'));
    expect(await told(twice)).toEqual([`stdin › part 2 › part 2 › ${NAME}.xml.gz = ${XML}`]);
    const encoded = `${TOP}Content-Type: message/rfc822; name=fwd.eml\nContent-Transfer-Encoding: base64\n\n${base64(inner)}`;
    expect(await told(encoded)).toEqual([`stdin › fwd.eml › ${NAME}.xml.gz = ${XML}`]);
    const digest = `${TOP}Content-Type: multipart/digest; boundary=d\n\n--d\n\n${inner}\n--d\n\n${inner}\n--d--\n`;
    expect(await told(digest)).toEqual([1, 2].map((at) => `stdin › part ${at} › ${NAME}.xml.gz = ${XML}`));
  });

  it('in archives, and archives in them', async () => {
    const zip = zipOf({ 'mails/a.eml': inner, 'b.txt': gzipSync(inner) });
    expect(await told(mail(attached(zip, 'mails.zip', 'application/zip')))).toEqual([
      `stdin › mails.zip › mails/a.eml › ${NAME}.xml.gz = ${XML}`,
      `stdin › mails.zip › b.txt › ${NAME}.xml.gz = ${XML}`,
    ]);
  });
});

describe('what is no report in a mail', () => {
  it('is one line for the mail: it is passed over', async () => {
    const html = part('Content-Type: text/html', '<!doctype html><p>hello');
    expect(await told(mail(WORDS, html))).toEqual(['stdin – a mail without a report']);
    expect(
      await told(
        mail(WORDS, attached(zipOf({ 'a.jpg': '\xFF\xD8\xFF', 'b.txt': 'words' }), 'photos.zip', 'application/zip')),
      ),
    ).toEqual(['stdin – a mail without a report']);
    expect(await told(mail(attached(Buffer.from('<invoice/>'), 'invoice.xml', 'text/xml')))).toEqual([
      'stdin – a mail without a report',
    ]);
    expect(await told(`${TOP}Content-Type: message/rfc822\n\n${mail(WORDS)}`)).toEqual([
      'stdin – a mail without a report',
    ]);
    expect(await told(`${TOP}Content-Type: application/pkcs7-mime\n\nx`)).toEqual(['stdin – an encrypted mail']);
  });

  it('is no report that comes back to whoever sent it', async () => {
    const bounce = `${TOP}Content-Type: multipart/report; report-type=delivery-status; boundary=r\n\n--r\n\nnot delivered\n--r\nContent-Type: message/delivery-status\n\nAction: failed\n--r\nContent-Type: message/rfc822\n\n${mail(attached(gz))}\n--r--\n`;
    expect(await told(bounce)).toEqual(['stdin – a bounce']);
  });

  it('is a failure where it says that it is one', async () => {
    const png = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');
    expect(await told(mail(attached(png)))).toEqual([`stdin › ${NAME}.xml.gz: no report: looks like a PNG image`]);
    expect(await told(mail(attached(zipOf({ 'readme.txt': 'words' }), `${NAME}.zip`, 'application/zip')))).toEqual([
      `stdin › ${NAME}.zip: no report in it`,
    ]);
    expect(await told(mail(attached(Buffer.from([0, 1, 2, 3]), 'x.gz')))).toEqual([
      'stdin › x.gz: no report: looks like binary data',
    ]);
    expect(
      await told(mail(attached(Buffer.from('7z\xBC\xAF\x27\x1C', 'latin1'), 'x.xml.7z', 'application/octet-stream'))),
    ).toEqual([
      'stdin › x.xml.7z: a 7-Zip archive: unpack it first with `7z x` (gzip, bzip2, xz, zip, zstd and tar are unpacked here)',
    ]);
    expect(await told(mail(attached(gz.subarray(0, 12))))).toEqual([
      `stdin › ${NAME}.xml.gz = <; broken: compressed data are cut off`,
    ]);
  });
});

describe('a part that is too long to be held', () => {
  const long = `<feedback>${'<record></record>\n'.repeat(80_000)}</feedback>`;

  it('says as well that the boundary behind it is missing', async () => {
    expect(long.length).toBeGreaterThan(1024 * 1024);
    const text = mail(part('Content-Type: text/xml', long)).replace('--b1--\n', '');
    expect(await told(text)).toEqual([
      expect.stringMatching(/^stdin › part 1 = \d+ characters; the boundary that closes the mail’s parts is missing$/),
    ]);
  });
});

it('what was wrong with a part is told of each report in the archive that it was', async () => {
  const archive = zipOf({ 'a.xml': XML, 'b.xml': XML });
  const text = mail(part('Content-Type: application/zip; name=x.zip', base64(archive)));
  expect(await told(text)).toEqual(
    ['a', 'b'].map((name) => `stdin › x.zip › ${name}.xml = ${XML}; base64, but not declared so`),
  );
});

describe('limits', () => {
  it('stop a header that never ends', async () => {
    expect(await told(`${TOP}X: ${'x'.repeat(300_000)}`)).toEqual(['stdin: a header of more than 256 kiB, the limit']);
    expect(await told(`${TOP}${'X: y\n'.repeat(60_000)}`)).toEqual(['stdin: a header of more than 256 kiB, the limit']);
  });

  it('stop too many parts, and what came before counts', async () => {
    expect(await told(mail(attached(gz), '--b1\n\n'.repeat(1000)))).toEqual([
      found,
      'stdin: more than 1000 parts, the limit; the rest is not read',
    ]);
  });

  it('stop multiparts in multiparts and mails in mails', async () => {
    const open = Array.from(
      { length: 60 },
      (_, at) => `--m${at}\nContent-Type: multipart/mixed; boundary=m${at + 1}\n\n`,
    );
    expect(await told(`${TOP}Content-Type: multipart/mixed; boundary=m0\n\n${open.join('')}`)).toEqual([
      'stdin: multiparts nested more than 50 deep, the limit',
    ]);
    let text = mail(attached(gz));
    for (let depth = 0; depth < 9; depth += 1) text = `${TOP}Content-Type: message/rfc822; name=m\n\n${text}`;
    expect(await told(text)).toEqual([
      `stdin${' › m'.repeat(9)}: archives and mails nested more than 8 deep, the limit`,
    ]);
  });
});

it('a large attachment comes in pieces, the same as a small one', async () => {
  const text = `<feedback>${Array.from({ length: 200_000 }, (_, at) => at * 7919).join(' ')}</feedback>`;
  const large = mail(WORDS, attached(Buffer.from(text), `${NAME}.xml`, 'text/xml'), attached(gz));
  expect(await told(large)).toEqual([`stdin › ${NAME}.xml = ${text.length} characters`, found]);
  const forwarded = `${TOP}Content-Type: message/rfc822; name=m\n\n${large}`;
  expect(await told(forwarded)).toEqual([
    `stdin › m › ${NAME}.xml = ${text.length} characters`,
    `stdin › m › ${NAME}.xml.gz = ${XML}`,
  ]);
});

function uuencoded(bytes: Uint8Array): string {
  const char = (bits: number): string => String.fromCharCode((bits & 0x3f) === 0 ? 0x60 : (bits & 0x3f) + 0x20);
  let text = '';
  for (let at = 0; at < bytes.length; at += 45) {
    const line = bytes.subarray(at, at + 45);
    text += char(line.length);
    for (let from = 0; from < line.length; from += 3) {
      const [a = 0, b = 0, c = 0] = line.subarray(from, from + 3);
      const bits = (a << 16) | (b << 8) | c;
      text += char(bits >> 18) + char(bits >> 12) + char(bits >> 6) + char(bits);
    }
    text += '\n';
  }
  return text;
}
