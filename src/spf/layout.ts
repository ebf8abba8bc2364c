import type { Network } from '../protocols/network.ts';
import type { Qualifier } from '../protocols/spf.ts';
import { networkTerm, sign } from './address-terms.ts';
import { ownerOf, type ReadRecord } from './own-records.ts';

/** A stretch of a record: a term as it stands, or addresses that may be moved to a record of their own. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'addresses'; readonly networks: readonly Network[]; readonly qualifier: Qualifier };

/** Texts of records, by name. */
export interface PlannedRecord {
  /** Owner name, without the final dot. */
  readonly name: string;
  readonly text: string;
}
export interface LaidOut {
  /** The record itself. */
  readonly main: PlannedRecord;
  /** Records it includes for the addresses that do not fit. */
  readonly parts: readonly PlannedRecord[];
}

/** RFC 7208 §3.4: a name and all texts at it should stay below this, so that an answer fits into 512 octets. */
export const SAFE_OCTETS = 450;

/**
 * The pieces as one record, or, where that is too long for one small answer, with the addresses in records `_spf1.domain`,
 * `_spf2.domain` … that it includes. Each costs a lookup, so they are filled up one after the other.
 */
export function laidOut(
  record: ReadRecord,
  pieces: readonly Piece[],
  modifiers: readonly string[],
  avoid: ReadonlySet<string>,
  domain: string,
): LaidOut {
  const name = ownerOf(record);
  const textOf = (terms: readonly string[]): string => ['v=spf1', ...terms, ...modifiers].join(' ');
  const whole = textOf(pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.text] : termsOf(piece))));
  const others = record.published.filter(({ kind }) => kind !== 'spf');
  const room = SAFE_OCTETS - name.length - others.reduce((sum, { text }) => sum + text.length, 0);
  if (whole.length <= room) return { main: { name, text: whole }, parts: [] };

  const parts: PlannedRecord[] = [];
  const names = partNames(domain, avoid);
  const split = textOf(
    pieces.flatMap((piece) => {
      if (piece.kind === 'text') return [piece.text];
      const filled = partsOf(piece.networks, names);
      parts.push(...filled);
      return filled.map((part) => `${sign(piece.qualifier)}include:${part.name}`);
    }),
  );
  // Where other records at the name take up the room, more records of our own would only cost lookups.
  const helps = split.length <= room || whole.length + name.length > SAFE_OCTETS;
  return helps && parts.length > 0
    ? { main: { name, text: split }, parts }
    : { main: { name, text: whole }, parts: [] };
}

const termsOf = ({ networks, qualifier }: Extract<Piece, { kind: 'addresses' }>): string[] =>
  networks.map((network) => networkTerm(network, qualifier));

function partsOf(networks: readonly Network[], names: Iterator<string, never>): PlannedRecord[] {
  const parts: PlannedRecord[] = [];
  let name = '';
  let terms: string[] = [];
  let octets = 0;
  // What an included record says of everybody else, is no matter (RFC 7208 §5.2).
  const close = (): void =>
    void (terms.length > 0 && parts.push({ name, text: ['v=spf1', ...terms, '-all'].join(' ') }));
  for (const network of networks) {
    const term = networkTerm(network);
    if (name === '' || octets + term.length + 1 > SAFE_OCTETS) {
      close();
      name = names.next().value;
      terms = [];
      octets = name.length + 'v=spf1 -all'.length;
    }
    terms.push(term);
    octets += term.length + 1;
  }
  close();
  return parts;
}

/** `_spf1.example.com`, `_spf2.example.com` … */
function* partNames(domain: string, avoid: ReadonlySet<string>): Generator<string, never> {
  for (let number = 1; ; number++) {
    const name = `_spf${number}.${domain}`;
    if (!avoid.has(name)) yield name;
  }
}
