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
