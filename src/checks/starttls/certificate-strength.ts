import type { Certificate } from '../../protocols/certificate.ts';
import { LEAF, ROOT, RSA_1024, SHA1 } from '../dane/example-certificates.ts';
import { HOST, showing } from '../dane/example-hosts.ts';
import { defineCheck } from '../define-check.ts';
import { SILENT } from './example-hosts.ts';
import { admitSilent, established, perHost } from './sessions.ts';

/** Bits from which OpenSSL at its usual security level, 112 bits of strength, accepts a key (RFC 9325 §4.5). */
const LEAST: Readonly<Record<string, number>> = { rsa: 2048, 'rsa-pss': 2048, dsa: 2048, ec: 224 };

export default defineCheck({
  id: 'starttls/certificate-strength',
  title: 'The certificates of mail hosts have strong keys and signatures',
  refs: [
    { label: 'RFC 9325 §4.5', url: 'https://www.rfc-editor.org/rfc/rfc9325#section-4.5' },
    { label: 'RFC 9155 §2', url: 'https://www.rfc-editor.org/rfc/rfc9155#section-2' },
  ],
  why: 'TLS libraries of today refuse short keys, and signatures with MD5 or SHA-1. Senders with such a library get no TLS: they deliver in the clear, or not at all.',
  fix: 'Have the certificate issued anew, for an ECDSA key on P-256 or an RSA key of 2048 bits or more, and signed with SHA-256',
  needs: ['smtp'],
  messages: {
    key: {
      level: 'warning',
      text: 'The certificate that `{host}` shows{where} has a key of only {bits} bits ({type})',
    },
    signature: {
      level: 'warning',
      text: 'The certificate of `{subject}` that `{host}` shows{where} is signed with {algorithm}, which is broken',
    },
  },
  examples: [
    { name: 'P-256 and SHA-256', zone: HOST, smtp: showing(LEAF, ROOT), expect: [] },
    { name: 'RSA with 1024 bits', zone: HOST, smtp: showing(RSA_1024, ROOT), expect: ['key'] },
    { name: 'SHA-1', zone: HOST, smtp: showing(SHA1, ROOT), expect: ['signature'] },
    SILENT,
  ],
  evaluate({ smtp }, findings) {
    admitSilent(smtp, findings);
    const keys = perHost(smtp.hosts, (session) => shortKey(established(session)?.chain[0]));
    for (const { what, host, where } of keys) findings.add('key', { host, where, ...what });
    const signatures = perHost(smtp.hosts, (session) => weakSignature(established(session)?.chain ?? []));
    for (const { what, host, where } of signatures) findings.add('signature', { host, where, ...what });
  },
});

function shortKey(certificate: Certificate | undefined): { bits: number; type: string } | undefined {
  const { bits, type } = certificate?.key ?? { type: '' };
  const least = LEAST[type];
  return bits === undefined || least === undefined || bits >= least ? undefined : { bits, type: type.toUpperCase() };
}

/** A certificate that is its own authority is trusted for itself: nobody looks at its signature. */
function weakSignature(chain: readonly Certificate[]): { subject: string; algorithm: string } | undefined {
  const weak = chain.find(({ signature, selfIssued }) => signature.weak && !selfIssued);
  return weak === undefined ? undefined : { subject: weak.subject, algorithm: weak.signature.name };
}
