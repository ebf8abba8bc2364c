import type { Group } from './groups.ts';
import { spfProfile, type Reading, type SpfProfile } from './spf-profile.ts';

/** How a group's mail came, and with which keys of ours it was signed. */
export interface Arrival extends Group {
  readonly profile: SpfProfile;
  /** The From domain's organisation. */
  readonly organisation: string;
  /** `domain selector` of each signature of ours that verified. */
  readonly signedWith: readonly string[];
}

export const keyOf = (domain: string, selector: string | undefined): string => `${domain} ${selector ?? ''}`;
/** Where a reporter leaves out selectors, the mail of many services is one key, which shows the home of none. */
export const isWhole = (key: string): boolean => !key.endsWith(' ');
export const domainOf = (key: string): string => key.slice(0, key.indexOf(' '));

export function arrivalOf(group: Group, reading: Reading): Arrival {
  const { signature } = group;
  const ours = reading.oursOf(signature.headerFrom);
  return {
    ...group,
    profile: spfProfile(signature, ours, reading),
    organisation: reading.organisation(signature.headerFrom),
    signedWith: signature.dkim
      .filter(({ domain, result }) => result === 'pass' && ours(domain))
      .map(({ domain, selector }) => keyOf(domain, selector)),
  };
}
