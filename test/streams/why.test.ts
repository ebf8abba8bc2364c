import { expect, test } from 'vitest';
import { signatureOf } from '../../src/streams/signature.ts';
import { whyFailing } from '../../src/streams/why.ts';
import { organisation, row, type RowText } from './period.ts';

const why = (text: RowText): string[] =>
  whyFailing(signatureOf(row(text)), (domain) => domain !== '' && organisation(domain) === 'example.com').map(
    ({ code, text: said }) => `${code}: ${said}`,
  );

test.each<[string, RowText, readonly string[]]>([
  ['what passes by DKIM', { dkim: ['example.com s1 pass'] }, []],
  ['what passes by SPF', { spf: ['example.com pass'] }, []],
  ['no results', {}, ['dkim-none: no DKIM signature', 'spf-none: no SPF result']],
  [
    'a reporter that writes `none` for an unsigned message',
    { dkim: ['example.com - none'], spf: ['example.com none'] },
    ['dkim-none: no DKIM signature', 'spf-none: no SPF record at example.com'],
  ],
  [
    'a broken signature',
    { dkim: ['example.com s1 fail'], spf: ['example.com fail'] },
    [
      'dkim-broken: the signature of example.com (selector s1) does not verify',
      'spf-unauthorised: not in the SPF record of example.com',
    ],
  ],
  [
    'the selector named is that of the broken signature',
    { dkim: ['example.com s1 temperror', 'mail.example.com s2 fail'], spf: ['example.com softfail'] },
    [
      'dkim-broken: the signature of mail.example.com (selector s2) does not verify',
      'spf-unauthorised: not in the SPF record of example.com',
    ],
  ],
  [
    'what could not be checked',
    { dkim: ['example.com s1 permerror'], spf: ['example.com temperror'] },
    [
      'dkim-error: the signature of example.com (selector s1) could not be checked: permerror',
      'spf-error: SPF of example.com could not be evaluated: temperror',
    ],
  ],
  [
    'somebody else’s names',
    { dkim: ['desk.test s pass'], spf: ['desk.test pass'] },
    ['dkim-unaligned: signs as desk.test', 'spf-unaligned: SPF passes for desk.test'],
  ],
  [
    'strict alignment names the signature that passed',
    { dkim: ['example.com s1 fail', 'mail.example.com s2 pass'], spf: ['mail.example.com pass'], aligned: [] },
    [
      'dkim-strict: signed by mail.example.com, which strict alignment does not accept',
      'spf-strict: SPF passes for mail.example.com, which strict alignment does not accept',
    ],
  ],
  [
    'an SPF pass for the HELO name',
    { spf: ['mail.example.com pass helo'], aligned: [] },
    ['dkim-none: no DKIM signature', 'spf-unaligned: SPF passes for the HELO name mail.example.com'],
  ],
  [
    'a report with the envelope, but no SPF result',
    { envelopeFrom: 'bounce.example.com' },
    ['dkim-none: no DKIM signature', 'spf-none: no SPF result'],
  ],
])('%s', (_, text, expected) => {
  expect(why(text)).toEqual(expected);
});
