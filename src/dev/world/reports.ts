import { startOf } from './calendar.ts';
import type { Dkim, Spf } from './evidence.ts';
import { OWN_FLOWS, type Flow } from './flows.ts';
import { FORWARDED_FLOWS, SPOOFED_FLOWS } from './other-flows.ts';
import { randomFrom, shuffled, textOf, wholeBelow, type Random } from './random.ts';
import type { Reporter } from './reporter.ts';
import { REPORTERS } from './reporters.ts';
import { sharesOf } from './shares.ts';
import { isOurs } from './story.ts';

/** One record to be: messages of one stream from one address, with the same results. */
export interface Row {
  readonly stream: string;
  readonly sourceIp: string;
  readonly count: number;
  readonly headerFrom: string;
  readonly envelopeFrom: string;
  readonly dkim: readonly Dkim[];
  readonly spf: Spf;
  readonly dkimAligned: boolean;
  readonly spfAligned: boolean;
}
export interface Report {
  readonly reporter: Reporter;
  readonly day: number;
  readonly begin: number;
  readonly end: number;
  readonly id: string;
  readonly rows: readonly Row[];
}

/** All good reports of the month, each with its rows in the order they are written in. */
export function allReports(): Report[] {
  const slots = REPORTERS.flatMap((reporter) => reporter.days.map((day) => ({ reporter, day, rows: [] as Row[] })));
  for (const flow of [...OWN_FLOWS, ...FORWARDED_FLOWS, ...SPOOFED_FLOWS]) {
    const random = randomFrom(flow.key);
    const weights = slots.map(({ reporter, day }) => appetite(reporter, flow) * flow.rhythm(day));
    let nextHost = 0;
    for (const [index, messages] of sharesOf(flow.messages, weights).entries()) {
      const slot = slots[index];
      if (slot === undefined || messages === 0) continue;
      const hosts = Math.min(Math.ceil(messages / flow.perHost), flow.hosts.length);
      slot.rows.push(...rowsOf(flow, slot.reporter, slot.day, messages, nextHost, hosts, random));
      nextHost += hosts;
    }
  }
  return slots.map((slot) => reportOf(slot.reporter, slot.day, slot.rows));
}

function appetite(reporter: Reporter, flow: Flow): number {
  if (flow.audience === 'consumer') return reporter.consumer;
  if (flow.audience === 'business') return reporter.business;
  return flow.audience.includes(reporter.key) ? Math.max(reporter.consumer, reporter.business) : 0;
}

/** Senders take their machines in turn, so that every one of them is seen in the end. */
function rowsOf(
  flow: Flow,
  reporter: Reporter,
  day: number,
  messages: number,
  firstHost: number,
  hosts: number,
  random: Random,
): Row[] {
  const extra = sharesOf(
    messages - hosts,
    Array.from({ length: hosts }, () => 0.3 + random()),
  );
  return extra.map((share, index) => {
    const host = flow.hosts[(firstHost + index) % flow.hosts.length];
    if (host === undefined) throw new Error(`${flow.key} has no machine to send from`);
    const { envelopeFrom, dkim, spf } = flow.evidence({ host, day, deadInclude: reporter.deadInclude });
    return {
      stream: flow.stream,
      sourceIp: host.address,
      count: share + 1,
      headerFrom: flow.headerFrom,
      envelopeFrom,
      dkim,
      spf,
      dkimAligned: dkim.some(({ domain, result }) => result === 'pass' && isOurs(domain)),
      // Only the envelope-from counts, never the HELO name (RFC 9989 §4.4.2).
      spfAligned: spf.scope === 'mfrom' && spf.result === 'pass' && isOurs(spf.domain),
    };
  });
}

function reportOf(reporter: Reporter, day: number, rows: readonly Row[]): Report {
  const random = randomFrom(`${reporter.key} ${day}`);
  const begin = startOf(day) + reporter.span[0];
  return {
    reporter,
    day,
    begin,
    end: startOf(day) + reporter.span[1],
    id: reporter.reportId
      .replace('{begin}', String(begin))
      .replaceAll('#', () => String(wholeBelow(random, 10)))
      .replaceAll('~', () => textOf(random, '0123456789abcdef', 1)),
    rows: shuffled(rows, random),
  };
}
