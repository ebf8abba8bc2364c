import type { Parsed } from '../../core/facts.ts';
import type { Correctable, Tag, TagListCode } from '../tag-list.ts';
import type { ReportUri, UriCode } from '../uri.ts';

/** What a domain asks receivers to do with mail that fails (RFC 9989 §4.7 p), weakest first. */
export const DMARC_POLICIES = ['none', 'quarantine', 'reject'] as const;
export type DmarcPolicy = (typeof DMARC_POLICIES)[number];

/** Relaxed or strict identifier alignment (RFC 9989 §4.7 adkim, aspf). */
export type AlignmentMode = 'r' | 's';

/** When to send failure reports (RFC 9989 §4.7 fo). */
export type FailureOption = '0' | '1' | 'd' | 's';

/** Tags of RFC 9989 §4.7, and those of RFC 7489 that are gone since (App. C.5.2). */
export const DMARC_TAGS = ['v', 'p', 'sp', 'np', 'adkim', 'aspf', 'fo', 'rua', 'ruf', 'psd', 't'] as const;
export const HISTORIC_DMARC_TAGS = ['pct', 'rf', 'ri'] as const;
export type DmarcTag = (typeof DMARC_TAGS)[number] | (typeof HISTORIC_DMARC_TAGS)[number];

/** A tag that means nothing to DMARC; receivers ignore it (RFC 9989 §4.7). */
export interface UnknownDmarcTag extends Tag {
  /** The tag that was probably meant. */
  readonly suggestion?: DmarcTag;
}

/**
 * A DMARC policy record. Tags that are missing or invalid hold their default (RFC 9989 §4.8), or are absent where
 * there is none; `given` tells the two apart.
 */
export interface DmarcRecord {
  /** The text that was parsed. */
  readonly text: string;
  /** Whether it starts with `v=DMARC1`, so that it counts as a DMARC policy record at all. */
  readonly version: boolean;
  /** As published, in order. */
  readonly tags: readonly Tag[];
  readonly p?: DmarcPolicy;
  readonly sp?: DmarcPolicy;
  readonly np?: DmarcPolicy;
  readonly adkim: AlignmentMode;
  readonly aspf: AlignmentMode;
  readonly fo: readonly FailureOption[];
  readonly rua: readonly ReportUri[];
  readonly ruf: readonly ReportUri[];
  readonly psd: 'y' | 'n' | 'u';
  /** `t=y`. */
  readonly testing: boolean;
  /** Historic: percentage of failing mail the policy asks for, 0–100 (RFC 7489 §6.3). */
  readonly pct?: number;
  /** Historic: format of failure reports. */
  readonly rf?: readonly string[];
  /** Historic: seconds between aggregate reports. */
  readonly ri?: number;
  readonly unknown: readonly UnknownDmarcTag[];
  /** Known tags that are there, whatever they say. */
  readonly given: readonly DmarcTag[];
  /** Known tags that are there and have no valid value. */
  readonly invalid: readonly DmarcTag[];
}

export type DmarcCode =
  | TagListCode
  | UriCode
  /** The text does not start with `v=DMARC1`: receivers do not take it for a DMARC record. */
  | 'version'
  /**
   * `P=reject`: names are case-sensitive in the syntax that RFC 9989 §4.7 takes from RFC 6376 §3.2, `v` excepted, which
   * is a string of its ABNF; in RFC 7489 §6.4 all names were such strings. Most receivers read both, and so is it here.
   */
  | 'tag-case'
  /** A tag no standard knows; with a typing mistake, `replacement` holds the tag meant. */
  | 'unknown-tag'
  /** `pct`, `rf`, `ri`: gone since RFC 9989; receivers that have not moved on may honour them. */
  | 'historic-tag'
  /** No `p`: reads as `p=none` where there is a `rua`, else the record does not apply (RFC 9989 §4.10.1). */
  | 'missing-policy'
  /** A `p`, `sp` or `np` that is not none, quarantine or reject: the same as no `p` (RFC 9989 §4.10.1). */
  | 'invalid-policy'
  /** Another tag with a value it cannot have; its default holds. */
  | 'invalid-value'
  | 'empty-value'
  /** `p` stands behind other tags: legal since RFC 9989, not before (RFC 7489 §6.4). */
  | 'late-policy'
  /** `fo` with `0` and `1` at once, or with an option twice. */
  | 'fo-conflict'
  /** `fo` is ignored without `ruf`. */
  | 'fo-without-ruf';

export type DmarcProblem = Correctable<DmarcCode>;

export type ParsedDmarc = Parsed<DmarcRecord, DmarcCode> & { readonly problems: readonly DmarcProblem[] };
