import { plural } from '../core/format.ts';
import type { Line, Run } from '../core/page.ts';
import { readable } from '../core/readable.ts';
import type { Facts } from '../sources/all.ts';

type Known = { readonly [Id in keyof Facts]?: Facts[Id] };

const MUTED = 'muted' as const;

/** What protects the way of mail; no line where nothing of it was gathered for the checks. */
export const tlsLines = ({ mtaSts, tlsRpt, tlsa }: Known): Line[] =>
  dotted([mtaStsRuns(mtaSts), tlsRptRuns(tlsRpt), daneRuns(tlsa)]);

export const bimiLines = ({ bimi }: Known): Line[] => (bimi?.state === 'found' ? [bimiLine(bimi.value)] : []);

export const dnsLines = ({ zone, dnssec }: Known): Line[] =>
  dotted([
    zone?.state === 'found' ? [{ text: plural(zone.value.nameServers.length, 'name server') }] : [],
    dnssec?.state === 'found' ? [DNSSEC[dnssec.value.state]] : [],
  ]);

/** One line of what there is to say. */
function dotted(all: readonly (readonly Run[])[]): Line[] {
  const parts = all.filter((part) => part.length > 0);
  if (parts.length === 0) return [];
  return [parts.flatMap((part, index) => (index === 0 ? part : [{ text: ' · ' }, ...part]))];
}

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
