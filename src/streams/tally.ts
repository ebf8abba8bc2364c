import type { DmarcRecord, ReportHead } from '../reports/aggregate/row.ts';
import { newDayCounts, type TakeDay } from './day-counts.ts';
import { pairNumbers } from './pair-numbers.ts';
import { newReportTallies, type ReportTallies } from './report-tallies.ts';
import { recentSignatures, signatureNumbers } from './signature-numbers.ts';
import { signatureOf as authenticationOf, type Signature } from './signature.ts';
import { type Columns, columnsFor, grown } from './tally-columns.ts';

/** Messages that authenticated alike from one address. */
export interface Tally {
  /** What `add()` returned for its rows; counted from 0 in the order of `all()`. */
  readonly key: number;
  readonly signature: Signature;
  readonly sourceIp: string;
  /** Number of the address: addresses are counted from 0 in the order in which `all()` first names them. */
  readonly address: number;
  readonly messages: number;
  readonly records: number;
  /** Seconds since 1970: the earliest begin and the latest end of the reports it stands in. */
  readonly firstSeen: number;
  readonly lastSeen: number;
}

/** A period's traffic, counted. Its size follows distinct keys, never messages or reports. */
export interface Tallies extends Omit<ReportTallies, 'add'> {
  /** Counts a row and returns its key: an index into `all()`. */
  add(head: ReportHead, record: DmarcRecord): number;
  all(): Iterable<Tally>;
  get(key: number): Tally;
  /** One thing of a tally: whoever walks over hundreds of thousands of them need not have each made an object. */
  readonly signatureOf: (key: number) => Signature;
  readonly sourceIpOf: (key: number) => string;
  readonly addressOf: (key: number) => number;
  readonly messagesOf: (key: number) => number;
  size(): number;
  /** Distinct addresses. */
  addresses(): number;
  /** Messages per key and UTC day, see `dayOf`: each key's days in no order, a day perhaps in several parts. */
  eachDay(take: TakeDay): void;
}

const FIRST_ROOM = 1024;

export function newTallies(): Tallies {
  const signatures: Signature[] = [];
  const numbered = signatureNumbers();
  const recent = recentSignatures();
  const bySignature = new Map<number, number>();
  const addresses: string[] = [];
  const byAddress = new Map<string, number>();
  /** A key is the number of a signature and an address. */
  const keys = pairNumbers();
  const reports = newReportTallies();
  const dayCounts = newDayCounts();
  let columns: Columns = columnsFor(FIRST_ROOM);

  const signatureNumber = (record: DmarcRecord): number => {
    const alike = recent.find(record);
    if (alike !== undefined) return alike;
    const number = numbered(record);
    let index = bySignature.get(number);
    if (index === undefined) {
      index = signatures.push(authenticationOf(record)) - 1;
      bySignature.set(number, index);
    }
    recent.add(record, index);
    return index;
  };

  const numberOf = (sourceIp: string): number => {
    const present = byAddress.get(sourceIp);
    if (present !== undefined) return present;
    byAddress.set(sourceIp, addresses.length);
    return addresses.push(sourceIp) - 1;
  };

  const keyOf = (record: DmarcRecord): number => {
    const signature = signatureNumber(record);
    const address = numberOf(record.sourceIp);
    const known = keys.size();
    const key = keys.of(signature, address);
    if (key < known) return key;
    if (key >= columns.messages.length) columns = grown(columns);
    columns.signature[key] = signature;
    columns.address[key] = address;
    columns.first[key] = Number.POSITIVE_INFINITY;
    return key;
  };

  const signatureOf = (key: number): Signature => {
    const signature = key < keys.size() ? signatures[columns.signature[key] ?? 0] : undefined;
    if (signature === undefined) throw new RangeError(`no tally ${key}`);
    return signature;
  };
  const addressOf = (key: number): number => columns.address[key] ?? 0;
  const messagesOf = (key: number): number => columns.messages[key] ?? 0;

  const get = (key: number): Tally => {
    const address = addressOf(key);
    return {
      key,
      signature: signatureOf(key),
      sourceIp: addresses[address] ?? '',
      address,
      messages: messagesOf(key),
      records: columns.records[key] ?? 0,
      firstSeen: columns.first[key] ?? 0,
      lastSeen: columns.last[key] ?? 0,
    };
  };

  return {
    report: reports.report,
    add(head, record) {
      const key = keyOf(record);
      columns.messages[key] = (columns.messages[key] ?? 0) + record.count;
      columns.records[key] = (columns.records[key] ?? 0) + 1;
      columns.first[key] = Math.min(columns.first[key] ?? head.begin, head.begin);
      columns.last[key] = Math.max(columns.last[key] ?? head.end, head.end);
      dayCounts.add(key, reports.add(head, record.count), record.count);
      return key;
    },
    // By hand: a generator takes twice the time, and this is walked through several times.
    all: () => ({
      [Symbol.iterator]() {
        let key = -1;
        return {
          next(): IteratorResult<Tally, undefined> {
            key += 1;
            return key < keys.size() ? { done: false, value: get(key) } : { done: true, value: undefined };
          },
        };
      },
    }),
    get,
    signatureOf,
    sourceIpOf: (key) => addresses[addressOf(key)] ?? '',
    addressOf,
    messagesOf,
    size: () => keys.size(),
    addresses: () => addresses.length,
    eachDay: (take) => dayCounts.each(messagesOf, take),
    longReports: reports.longReports,
    reporters: reports.reporters,
    policyDomains: reports.policyDomains,
  };
}
