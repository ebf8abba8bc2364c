import { plural } from '../core/format.ts';
import type { Unreadable } from './from-domains.ts';
import type { PolicyChange } from './policies.ts';
import type { Reason } from './readiness-reason.ts';
import type { SpfRehearsal } from './spf-rehearsal.ts';

/** What the DNS says, as far as readiness hangs on it. */
export interface Published {
  readonly policies: readonly PolicyChange[];
  readonly unreadable: readonly Unreadable[];
  readonly organisation: (domain: string) => string;
  readonly spf?: SpfRehearsal;
}

const UNREADABLE_SHOWN = 3;

/** A record whose evaluation ends in an error authorises nobody, however right it looks. */
export function spfReasons({ spf, organisation }: Published, domain: string): Reason[] {
  return (spf?.envelopes ?? [])
    .filter((envelope) => organisation(envelope.domain) === domain)
    .flatMap(({ domain: envelope, errors }): Reason[] => {
      const { ours, reason } = errors.before;
      if (ours === 0) return [];
      const text = `SPF of ${envelope} is a permerror now for ${plural(ours, 'message')} of your own: ${reason ?? ''}`;
      return [{ kind: 'against', code: 'spf-permerror', text }];
    });
}

/** What DMARC records leave open or undone beside `p`. */
export function recordReasons({ policies, unreadable, organisation }: Published, domain: string): Reason[] {
  const reasons = unreadable
    .filter((one) => organisation(one.domain) === domain)
    .slice(0, UNREADABLE_SHOWN)
    .map(({ domain: from, messages, reason }): Reason => ({
      kind: 'open',
      code: 'policy',
      text: `the DMARC record of ${from} (${plural(messages, 'message')}) could not be read: ${reason}`,
    }));
  for (const { domain: owner, after, before } of policies) {
    if (organisation(owner) !== domain) continue;
    if (after.state !== 'found') continue;
    const { sp, np, testing } = after.record;
    const weaker = (
      [
        ['sp', sp],
        ['np', np],
      ] as const
    ).filter(([, policy]) => policy !== undefined && policy !== 'reject');
    for (const [tag, policy] of weaker)
      reasons.push({
        kind: 'caution',
        code: `weaker-${tag}`,
        text: `${tag}=${policy} of ${owner} stays: p=reject alone does not protect ${tag === 'sp' ? 'sub-domains' : 'names that do not exist'}`,
      });
    if (testing)
      reasons.push({
        kind: 'caution',
        code: 'testing',
        text: `t=y of ${owner} stays: reject is taken as quarantine (RFC 9989 §4.7)`,
      });
    if (before.state === 'found' && before.effective === 'reject' && before.tag === 'p')
      reasons.push({ kind: 'for', code: 'enforced', text: `${owner} already asks for p=reject` });
  }
  return reasons;
}
