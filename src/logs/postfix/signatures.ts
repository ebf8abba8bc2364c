import { type OfSpan, spanCache } from '../span-cache.ts';

/** A DKIM signature that was added here. */
export interface Signature {
  readonly domain: string;
  readonly selector: string;
}
/** A list of it alone, which all messages share that have no other. */
type Signatures = readonly Signature[];

/** opendkim, `SyslogSuccess yes`: `DKIM-Signature field added (s=news, d=example.com)` */
const SIGNED = /^DKIM-Signature field added \(s=([^,\s]+), d=([^)\s]+)\)/;

/** Reads what a signer says; empty where it says something else. */
export const signatureReader = (): OfSpan<Signatures> =>
  spanCache((part) => {
    const match = SIGNED.exec(part);
    return match === null ? [] : [{ selector: match[1] ?? '', domain: (match[2] ?? '').toLowerCase() }];
  });
