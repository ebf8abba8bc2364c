import type { RecordChange } from '../../core/outcome.ts';
import { dmarcName } from '../../dmarc-policy/answers.ts';
import type { DmarcDiscovery } from '../../dmarc-policy/discover.ts';
import { withoutTag, withTag } from '../../protocols/dmarc.ts';
import { isSubdomainOf } from '../../protocols/domain.ts';
import { listedOrganisation } from './coverage.ts';
import { meantText } from './meant.ts';
import { explicitRecord } from './policies.ts';

/**
 * A record at the domain itself is found by every receiver. It copies what is inherited; where the two kinds of
 * receivers inherit different policies, only the owner can say which is meant, and which mail that may cost.
 */
export function explicitChange({ domain, own, walk, psl }: DmarcDiscovery): readonly RecordChange[] {
  const [policy, other = policy] = [walk.policy, psl.policy].filter((one) => one.state === 'found');
  if (policy === undefined || policy.published !== other?.published || own.record !== undefined || own.via.length > 0)
    return [];
  return [{ kind: 'publish', name: dmarcName(domain), type: 'TXT', value: explicitRecord(policy) }];
}

/** `psd=n` keeps the walk from going on to a public suffix that does not declare itself; `psd=y` is none of ours. */
export function psdChange(dmarc: DmarcDiscovery): readonly RecordChange[] {
  const organisation = listedOrganisation(dmarc);
  const { orgDomain } = dmarc.walk;
  const answer = dmarc.answers.find(({ domain }) => domain === organisation);
  if (answer?.record === undefined || orgDomain.state === 'unknown') return [];
  const { text: old, parsed } = answer.record;
  const isPassed = isSubdomainOf(organisation, orgDomain.value);
  if (!isPassed && parsed.value.psd !== 'y') return [];
  const value = isPassed ? withTag(meantText(old), 'psd', 'n') : withoutTag(meantText(old), 'psd');
  return [{ kind: 'replace', name: answer.via.at(-1) ?? answer.name, type: 'TXT', old, value }];
}
