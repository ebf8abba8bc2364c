import { X509Certificate } from 'node:crypto';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import type { BIMIData } from 'mailauth';
import { validateVMC } from 'mailauth/lib/bimi/index.js';
import { readCertificate, type Certificate } from '../protocols/certificate.ts';

/** The logo inside a mark certificate (RFC 3709, RFC 6170 §5.2), and what the certificate is for. */
export type MarkLogo =
  | {
      readonly state: 'found';
      /** `Registered Mark`, `Prior Use Mark` …; empty where the certificate does not say. */
      readonly markType: string;
      /** A VMC vouches for a registered trademark, a CMC for a mark in use. */
      readonly type: 'VMC' | 'CMC';
      /** Whether it is the indicator, octet by octet; absent where there is no indicator to compare. */
      readonly isIndicator?: boolean;
    }
  /** The certificate was not issued for marks: it lacks the key purpose 1.3.6.1.5.5.7.3.31. */
  | { readonly state: 'other-purpose' }
  /** There is no logo in it that receivers would show; why, in the words of mailauth. */
  | { readonly state: 'unusable'; readonly reason: string };

/** Octets of a logo unpacked; the profile recommends 32 KiB. */
const LONGEST_LOGO = 1 << 20;

/** Reads the certificate with mailauth, as a receiver that uses it would. */
export async function markLogo({ der, notBefore }: Certificate, indicator: string | undefined): Promise<MarkLogo> {
  if (unpacksTooFar(Buffer.from(der).toString('latin1'))) {
    return { state: 'unusable', reason: 'the logo in it unpacks to more than a megabyte' };
  }
  const certificate = new X509Certificate(der);
  const files = {
    // Files in hand, and no addresses: mailauth fetches nothing.
    authorityPath: Buffer.from(certificate.toString()),
    ...(indicator === undefined ? {} : { locationPath: Buffer.from(indicator, 'latin1') }),
  };
  const result = await validateVMC(files as unknown as BIMIData, {
    // Dates and the chain are judged elsewhere, each for itself; mailauth stops at the first fault.
    now: notBefore,
    rootStore: { rootCerts: [{ fingerprint512: certificate.fingerprint512, ca: true }] },
  });
  const authority = result === false ? undefined : (result.authority as Authority | undefined);
  const { vmc, error } = authority ?? {};
  if (vmc !== undefined) {
    return {
      state: 'found',
      markType: vmc.certificate?.subject?.markType ?? '',
      type: vmc.type === 'CMC' ? 'CMC' : 'VMC',
      ...(indicator === undefined ? {} : { isIndicator: authority?.hashMatch === true }),
    };
  }
  if (error?.code === 'BIMI_EXT_KEY_MISSING') return { state: 'other-purpose' };
  const why = [error?.message ?? 'it cannot be read', error?.details?.message].filter((part) => part !== undefined);
  return { state: 'unusable', reason: why.join(': ') };
}

/** mailauth unpacks whatever a data URL in the certificate holds, and gzip makes a thousand octets of one. */
function unpacksTooFar(octets: string): boolean {
  const commas = new Set<number>();
  for (let at = octets.indexOf('data:'); at !== -1; at = octets.indexOf('data:', at + 1)) {
    const comma = octets.indexOf(',', at);
    if (comma === -1) return false;
    // Several may share a comma: each stretch is unpacked once.
    if (commas.has(comma)) continue;
    commas.add(comma);
    if (commas.size > MOST_DATA_URLS || isBomb(octets.slice(comma + 1))) return true;
  }
  return false;
}

/** Data URLs in one certificate; there is one for each format of the logo. */
const MOST_DATA_URLS = 10;

function isBomb(base64: string): boolean {
  try {
    gunzipSync(Buffer.from(base64, 'base64'), { maxOutputLength: LONGEST_LOGO });
    return false;
  } catch (error) {
    return error instanceof RangeError; // ERR_BUFFER_TOO_LARGE; anything else is no gzip, and mailauth says so
  }
}

/** What we use of mailauth's answer. */
interface Authority {
  readonly vmc?: {
    readonly type?: string;
    readonly certificate?: { readonly subject?: { readonly markType?: string } };
  };
  readonly error?: {
    readonly code?: string;
    readonly message: string;
    readonly details?: { readonly message?: string };
  };
  readonly hashMatch?: boolean;
}

/** Roots of the authorities that issue mark certificates, as mailauth's own dependency carries them. */
export function bimiRoots(): readonly Certificate[] {
  const own = createRequire(import.meta.url);
  const { RootStore } = createRequire(own.resolve('mailauth/lib/bimi/index.js'))('@postalsys/vmc') as {
    RootStore: { create(): { rootCerts: readonly X509Certificate[] } };
  };
  return RootStore.create().rootCerts.flatMap(({ raw }) => readCertificate(raw) ?? []);
}
