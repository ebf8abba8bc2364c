import type { Parsed, Problem } from '../../core/facts.ts';
import type { Network } from '../network.ts';
import type { MacroString } from './macro.ts';

/** A stretch of the record's text: offsets in octets, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export type Qualifier = '+' | '-' | '~' | '?';
export const MECHANISMS = ['all', 'include', 'a', 'mx', 'ptr', 'ip4', 'ip6', 'exists'] as const;
export type Mechanism = (typeof MECHANISMS)[number];

interface Term extends Stretch {
  /** As written, qualifier included. */
  readonly text: string;
}
interface Directive extends Term {
  /** `+` where none is written. */
  readonly qualifier: Qualifier;
  /** Whether the qualifier is written down. */
  readonly qualified: boolean;
}

/** A domain-spec (RFC 7208 §7.1) with its place in the record. */
export interface DomainSpec extends MacroString, Stretch {}

/** A prefix length as written: `/24` of `a/24//64`; `start` is at the slash. */
export interface PrefixLength extends Stretch {
  readonly length: number;
}

export interface AllTerm extends Directive {
  readonly kind: 'all';
}
export interface IncludeTerm extends Directive {
  readonly kind: 'include';
  readonly domain: DomainSpec;
}
export interface ExistsTerm extends Directive {
  readonly kind: 'exists';
  readonly domain: DomainSpec;
}
export interface PtrTerm extends Directive {
  readonly kind: 'ptr';
  /** Absent: the domain being checked. */
  readonly domain?: DomainSpec;
}
export interface HostTerm extends Directive {
  readonly kind: 'a' | 'mx';
  /** Absent: the domain being checked. */
  readonly domain?: DomainSpec;
  /** Absent: /32. */
  readonly v4Length?: PrefixLength;
  /** Absent: /128. */
  readonly v6Length?: PrefixLength;
}
export interface NetworkTerm extends Directive {
  readonly kind: 'ip4' | 'ip6';
  /** The address with its host bits cleared, and the prefix length. */
  readonly network: Network;
  /** The address as written, without the prefix length. */
  readonly address: Stretch & { readonly text: string };
  /** Absent: /32 or /128. */
  readonly prefix?: PrefixLength;
}
export interface DomainModifier extends Term {
  readonly kind: 'redirect' | 'exp';
  readonly domain: DomainSpec;
}
/** A modifier no standard knows; receivers ignore it (RFC 7208 §6). */
export interface UnknownModifier extends Term {
  readonly kind: 'unknown-modifier';
  /** As written. */
  readonly name: string;
  readonly value: MacroString & Stretch;
}
/** What cannot be read as a term. The problems say why; the whole record is a permerror. */
export interface InvalidTerm extends Term {
  readonly kind: 'invalid';
  /** The mechanism or modifier it is meant to be, lower case, as far as that can be told. */
  readonly name: string;
}

export type MechanismTerm = AllTerm | IncludeTerm | ExistsTerm | PtrTerm | HostTerm | NetworkTerm;
export type ModifierTerm = DomainModifier | UnknownModifier;
export type SpfTerm = MechanismTerm | ModifierTerm | InvalidTerm;

export interface SpfRecord {
  /** The text that was parsed: an octet string, the TXT strings joined without anything between them (§3.3). */
  readonly text: string;
  /** The version section as written: `v=spf1`; empty where there is none. */
  readonly version: string;
  /** All terms in order. */
  readonly terms: readonly SpfTerm[];
}

/** Wrong so that receivers answer permerror to the whole record (§4.6), wherever it stands. */
export const FATAL_CODES = [
  /** The text does not start with `v=spf1` and a blank or the end: not an SPF record at all (§4.5). */
  'version',
  /** A mechanism that does not exist; with a typo, `replacement` holds the word meant. */
  'unknown-mechanism',
  /** Neither a mechanism nor a modifier: `-`, `=x`, `,`. */
  'malformed-term',
  /** include, exists, redirect, exp, or a colon, without a domain. */
  'missing-domain',
  /** The domain does not end in a top label or a macro: `a:localhost`, `include:192.0.2.1` (§7.1). */
  'bad-domain',
  'bad-macro',
  /** A prefix length that is empty, too large, has a leading zero, or is no number. */
  'bad-cidr',
  'bad-address',
  /** `ip4:` without anything behind it. */
  'missing-address',
  /** `192.0.02.1`: readers disagree whether that is octal. */
  'leading-zero',
  /** `ip4:` with an IPv6 address, `ip6:` with an IPv4 address. */
  'wrong-family',
  /** `all:x`, `all/24`, `ptr/24`, `include/24`. */
  'unexpected-argument',
  /** `include: example.com`, `ip4:192.0.2.0 /24`, `- all`. */
  'blank-inside',
  /** `ip4:192.0.2.1-all`. */
  'missing-blank',
  /** Control characters, tabs, typographic quotes and dashes, anything beyond ASCII. */
  'bad-character',
  /** Quotes that belong to a zone file or a web form. */
  'stray-quote',
  /** `,` or `;` between or behind terms. */
  'stray-punctuation',
  /** `redirect:x`, `exp:x`. */
  'wrong-separator',
  /** `-redirect=x`: modifiers take no qualifier. */
  'qualified-modifier',
  'duplicate-redirect',
  'duplicate-exp',
] as const;

/** Odd, but receivers evaluate the record all the same. */
export const ODD_CODES = [
  /** `v=SPF1`: an SPF record by the grammar's rules on case (RFC 5234 §2.3), but some readers want small letters. */
  'version-case',
  /** `ip4:192.0.2.7/24`: bits set behind the prefix. */
  'host-bits',
  /** A mechanism behind `all` is never looked at (§5.1). */
  'after-all',
  /** `redirect` is ignored where there is an `all` (§6.1). */
  'redirect-with-all',
  /** A modifier no standard knows: ignored (§6). */
  'unknown-modifier',
  /** `include=x`, `ip4=x`: reads as an unknown modifier, so the mechanism meant is not there. */
  'mechanism-as-modifier',
  /** A second `v=spf1` in the middle: reads as an unknown modifier; two records were pasted together. */
  'repeated-version',
  /** `redirect` or `exp` before a mechanism; they should come last (§6). */
  'modifier-not-last',
  /** A domain with a final dot (§7.3: should not be published). */
  'trailing-dot',
  /** The same term twice in the record. */
  'duplicate-term',
  /** `ip6:::ffff:192.0.2.1`: IPv4-mapped clients are compared as IPv4 (§5), so it never matches. */
  'mapped-address',
  /** A domain that cannot be asked: an empty label, a label over 63 octets, more than 253 octets (§4.8: undefined). */
  'unaskable-domain',
  /** Valid by the grammar, but no host name: `include:http://example.com`, `include:a.example~all`. */
  'suspicious-domain',
] as const;

export type SpfCode = (typeof FATAL_CODES)[number] | (typeof ODD_CODES)[number];

export interface SpfProblem extends Problem<SpfCode> {
  /** Receivers answer permerror. */
  readonly fatal: boolean;
  /** What to put in the place of `start`–`end`, where it is clear what was meant; may be empty. */
  readonly replacement?: string;
  /** Index into `terms`, where it is about one of them. */
  readonly term?: number;
}

export interface ParsedSpf extends Parsed<SpfRecord, SpfCode> {
  readonly problems: readonly SpfProblem[];
}
