import { visible } from '../core/readable.ts';
import type { ContentType } from '../mail/part.ts';
import type { MailField } from '../mail/header.ts';
import type { MailSection } from '../mail/sections.ts';
import { transferDecoder } from '../mail/transfer.ts';
import { byteReader, oneChunk } from './byte-reader.ts';
import { type IntakeItem, failedInput } from './document.ts';
import type { JoinedMail } from './pieces.ts';
import { type Place, deeper } from './place.ts';

/** What a mail's header says of it as a piece of one that was sent in several (RFC 2046 §5.2.2). */
interface PieceHeader {
  readonly fields: readonly MailField[];
  readonly id: string;
  readonly number: number;
  readonly total: number | undefined;
}

/** Undefined for any other mail, and for a piece that does not say which one of what it is. */
export function pieceHeader({ type, parameters }: ContentType, fields: readonly MailField[]): PieceHeader | undefined {
  if (type !== 'message/partial') return undefined;
  const id = parameters.get('id');
  const number = counted(parameters.get('number'));
  return id === undefined || id === '' || number === undefined
    ? undefined
    : { fields, id, number, total: counted(parameters.get('total')) };
}

const counted = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;

/** Keeps a piece; the documents of the mail where it was the last one. */
export async function* keptPiece(
  { fields, ...piece }: PieceHeader,
  { head, content }: MailSection,
  place: Place,
): AsyncGenerator<IntakeItem> {
  const { heldArchiveBytes } = place.budget.limits;
  // What it says, and not what it looks like: a piece from the middle may be nothing but base64 of the mail's own.
  const decode = transferDecoder(head.encoding);
  const chunks = content instanceof Uint8Array ? oneChunk(content) : content;
  const bytes = decode(await byteReader(chunks).take(heldArchiveBytes + 1), true);
  const { path } = place;
  const kept = place.pieces.add({ ...piece, header: fields, content: bytes, path, where: place });
  if (kept === 'kept') return;
  if (kept === 'known') yield { kind: 'passed-over', path, what: 'a piece of a mail that came before' };
  else if ('fault' in kept) yield failedInput(path, kept.fault);
  else yield* joinedMail(kept);
}

/** All documents in a mail that was put together. It costs what its pieces were, and no file of theirs alone. */
export const joinedMail = ({ mail, path, where, condition }: JoinedMail<Place>): AsyncGenerator<IntakeItem> =>
  where.unpack.mail(mail, {
    ...deeper(where),
    path,
    condition,
    budget: { limits: where.budget.limits, packed: mail.length, unpacked: 0 },
  });

/** A piece that does not say which one it is, is read for what it holds. */
export const namelessPiece = ({ type, parameters }: ContentType): string | undefined =>
  type === 'message/partial'
    ? `piece ${visible(parameters.get('number') ?? 'some')} of ${visible(parameters.get('total') ?? 'several')} that a mail was sent in: it may break off`
    : undefined;
