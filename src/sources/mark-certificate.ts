import { absent, found, unknown, type Fact } from '../core/facts.ts';
import type { ChainTrust } from './certificate-chain.ts';
import type { MarkLogo } from './mark-logo.ts';
import { defineSource } from './source.ts';

/** The mark certificate that the `a=` of a BIMI record names (Minimum Security Requirements for Mark Certificates). */
export type MarkCertificate =
  /** The file holds no certificate that could be read; why, as a phrase. */
  | { readonly state: 'unreadable'; readonly url: string; readonly reason: string }
  | {
      readonly state: 'read';
      readonly url: string;
      /** Whom it was issued to; empty where it does not say. */
      readonly organisation: string;
      /** Domain names it is for, lower case: `example.com`, `default._bimi.example.com`. */
      readonly names: readonly string[];
      readonly notBefore: Date;
      readonly notAfter: Date;
      readonly trust: ChainTrust;
      readonly logo: MarkLogo;
      /** What time it is: checks have no clock. */
      readonly now: Date;
    };

export type Value = MarkCertificate;

export default defineSource<MarkCertificate>({
  absence: 'there is no mark certificate',
  async gather({ fact, now }): Promise<Fact<MarkCertificate>> {
    const bimi = await fact('bimi');
    if (bimi.state !== 'found') return bimi;
    const { evidence, indicator } = bimi.value;
    if (evidence?.state === 'unknown') return unknown(evidence.reason);
    if (evidence?.state !== 'found') return absent;
    // Reading one takes a library of its own, which is only loaded where there is a certificate.
    const { readMarkCertificate } = await import('./mark-certificate-reading.ts');
    const { url, body } = evidence;
    return found(await readMarkCertificate({ url, pem: body, indicator: indicator?.svg?.body, now }));
  },
});
