import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDkimKey, printDkimKey, resemblesDkimKey } from '../../src/protocols/dkim-key.ts';
import { corrected } from '../../src/protocols/tag-list-edit.ts';
import { damaged, lists } from '../support/tag-lists.ts';
import { expectInside } from '../support/ranges.ts';

// RFC 8463 App. A.2
const ED25519 = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';
const RSA_1024 =
  'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB';
const rsa = createPublicKey({ key: Buffer.from(RSA_1024, 'base64'), format: 'der', type: 'spki' });
const PKCS1 = rsa.export({ type: 'pkcs1', format: 'der' }).toString('base64');
const ED25519_SPKI = Buffer.concat([
  Buffer.from('302a300506032b6570032100', 'hex'),
  Buffer.from(ED25519, 'base64'),
]).toString('base64');

const codes = (text: string) => parseDkimKey(text).problems.map(({ code }) => code);
const key = (text: string) => parseDkimKey(text).value;

describe('a DKIM key record', () => {
  test('holds an RSA key whose size and exponent are known', () => {
    const { value, problems } = parseDkimKey(`v=DKIM1; k=rsa; p=${RSA_1024}`);
    expect(problems).toEqual([]);
    expect(value.material).toMatchObject({ type: 'rsa', bits: 1024, exponent: 65537, encoding: 'spki' });
    expect(value).toMatchObject({ usable: true, revoked: false, keyType: 'rsa', services: ['*'], testing: false });
  });

  test('holds an Ed25519 key as 32 octets', () => {
    const { value, problems } = parseDkimKey(`v=DKIM1; k=ed25519; p=${ED25519}`);
    expect(problems).toEqual([]);
    expect(value.material).toMatchObject({ type: 'ed25519', encoding: 'raw' });
    expect(value.usable).toBe(true);
  });

  test('needs no version and no key type', () => {
    expect(codes(`p=${RSA_1024}`)).toEqual([]);
    expect(key(`p=${RSA_1024}`).usable).toBe(true);
  });

  test('with an empty p= is revoked, and without p= is no key', () => {
    expect(key('v=DKIM1; p=')).toMatchObject({ revoked: true, usable: false });
    expect(codes('v=DKIM1; p=')).toEqual([]);
    expect(key('v=DKIM1; k=rsa')).toMatchObject({ revoked: false, usable: false });
    expect(codes('v=DKIM1; k=rsa')).toEqual(['missing-key']);
  });

  test('with another version, or the version not first, is discarded', () => {
    expect(codes(`v=dkim1; p=${RSA_1024}`)).toEqual(['version']);
    expect(codes(`v=DKIM2; p=${RSA_1024}`)).toEqual(['version']);
    expect(codes(`p=${RSA_1024}; v=DKIM1`)).toEqual(['version-not-first']);
    expect(key(`v=dkim1; p=${RSA_1024}`).usable).toBe(false);
    expect(key(`p=${RSA_1024}; v=DKIM1`).usable).toBe(false);
  });

  test('with a tag given twice is invalid', () => {
    expect(codes(`v=DKIM1; p=${RSA_1024}; p=${RSA_1024}`)).toEqual(['duplicate']);
    expect(key(`v=DKIM1; p=${RSA_1024}; p=${RSA_1024}`).usable).toBe(false);
  });

  test('with a lost semicolon is corrected to one that works', () => {
    const text = `v=DKIM1 k=rsa; p=${RSA_1024}`;
    const { problems } = parseDkimKey(text);
    expect(problems.map(({ code }) => code)).toContain('missing-separator');
    expect(key(corrected(text, problems)).usable).toBe(true);
  });

  test('says which hashes, services and flags it is for', () => {
    const { value, problems } = parseDkimKey(`h=sha1:SHA256; s=email:other; t=y:s:q; p=${RSA_1024}`);
    expect(value).toMatchObject({ hashes: ['sha1', 'sha256'], services: ['email', 'other'], flags: ['y', 's', 'q'] });
    expect(value).toMatchObject({ testing: true, strictIdentity: true, usable: true });
    expect(problems.map(({ code }) => code)).toEqual(['unknown-service', 'unknown-flag']);
  });

  test('for sha1 only, or for no mail, verifies nothing', () => {
    expect(codes(`h=sha1; p=${RSA_1024}`)).toEqual(['no-sha256']);
    expect(codes(`s=tlsrpt; p=${RSA_1024}`)).toEqual(['unknown-service', 'not-for-email']);
    expect(key(`h=sha1; p=${RSA_1024}`).usable).toBe(false);
    expect(key(`s=tlsrpt; p=${RSA_1024}`).usable).toBe(false);
  });

  test('may hold notes, the granularity of old, and tags nobody knows', () => {
    const { value, problems } = parseDkimKey(`v=DKIM1; g=*; n=for=20the=20shop; x=1; p=${RSA_1024}`);
    expect(value).toMatchObject({ granularity: '*', notes: 'for=20the=20shop', usable: true });
    expect(problems.map(({ code }) => code)).toEqual(['granularity', 'unknown-tag']);
  });
});

describe('the key in p=', () => {
  test('cut at 255 octets of the record is recognised as cut', () => {
    const cut = `v=DKIM1; k=rsa; p=${RSA_1024}`.slice(0, 200);
    expect(codes(cut)).toEqual(['truncated']);
    expect(key(cut).material).toBeUndefined();
  });

  test('cut anywhere is never taken for a key', () => {
    for (let length = 8; length < RSA_1024.length; length++) {
      expect(key(`v=DKIM1; p=${RSA_1024.slice(0, length)}`).usable, `${length}`).toBe(false);
    }
  });

  test('with quotes of a zone file inside is read, and not usable', () => {
    const { value, problems } = parseDkimKey(`v=DKIM1; p=${RSA_1024.slice(0, 90)}" "${RSA_1024.slice(90)}`);
    expect(problems.map(({ code }) => code)).toEqual(['base64-character', 'base64-blank', 'base64-character']);
    expect(value.material).toMatchObject({ bits: 1024 });
    expect(value.usable).toBe(false);
  });

  test('may be folded', () => {
    expect(codes(`v=DKIM1; p=${RSA_1024.slice(0, 90)} ${RSA_1024.slice(90)}`)).toEqual(['base64-blank']);
    expect(key(`v=DKIM1; p=${RSA_1024.slice(0, 90)} ${RSA_1024.slice(90)}`).usable).toBe(true);
  });

  test('of the wrong length, with bad padding, or with "=" inside is reported', () => {
    expect(codes('p=AAAAA')).toEqual(['base64-length']);
    expect(codes(`k=ed25519; p=${ED25519.slice(0, -1)}`)).toEqual(['base64-padding']);
    expect(codes(`p=${RSA_1024.slice(0, 90)}=${RSA_1024.slice(90)}`)).toEqual(['base64-character']);
  });

  test('that is no key is said to be none', () => {
    expect(codes('p=aGVsbG8gd29ybGQ=')).toEqual(['not-a-key']);
    expect(codes('p=MAA=')).toEqual(['not-a-key']);
  });

  test('with octets behind its end still works', () => {
    const longer = Buffer.concat([Buffer.from(RSA_1024, 'base64'), Buffer.from('xx')]).toString('base64');
    expect(codes(`p=${longer}`)).toEqual(['trailing-octets']);
    expect(key(`p=${longer}`).usable).toBe(true);
  });

  test('as bare RSAPublicKey is read, and the usual form is offered', () => {
    const { value, problems } = parseDkimKey(`p=${PKCS1}`);
    expect(value.material).toMatchObject({ type: 'rsa', bits: 1024, encoding: 'pkcs1' });
    expect(problems).toMatchObject([{ code: 'rsa-unwrapped', replacement: RSA_1024 }]);
    expect(value.usable).toBe(true);
  });

  test('as wrapped Ed25519 key is read, and the 32 octets are offered', () => {
    const { value, problems } = parseDkimKey(`k=ed25519; p=${ED25519_SPKI}`);
    expect(value.material).toMatchObject({ type: 'ed25519', encoding: 'spki' });
    expect(problems).toMatchObject([{ code: 'ed25519-wrapped', replacement: ED25519 }]);
    expect(value.usable).toBe(false);
  });

  test('of another type than k= says is no use', () => {
    expect(codes(`p=${ED25519}`)).toEqual(['key-type-mismatch']);
    expect(codes(`k=ed25519; p=${RSA_1024}`)).toEqual(['key-type-mismatch']);
    expect(codes(`k=dsa; p=${RSA_1024}`)).toEqual(['unknown-key-type']);
    expect(key(`p=${ED25519}`).usable).toBe(false);
  });

  test('being the private key is said aloud', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
    expect(codes(`p=${pem}`)).toEqual(['private-key']);
    expect(key(`p=${pem}`)).toMatchObject({ usable: false });
  });

  test('has one fingerprint, however it is wrapped', () => {
    const fingerprint = (text: string) => key(text).material?.fingerprint;
    expect(fingerprint(`p=${PKCS1}`)).toBe(fingerprint(`v=DKIM1; p=${RSA_1024}`));
    expect(fingerprint(`k=ed25519; p=${ED25519}`)).toBe(fingerprint(`k=ed25519; p=${ED25519_SPKI}`));
    expect(fingerprint(`p=${RSA_1024}`)).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprint(`p=${RSA_1024}`)).not.toBe(fingerprint(`k=ed25519; p=${ED25519}`));
  });
});

describe('DKIM keys of all sorts', () => {
  const texts = fc.oneof(lists, damaged(`v=DKIM1; k=rsa; t=s; p=${RSA_1024}`), damaged(`k=ed25519; p=${ED25519}`));

  test('no text makes the parser throw, and every range lies inside it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expectInside(text, parseDkimKey(text).problems);
      }),
      { numRuns: 500 },
    );
  });

  test('a printed key reads as the same key', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const plain = ({ value }: ReturnType<typeof parseDkimKey>) => ({
          ...value,
          tags: value.tags.length,
          usable: 0,
        });
        const read = parseDkimKey(text);
        expect(plain(parseDkimKey(printDkimKey(read.value)))).toEqual(plain(read));
      }),
      { numRuns: 500 },
    );
  });

  test('texts that mean to be keys are told from others', () => {
    expect(resemblesDkimKey(`p=${RSA_1024}`)).toBe(true);
    expect(resemblesDkimKey('v=dkim1; k=rsa')).toBe(true);
    expect(resemblesDkimKey('v=spf1 -all')).toBe(false);
    expect(resemblesDkimKey('google-site-verification=abc')).toBe(false);
  });
});
