import type { DmarcRecord } from '../reports/aggregate/row.ts';
import { saysTheSame } from '../streams/signature-numbers.ts';

/** Parts known at a time. Stops a period in which no two rows are alike from filling memory. */
const MOST = 4096;

/** Numbers what rows say but for their address and count, as far as they share it. */
export interface SharedParts {
  /** The number of a row's part, and whether it is given out for the first time, or anew for another part. */
  of(record: DmarcRecord): { readonly number: number; readonly isNew: boolean };
  /** Starts from 0. */
  forget(): void;
}

/** The reader hands out the same lists again for records that say the same, so that lists tell parts from each other. */
export function sharedParts(): SharedParts {
  const byList = new Map<object, { readonly record: DmarcRecord; readonly number: number }>();
  let next = 0;
  return {
    of(record) {
      const list = record.spf.length > 0 ? record.spf : record.dkim;
      const known = byList.get(list);
      if (known !== undefined && isSamePart(known.record, record)) return { number: known.number, isNew: false };
      if (next >= MOST) {
        byList.clear();
        next = 0;
      }
      const number = next;
      next += 1;
      byList.set(list, { record, number });
      return { number, isNew: true };
    },
    forget() {
      byList.clear();
      next = 0;
    },
  };
}

/** Streams do not ask to whom it went; rows are printed with it. */
const isSamePart = (a: DmarcRecord, b: DmarcRecord): boolean => saysTheSame(a, b) && a.envelopeTo === b.envelopeTo;
