import type { Place } from '../core/facts.ts';
import { recordText } from '../core/record-text.ts';
import type { Answer, Dns, Failure } from '../net/net.ts';
import {
  dmarcLookalike,
  isDmarcVersion,
  parseDmarc,
  type DmarcLookalike,
  type ParsedDmarc,
} from '../protocols/dmarc.ts';

/** One TXT record found at a `_dmarc` name. */
export interface DmarcText {
  /** The strings joined without anything between them (RFC 9989 §4.5): an octet string. */
  readonly text: string;
  readonly strings: readonly string[];
  readonly place?: Place;
  /**
   * Why receivers take no notice of it (RFC 9989 §4.10 steps 2 and 6): it does not start with `v=DMARC1`, or it is one
   * of several that do. Absent: it is the DMARC policy record of its name.
   */
  readonly discarded?: 'version' | 'several';
  /** The record, where it starts with `v=DMARC1`. */
  readonly parsed?: ParsedDmarc;
  /** Where it does not, and was meant to. */
  readonly lookalike?: DmarcLookalike;
}

/** What DNS says at `_dmarc.<domain>`. */
export interface DmarcAnswer {
  /** The domain whose policy it would be. */
  readonly domain: string;
  /** The name asked: `_dmarc.example.com`. */
  readonly name: string;
  readonly status: Answer['status'];
  /** Why there is no answer, where `status` is `failed`. */
  readonly reason?: string;
  /** How that came about. */
  readonly failure?: Failure;
  /** The CNAME chain that was followed. */
  readonly via: readonly string[];
  /** Every TXT record there, in the answer's order. */
  readonly texts: readonly DmarcText[];
  /** The one that is left when all others are discarded. */
  readonly record?: PolicyRecord;
}

/** A text that is the DMARC policy record of its name. */
export type PolicyRecord = DmarcText & { readonly parsed: ParsedDmarc };

export const dmarcName = (domain: string): string => (domain === '' ? '_dmarc' : `_dmarc.${domain}`);

/** Asks for the DMARC policy records of one domain. */
export const askDmarc = async (domain: string, net: Dns): Promise<DmarcAnswer> =>
  dmarcAnswer(domain, await net.resolve(dmarcName(domain), 'TXT'));

/** Sorts the answer to a `_dmarc` question (RFC 9989 §4.10 steps 2 and 6). */
export function dmarcAnswer(domain: string, answer: Answer<'TXT'>): DmarcAnswer {
  const base = { domain, name: dmarcName(domain), status: answer.status };
  if (answer.status === 'failed')
    return { ...base, reason: answer.reason, failure: answer.failure, via: [], texts: [] };
  if (answer.status !== 'ok') return { ...base, via: answer.via, texts: [] };

  const published = answer.records.map((record) => ({
    text: recordText(record),
    strings: record.strings,
    ...(record.place === undefined ? {} : { place: record.place }),
  }));
  const several = published.filter(({ text }) => isDmarcVersion(text)).length > 1;
  const texts = published.map((one): DmarcText => {
    if (isDmarcVersion(one.text)) {
      return { ...one, parsed: parseDmarc(one.text), ...(several ? { discarded: 'several' } : {}) };
    }
    const lookalike = dmarcLookalike(one.text);
    return { ...one, discarded: 'version', ...(lookalike === undefined ? {} : { lookalike }) };
  });
  const record = texts.find((text): text is PolicyRecord => text.discarded === undefined);
  return { ...base, via: answer.via, texts, ...(record === undefined ? {} : { record }) };
}

/** Whether several DMARC records stand at the name, so that all are discarded. */
export const hasSeveral = ({ texts }: DmarcAnswer): boolean => texts.some(({ discarded }) => discarded === 'several');
