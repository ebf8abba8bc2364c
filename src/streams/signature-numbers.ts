import type { DmarcRecord } from '../reports/aggregate/row.ts';
import { pairNumbers } from './pair-numbers.ts';
import { overrideWords } from './signature.ts';

/** What a word begins, in the lowest two bits beside its number. */
const DKIM = 1;
const SPF = 2;
const OVERRIDES = 3;

/**
 * Gives rows that authenticated alike the same number, and no others: whole, 0 or more, but not one after the other.
 * A row is a way through a tree, word by word; its number is that of the place it comes to. No text is put together, and
 * the memory follows distinct words and places.
 */
export function signatureNumbers(): (record: DmarcRecord) => number {
  const words = new Map<string, number>();
  const places = pairNumbers();
  const wordOf = (text: string): number => {
    const known = words.get(text);
    if (known !== undefined) return known;
    const number = words.size * 4;
    words.set(text, number);
    return number;
  };
  return (record) => {
    const { dkimAligned, spfAligned } = record;
    let place = places.of(wordOf(record.headerFrom), 3 * truth(dkimAligned) + truth(spfAligned));
    const step = (second: number): void => {
      // Places are told from words, which the first step starts from, by their sign.
      place = places.of(~place, second);
    };
    step(wordOf(record.envelopeFrom ?? ''));
    step(wordOf(record.disposition ?? ''));
    for (const { domain, selector = '', result } of record.dkim) {
      step(wordOf(domain) + DKIM);
      step(wordOf(selector));
      step(wordOf(result));
    }
    for (const { domain, scope = '', result } of record.spf) {
      step(wordOf(domain) + SPF);
      step(wordOf(scope));
      step(wordOf(result));
    }
    if (record.overrides.length > 0) for (const word of overrideWords(record)) step(wordOf(word) + OVERRIDES);
    return place;
  };
}

const truth = (value: boolean | undefined): number => (value === undefined ? 0 : value ? 1 : 2);

/** Signatures remembered at a time. */
const RECENT = 4096;

/**
 * Remembers the signatures of rows by the lists in them: the reader hands out the same lists again for records that say the same,
 * and then nothing needs to be compared.
 */
export function recentSignatures(): {
  find(record: DmarcRecord): number | undefined;
  add(record: DmarcRecord, signature: number): void;
} {
  const byList = new Map<object, { readonly record: DmarcRecord; readonly signature: number }>();
  const listOf = ({ dkim, spf }: DmarcRecord): object | undefined =>
    spf.length > 0 ? spf : dkim.length > 0 ? dkim : undefined;
  return {
    find(record) {
      const list = listOf(record);
      const known = list === undefined ? undefined : byList.get(list);
      return known !== undefined && saysTheSame(known.record, record) ? known.signature : undefined;
    },
    add(record, signature) {
      const list = listOf(record);
      if (list === undefined) return;
      if (byList.size >= RECENT) byList.clear();
      byList.set(list, { record, signature });
    },
  };
}

/** Whether two records say the same of how they authenticated; what they share is shared by the reader. */
export const saysTheSame = (a: DmarcRecord, b: DmarcRecord): boolean =>
  a.dkim === b.dkim &&
  a.spf === b.spf &&
  a.overrides === b.overrides &&
  a.headerFrom === b.headerFrom &&
  a.envelopeFrom === b.envelopeFrom &&
  a.disposition === b.disposition &&
  a.dkimAligned === b.dkimAligned &&
  a.spfAligned === b.spfAligned;
