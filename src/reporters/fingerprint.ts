import { createHash } from 'node:crypto';
import type { Finding } from '../core/outcome.ts';
import { readable } from '../core/readable.ts';

/** Hexadecimal digits of SHA-256 that are kept: 128 bits, so that no two findings meet by chance. */
const LENGTH = 32;

/**
 * What makes a finding the same one in the next run: its code, its subject and the texts in it, such as the include that is
 * dead. Numbers change while a fault stays (11 lookups, 12 lookups), and so do lines. Findings that are alike in all that
 * are counted: `…:1`, `…:2`.
 */
export function fingerprints(): (finding: Finding) => Readonly<Record<string, string>> {
  const seen = new Map<string, number>();
  return ({ code, subject, params, at }) => {
    const texts = Object.entries(params).filter(([, value]) => typeof value === 'string');
    const sorted = texts
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, readable(String(value))]);
    const hash = createHash('sha256')
      .update(JSON.stringify([code, subject, sorted]))
      .digest('hex')
      .slice(0, LENGTH);
    const nth = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, nth);
    const value = `${hash}:${nth}`;
    // The one name GitHub goes by; where a record stands in a file, GitHub's own action works it out from the line.
    return { 'sendauditFinding/v1': value, ...(at?.place === undefined ? { primaryLocationLineHash: value } : {}) };
  };
}
