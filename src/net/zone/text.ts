import type { Place } from '../../core/facts.ts';
import type { RecordType, Rr } from '../net.ts';
import type { Rdata } from './rdata-text.ts';

/** Something wrong, or worth knowing, in a file of records. */
export interface FileProblem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** A sentence without full stop. */
  readonly message: string;
}

/**
 * An RRset that exists, or may exist, although the text does not give its data. Nobody may take it for absent (law 7).
 * - `alias`: ALIAS, ANAME and the like, whose addresses only their server knows
 * - `dname`: everything below the name is elsewhere (RFC 6672); redirections by DNAME are not followed here
 * - `server`: what the provider adds to a zone by itself: SOA, name servers, keys
 * - `unreadable`: the line of a record could not be read
 */
export interface Opaque {
  readonly kind: 'alias' | 'dname' | 'server' | 'unreadable';
  readonly name: string;
  /** The types that cannot be answered at the name; empty for `dname`. */
  readonly types: readonly RecordType[];
  readonly place: Place;
  /** For `unreadable`, what completes "plan.json line 3 …": `could not be read` where it is not said. */
  readonly why?: string;
}

/** Something that stands in the DNS today and will not stand there any more. */
export interface Removed {
  readonly name: string;
  readonly type: RecordType;
  /** The one record that goes; the whole RRset where it is not said. */
  readonly data?: Rdata;
  readonly place: Place;
}

/** What a text of records says: the same for a master file, octoDNS YAML, a Terraform plan and DNSControl. */
export interface ZoneText {
  readonly records: readonly Rr[];
  /** Every owner that exists, also those that only own records of types nobody here asks for. */
  readonly names: readonly string[];
  /** Owners of SOA records. For octoDNS, where the SOA is the server's affair, the zone itself. */
  readonly apexes: readonly string[];
  /** Every $ORIGIN, and the given origin where a relative name made use of it. */
  readonly origins: readonly string[];
  readonly opaque: readonly Opaque[];
  readonly removed?: readonly Removed[];
  /** RRsets of which it gives single records: what else stands there stays. */
  readonly partial?: readonly { readonly name: string; readonly type: RecordType }[];
  /** It gives only what it changes or manages: of anything else under its names it says nothing. */
  readonly piecemeal?: boolean;
  /** How many records of types nobody here asks for were passed over. */
  readonly skipped: number;
  readonly problems: readonly FileProblem[];
  /** Worth knowing, nothing wrong: an assumed TTL. */
  readonly notes: readonly FileProblem[];
  /** Files taken in by $INCLUDE. */
  readonly included: readonly string[];
}

// A binary file has a problem on every line; nobody reads more than this, and memory stays bounded.
const MOST_PROBLEMS = 1000;

export interface ProblemList {
  readonly all: FileProblem[];
  add(file: string, line: number, message: string): void;
  /** The list, with a last line counting what was left out. */
  closed(): readonly FileProblem[];
}

/** Collects problems up to a limit, and counts the others. */
export function problemList(): ProblemList {
  const all: FileProblem[] = [];
  let unlisted = 0;
  return {
    all,
    add(file, line, message) {
      if (all.length < MOST_PROBLEMS) all.push({ file, line, message });
      else unlisted += 1;
    },
    closed() {
      const last = all.at(-1);
      if (unlisted === 0 || last === undefined) return all;
      return [...all, { file: last.file, line: last.line, message: `${unlisted} further problems are not listed` }];
    },
  };
}
