import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { quote, type Correctable, type TextRange } from './tag-list.ts';

/** A public key as verifiers see it. */
export type KeyMaterial = {
  /** SHA-256 of the key as SubjectPublicKeyInfo, in hex: equal keys are equal here, however they were wrapped. */
  readonly fingerprint: string;
} & (
  | {
      readonly type: 'rsa';
      /** Bits of the modulus. */
      readonly bits: number;
      readonly exponent: number;
      /** `spki` is what everybody publishes; `pkcs1` is the bare RSAPublicKey. */
      readonly encoding: 'spki' | 'pkcs1';
    }
  | {
      readonly type: 'ed25519';
      /** `raw` is the 32 octets that RFC 8463 §4 asks for. */
      readonly encoding: 'raw' | 'spki';
    }
);

export type KeyMaterialCode =
  /** A character that is not of the base64 alphabet: quotes, backslashes, `-` and `_` of base64url … */
  | 'base64-character'
  /** Blanks in the key: folding white space is allowed (RFC 6376 §3.6.1), and some verifiers stumble over it. */
  | 'base64-blank'
  /** A number of characters no base64 text can have: something is missing or too much. */
  | 'base64-length'
  /** The `=` at the end do not fit the length; most decoders do not mind. */
  | 'base64-padding'
  /** The key says that it is longer than it is: the usual sign of a record cut at 255 octets. */
  | 'truncated'
  /** Octets behind the end of the key. */
  | 'trailing-octets'
  /** Decodes, but is no public key. */
  | 'not-a-key'
  /** The key is of another type than `k=` says. */
  | 'key-type-mismatch'
  /** An RSA key as bare RSAPublicKey (RFC 8017 A.1.1), which RFC 6376 names and verifiers may not read. */
  | 'rsa-unwrapped'
  /** An Ed25519 key in a SubjectPublicKeyInfo, where the 32 octets alone are wanted. */
  | 'ed25519-wrapped'
  /** A private key: whoever reads it can sign as the domain. */
  | 'private-key';

type KeyProblem = Correctable<KeyMaterialCode>;
interface ReadKey {
  readonly value: KeyMaterial | undefined;
  readonly problems: readonly KeyProblem[];
}

const DER_SEQUENCE = 0x30;
const ED25519_OCTETS = 32;
/** SubjectPublicKeyInfo of an Ed25519 key up to its 32 octets (RFC 8410 §4). */
const ED25519_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Decodes the value of `p=`; `offset` is where it starts in the record. */
export function readKeyMaterial(base64: string, keyType: string, offset: number): ReadKey {
  const at = { start: offset, end: offset + base64.length };
  const { octets, problems } = base64Octets(base64, offset);
  const declared = derLength(octets);
  const wrong = (code: KeyMaterialCode, message: string): KeyProblem => ({ code, message, ...at });

  // A raw key may well begin like DER by chance, so k= has the first word.
  if (octets.length === ED25519_OCTETS && (keyType === 'ed25519' || declared === undefined)) {
    const value = material(publicKey(Buffer.concat([ED25519_PREFIX, octets]), 'spki'), 'raw');
    return { value, problems: [...problems, ...mismatch(value, keyType, at)] };
  }
  if (declared !== undefined && declared > octets.length) {
    // The odd number of characters comes from the cut and needs no word of its own.
    const others = problems.filter(({ code }) => code !== 'base64-length' && code !== 'base64-padding');
    const message = `The key is cut off: it says that it has ${declared} octets and has ${octets.length}`;
    return { value: undefined, problems: [...others, wrong('truncated', message)] };
  }
  if (declared !== undefined && declared < octets.length) {
    problems.push(wrong('trailing-octets', `${octets.length - declared} octets follow behind the end of the key`));
  }
  const der = declared === undefined ? octets : octets.subarray(0, declared);
  if (isPrivateKey(der)) {
    const message = 'This is a private key: whoever reads it can sign as the domain';
    return { value: undefined, problems: [...problems, wrong('private-key', message)] };
  }
  const spki = publicKey(der, 'spki');
  const key = spki ?? publicKey(der, 'pkcs1');
  const value = material(key, spki === undefined ? 'pkcs1' : 'spki');
  if (value !== undefined) {
    return { value, problems: [...problems, ...mismatch(value, keyType, at), ...wrapping(value, key!, at)] };
  }
  const damaged = problems.some(({ code }) => code === 'base64-character' || code === 'base64-length');
  // Damaged base64 has been reported; that it holds no key then goes without saying.
  if (!damaged) problems.push(wrong('not-a-key', `The ${octets.length} octets in p= are no ${keyType} public key`));
  return { value: undefined, problems };
}

function mismatch(value: KeyMaterial | undefined, keyType: string, at: TextRange): KeyProblem[] {
  if (value === undefined || value.type === keyType || (keyType !== 'rsa' && keyType !== 'ed25519')) return [];
  const names = { rsa: 'an RSA', ed25519: 'an Ed25519' };
  const message = `This is ${names[value.type]} key, but its type is given as ${quote(keyType)}`;
  return [{ code: 'key-type-mismatch', message, ...at }];
}

function wrapping(value: KeyMaterial, key: KeyObject, at: TextRange): KeyProblem[] {
  const spki = key.export({ type: 'spki', format: 'der' });
  if (value.type === 'ed25519') {
    const message = 'The Ed25519 key is wrapped in a SubjectPublicKeyInfo, where its 32 octets alone are wanted';
    return [
      { code: 'ed25519-wrapped', message, ...at, replacement: spki.subarray(-ED25519_OCTETS).toString('base64') },
    ];
  }
  if (value.encoding === 'spki') return [];
  const message = 'The RSA key is a bare RSAPublicKey without SubjectPublicKeyInfo, which not every verifier reads';
  return [{ code: 'rsa-unwrapped', message, ...at, replacement: spki.toString('base64') }];
}

/** What the text decodes to when everything foreign to base64 is left out, and what that was. */
function base64Octets(base64: string, offset: number): { octets: Buffer; problems: KeyProblem[] } {
  const problems: KeyProblem[] = [];
  for (const match of base64.matchAll(/[ \t\r\n]+|[^A-Za-z0-9+/= \t\r\n]+/g)) {
    const at = { start: offset + match.index, end: offset + match.index + match[0].length, replacement: '' };
    if (/[ \t\r\n]/.test(match[0])) problems.push({ code: 'base64-blank', message: 'The key has blanks in it', ...at });
    else problems.push({ code: 'base64-character', message: `${quote(match[0])} is no base64`, ...at });
  }
  const text = base64.replaceAll(/[^A-Za-z0-9+/=]/g, '');
  const body = text.replace(/={1,2}$/, '');
  const inside = body.indexOf('=');
  if (inside !== -1) {
    const start = offset + base64.indexOf('=');
    problems.push({
      code: 'base64-character',
      message: 'There is a "=" inside the key, which may only stand at its end',
      start,
      end: start + 1,
    });
  }
  const sextets = body.replaceAll('=', '');
  const at = { start: offset, end: offset + base64.length };
  const expected = (4 - (sextets.length % 4)) % 4;
  if (expected === 3) {
    problems.push({
      code: 'base64-length',
      message: `The key has ${sextets.length} base64 characters, and no base64 text has`,
      ...at,
    });
  } else if (inside === -1 && text.length - body.length !== expected) {
    problems.push({
      code: 'base64-padding',
      message: `The key ends in ${text.length - body.length} "=" instead of ${expected}`,
      ...at,
    });
  }
  return { octets: Buffer.from(sextets, 'base64'), problems };
}

/** Octets of the outermost DER SEQUENCE with its header (X.690 §8.1.3), as it says itself; undefined where it is none. */
function derLength(octets: Buffer): number | undefined {
  if (octets[0] !== DER_SEQUENCE || octets[1] === undefined) return undefined;
  if (octets[1] < 0x80) return 2 + octets[1];
  const width = octets[1] & 0x7f;
  // Four octets of length are 4 GB; no key needs more, and nothing overflows.
  if (width === 0 || width > 4 || octets.length < 2 + width) return undefined;
  return 2 + width + octets.readUIntBE(2, width);
}

function publicKey(der: Buffer, type: 'spki' | 'pkcs1'): KeyObject | undefined {
  try {
    return createPublicKey({ key: der, format: 'der', type });
  } catch {
    return undefined;
  }
}

/** PKCS #1 and PKCS #8 private keys, of which OpenSSL would gladly take the public half, start with a small version number in their SEQUENCE (RFC 8017 A.1.2, RFC 5958). */
function isPrivateKey(der: Buffer): boolean {
  if (der[0] !== DER_SEQUENCE || der[1] === undefined) return false;
  const header = der[1] < 0x80 ? 2 : 2 + (der[1] & 0x7f);
  return der[header] === 0x02 && der[header + 1] === 0x01 && der[header + 2]! <= 1;
}

function material(key: KeyObject | undefined, encoding: 'raw' | 'spki' | 'pkcs1'): KeyMaterial | undefined {
  if (key === undefined) return undefined;
  const fingerprint = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  if (key.asymmetricKeyType === 'ed25519' && encoding !== 'pkcs1') return { type: 'ed25519', encoding, fingerprint };
  if (key.asymmetricKeyType !== 'rsa' || encoding === 'raw') return undefined;
  const { modulusLength, publicExponent } = key.asymmetricKeyDetails ?? {};
  return { type: 'rsa', encoding, bits: modulusLength ?? 0, exponent: Number(publicExponent ?? 0n), fingerprint };
}
