import { describe, expect, test } from 'vitest';
import type { HttpAnswer, ServiceFailure, SmtpAnswer, StartTls } from '../../src/net/services.ts';
import { mailHostChange, pageChange } from '../../src/drift/service-changes.ts';
import { issue } from '../support/certificates.ts';

const URL = 'https://example.com/';
const page = (body: string): HttpAnswer => ({ status: 'ok', code: 200, contentType: 'text/plain', body });
const failed = (failure: ServiceFailure) => ({ status: 'failed', failure, reason: `${failure}!` }) as const;

describe('a page', () => {
  test('is compared line by line, and its last line break is no line', () => {
    expect(pageChange(URL, page('a\r\nb\r\n'), page('a\nb'))).toBeUndefined();
    expect(pageChange(URL, page('a\nb'), page('a\nc'))).toMatchObject({
      kind: 'changed',
      before: ['status 200 text/plain', 'a', 'b'],
      after: ['status 200 text/plain', 'a', 'c'],
    });
  });

  test.each<ServiceFailure>(['dns', 'network', 'timeout', 'unrecorded'])(
    'that fails with %s on either side is undecided, and says why',
    (failure) => {
      expect(pageChange(URL, page(''), failed(failure))).toMatchObject({ kind: 'undecided', reason: `${failure}!` });
      expect(pageChange(URL, failed(failure), page(''))).toMatchObject({
        kind: 'undecided',
        reason: `not known before: ${failure}!`,
      });
      expect(pageChange(URL, failed(failure), failed('certificate'))).toMatchObject({ kind: 'undecided' });
    },
  );

  test.each<ServiceFailure>(['no-address', 'certificate', 'tls', 'protocol', 'too-large'])(
    'that fails with %s has an answer that everybody gets',
    (failure) => {
      expect(pageChange(URL, page(''), failed(failure))).toMatchObject({
        kind: 'changed',
        after: [`no answer: ${failure}!`],
      });
      expect(pageChange(URL, failed(failure), failed(failure))).toBeUndefined();
    },
  );

  test('that redirects elsewhere has changed', () => {
    const to = (location: string): HttpAnswer => ({ status: 'ok', code: 301, contentType: '', location, body: '' });
    expect(pageChange(URL, to('/a'), to('/b'))).toMatchObject({
      before: ['status 301 to /a'],
      after: ['status 301 to /b'],
    });
  });
});

describe('a mail host', () => {
  const host = (startTls: StartTls, banner = 'mx'): SmtpAnswer => ({ status: 'ok', banner, extensions: [], startTls });
  const session = (certificate: Buffer, changed: object = {}): StartTls => ({
    state: 'established',
    protocol: 'TLSv1.3',
    cipher: 'TLS_AES_256_GCM_SHA384',
    certificates: [certificate.toString('base64')],
    distrust: '',
    ...changed,
  });
  const compared = (before: SmtpAnswer, after: SmtpAnswer) =>
    mailHostChange('mx.example.com', '192.0.2.1', before, after);
  const { der } = issue({
    names: ['mx.example.com'],
    commonName: 'mx.example.com',
    from: '2026-01-01',
    until: '2026-04-01',
  });

  test('that greets with another time of day has not changed', () => {
    expect(compared(host({ state: 'not-offered' }, '10:00'), host({ state: 'not-offered' }, '11:00'))).toBeUndefined();
  });

  test('tells of its certificate in words', () => {
    expect(compared(host({ state: 'not-offered' }), host(session(der)))).toMatchObject({
      name: 'mx.example.com (192.0.2.1)',
      type: 'SMTP',
      kind: 'changed',
      before: ['STARTTLS not offered'],
      after: [
        'STARTTLS TLSv1.3 TLS_AES_256_GCM_SHA384',
        'certificate of mx.example.com (mx.example.com) by mx.example.com, 2026-01-01 to 2026-04-01',
      ],
    });
  });

  test.each([
    ['protocol', { protocol: 'TLSv1.2' }],
    ['cipher', { cipher: 'TLS_CHACHA20_POLY1305_SHA256' }],
    ['trust', { distrust: 'the certificate is self-signed' }],
    ['certificate', { certificates: ['AAAA'] }],
  ])('of which the %s differs has changed', (_, changed) => {
    expect(compared(host(session(der)), host(session(der)))).toBeUndefined();
    expect(compared(host(session(der)), host(session(der, changed)))).toMatchObject({ kind: 'changed' });
  });

  test('that is silent is undecided', () => {
    expect(compared(host({ state: 'not-offered' }), failed('timeout'))).toMatchObject({ kind: 'undecided' });
  });
});
