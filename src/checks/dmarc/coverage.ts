import type { Settled } from '../../core/facts.ts';
import { hasSeveral, type DmarcAnswer } from '../../dmarc-policy/answers.ts';
import type { DmarcDiscovery } from '../../dmarc-policy/discover.ts';
import { organizationalDomain } from '../../dmarc-policy/public-suffix.ts';
import { dmarcLookalike, isDmarcVersion } from '../../protocols/dmarc.ts';
import type { TextRecord } from '../../sources/answers.ts';
import type { Text } from '../../sources/text.ts';

/** Whose record covers a domain, at any kind of receiver. */
export type Coverage =
  | { readonly state: 'own' }
  /** `unseen`: why it is not known whether a public suffix above has one. */
  | { readonly state: 'none'; readonly unseen?: string }
  /** `suffix`: the only one there is belongs to a public suffix, such as gov.uk. */
  | { readonly state: 'above'; readonly domain: string }
  | { readonly state: 'suffix'; readonly domain: string }
  | { readonly state: 'unknown'; readonly reason: string };

export function coverageOf(discovery: DmarcDiscovery): Coverage {
  const { own, walk, psl } = discovery;
  if (own.record !== undefined) return { state: 'own' };
  const publishers = [walk.policy, psl.policy].flatMap((policy) => ('domain' in policy ? [policy.domain] : []));
  const ours = publishers.find((domain) => !isAboveUs(domain, discovery));
  if (ours !== undefined) return { state: 'above', domain: ours };
  if (psl.policy.state === 'unknown') return { state: 'unknown', reason: psl.policy.reason };
  if (walk.policy.state === 'unknown' && failedWithinUs(discovery)) {
    return { state: 'unknown', reason: walk.policy.reason };
  }
  // That a public suffix could not be asked changes nothing about what is ours.
  const [suffix] = publishers;
  if (suffix !== undefined) return { state: 'suffix', domain: suffix };
  return walk.policy.state === 'unknown' ? { state: 'none', unseen: walk.policy.reason } : { state: 'none' };
}

/** Whether a domain above ours is a public suffix, so that its record is somebody else's. */
export const isAboveUs = (publisher: string, { domain }: DmarcDiscovery): boolean =>
  publisher !== domain && organizationalDomain(publisher) === undefined;

const failedWithinUs = (discovery: DmarcDiscovery): boolean =>
  discovery.walk.steps.some(({ status, domain }) => status === 'failed' && !isAboveUs(domain, discovery));

/** The organisational domain; where only a public suffix could not be asked, that of the public suffix list. */
export function organisationOf(
  discovery: DmarcDiscovery,
): { readonly state: 'found'; readonly value: string } | { readonly state: 'unknown'; readonly reason: string } {
  const { orgDomain } = discovery.walk;
  if (orgDomain.state === 'found') return orgDomain;
  const listed = listedOrganisation(discovery);
  if (failedWithinUs(discovery) || !orgDomain.possible.includes(listed)) return orgDomain;
  return { state: 'found', value: listed };
}

/** The organisational domain by the public suffix list. */
export const listedOrganisation = ({ domain }: DmarcDiscovery): string => organizationalDomain(domain) ?? domain;

/** The names where a record for the domain would be ours: its own, and, where none stands there, the organisation's. */
export function decidingAnswers(discovery: DmarcDiscovery): readonly DmarcAnswer[] {
  const { own, answers } = discovery;
  if (own.record !== undefined) return [own];
  const organisation = listedOrganisation(discovery);
  return [own, ...answers.filter((answer) => answer !== own && answer.domain === organisation)];
}

/** Something that is meant as a DMARC record and is none, and which check is about it. */
export interface Attempt {
  readonly what: string;
  readonly check: string;
}

/** What was attempted for a domain that no record covers, at the right names or at others. */
export function attemptAnywhere(
  discovery: DmarcDiscovery,
  text: Settled<Text>,
  stray: Settled<readonly TextRecord[]>,
): Attempt | undefined {
  const attempt = decidingAnswers(discovery)
    .map(attemptAt)
    .find((one) => one !== undefined);
  if (attempt !== undefined) return attempt;
  const own = text.state === 'found' && text.value.via.length === 0 ? text.value.records : [];
  if (own.some((one) => isDmarcVersion(one.text) || dmarcLookalike(one.text) !== undefined))
    return { what: 'there is a record at the domain itself', check: 'dmarc/record-location' };
  if (stray.state === 'absent') return undefined;
  return { what: 'there is a record under another name', check: 'dmarc/record-name' };
}

/** What was attempted at one name that holds no DMARC record. */
function attemptAt(answer: DmarcAnswer): Attempt | undefined {
  if (hasSeveral(answer)) return { what: 'there are several records', check: 'dmarc/single-record' };
  if (answer.texts.some(({ lookalike }) => lookalike !== undefined)) {
    return { what: 'there is a record that receivers do not recognise', check: 'dmarc/version' };
  }
  if (answer.via.length > 0 && answer.texts.length === 0) {
    return { what: `${answer.name} is an alias of a name without a record`, check: 'dmarc/alias' };
  }
  return undefined;
}
