import { count, plural } from '../core/format.ts';
import type { Change } from './change.ts';
import type { DmarcRecord } from '../protocols/dmarc.ts';
import type { Applied } from './policies.ts';
import type { Rehearsal } from './rehearsal.ts';

/** `p=reject, without the selector s1`: the change in a phrase; empty for none. */
export function changePhrase({ policy, spf, selectors, providers, withoutDomains, planned }: Change): string {
  return [
    ...Object.entries(policy).map(([tag, value]) => `${tag}=${value}`),
    ...Array.from(spf.keys(), (domain) => `another SPF record of ${domain}`),
    ...selectors.map(
      ({ selector, domain }) => `without the DKIM key ${selector}${domain === undefined ? '' : ` of ${domain}`}`,
    ),
    ...providers.map((id) => `without ${id}`),
    ...withoutDomains.map((domain) => `without ${domain}`),
    ...(planned ? ['the planned zone'] : []),
  ].join(', ');
}

/** `p=reject; sp=none`: what a domain's policy record asks for, as far as a rehearsal looks at it. */
export function policyPhrase(policy: Applied, domain: string): string {
  if (policy.state === 'absent') return 'no record';
  if (policy.state === 'unknown') return `could not be read: ${policy.reason}`;
  const text = recordPhrase(policy.record);
  return policy.domain === domain ? text : `no record of its own (${policy.domain} has ${text})`;
}

function recordPhrase(record: DmarcRecord): string {
  const { p, sp, np, adkim, aspf, testing, pct } = record;
  return [
    `p=${p ?? 'none'}`,
    ...(sp === undefined ? [] : [`sp=${sp}`]),
    ...(np === undefined ? [] : [`np=${np}`]),
    ...(adkim === 's' ? ['adkim=s'] : []),
    ...(aspf === 's' ? ['aspf=s'] : []),
    ...(testing ? ['t=y'] : []),
    ...(pct === undefined || pct === 100 ? [] : [`pct=${pct}`]),
  ].join('; ');
}

/** What in a record makes receivers do otherwise than it seems to ask. */
export function policyNotes(policy: Applied, isReported: boolean): string[] {
  if (policy.state !== 'found') return [];
  const { testing, pct, sp } = policy.record;
  return [
    ...(isReported && sp === undefined
      ? [
          'sub-domains follow p: reports show no sp, or one like p, which most reporters fill in where the record has none',
        ]
      : []),
    ...(testing
      ? [
          't=y: receivers take reject as quarantine, and quarantine as none (RFC 9989 §4.7); those that follow RFC 7489 do not know it',
        ]
      : []),
    ...(pct === undefined || pct === 100
      ? []
      : [
          `pct=${pct}: gone since RFC 9989, and not counted here; receivers that follow RFC 7489 apply the policy to ${pct} % of failing mail, and the next weaker one to the rest`,
        ]),
  ];
}

/** Where before and after come from. */
export function groundPhrases({ policySource, spf, drift }: Rehearsal): string[] {
  const isEvaluated = spf?.envelopes.some(({ changed }) => changed) === true;
  return [
    policySource === 'dns'
      ? 'What is published is what the DNS says, not what the reports show.'
      : 'What is published is what the newest reports show; no DNS was asked.',
    ...(isEvaluated
      ? [
          'SPF before and after is evaluated in the DNS of now, for every address and envelope domain the change touches; everything else is as reporters saw it.',
        ]
      : []),
    ...(drift.messages > 0
      ? [
          `Of ${plural(drift.of, 'message')} evaluated, reporters saw another SPF result for ${count(drift.messages)} (${plural(drift.rows, 'row')}): the DNS has changed since, or they see it differently.`,
        ]
      : []),
  ];
}
