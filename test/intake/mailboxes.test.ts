import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documents } from '../../src/intake/documents.ts';
import { lineOf, told } from './told.ts';

const mail = (id: number, end = ''): string =>
  `From: a@b.example\nSubject: ${id}\n\n<feedback>${id}</feedback>\n${end}`;
const FROM = 'From a@b.example Mon Jan  1 00:00:00 2024\n';
const message = (id: number): string => `stdin › message ${id} = <feedback>${id}</feedback>\n`;

describe('an mbox', () => {
  it.each<readonly [string, string]>([
    ['is read message by message', `${FROM}${mail(1, '\n')}${FROM}${mail(2, '\n')}`],
    ['may have CRLF', `${FROM}${mail(1, '\n')}${FROM}${mail(2, '\n')}`.replaceAll('\n', '\r\n')],
    ['may have odd dates', `From - 2024-01-01T00:00:00Z\n${mail(1, '\n')}From MAILER-DAEMON\n${mail(2, '\n')}`],
    ['may have senders without dates', `From x@y.example\n${mail(1, '\n')}From x@y.example\n${mail(2, '\n')}`],
    [
      'may have remote names and zones',
      `From a b@c Mon, 1 Jan 2024 00:00:00 +0100 (CET) remote from x\n${mail(1, '\n')}${FROM}${mail(2)}`,
    ],
    ['may lack the blank lines between', `${FROM}${mail(1)}${FROM}${mail(2)}`],
    ['may stand behind a byte order mark', `\uFEFF${FROM}${mail(1, '\n')}${FROM}${mail(2, '\n')}`],
    ['may be empty at its end', `${FROM}${mail(1, '\n\n\n')}${FROM}${mail(2, '\n\n\n')}`],
  ])('%s', async (_, text) => {
    const lines = await told(text);
    expect(lines.map((line) => line.trim().replaceAll('\r', ''))).toEqual([1, 2].map((id) => message(id).trim()));
  });

  it('may be packed', async () => {
    expect(await told(gzipSync(`${FROM}${mail(1)}`))).toEqual([message(1)]);
  });

  it('keeps a `From ` in a text, which begins no message, and undoes the quoting of one', async () => {
    const text = `${FROM}From: a@b.example\n\n\nFrom here on, it is different.\nFrom 2024 to 2025 nothing: happened\n\nFrom now 10:00\nand so on\n>From x\n>>From y\n<feedback/>\n`;
    expect(await told(text)).toEqual([expect.stringMatching(/^stdin › message 1 = \d+ characters$/)]);
    const [only] = await told(`${FROM}From: a@b.example\n\n<feedback>\n>From x\n>>From y\n`);
    expect(only).toBe('stdin › message 1 = <feedback>\nFrom x\n>From y\n');
  });

  it('of a mixed mailbox gives every kind, and each mail is accounted for', async () => {
    const feedback = `From: a@b.example\nContent-Type: multipart/report; report-type=feedback-report; boundary=f\n\n--f\nContent-Type: message/feedback-report\n\nFeedback-Type: auth-failure\n\n--f--\n\n`;
    const tls = `From: a@b.example\nContent-Type: application/tlsrpt+json\n\n{"organization-name":"x"}\n\n`;
    const words = 'From: a@b.example\n\nhello\n\n';
    expect(await told([words, mail(2, '\n'), tls, feedback, words].map((text) => FROM + text).join(''))).toEqual([
      'stdin › message 1 – a mail without a report',
      message(2),
      'stdin › message 3 = {"organization-name":"x"}\n',
      'stdin › message 4 feedback',
      'stdin › message 5 – a mail without a report',
    ]);
  });

  it('of any size is read in pieces, wherever they end', async () => {
    const many = Array.from(
      { length: 3000 },
      (_, at) => `${FROM}X-Padding: ${'x'.repeat(at % 97)}\n${mail(at + 1, '\n')}`,
    ).join('');
    expect(many.length).toBeGreaterThan(250_000);
    const lines = await told(many);
    expect(lines).toHaveLength(3000);
    expect(lines.every((line, at) => line.trim() === message(at + 1).trim())).toBe(true);
  });

  it('may hold a message that is too large to be held', async () => {
    const rows = Array.from({ length: 200_000 }, (_, at) => `<x>${at}</x>\n`).join('');
    const text = `From: a@b.example\n\n<feedback>${rows}</feedback>\n`;
    expect(await told(`${FROM}${text}\n${FROM}${mail(2)}`)).toEqual([
      `stdin › message 1 = ${text.length - 19} characters`,
      message(2),
    ]);
  });
});

describe('a Maildir', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'intake-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const taken = async (path = ''): Promise<string[]> => {
    const lines: string[] = [];
    for await (const item of documents([join(folder, path)]))
      lines.push((await lineOf(item)).replace(`${folder}/`, '').trim());
    return lines;
  };

  it('is read without what is still being delivered, and without what servers keep in it', async () => {
    for (const place of ['', '.Reports/']) {
      put(`${place}cur/1700000000.M1P2.host:2,S`, mail(1));
      put(`${place}new/1700000001.M1P2.host`, mail(2));
      put(`${place}tmp/1700000002.M1P2.host`, 'From: a@b.exa');
      put(`${place}dovecot.index.log`, '\x01\x02\0');
      put(`${place}dovecot-uidlist`, '3 V1 N1');
      put(`${place}maildirfolder`, '');
    }
    expect(await taken()).toEqual(
      ['.Reports/', ''].flatMap((place) => [
        `${place}cur/1700000000.M1P2.host:2,S = <feedback>1</feedback>`,
        `${place}new/1700000001.M1P2.host = <feedback>2</feedback>`,
      ]),
    );
  });

  it('is one only with all three of its folders', async () => {
    put('tmp/1', mail(1));
    put('new/2', mail(2));
    expect(await taken()).toEqual(['new/2 = <feedback>2</feedback>', 'tmp/1 = <feedback>1</feedback>']);
  });
});
