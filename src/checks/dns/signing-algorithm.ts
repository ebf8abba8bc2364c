import type { Span } from '../../core/facts.ts';
import type { Dnssec } from '../../sources/dnssec.ts';
import { defineCheck } from '../define-check.ts';

/** Algorithms no zone should be signed with any more: RFC 9904 and the registry it points to, RFC 9905 for SHA-1. */
const OUTDATED: Readonly<Record<number, string>> = {
  1: 'RSA/MD5',
  3: 'DSA/SHA-1',
  5: 'RSA/SHA-1',
  6: 'DSA/SHA-1 with NSEC3',
  7: 'RSA/SHA-1 with NSEC3',
  12: 'GOST R 34.10-2001',
};
const SHA1_DIGEST = 1;

export default defineCheck({
  id: 'dns/signing-algorithm',
  title: 'The zone is signed with algorithms that resolvers still accept',
  refs: [
    { label: 'RFC 9904', url: 'https://www.rfc-editor.org/rfc/rfc9904' },
    { label: 'RFC 9905', url: 'https://www.rfc-editor.org/rfc/rfc9905' },
    { label: 'RFC 4509 §3', url: 'https://www.rfc-editor.org/rfc/rfc4509#section-3' },
  ],
  why: 'Resolvers that have given an algorithm up treat the zone as unsigned, and then DANE protects nothing there. That is already so where the system refuses SHA-1 in signatures.',
  fix: 'Roll the keys over to algorithm 13 (ECDSA P-256 with SHA-256), with a DS record of digest type 2 (SHA-256)',
  needs: ['dnssec'],
  messages: {
    algorithm: { level: 'warning', text: '`{domain}` is signed with algorithm {number} ({name}), which is outdated' },
    digest: {
      level: 'warning',
      text: 'The DS record of `{domain}` for key {tag} is a SHA-1 digest, which resolvers give up',
    },
    spare: { level: 'note', text: 'A DS record of `{domain}` for key {tag} is a SHA-1 digest that nobody needs' },
  },
  examples: [
    { name: 'ECDSA with SHA-256', zone: '@ NS ns\n@ DS 7 13 2 00ff', expect: [] },
    { name: 'RSA with SHA-256, and SHA-384', zone: '@ NS ns\n@ DS 7 8 2 00ff\n@ DS 7 8 4 00ff', expect: [] },
    { name: 'RSA with SHA-1', zone: '@ NS ns\n@ DS 7 7 2 00ff', expect: ['algorithm'] },
    { name: 'a SHA-1 digest alone', zone: '@ NS ns\n@ DS 7 13 1 00ff', expect: ['digest'] },
    {
      name: 'a SHA-1 digest beside a better one',
      zone: '@ NS ns\n@ DS 7 13 1 00ff\n@ DS 7 13 2 00ff',
      expect: ['spare'],
    },
    { name: 'an unsigned zone', zone: '@ NS ns', expect: [] },
  ],
  evaluate({ dnssec: { signers } }, findings) {
    const { domain } = findings;
    for (const number of new Set(signers.map(({ algorithm }) => algorithm))) {
      const name = OUTDATED[number];
      const ds = signers.find(({ algorithm }) => algorithm === number);
      if (name !== undefined && ds !== undefined)
        findings.add('algorithm', { domain, number, name }, { at: spanOf(ds) });
    }
    for (const ds of signers) {
      if (ds.digestType !== SHA1_DIGEST) continue;
      const better = signers.some(({ keyTag, digestType }) => keyTag === ds.keyTag && digestType !== SHA1_DIGEST);
      const fix = better ? { fix: 'remove the DS record of digest type 1 at the registrar' } : {};
      findings.add(better ? 'spare' : 'digest', { domain, tag: ds.keyTag }, { at: spanOf(ds), ...fix });
    }
  },
});

function spanOf({ name, keyTag, algorithm, digestType, digest, place }: Dnssec['signers'][number]): Span {
  const text = `${keyTag} ${algorithm} ${digestType} ${digest}`;
  return { source: `${name} DS`, text, start: 0, end: text.length, ...(place === undefined ? {} : { place }) };
}
