import type { Span } from '../../core/facts.ts';
import type { RecordChange } from '../../core/outcome.ts';
import { isSubdomainOf } from '../../protocols/domain.ts';
import { isUsable, tlsaProblems, tlsaText, type TlsaCode, type TlsaData } from '../../protocols/tlsa.ts';
import type { HostTlsa, Tlsa, TlsaRecord, Validated } from '../../sources/tlsa.ts';

/** Digits of the data in a message: enough to tell records apart. */
const SHOWN_DIGITS = 12;

/** Whether senders that honour DANE act on the records of the host (RFC 7672 §2.2.2, §2.2.3). */
export function isHonoured({ addresses, validated }: HostTlsa): Validated {
  if (addresses === false || validated === false) return false;
  return addresses === 'unjudged' || validated === 'unjudged' ? 'unjudged' : true;
}

export const recordsOf = ({ records }: HostTlsa): readonly TlsaRecord[] =>
  records.state === 'found' ? records.value : [];

/** Says whose records could not be looked up, and that there are none to judge where no host has any. */
export function admitUnasked(
  { hosts }: Tlsa,
  findings: { inconclusive(reason: string): void; notApplicable(reason: string): void },
): void {
  for (const { records } of hosts) if (records.state === 'unknown') findings.inconclusive(records.reason);
  if (hosts.every((host) => recordsOf(host).length === 0))
    findings.notApplicable('no host that takes mail for the domain has TLSA records');
}

export const hostList = (hosts: readonly HostTlsa[]): string => hosts.map(({ host }) => `\`${host}\``).join(', ');

/** A record in a message: `3 1 1 5e5e5e5e5e5e…`. */
export const shown = (record: TlsaData): string => {
  const { length } = record.data;
  const text = tlsaText(record);
  return length > SHOWN_DIGITS ? `${text.slice(0, text.length - length + SHOWN_DIGITS)}…` : text;
};

/** The whole record, or a part of it, as something to point at. */
export function spanOf(record: TlsaRecord, part?: { readonly start: number; readonly end: number }): Span {
  const text = tlsaText(record);
  const { start, end } = part ?? { start: 0, end: text.length };
  const place = record.place === undefined ? {} : { place: record.place };
  return { source: `${record.name} TLSA`, text, start, end, ...place };
}

/** Changes at names of the domain itself: of a service's mail host the records are the service's. */
export const ownChanges = (domain: string, changes: readonly RecordChange[]): readonly RecordChange[] =>
  changes.filter(({ name }) => isSubdomainOf(name, domain));

/** A record with something else in it; it is taken away where that stands there already. */
export function replacement(record: TlsaRecord, host: HostTlsa, better: Partial<TlsaData>): RecordChange {
  const value = tlsaText({ ...record, ...better });
  const there = recordsOf(host).some((other) => tlsaText(other) === value);
  return there ? removal(record) : { ...removal(record), kind: 'replace', value };
}

export const removal = (record: TlsaRecord): RecordChange => ({
  kind: 'remove',
  name: record.name,
  type: 'TLSA',
  old: tlsaText(record),
});

/** Records that senders pass over, for one of these reasons. */
export interface Unusable {
  readonly host: HostTlsa;
  readonly record: TlsaRecord;
  /** Why, as a phrase. */
  readonly problem: string;
  readonly at: Span;
  /** No other record of the host counts. */
  readonly alone: boolean;
}

export const unusableFor = ({ hosts }: Tlsa, codes: readonly TlsaCode[]): Unusable[] =>
  hosts.flatMap((host) => {
    const records = recordsOf(host);
    const alone = !records.some((record) => isUsable(record));
    return records.flatMap((record) =>
      tlsaProblems(record)
        .filter(({ code }) => codes.includes(code))
        .map((fault) => ({ host, record, problem: phrase(fault.message), at: spanOf(record, fault), alone })),
    );
  });

const phrase = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
