import type { DmarcRecord, DmarcTag } from './record.ts';
import { dmarcLookalike } from './version.ts';
import { parseDmarc } from './parse.ts';
import { corrected, withoutTag as withoutTagOfList, withTag as withTagOfList } from '../tag-list-edit.ts';
import { printTagList } from '../tag-list.ts';

/** The record in its plain form: its tags as published, `v=DMARC1; p=none; rua=…`. */
export const printDmarc = (record: DmarcRecord): string => printTagList(record.tags);

/** What stands before a new tag: policies stay together at the front, where old receivers look for them. */
const AFTER: Partial<Record<DmarcTag, readonly DmarcTag[]>> = {
  p: ['v'],
  sp: ['v', 'p'],
  np: ['v', 'p', 'sp'],
};

/** The record with one tag set, and everything else as it stood; a tag given twice is left once. */
export const withTag = (text: string, tag: DmarcTag, value: string): string =>
  withTagOfList(text, tag, value, AFTER[tag] ?? []);

/** The record without a tag, and everything else as it stood. */
export const withoutTag = (text: string, tag: string): string => withoutTagOfList(text, tag);

/** Corrections can bring others to light: the tag behind a lost semicolon is only read once it is back. */
const ROUNDS = 3;

/**
 * The record as it was probably meant: it starts with `v=DMARC1`, and everything that has one obvious correction is
 * corrected; what has none stays as it is. Edit this, not a broken text.
 */
export function dmarcAsMeant(text: string): string {
  let record = dmarcLookalike(text)?.meant ?? text;
  for (let round = 0; round < ROUNDS; round++) {
    const better = corrected(record, parseDmarc(record).problems);
    if (better === record) break;
    record = better;
  }
  return record;
}
