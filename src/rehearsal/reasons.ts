import type { Row } from './results.ts';
import { envelopesOf } from './results.ts';
import type { Judged } from './outcome.ts';
import type { Ground, Situation } from './situation.ts';

/** Why a row fails in a situation, as phrases: what the change takes away, or else what it failed by before. */
export function reasonsOf(row: Row, before: Judged, after: Judged, situation: Situation, ground: Ground): string[] {
  if (after.results.dmarc === 'pass') return [];
  const lost = [
    ...(before.results.dkim === 'yes' && after.results.dkim !== 'yes' ? [lostDkim(row, situation, ground)] : []),
    ...(before.results.spf === 'yes' && after.results.spf !== 'yes' ? [lostSpf(row, situation, ground)] : []),
  ];
  if (lost.length > 0) return lost;
  return row.attribution.why.map(({ text }) => text);
}

function lostDkim({ signature, attribution }: Row, situation: Situation, { organisation }: Ground): string {
  const { headerFrom, dkim } = signature;
  const home = organisation(headerFrom);
  const own = dkim.filter(({ domain, result }) => result === 'pass' && domain !== '' && organisation(domain) === home);
  const [first] = own;
  if (first === undefined) return 'the report does not hold the signature that passed';
  const key = (first.selector ?? '') === '' ? `a key of ${first.domain}` : `${first.selector} of ${first.domain}`;
  const gone = own.map((result) => situation.withdrawal?.key(result, attribution) ?? 'no');
  if (gone.every((one) => one === 'yes')) return `the DKIM key ${key} is gone`;
  if (gone.some((one) => one === 'unknown'))
    return `the report leaves the selector out, so the key may be gone: ${key}`;
  return `signed by ${first.domain}, which strict alignment does not accept`;
}

function lostSpf({ signature, attribution, sourceIp }: Row, situation: Situation, { organisation }: Ground): string {
  const { headerFrom } = signature;
  const home = organisation(headerFrom);
  const first = envelopesOf(signature).find(({ domain }) => organisation(domain) === home);
  if (first === undefined) return 'the report does not hold the SPF result that passed';
  const { domain } = first;
  if (situation.withdrawal?.envelope(domain, attribution) === true) return `SPF of ${domain} no longer authorises it`;
  const verdict = situation.spf?.concerns(domain) === true ? situation.spf.of(domain, sourceIp) : undefined;
  if (verdict !== undefined && verdict.result !== 'pass')
    return verdict.result === 'unknown'
      ? `SPF of ${domain} cannot be told: ${verdict.reason ?? 'no answer'}`
      : `SPF of ${domain} gives ${verdict.result}`;
  return `SPF passes for ${domain}, which strict alignment does not accept`;
}
