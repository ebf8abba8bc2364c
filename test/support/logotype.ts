import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { extension } from './certificates.ts';
import { der, ia5String, objectIdentifier, octetString, sequence } from './der.ts';

const SHA256 = '2.16.840.1.101.3.4.2.1';
const LOGOTYPE = '1.3.6.1.5.5.7.1.12';

/**
 * The extension that holds the logo of a mark certificate as subjectLogo (RFC 3709 §4.1), gzipped in a data URL
 * (RFC 6170 §5.2). `hash` is what it states of the logo, hex, where that is not the right one.
 */
export function logotype(svg: string, hash?: string): Buffer {
  const digest = hash === undefined ? createHash('sha256').update(svg).digest() : Buffer.from(hash, 'hex');
  const details = sequence(
    ia5String('image/svg+xml'),
    sequence(sequence(sequence(objectIdentifier(SHA256)), octetString(digest))),
    sequence(ia5String(`data:image/svg+xml;base64,${gzipSync(svg, { level: 9 }).toString('base64')}`)),
  );
  // subjectLogo [2], direct [0], one image.
  return extension(LOGOTYPE, sequence(der(0xa2, der(0xa0, sequence(sequence(details))))));
}
