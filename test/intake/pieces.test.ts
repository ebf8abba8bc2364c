import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documents } from '../../src/intake/documents.ts';
import { lineOf, told } from './told.ts';

const XML = '<feedback/>';
/** What does not pack: pieces from the middle hold nothing but base64. */
const LONG = `<feedback><!--${Array.from({ length: 400 }, (_, index) => (index * 2_654_435_761) % 99_991).join(' ')}--></feedback>`;
const base64 = (text: string): string => gzipSync(text).toString('base64').replaceAll(/.{76}/g, '$&\n');
const whole = (text: string): string =>
  `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/gzip; name=a.gz\nContent-Transfer-Encoding: base64\n\n${base64(text)}\n--b--\n`;

/** The mail in so many pieces (RFC 2046 §5.2.2), only the last of which tells how many there are. */
function piecesOf(mail: string, total: number, id = 'x@y'): string[] {
  const lines = mail.split('\n');
  const each = Math.ceil(lines.length / total);
  return Array.from({ length: total }, (_, index) => {
    const body = lines.slice(index * each, (index + 1) * each).join('\n');
    const last = index === total - 1 ? `; total=${total}` : '\n';
    return `From: a@b.example\nContent-Type: message/partial; id="${id}"; number=${index + 1}${last.trimEnd()}\n\n${body}${index === total - 1 ? '' : '\n'}`;
  });
}
const mbox = (mails: readonly string[]): string =>
  mails.map((one) => `From a@b.example Wed Sep 23 03:11:01 2026\n${one}${one.endsWith('\n') ? '' : '\n'}\n`).join('');

describe('a mail that was sent in several pieces', () => {
  it('is put together, in whatever order they come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 7 }), fc.integer(), async (total, seed) => {
        const order = piecesOf(whole(LONG), total).map((piece, index) => [(seed * (index + 3)) % 11, piece] as const);
        const sorted = order.toSorted(([a], [b]) => a - b).map(([, piece]) => piece);
        const [only, ...rest] = await told(mbox(sorted));
        expect(rest).toEqual([]);
        expect(only).toMatch(
          new RegExp(`^stdin › message \\d › a\\.gz = ${LONG.length} characters; put together from ${total} pieces`),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('keeps what the header of its first piece says', async () => {
    const arf =
      'Subject: x\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: auth-failure\nSource-IP: 192.0.2.1\n\n--b--\n';
    expect(await told(mbox(piecesOf(arf, 2)))).toEqual([
      'stdin › message 1 feedback; put together from 2 pieces, with stdin › message 2',
    ]);
  });

  it('is read as far as it goes, and what is missing is told', async () => {
    const [first = '', second = '', third = ''] = piecesOf(whole(LONG), 3);
    expect(await told(mbox([first, third]))).toEqual([
      expect.stringMatching(/^stdin › message 1 › a\.gz = \d+ characters; put together from 1 piece;.*broken: /),
      'stdin › message 1: of a mail that was sent in 3 pieces, piece 2 is missing',
    ]);
    expect((await told(mbox([first, second]))).at(-1)).toBe(
      'stdin › message 1: of a mail that was sent in several pieces, what follows piece 2 is missing',
    );
    expect(await told(mbox([second, third]))).toEqual([
      'stdin › message 1: of a mail that was sent in 3 pieces, piece 1 is missing',
    ]);
    expect(await told(third)).toEqual(['stdin: of a mail that was sent in 3 pieces, pieces 1, 2 are missing']);
  });

  it('counts once where a piece came twice, before or after the others', async () => {
    const [first = '', second = ''] = piecesOf(whole(XML), 2);
    expect(await told(mbox([first, first, second, second]))).toEqual([
      'stdin › message 2 – a piece of a mail that came before',
      `stdin › message 1 › a.gz = ${XML}; put together from 2 pieces, with stdin › message 3`,
      'stdin › message 4 – a piece of a mail that came before',
    ]);
  });

  it('costs no more memory than the limit, and what is not kept is told', async () => {
    const [first = '', second = ''] = piecesOf(whole(LONG), 2);
    const [refused, left] = await told(mbox([first, second]), { limits: { heldArchiveBytes: first.length + 100 } });
    expect(refused).toMatch(/^stdin › message 2: a piece of a mail: more than .* of such pieces, the limit$/);
    expect(left).toMatch(/a\.gz/);
  });

  it('may unpack to as much as all its pieces allow, which may lie in files of their own', async () => {
    const [first = '', ...others] = piecesOf(whole(LONG), 7);
    const folder = mkdtempSync(join(tmpdir(), 'pieces-'));
    const paths = [first, mbox(others)].map((text, at) => {
      const path = join(folder, `${at}.eml`);
      writeFileSync(path, text);
      return path;
    });
    const lines: string[] = [];
    for await (const item of documents(paths, { limits: { ratioFrom: 0, ratio: 3 } })) lines.push(await lineOf(item));
    rmSync(folder, { recursive: true });
    expect(lines).toEqual([
      expect.stringMatching(/0\.eml › a\.gz = \d+ characters; put together from 7 pieces, [^;]*$/),
    ]);
  });

  it('may be a piece of another, and no deeper than the limit', async () => {
    let mail = whole(XML);
    for (let depth = 0; depth < 3; depth += 1) mail = piecesOf(mail, 1, `${depth}@y`)[0] ?? '';
    expect((await told(mail))[0]).toMatch(/a\.gz = <feedback\/>/);
    expect(await told(mail, { limits: { nesting: 2 } })).toEqual([
      'stdin: archives and mails nested more than 2 deep, the limit',
    ]);
  });

  it('of two mails are told apart by what they are called', async () => {
    const [one, two] = [piecesOf(whole(XML), 2, '1@y'), piecesOf(whole(LONG), 2, '2@y')];
    const lines = await told(mbox([one[0] ?? '', two[0] ?? '', two[1] ?? '', one[1] ?? '']));
    expect(lines.map((line) => line.slice(0, line.indexOf(';')))).toEqual([
      `stdin › message 2 › a.gz = ${LONG.length} characters`,
      `stdin › message 1 › a.gz = ${XML}`,
    ]);
  });
});
