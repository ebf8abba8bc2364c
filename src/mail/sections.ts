import type { MailField } from './header.ts';
import type { ContentType, PartHead } from './part.ts';
import { createMailReader } from './reader.ts';

/** A piece of a mail that holds content. */
export interface MailSection {
  readonly kind: 'section';
  readonly head: PartHead;
  /** In its transfer encoding: whole where it is small. Chunks must be read before the next section is asked for. */
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
  /** Complete once the content has been read. */
  readonly ending: { unclosed?: boolean };
}
export type MailItem =
  | MailSection
  | ({ readonly kind: 'header'; readonly fields: readonly MailField[] } & ContentType)
  | { readonly kind: 'limit'; readonly what: string };

/** A mail at hand. */
export function* sectionsOf(mail: Uint8Array): Generator<MailItem> {
  const reader = createMailReader();
  let head: PartHead | undefined;
  let content: Uint8Array[] = [];
  for (const piece of [...reader.push(mail), ...reader.end()]) {
    if (piece.kind === 'header' || piece.kind === 'limit') yield piece;
    else if (piece.kind === 'part') head = piece.head;
    else if (piece.kind === 'bytes') content.push(piece.bytes);
    else if (head !== undefined) {
      const [only = EMPTY] = content;
      const whole = content.length > 1 ? Buffer.concat(content) : only;
      yield { kind: 'section', head, content: whole, ending: { unclosed: piece.unclosed } };
      content = [];
    }
  }
}

const EMPTY = new Uint8Array(0);

/** A mail of any length: sections of up to `wholeBytes` come whole. */
export async function* sectionsFrom(chunks: AsyncIterable<Uint8Array>, wholeBytes: number): AsyncGenerator<MailItem> {
  const pieces = piecesFrom(chunks, createMailReader());
  for (let piece = await pieces.next(); piece !== undefined; piece = await pieces.next()) {
    if (piece.kind === 'header' || piece.kind === 'limit') yield piece;
    if (piece.kind !== 'part') continue;
    const ending: { unclosed?: boolean } = {};
    const stretch = stretchOf(async () => {
      const next = await pieces.next();
      if (next?.kind === 'bytes') return next.bytes;
      if (next?.kind === 'end') ending.unclosed = next.unclosed;
      if (next?.kind === 'limit') pieces.unread(next);
      return undefined;
    });
    yield { kind: 'section', head: piece.head, content: await stretch.content(wholeBytes), ending };
    await stretch.skip();
  }
}

/** What a reader that is handed chunks makes of a stream, one piece at a time. */
export function piecesFrom<Piece>(
  chunks: AsyncIterable<Uint8Array>,
  reader: { push(bytes: Uint8Array): readonly Piece[]; end(): readonly Piece[] },
): { next(): Promise<Piece | undefined>; unread(piece: Piece): void } {
  const iterator = chunks[Symbol.asyncIterator]();
  let ready: readonly Piece[] = [];
  let at = 0;
  let ended = false;
  return {
    async next() {
      while (at >= ready.length) {
        if (ended) return undefined;
        const step = await iterator.next();
        ended = step.done === true;
        ready = step.done === true ? reader.end() : reader.push(step.value);
        at = 0;
      }
      return ready[at++];
    },
    unread(piece) {
      ready = [piece, ...ready.slice(at)];
      at = 0;
    },
  };
}

/** A stretch of a stream, which ends where `next` gives nothing more. */
export function stretchOf(next: () => Promise<Uint8Array | undefined>): {
  /** All of it where that is at most `wholeBytes`; otherwise chunks. To be called once. */
  content(wholeBytes: number): Promise<Uint8Array | AsyncIterable<Uint8Array>>;
  /** Passes over what nobody read. */
  skip(): Promise<void>;
} {
  let ended = false;
  const taken = async (): Promise<Uint8Array | undefined> => {
    if (ended) return undefined;
    const bytes = await next();
    ended = bytes === undefined;
    return bytes;
  };
  return {
    async content(wholeBytes) {
      const held: Uint8Array[] = [];
      let length = 0;
      for (let bytes = await taken(); bytes !== undefined; bytes = await taken()) {
        held.push(Uint8Array.from(bytes)); // a copy: the chunk's buffer may be used again
        length += bytes.length;
        if (length > wholeBytes) return chunksOf(held, taken);
      }
      return Buffer.concat(held);
    },
    async skip() {
      while ((await taken()) !== undefined);
    },
  };
}

async function* chunksOf(held: Uint8Array[], next: () => Promise<Uint8Array | undefined>): AsyncGenerator<Uint8Array> {
  for (let bytes = held.shift(); bytes !== undefined; bytes = held.shift()) yield bytes;
  for (let bytes = await next(); bytes !== undefined; bytes = await next()) yield bytes;
}
