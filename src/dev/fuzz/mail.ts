import { encodingOf } from '../../intake/part-encoding.ts';
import { createMailReader, type MailPiece } from '../../mail/reader.ts';
import { transferDecoder } from '../../mail/transfer.ts';
import { MAIL_WORDS, MAILS } from '../fuzzing/mails.ts';
import { cut, fuzzTarget } from '../fuzzing/target.ts';

/** Mails taken apart (RFC 5322, RFC 2045), and their parts decoded. */
export default fuzzTarget({
  seeds: () => MAILS,
  tokens: MAIL_WORDS,
  run: (bytes) => read([bytes]),
  inPieces: (bytes, length) => read(cut(bytes, length)),
});

function read(pieces: readonly Buffer[]): unknown {
  const reader = createMailReader();
  const found: unknown[] = [];
  let content: Buffer[] = [];
  let head: Extract<MailPiece, { kind: 'part' }>['head'] | undefined;
  const take = (piece: MailPiece): void => {
    if (piece.kind === 'bytes') content.push(Buffer.from(piece.bytes));
    else if (piece.kind === 'part') ({ head } = piece);
    if (piece.kind !== 'bytes') found.push(piece);
    if (piece.kind !== 'end' && piece.kind !== 'limit') return;
    const whole = Buffer.concat(content);
    content = [];
    const { encoding } = encodingOf(head?.encoding ?? 'identity', whole);
    const decoded = Buffer.from(transferDecoder(encoding)(whole, true)).toString('latin1');
    // Blanks in front of text beside the parts are left out where a piece holds nothing else.
    found.push(head?.place === 'beside' ? decoded.trimStart() : decoded);
  };
  for (const piece of pieces) for (const one of reader.push(piece)) take(one);
  for (const one of reader.end()) take(one);
  return found;
}
