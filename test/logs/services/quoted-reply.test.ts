import { expect, test } from 'vitest';
import type { Draft } from '../../../src/logs/event.ts';
import { addQuotedReply } from '../../../src/logs/json/quoted-reply.ts';

function reply(said: string, code?: number): Partial<Draft> {
  const event: Draft = { time: 0, kind: 'bounced', source: '', ids: {}, recipientDomain: '', tags: {} };
  addQuotedReply(event, said, code);
  const { code: found, enhancedCode, diagnostic } = event;
  return { code: found, enhancedCode, diagnostic };
}

test.each([
  ['smtp;550 5.1.1 no such user', 550, '5.1.1', '550 5.1.1 no such user'],
  ['smtp; 550-5.7.26 not\r\n550 5.7.26 authenticated', 550, '5.7.26', '550-5.7.26 not 550 5.7.26 authenticated'],
  ['sent (250 2.0.0 OK 1433333948 - gsmtp)', 250, '2.0.0', '250 2.0.0 OK 1433333948 - gsmtp'],
  ['soft bounce (450 4.2.0 later)', 450, '4.2.0', '450 4.2.0 later'],
  ['550 RecipientError: 550 5.1.1 <a@b.example>: unknown', 550, '5.1.1', undefined],
  [' RecipientError: 550 mailbox unavailable', 550, undefined, 'RecipientError: 550 mailbox unavailable'],
  ['452 #4.2.2 mailbox full', 452, '4.2.2', undefined],
  ['550 no such user (#5.1.1)', 550, '5.1.1', undefined],
  ['5.1.1 user unknown', undefined, '5.1.1', undefined],
  ['X-Postfix; unknown user: "ann"', undefined, undefined, 'unknown user: "ann"'],
])('%j tells its codes', (said, code, enhancedCode, diagnostic) => {
  expect(reply(said)).toEqual({ code, enhancedCode, diagnostic: diagnostic ?? said });
});

test('a number that is no reply code, and an address that is no enhanced code, are neither', () => {
  expect(reply('given up after 500 attempts')).toMatchObject({ code: undefined, enhancedCode: undefined });
  expect(reply('Client host [5.1.1.4] blocked')).toMatchObject({ code: undefined, enhancedCode: undefined });
  expect(reply('250 OK id=5.1.1')).toMatchObject({ code: 250, enhancedCode: undefined });
  expect(reply('undefined Unable to find MX of domain gone.example')).toMatchObject({ code: undefined });
});

test('a code that is named apart stands above one in the text, unless it is none', () => {
  expect(reply('[CS01] Message rejected due to local policy', 555)).toMatchObject({ code: 555 });
  expect(reply('5.5.1 User Unknown', 550)).toMatchObject({ code: 550, enhancedCode: '5.5.1' });
  expect(reply('550 5.1.1 no', 0)).toMatchObject({ code: 550 });
  expect(reply('', 550)).toEqual({ code: 550, enhancedCode: undefined, diagnostic: undefined });
});
