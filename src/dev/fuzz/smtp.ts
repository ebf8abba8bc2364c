import { replyReader } from '../../net/smtp/replies.ts';
import { cut, fuzzTarget, octets } from '../fuzzing/target.ts';

/** What an SMTP server says (RFC 5321 §4.2). */
export default fuzzTarget({
  seeds: () => [
    '220 mx.example ESMTP\r\n250-mx.example\r\n250-SIZE 1000\r\n250 STARTTLS\r\n',
    '421 4.3.2 busy\r\n',
    '250-a\n250-b\n250 c\n',
  ],
  tokens: ['250-', '250 ', '\r\n', '220', '-', '5', '\r', 'STARTTLS', '\x1B[2J', '\xFF'],
  run: (bytes) => read([octets(bytes)]),
  inPieces: (bytes, length) => read(cut(octets(bytes), length)),
});

function read(pieces: readonly string[]): unknown {
  const reader = replyReader();
  const found: unknown[] = [];
  for (const piece of pieces) {
    reader.take(piece);
    for (let reply = reader.next(); reply !== undefined; reply = reader.next()) {
      found.push(reply);
      if (reply.kind === 'no-reply') return found;
    }
  }
  return found;
}
