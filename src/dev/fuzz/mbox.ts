import { createMboxReader, type MboxPiece } from '../../mail/mbox.ts';
import { MAIL_WORDS, MBOXES } from '../fuzzing/mails.ts';
import { cut, fuzzTarget } from '../fuzzing/target.ts';

/** Mailboxes taken apart into messages (RFC 4155). */
export default fuzzTarget({
  seeds: () => MBOXES,
  tokens: [...MAIL_WORDS, 'From ', '>From ', '\nFrom a@b Mon Jan  1 10:00:00 2024\n', 'From -\n'],
  run: (bytes) => read([bytes]),
  inPieces: (bytes, length) => read(cut(bytes, length)),
});

function read(pieces: readonly Buffer[]): unknown {
  const reader = createMboxReader();
  const messages: Buffer[][] = [];
  const take = (piece: MboxPiece): void => {
    if (piece.kind === 'message') messages.push([]);
    if (piece.kind === 'bytes') messages.at(-1)?.push(Buffer.from(piece.bytes));
  };
  for (const piece of pieces) for (const one of reader.push(piece)) take(one);
  for (const one of reader.end()) take(one);
  return messages.map((one) => Buffer.concat(one));
}
