import { plural } from '../core/format.ts';
import type { MailField } from '../mail/header.ts';
import type { Condition } from './document.ts';
import { type IntakeLimits, size } from './limits.ts';

/** Pieces kept in all. Stops a mailbox of millions of pieces, none of which has company. */
const KEPT = 10_000;
/** Characters of an identifier that are looked at: a line of a mail has no more (RFC 5322 §2.1.1). */
const ID_LENGTH = 998;
/** Numbers, and names of files, that a note tells. */
const TOLD = 5;

/** One piece of a mail that was sent in several (RFC 2046 §5.2.2). */
export interface Piece<Where> {
  readonly id: string;
  /** From 1. */
  readonly number: number;
  /** Only the last piece has to tell it. */
  readonly total: number | undefined;
  readonly header: readonly MailField[];
  readonly content: Uint8Array;
  readonly path: string;
  readonly where: Where;
}

/** A mail put together, or as much of its beginning as there is. */
export interface JoinedMail<Where> {
  readonly kind: 'joined';
  readonly mail: Uint8Array;
  readonly path: string;
  readonly where: Where;
  readonly condition: Condition;
}
export interface LostMail {
  readonly kind: 'lost';
  readonly path: string;
  readonly error: string;
}

/** Keeps pieces until all of one mail have come, whatever files and mailboxes they lie in. */
export interface Pieces<Where> {
  /** The whole mail where this was its last piece; `kept` where others are still to come, `known` where it came before. */
  add(piece: Piece<Where>): JoinedMail<Where> | 'kept' | 'known' | { readonly fault: string };
  /** What no piece will complete any more. */
  left(): Generator<JoinedMail<Where> | LostMail>;
}

export function createPieces<Where>({ heldArchiveBytes }: Pick<IntakeLimits, 'heldArchiveBytes'>): Pieces<Where> {
  const mails = new Map<string, Map<number, Piece<Where>>>();
  /** Mails that are whole already: a copy of a piece that comes late is not missing the others. */
  const whole = new Set<string>();
  let bytes = 0;
  let count = 0;

  return {
    add(piece) {
      const id = piece.id.slice(0, ID_LENGTH);
      const { number, content } = piece;
      const pieces = mails.get(id) ?? new Map<number, Piece<Where>>();
      if (whole.has(id) || pieces.has(number)) return 'known';
      if (bytes + content.length > heldArchiveBytes)
        return { fault: `a piece of a mail: more than ${size(heldArchiveBytes)} of such pieces, the limit` };
      if (count >= KEPT) return { fault: `a piece of a mail: more than ${KEPT} of such pieces, the limit` };
      bytes += content.length;
      count += 1;
      mails.set(id, pieces.set(number, piece));
      const total = totalOf(pieces);
      if (total === undefined || missingOf(pieces, total).length > 0) return 'kept';
      mails.delete(id);
      whole.add(id);
      for (const one of pieces.values()) bytes -= one.content.length;
      return joined(pieces, total);
    },
    *left() {
      for (const pieces of mails.values()) {
        const total = totalOf(pieces);
        const fault = missingText(pieces, total);
        const [first] = pieces.values();
        const beginning = missingOf(pieces, Math.max(...pieces.keys()))[0] ?? pieces.size + 1;
        if (pieces.has(1)) yield joined(pieces, beginning - 1, fault);
        else if (first !== undefined) yield { kind: 'lost', path: first.path, error: fault };
      }
      mails.clear();
    },
  };
}

const totalOf = (pieces: ReadonlyMap<number, Piece<unknown>>): number | undefined =>
  [...pieces.values()].find(({ total }) => total !== undefined)?.total;

/** At most a few more than are told: a number of two thousand million stands in one line. */
function missingOf(pieces: ReadonlyMap<number, unknown>, total: number): number[] {
  const missing: number[] = [];
  for (let number = 1; number <= total && missing.length <= TOLD; number += 1)
    if (!pieces.has(number)) missing.push(number);
  return missing;
}

function missingText(pieces: ReadonlyMap<number, Piece<unknown>>, total: number | undefined): string {
  const most = Math.max(...pieces.keys());
  const missing = missingOf(pieces, total ?? most);
  const named = missing.slice(0, TOLD).join(', ');
  const rest = missing.length > TOLD ? ' and more' : '';
  const known = missing.length === 0 ? [] : [`${missing.length === 1 ? 'piece' : 'pieces'} ${named}${rest}`];
  const last = total === undefined ? [`what follows piece ${most}`] : [];
  const verb = known.length + last.length > 1 || missing.length > 1 ? 'are' : 'is';
  return `of a mail that was sent in ${total ?? 'several'} pieces, ${[...known, ...last].join(' and ')} ${verb} missing`;
}

/** Fields that the mail has from within its first piece; all others are those of the piece itself (§5.2.2.1). */
const INNER = /^(?:content-.*|subject|message-id|encrypted|mime-version)$/;

function joined<Where>(pieces: ReadonlyMap<number, Piece<Where>>, total: number, broken?: string): JoinedMail<Where> {
  const parts = Array.from({ length: total }, (_, index) => pieces.get(index + 1)).filter((one) => one !== undefined);
  const first = pieces.get(1) as Piece<Where>;
  const fields = first.header.filter(({ name }) => !INNER.test(name)).map(({ name, value }) => `${name}: ${value}\r\n`);
  const others = parts.slice(1).map(({ path }) => path);
  const named = [...others.slice(0, TOLD), ...(others.length > TOLD ? [`${others.length - TOLD} more`] : [])];
  const what = `put together from ${plural(parts.length, 'piece')}${named.length > 0 ? `, with ${named.join(', ')}` : ''}`;
  return {
    kind: 'joined',
    mail: Buffer.concat([Buffer.from(fields.join('')), ...parts.map(({ content }) => content)]),
    path: first.path,
    where: first.where,
    condition: { repairs: [{ what }], ...(broken === undefined ? {} : { broken }) },
  };
}
