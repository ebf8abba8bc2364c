import { byName } from '../core/order.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { DkimResult } from '../reports/aggregate/row.ts';
import type { Ours } from './ours.ts';
import type { Signature } from './signature.ts';

/**
 * The keys of ours a message is signed with, the most telling first: a selector of our own making before one many services
 * use. Reporters list signatures in any order, and the sender is the same.
 */
export const tellingKeys = ({ dkim }: Signature, ours: Ours, catalogue: Catalogue): DkimResult[] => {
  const claims = ({ selector = '' }: DkimResult): number => {
    const { alone, weak } = catalogue.bySelector(selector);
    return alone.length + weak.length;
  };
  return dkim
    .filter(({ domain, selector, result }) => result === 'pass' && (selector ?? '') !== '' && ours(domain))
    .toSorted((a, b) => claims(a) - claims(b) || byName(a.selector ?? '', b.selector ?? ''));
};
