import type { StreamClass } from '../streams/stream.ts';

/** How much a stream sent in one of two periods. */
export interface StreamLevel {
  readonly class: StreamClass;
  readonly messages: number;
  readonly pass: number;
  /** Messages a day, over the days anything was reported on: periods differ in length. */
  readonly perDay: number;
}

/** Addresses that send for a stream and did not before. */
export interface NewSources {
  readonly count: number;
  readonly messages: number;
  /** Those with most messages first. */
  readonly largest: readonly { readonly ip: string; readonly messages: number }[];
}

/** A stream that is not what it was. */
export interface StreamChange {
  readonly id: string;
  readonly name: string;
  readonly headerFrom: string;
  /** As in `Stream`. */
  readonly provider?: string;
  /** Its id in the earlier period, where that was another. */
  readonly formerly?: string;
  readonly kind: 'new' | 'vanished' | 'changed';
  /** Absent where the stream is new. */
  readonly before?: StreamLevel;
  /** Absent where it has vanished. */
  readonly after?: StreamLevel;
  /** Addresses it did not send from before. */
  readonly newSources: NewSources;
  /** Selectors of the From domain's organisation whose signatures pass now and did not stand in any that passed before. */
  readonly newSelectors: readonly string[];
}

export interface PolicyChange {
  readonly domain: string;
  /** `p`, `sp`, `adkim` … */
  readonly tag: string;
  readonly before?: string;
  readonly after?: string;
}

/** What is new since an earlier period. */
export interface Comparison {
  readonly period: { readonly begin: number; readonly end: number };
  readonly reports: number;
  readonly messages: number;
  readonly pass: number;
  readonly perDay: number;
  /** Of the period that is reported on. */
  readonly perDayNow: number;
  /** Reports that came more than once within the earlier period. */
  readonly duplicates: number;
  /** Reports that lie in both; they count in the period that is reported on, and in no other. */
  readonly inBoth: number;
  /** Largest first. */
  readonly streams: readonly StreamChange[];
  readonly policies: readonly PolicyChange[];
}
