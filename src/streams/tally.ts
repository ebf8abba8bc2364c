import { byName } from '../core/order.ts';
import type { DmarcRecord, ReportHead } from '../reports/aggregate/row.ts';
import { dayOf, daysCovered, isLong } from './day.ts';
import { newDayCounts, type TakeDay } from './day-counts.ts';
import { pairNumbers } from './pair-numbers.ts';
import { recentSignatures, signatureNumbers } from './signature-numbers.ts';
import { signatureOf as authenticationOf, type Signature } from './signature.ts';

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

export interface ReporterTally {
  readonly reporter: string;
  readonly reports: number;
  readonly records: number;
  readonly messages: number;
  readonly firstSeen: number;
  readonly lastSeen: number;
  /** Messages by the UTC days that its reports speak about, see `daysCovered`; 0 where nothing was counted on one. */
  readonly days: ReadonlyMap<number, number>;
}

/** Reports that span more than a day and a half: on which of their days a message came, nobody knows. */
export interface LongReports {
  readonly reports: number;
  readonly messages: number;
}

/** A period's traffic, counted. Its size follows distinct keys, never messages or reports. */
export interface Tallies {
  /** Counts a report, with no rows yet. */
  report(head: ReportHead): void;
  /** Counts a row and returns its key: an index into `all()`. */
  add(head: ReportHead, record: DmarcRecord): number;
  all(): Iterable<Tally>;
  get(key: number): Tally;
  /** One thing of a tally: whoever walks over hundreds of thousands of them need not have each made an object. */
  readonly signatureOf: (key: number) => Signature;
  readonly sourceIpOf: (key: number) => string;
  readonly addressOf: (key: number) => number;
  readonly messagesOf: (key: number) => number;
  readonly size: number;
  /** Distinct addresses. */
  readonly addresses: number;
  /** Messages per key and UTC day, see `dayOf`: each key's days in no order, a day perhaps in several parts. */
  eachDay(take: TakeDay): void;
  readonly longReports: LongReports;
  reporters(): ReporterTally[];
  policyDomains(): { readonly domain: string; readonly policy: ReportHead['policy']; readonly seen: number }[];
}

/** Numbers per key, in growing columns: 200,000 sources as objects would cost five times the memory. */
interface Columns {
  signature: Uint32Array;
  address: Uint32Array;
  messages: Float64Array;
  records: Uint32Array;
  first: Float64Array;
  last: Float64Array;
}
type ReporterSum = { -readonly [K in keyof Omit<ReporterTally, 'days'>]: ReporterTally[K] } & {
  readonly days: Map<number, number>;
};
interface Counting {
  readonly head: ReportHead;
  readonly reporter: ReporterSum;
  readonly day: number;
  readonly isLong: boolean;
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
  const reporters = new Map<string, ReporterSum>();
  const policies = new Map<string, { readonly policy: ReportHead['policy']; readonly seen: number }>();
  const dayCounts = newDayCounts();
  const longReports = { reports: 0, messages: 0 };
  let columns: Columns = columnsFor(FIRST_ROOM);

  const reporterOf = (head: ReportHead): ReporterSum => {
    const present = reporters.get(head.reporter);
    if (present !== undefined) return present;
    const fresh = {
      reporter: head.reporter,
      reports: 0,
      records: 0,
      messages: 0,
      firstSeen: head.begin,
      lastSeen: head.end,
      days: new Map<number, number>(),
    };
    reporters.set(head.reporter, fresh);
    return fresh;
  };

  /** What all rows of the report at hand share. */
  let counting: Counting | undefined;
  const countingOf = (head: ReportHead): Counting => {
    if (counting?.head === head) return counting;
    return (counting = { head, reporter: reporterOf(head), day: dayOf(head), isLong: isLong(head) });
  };

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
    const known = keys.size;
    const key = keys.of(signature, address);
    if (key < known) return key;
    if (key >= columns.messages.length) columns = grown(columns);
    columns.signature[key] = signature;
    columns.address[key] = address;
    columns.first[key] = Number.POSITIVE_INFINITY;
    return key;
  };

  const signatureOf = (key: number): Signature => {
    const signature = key < keys.size ? signatures[columns.signature[key] ?? 0] : undefined;
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
    report(head) {
      const reporter = reporterOf(head);
      reporter.reports += 1;
      reporter.firstSeen = Math.min(reporter.firstSeen, head.begin);
      reporter.lastSeen = Math.max(reporter.lastSeen, head.end);
      for (const day of daysCovered(head)) reporter.days.set(day, reporter.days.get(day) ?? 0);
      if (isLong(head)) longReports.reports += 1;
      const known = policies.get(head.policyDomain);
      // The latest word counts; of two at the same time, the same one whatever the order they are read in.
      const later = known === undefined ? 1 : head.end - known.seen || textOrder(head.policy, known.policy);
      if (later > 0) policies.set(head.policyDomain, { policy: head.policy, seen: head.end });
    },
    add(head, record) {
      const key = keyOf(record);
      columns.messages[key] = (columns.messages[key] ?? 0) + record.count;
      columns.records[key] = (columns.records[key] ?? 0) + 1;
      columns.first[key] = Math.min(columns.first[key] ?? head.begin, head.begin);
      columns.last[key] = Math.max(columns.last[key] ?? head.end, head.end);
      const { reporter, day, isLong: isOfLong } = countingOf(head);
      reporter.records += 1;
      reporter.messages += record.count;
      dayCounts.add(key, day, record.count);
      reporter.days.set(day, (reporter.days.get(day) ?? 0) + record.count);
      if (isOfLong) longReports.messages += record.count;
      return key;
    },
    // By hand: a generator takes twice the time, and this is walked through several times.
    all: () => ({
      [Symbol.iterator]() {
        let key = -1;
        return {
          next(): IteratorResult<Tally, undefined> {
            key += 1;
            return key < keys.size ? { done: false, value: get(key) } : { done: true, value: undefined };
          },
        };
      },
    }),
    get,
    signatureOf,
    sourceIpOf: (key) => addresses[addressOf(key)] ?? '',
    addressOf,
    messagesOf,
    get size() {
      return keys.size;
    },
    get addresses() {
      return addresses.length;
    },
    eachDay: (take) => dayCounts.each(messagesOf, take),
    longReports,
    reporters: () =>
      [...reporters.values()].toSorted((a, b) => b.messages - a.messages || byName(a.reporter, b.reporter)),
    policyDomains: () =>
      [...policies]
        .map(([domain, { policy, seen }]) => ({ domain, policy, seen }))
        .toSorted((a, b) => byName(a.domain, b.domain)),
  };
}

/** An order of any two policies, that no order of reading changes. */
const textOrder = (a: object, b: object): number => byName(JSON.stringify(b), JSON.stringify(a));

const columnsFor = (room: number): Columns => ({
  signature: new Uint32Array(room),
  address: new Uint32Array(room),
  messages: new Float64Array(room),
  records: new Uint32Array(room),
  first: new Float64Array(room),
  last: new Float64Array(room),
});

function grown(columns: Columns): Columns {
  const wider = columnsFor(columns.messages.length * 2);
  wider.signature.set(columns.signature);
  wider.address.set(columns.address);
  wider.messages.set(columns.messages);
  wider.records.set(columns.records);
  wider.first.set(columns.first);
  wider.last.set(columns.last);
  return wider;
}
