import { bufferOf, textIn } from '../../mail/charset.ts';
import { decodedWords } from '../../mail/encoded-words.ts';
import { fieldValue, type MailField } from '../../mail/header.ts';
import type { ContentType, PartHead } from '../../mail/part.ts';
import { createMailReader, type MailPiece } from '../../mail/reader.ts';
import type { TransferDecoder } from '../../mail/transfer-decoder.ts';
import { transferDecoder } from '../../mail/transfer.ts';
import { MAIL_BYTES, PART_BYTES, PARTS_KEPT } from './limits.ts';

/** A mail as far as it may tell of another one: texts decoded and capped, attachments by name only. */
export interface MailContents extends ContentType {
  /** Its header, unfolded and decoded; names in lower case. */
  readonly fields: readonly MailField[];
  readonly parts: readonly MailPart[];
}
export interface MailPart extends Pick<PartHead, 'type' | 'parameters' | 'name' | 'around' | 'place'> {
  /** Without its transfer encoding; empty where it is neither a text nor a message. */
  readonly bytes: Uint8Array;
  /** The same as text, its lines ended by LF. */
  readonly text: string;
}

/** Takes a mail apart as its bytes come in, and holds no more of it than the limits allow. */
export function contentsReader(): { push(bytes: Uint8Array): void; end(): MailContents } {
  const reader = createMailReader();
  const parts: MailPart[] = [];
  let header: { fields: readonly MailField[]; type: ContentType } | undefined;
  let open: { head: PartHead; decode: TransferDecoder; kept: Uint8Array[]; length: number } | undefined;
  let total = 0;

  const keep = (bytes: Uint8Array): void => {
    if (open === undefined || open.length >= PART_BYTES || total >= MAIL_BYTES || bytes.length === 0) return;
    const piece = new Uint8Array(bytes.subarray(0, Math.min(PART_BYTES - open.length, MAIL_BYTES - total)));
    open.kept.push(piece);
    open.length += piece.length;
    total += piece.length;
  };
  const close = (): void => {
    if (open === undefined) return;
    keep(open.decode(new Uint8Array(0), true));
    parts.push(partOf(open.head, Buffer.concat(open.kept)));
    open = undefined;
  };
  const take = (piece: MailPiece): void => {
    if (piece.kind === 'header') {
      const fields = piece.fields.map(({ name, value }) => ({ name, value: decodedWords(value) }));
      header = { fields, type: { type: piece.type, parameters: piece.parameters } };
    } else if (piece.kind === 'part') {
      close();
      const { head } = piece;
      if (parts.length < PARTS_KEPT)
        open = { head, decode: transferDecoder(head.encoding), kept: [], length: isTold(head) ? 0 : PART_BYTES };
    } else if (piece.kind === 'bytes') {
      if (open !== undefined && open.length < PART_BYTES) keep(open.decode(piece.bytes, false));
    } else close();
  };

  return {
    push: (bytes) => reader.push(bytes).forEach(take),
    end() {
      reader.end().forEach(take);
      close();
      return { fields: header?.fields ?? [], ...(header?.type ?? NO_TYPE), parts };
    },
  };
}

/** A part whose content is at hand, without its transfer encoding. */
export function partOf({ type, parameters, name, around, place }: PartHead, bytes: Uint8Array): MailPart {
  const text = plainLines(textIn(bytes, parameters.get('charset')));
  return { type, parameters, around, place, bytes, text, ...(name === undefined ? {} : { name }) };
}

const NO_TYPE: ContentType = { type: 'text/plain', parameters: new Map() };

/** Whether a part is read by people, or by such programs as this. */
export const isTold = ({ type, name = '' }: PartHead): boolean =>
  /^(?:text|message)\//.test(type) || /\.(?:eml|txt|dsn)$/i.test(name);

const plainLines = (text: string): string => text.replaceAll(/\r{1,8}\n|\r/g, '\n').replaceAll('\u{FEFF}', '');

/** A mail at hand. */
export function contentsOf(bytes: Uint8Array): MailContents {
  const reader = contentsReader();
  reader.push(bufferOf(bytes));
  return reader.end();
}

/** The value of the first field of this name; undefined where it is empty. */
export function headerOf(mail: Pick<MailContents, 'fields'>, name: string): string | undefined {
  const value = fieldValue(mail.fields, name)?.trim();
  return value === '' ? undefined : value;
}
