import type { Place, Span } from '../core/facts.ts';
import type { RecordType } from '../net/net.ts';
import type { LookAlike, ParsedSpf, SpfTerm } from '../protocols/spf.ts';
import type { Count } from './count.ts';

/** A question to the DNS. */
export interface Question {
  /** Lower case, without the final dot. */
  readonly name: string;
  readonly type: RecordType;
}

/** A question nobody answered: what it would have said is unknown, never "not there". */
export interface FailedQuestion extends Question {
  readonly reason: string;
  /** Where the question came from: `example.com → include:_spf.example.net`. */
  readonly path: string;
}

/** A question of a term that found nothing (RFC 7208 §4.6.4). */
export interface VoidLookup extends Question {
  readonly status: 'nxdomain' | 'nodata';
  /** The clients it counts for: `a` and `mx` ask for A for IPv4 clients and for AAAA for IPv6 clients (§5). */
  readonly clients: readonly (4 | 6)[];
  /** The address of an MX host: some receivers count it, others only count a term's first question. */
  readonly ofMxHost: boolean;
}

/** One TXT record as published. */
export interface PublishedText {
  /** The strings joined without anything between them (§3.3). */
  readonly text: string;
  /** The character-strings as published: octet strings of at most 255. */
  readonly strings: readonly string[];
  /** `spf`: a record by §4.5; `look-alike`: meant to be one, but receivers ignore it. */
  readonly kind: 'spf' | 'look-alike' | 'other';
  /** Why it is only a look-alike. */
  readonly lookAlike?: LookAlike;
  readonly place?: Place;
}

/** A name with addresses that an `a` or `mx` term authorises. */
export interface Host {
  readonly name: string;
  /** MX preference. */
  readonly preference?: number;
  readonly ipv4: Addresses;
  readonly ipv6: Addresses;
}
export type Addresses =
  | { readonly state: 'found'; readonly addresses: readonly string[]; readonly via: readonly string[] }
  | { readonly state: 'nxdomain' | 'nodata' }
  | { readonly state: 'unknown'; readonly reason: string }
  /** Not asked: behind the tenth MX host, or beyond a cap. */
  | { readonly state: 'unasked' };

/** What the domain-spec of a term comes to, without knowing the message. */
export type Target =
  | { readonly state: 'constant'; readonly name: string }
  /** It depends on the message: `letters` are the macro letters that make it so. */
  | { readonly state: 'indeterminate'; readonly letters: readonly string[] }
  /** The name cannot be asked: an empty label, a label over 63 octets, or no dot (§4.8). */
  | { readonly state: 'unaskable'; readonly name: string };

/** What an explanation's name holds. */
export type ExplanationTexts =
  | { readonly state: 'found'; readonly texts: readonly string[] }
  | { readonly state: 'nxdomain' | 'nodata' }
  | { readonly state: 'unknown'; readonly reason: string };

/** A term in the tree, with what it costs. */
export interface TermNode {
  readonly term: SpfTerm;
  /** Index into the record's terms. */
  readonly index: number;
  readonly span: Span;
  /** False for what receivers never come to: behind `all`, `redirect` beside `all`. Costs nothing then. */
  readonly reachable: boolean;
  /** DNS-querying terms (§4.6.4): 1 for include, a, mx, ptr, exists, redirect, 1 more for `%{p}`; 0 otherwise. */
  readonly cost: number;
  /** Cost of this term and everything below it. */
  readonly branch: Count;
  /** All that was spent when this term and everything below it is done, in evaluation order over the whole tree. */
  readonly running: Count;
  /** Voids of the term's own questions; those below an include are at the child's terms. */
  readonly voids: readonly VoidLookup[];
  /** For terms with a domain, given or implied. */
  readonly target?: Target;
  /** The record below include or redirect, where the target is constant and the term reachable. */
  readonly child?: RecordNode;
  /**
   * For `a` and `mx` with a constant target: hosts in the order of evaluation. For `mx`, all of them, of which
   * receivers ask ten at most: an eleventh is a permerror (§4.6.4). Absent where the MX question itself failed.
   */
  readonly hosts?: readonly Host[];
  /** For `exists` with a constant target: whether there is an A record. */
  readonly exists?: Addresses;
  /** For `exp`, outside of includes, with a constant target. */
  readonly explanation?: ExplanationTexts;
}

/**
 * What stands at a domain that include, redirect or the tree's root points at:
 * - `record`: exactly one SPF record; with syntax errors it is `fatal`, a permerror, and walked as far as it is read
 * - `none`: no SPF record; `why` says whether the name exists at all and has TXT records
 * - `several`: more than one SPF record: permerror (§4.5)
 * - `failed`: could not find out
 * - `loop`: an ancestor on this very branch; `cycle` is `a`, `b`, `a`
 * - `cut`: not followed, a cap was reached
 */
export type RecordState =
  | { readonly state: 'record'; readonly parsed: ParsedSpf; readonly fatal: boolean; readonly text: PublishedText }
  | { readonly state: 'none'; readonly why: 'nxdomain' | 'nodata' | 'no-spf' }
  | { readonly state: 'several'; readonly texts: readonly PublishedText[] }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'loop'; readonly cycle: readonly string[] }
  | { readonly state: 'cut'; readonly cap: Cap };

/** What keeps an attacker's tree small: records read, depth, terms, terms whose hosts are asked for. */
export type Cap = 'records' | 'depth' | 'terms' | 'hosts';

export type RecordNode = RecordState & {
  /** The domain asked: lower case, without the final dot. */
  readonly domain: string;
  /** 0 at the root. */
  readonly depth: number;
  /** The CNAME chain that was followed to the texts. */
  readonly via: readonly string[];
  /** All TXT records at the domain, whatever they are. */
  readonly published: readonly PublishedText[];
  /** Octets of the whole TXT RRset on the wire: each record's owner compressed to 2, 10 of header, its strings. */
  readonly octets: number;
  /** Terms in order; empty where there is no single record. */
  readonly terms: readonly TermNode[];
  /** Sum over the terms. */
  readonly lookups: Count;
};

/** The whole SPF of a domain: all that can be known without a message. */
export interface SpfTree {
  readonly domain: string;
  readonly root: RecordNode;
  /** DNS-querying terms over the whole tree; receivers stop after 10 (§4.6.4). */
  readonly lookups: Count;
  /**
   * Void lookups over the whole tree, by the family of the client; receivers stop after 2 (§4.6.4).
   * `max` takes in MX hosts without address, which not all receivers count, and what depends on the message.
   */
  readonly voids: { readonly ipv4: Count; readonly ipv6: Count };
  /** Every question that failed. */
  readonly unknowns: readonly FailedQuestion[];
  /** Caps that were reached: the rest of the tree was not looked at. */
  readonly cut: readonly Cap[];
  /** How many records the tree has, the same one counted each time it is reached. */
  readonly records: number;
}
