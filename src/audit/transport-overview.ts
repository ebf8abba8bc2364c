import { plural } from '../core/format.ts';
import type { Line, Run } from '../core/page.ts';
import { readable } from '../core/readable.ts';
import type { Facts } from '../sources/all.ts';
import type { Overview } from './overview.ts';

type Known = { readonly [Id in keyof Facts]?: Facts[Id] };

const MUTED = 'muted' as const;

/** What protects the way of mail, as far as these facts were gathered for the checks. */
export function transportOverview(facts: Known): Overview[] {
  const tls = [mtaStsRuns(facts.mtaSts), tlsRptRuns(facts.tlsRpt), daneRuns(facts.tlsa)].filter(
    (one) => one.length > 0,
  );
  const dns = dnsRuns(facts);
  return [
    ...(tls.length > 0 ? [{ label: 'TLS', lines: [dotted(tls)] }] : []),
    ...(facts.bimi?.state === 'found' ? [{ label: 'BIMI', lines: [bimiLine(facts.bimi.value)] }] : []),
    ...(dns.length > 0 ? [{ label: 'DNS', lines: [dotted(dns)] }] : []),
  ];
}

const dotted = (parts: readonly (readonly Run[])[]): Line =>
  parts.flatMap((part, index) => (index === 0 ? part : [{ text: ' · ' }, ...part]));

const unknown = (what: string): Run[] => [{ text: `${what} could not be found out`, tone: MUTED }];

function mtaStsRuns(fact: Known['mtaSts']): Run[] {
  if (fact === undefined) return [];
  if (fact.state === 'unknown') return unknown('MTA-STS');
  if (fact.state === 'absent') return [{ text: 'no MTA-STS', tone: MUTED }];
  const { inForce, policy } = fact.value;
  if (inForce !== undefined) return [{ text: `MTA-STS ${inForce.mode ?? ''}`.trim() }];
  if (policy.state === 'unknown') return unknown('the MTA-STS policy');
  return [{ text: 'MTA-STS not in force', tone: 'warn' }];
}

function tlsRptRuns(fact: Known['tlsRpt']): Run[] {
  if (fact === undefined) return [];
  if (fact.state === 'unknown') return unknown('TLS-RPT');
  if (fact.state === 'absent') return [{ text: 'no TLS-RPT', tone: MUTED }];
  const rua = fact.value.record?.parsed.value.rua.map(({ address, text }) => readable(address ?? text)) ?? [];
  return [{ text: rua.length > 0 ? `TLS reports → ${rua.join(', ')}` : 'TLS-RPT without a destination' }];
}

function daneRuns(fact: Known['tlsa']): Run[] {
  if (fact === undefined || fact.state === 'absent') return [];
  if (fact.state === 'unknown') return unknown('DANE');
  const { hosts } = fact.value;
  const having = hosts.filter(({ records }) => records.state === 'found').length;
  if (having > 0) return [{ text: `DANE for ${having} of ${plural(hosts.length, 'host')}` }];
  return hosts.some(({ records }) => records.state === 'unknown')
    ? unknown('DANE')
    : [{ text: 'no DANE', tone: MUTED }];
}

function bimiLine({ record, evidence, domain, inherited }: Extract<Facts['bimi'], { state: 'found' }>['value']): Line {
  const logo = record?.parsed.value.location?.text ?? '';
  return [
    logo === '' ? 'no logo is shown' : readable(logo),
    ...(evidence === undefined ? [] : [' · with a certificate']),
    ...(inherited ? [` · from ${domain}`] : []),
  ];
}

const DNSSEC = {
  secure: { text: 'DNSSEC validated', tone: 'good' },
  insecure: { text: 'DNSSEC not validated', tone: 'warn' },
  bogus: { text: 'DNSSEC broken', tone: 'bad' },
  unsigned: { text: 'no DNSSEC', tone: MUTED },
  unjudged: { text: 'signed' },
} as const;

function dnsRuns({ zone, dnssec }: Known): Run[][] {
  return [
    ...(zone?.state === 'found' ? [[{ text: plural(zone.value.nameServers.length, 'name server') }]] : []),
    ...(dnssec?.state === 'found' ? [[DNSSEC[dnssec.value.state]]] : []),
  ];
}
