import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replyReader } from '../../../src/net/smtp/replies.ts';
import type { NoReply, SmtpReply } from '../../../src/net/smtp/replies.ts';

/** All replies of a text that comes in these pieces. */
function read(pieces: readonly string[]): (SmtpReply | NoReply)[] {
  const reader = replyReader();
  const replies: (SmtpReply | NoReply)[] = [];
  for (const piece of pieces) {
    reader.take(piece);
    for (let reply = reader.next(); reply; reply = reader.next()) {
      replies.push(reply);
      if (reply.kind === 'no-reply') return replies;
    }
  }
  return replies;
}

describe('a reply', () => {
  test.each<[string, string, SmtpReply[]]>([
    ['of one line', '220 mx ready\r\n', [{ kind: 'reply', code: 220, lines: ['mx ready'] }]],
    ['of many lines', '250-a\r\n250-\r\n250 c\r\n', [{ kind: 'reply', code: 250, lines: ['a', '', 'c'] }]],
    ['of a code alone', '250\r\n', [{ kind: 'reply', code: 250, lines: [''] }]],
    ['with a bare line feed', '250 a\n', [{ kind: 'reply', code: 250, lines: ['a'] }]],
    ['that is not all there', '250-a\r\n250 b', []],
    [
      'and another',
      '220 a\r\n250 b\r\n',
      [
        { kind: 'reply', code: 220, lines: ['a'] },
        { kind: 'reply', code: 250, lines: ['b'] },
      ],
    ],
  ])('%s', (_, text, replies) => {
    expect(read([text])).toEqual(replies);
  });

  test.each(['', '22 x', '1234', '199 x', '600 x', '220x', 'x220 ', '２２０ x'])('is not the line `%s`', (line) => {
    expect(read([`${line}\r\n`])).toMatchObject([
      { kind: 'no-reply', what: expect.stringContaining('not speak SMTP') },
    ]);
  });

  test('is the same, whatever pieces it comes in', () => {
    const line = fc.tuple(fc.constantFrom('220', '250', '554', 'x'), fc.constantFrom('-', ' ', ''), fc.string());
    const text = fc.array(line).map((lines) => lines.map((parts) => `${parts.join('')}\r\n`).join(''));
    const property = fc.property(text, fc.integer({ min: 1, max: 7 }), (whole, size) => {
      const pieces = whole.match(new RegExp(`.{1,${size}}`, 'gs')) ?? [];
      expect(read(pieces)).toEqual(read([whole]));
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('never makes the reader throw or hold more than it was given', () => {
    const property = fc.property(fc.array(fc.string({ unit: 'binary' })), (pieces) => {
      const reader = replyReader();
      for (const piece of pieces) {
        reader.take(piece);
        reader.next();
      }
      expect(reader.rest()).toBeLessThanOrEqual(pieces.join('').length);
    });
    fc.assert(property, { numRuns: 300 });
  });
});
