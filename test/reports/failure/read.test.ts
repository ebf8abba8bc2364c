import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FeedbackMail } from '../../../src/intake/document.ts';
import { parseAuthResults } from '../../../src/reports/failure/auth-results.ts';
import { mailAddress } from '../../../src/reports/failure/mail-address.ts';
import { mailDate } from '../../../src/reports/failure/mail-date.ts';
import { readFailureReport } from '../../../src/reports/failure/read.ts';
import { sourceIn } from '../../../src/reports/failure/source.ts';
import { cpuTime } from '../../support/cpu-time.ts';

const feedback = (text: string, more: Partial<FeedbackMail> = {}): FeedbackMail => ({
  kind: 'feedback',
  path: 'a.eml',
  header: [{ name: 'from', value: 'dmarc@receiver.example' }],
  feedback: text,
  condition: { repairs: [] },
  ...more,
});

describe('a failure report', () => {
  const words = fc.constantFrom(
    'Feedback-Type: auth-failure',
    'Authentication-Results: a; dkim=fail (x',
    'Source-IP: ',
    'Arrival-Date: Fri, 99 Sep 20018 16:48:42 +9900',
    'Incidents: -1',
    ': : :',
    '\t;',
    '((((',
    '"',
    '=?utf-8?B?',
    '\n\n',
    '\r',
    'Original-Mail-From: <<>>@',
    'received from IP x on y',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(words, fc.string({ maxLength: 20 }))).map((parts) => parts.join('\n')),
  );

  test('never makes the reader throw, whatever stands in it', () => {
    const mail = fc.record(
      {
        feedback: text,
        original: text,
        text,
        header: fc.array(fc.record({ name: fc.constantFrom('from', 'subject', 'message-id'), value: text })),
      },
      { requiredKeys: ['header'] },
    );
    fc.assert(
      fc.property(mail, (parts) => {
        const { report, error } = readFailureReport({
          kind: 'feedback',
          path: 'a',
          condition: { repairs: [] },
          ...parts,
        });
        expect(report !== undefined || error !== undefined).toBe(true);
        expect(Number.isSafeInteger(report?.incidents ?? 1)).toBe(true);
      }),
    );
  });

  test('is read in time that follows its length', () => {
    const started = cpuTime();
    for (const filler of ['(', '"', '\\', ' =', 'a b ', '<', ';', ',', ': ', '\t\n', 'x.'])
      for (const field of ['Authentication-Results', 'Original-Mail-From', 'Source-IP', 'Arrival-Date'])
        readFailureReport(
          feedback(`${field}: ${filler.repeat(200_000)}`, {
            original: `DKIM-Signature: ${filler.repeat(200_000)}\nSubject: ${'=?utf-8?Q?'.repeat(20_000)}`,
            text: filler.repeat(200_000),
          }),
        );
    expect(cpuTime() - started).toBeLessThan(20_000);
  }, 60_000);

  test('takes results from the message only where the same receiver wrote them', () => {
    const { report } = readFailureReport(
      feedback('Feedback-Type: auth-failure\nAuthentication-Results: mx.receiver.example; dmarc=fail', {
        original:
          'Authentication-Results: mx.receiver.example; spf=fail smtp.mailfrom=a.example\n' +
          'Authentication-Results: mx.elsewhere.example; dkim=pass header.d=forged.example\nFrom: x@a.example\n\n',
      }),
    );
    expect(report?.authResults.map(({ method, result }) => `${method}=${result}`)).toEqual(['dmarc=fail', 'spf=fail']);
  });

  test('in base64 that nobody says it is in is read all the same', () => {
    const packed = Buffer.from('Feedback-Type: auth-failure\r\nSource-IP: 192.0.2.1\r\n').toString('base64');
    const { report, repairs } = readFailureReport(feedback(packed));
    expect(report).toMatchObject({ feedbackType: 'auth-failure', sourceIp: '192.0.2.1' });
    expect(repairs.map(({ what }) => what)).toContain('the report is in base64 and does not say so: decoded');
  });
});

describe('Authentication-Results', () => {
  const shown = (value: string): string[] =>
    parseAuthResults(value).map(
      ({ authservId = '', method, result, properties }) =>
        `${authservId}|${method}=${result}${properties.map((one) => ` ${one.name}=${one.value}`).join('')}`,
    );

  test.each([
    ['a.example; none', []],
    ['a.example 1; spf=pass smtp.mailfrom=b.example', ['a.example|spf=pass smtp.mailfrom=b.example']],
    ['dmarc=fail (p=none; dis=none) header.from=b.example', ['|dmarc=fail header.from=b.example']],
    ['a.example dmarc=fail', ['a.example|dmarc=fail']],
    ['a.example; dkim/1 = pass header.d = b.example', ['a.example|dkim=pass header.d=b.example']],
    ['a.example; spf=pass smtp.mailfrom="x;y"@b.example', ['a.example|spf=pass smtp.mailfrom=x;y']],
    [
      'a.example; spf=pass smtp.mailfrom=b+c=d.example@e.example',
      ['a.example|spf=pass smtp.mailfrom=b+c=d.example@e.example'],
    ],
    ['a.example; dkim=fail (a (nested) comment) header.b="x=/y"', ['a.example|dkim=fail header.b=x=/y']],
    ['a.example;;; =; spf=', []],
    [
      'a.example; dkim=fail reason="x" action=none spf=softfail smtp.mailfrom=b.example',
      ['a.example|dkim=fail action=none', 'a.example|spf=softfail smtp.mailfrom=b.example'],
    ],
  ])('%s', (value, expected) => {
    expect(shown(value)).toEqual(expected);
  });

  test('come back as they were put together', () => {
    const token = fc.stringMatching(/^[a-z][a-z0-9.-]{0,10}$/);
    const result = fc.record({
      method: token,
      result: token,
      properties: fc.array(fc.record({ name: token, value: token }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(token, fc.array(result, { maxLength: 5 }), (authservId, results) => {
        const isNoProperty = /^(?:reason|arc|dkim|dmarc|spf)$/;
        fc.pre(results.every(({ properties }) => !properties.some(({ name }) => isNoProperty.test(name))));
        const text = results.map(
          (one) =>
            `${one.method}=${one.result}${one.properties.map(({ name, value }) => ` (c) ${name}=${value}`).join('')}`,
        );
        const read = parseAuthResults([authservId, ...text].join(';\n '));
        const whole = read.map(({ authservId: id, method, result: word, properties }) => ({
          authservId: id,
          method,
          result: word,
          properties,
        }));
        expect(whole).toEqual(results.map((one) => ({ authservId, ...one })));
      }),
    );
  });
});

describe('a date', () => {
  test.each([
    ['Fri, 28 Sep 2018 16:48:42 +0800', '2018-09-28T08:48:42.000Z'],
    ['28 Sep 18 16:48 EDT', '2018-09-28T20:48:00.000Z'],
    ['Thu, 29 Apr 2009 00:00:00 -0000 (GMT)', '2009-04-29T00:00:00.000Z'],
    ['Thu, 9 Apr 2006 23:34:45 JST', '2006-04-09T14:34:45.000Z'],
    ['Mon Oct  1 11:20:27 2018', '2018-10-01T11:20:27.000Z'],
    ['Mon Oct  1 11:20:27 CEST 2018', '2018-10-01T09:20:27.000Z'],
    ['01.10.2018 11:20:27', '2018-10-01T11:20:27.000Z'],
    ['2018-10-01T11:20:27+02:00', '2018-10-01T09:20:27.000Z'],
    ['1538385627', '2018-10-01T09:20:27.000Z'],
  ])('%s', (written, expected) => {
    const seconds = mailDate(written)?.seconds ?? Number.NaN;
    expect(new Date(seconds * 1000).toISOString()).toBe(expected);
  });

  test.each(['', 'yesterday', 'Fri, 31 Feb 2026 10:00:00 +0000', '99 Foo 2026 10:00:00', '1 Jan 2026 25:00:00'])(
    '%s is none',
    (written) => expect(mailDate(written)).toBeUndefined(),
  );

  test('comes back as it was written, in any zone', () => {
    const moment = fc.date({ min: new Date('1990-01-01'), max: new Date('2049-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.integer({ min: -14 * 60, max: 14 * 60 }), (date, zone) => {
        const seconds = Math.floor(date.getTime() / 1000);
        const local = new Date((seconds + zone * 60) * 1000).toUTCString().replace(/ GMT$/, '');
        const digits = `${zone < 0 ? '-' : '+'}${String(Math.floor(Math.abs(zone) / 60)).padStart(2, '0')}${String(Math.abs(zone) % 60).padStart(2, '0')}`;
        expect(mailDate(`${local} ${digits}`)).toEqual({ seconds });
      }),
    );
  });
});

test.each([
  ['a@B.Example', 'a@b.example'],
  ['Anna (of b) <a@b.example>', 'a@b.example'],
  ['"A, <x>" <a@b.example>', 'a@b.example'],
  ['rfc822; a@b.example', 'a@b.example'],
  ['<@x.example,@y.example:a@b.example>', 'a@b.example'],
  ['a=c.example@b.example.', 'a=c.example@b.example'],
  ['<>', ''],
  ['redacted', 'redacted'],
])('the address in %s', (written, expected) => {
  expect(mailAddress(written)).toBe(expected);
});

test.each([
  ['192.0.2.1', { ip: '192.0.2.1' }],
  ['192.0.2.1 (mail.a.example)', { ip: '192.0.2.1', host: 'mail.a.example' }],
  ['[IPv6:2001:DB8::1]', { ip: '2001:db8::1' }],
  ['::ffff:192.0.2.1', { ip: '192.0.2.1' }],
  [
    'mail.a.example [192.0.2.1]',
    { ip: '192.0.2.1', host: 'mail.a.example', repair: 'taken from "mail.a.example [192.0.2.1]"' },
  ],
  ['192.0.2.1:25', { ip: '192.0.2.1', port: 25, repair: 'taken from "192.0.2.1:25"' }],
  ['unknown', undefined],
])('the source in %s', (written, expected) => {
  expect(sourceIn(written)).toEqual(expected);
});
