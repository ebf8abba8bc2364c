import { readCertificate, type Certificate } from '../protocols/certificate.ts';
import { chainTrust } from './certificate-chain.ts';
import type { MarkCertificate } from './mark-certificate.ts';
import { bimiRoots, markLogo } from './mark-logo.ts';

export interface MarkCertificateFile {
  readonly url: string;
  /** The file as it was fetched: certificates in PEM, the mark certificate first. */
  readonly pem: string;
  /** The indicator as an octet string, where there is one to compare. */
  readonly indicator: string | undefined;
  readonly now: Date;
  /** Whose certificates count: those of the BIMI authorities unless it is said. */
  readonly roots?: readonly Certificate[];
}

/** Certificates read of one file; a chain has two to four. */
const MOST_CERTIFICATES = 10;

/** Reads a file as receivers do (draft-fetch-validation-vmc-wchuang §3–5). Never throws for anything in the file. */
export async function readMarkCertificate({
  url,
  pem,
  indicator,
  now,
  roots = bimiRoots(),
}: MarkCertificateFile): Promise<MarkCertificate> {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) return { state: 'unreadable', url, reason: whatItIs(pem) };
  const chain: Certificate[] = [];
  for (const [index, block] of blocks.slice(0, MOST_CERTIFICATES).entries()) {
    const certificate = readCertificate(Buffer.from(block, 'latin1'));
    if (certificate === undefined)
      return { state: 'unreadable', url, reason: `certificate ${index + 1} in it is damaged` };
    chain.push(certificate);
  }
  const [first, ...issuers] = chain as [Certificate, ...Certificate[]];
  return {
    state: 'read',
    url,
    organisation: first.organisation ?? '',
    names: first.names,
    notBefore: first.notBefore,
    notAfter: first.notAfter,
    trust: chainTrust([first, ...issuers], roots, now),
    logo: await markLogo(first, indicator),
    now,
  };
}

function whatItIs(text: string): string {
  // A SEQUENCE of two length octets: a certificate without its wrapping.
  if (text.startsWith('\x30\x82')) return 'it is DER, and has to be PEM';
  if (/^\s*</.test(text)) return 'it is a web page, or XML';
  if (text.includes('-----BEGIN ')) return 'it holds something in PEM, but no whole certificate';
  return text.trim() === '' ? 'it is empty' : 'it holds no certificate in PEM';
}
