import { describe, expect, test } from 'vitest';
import { clusterOf } from '../../src/replies/cluster.ts';
import { withoutFrame } from '../../src/replies/frames.ts';

const bare = (reply: string): string => withoutFrame(clusterOf(reply));

describe('what a server puts around a reply it quotes is left out, and the reply stays whole:', () => {
  test.each([
    ['Postfix, a reply', 'host mx.example.com[192.0.2.1] said: 550 no (in reply to RCPT TO command)', '550 no'],
    ['Postfix, a greeting', 'host mx.example.com[192.0.2.1] refused to talk to me: 554 no', '554 no'],
    ['Postfix, no host', 'refused to talk to me: 554 no', '554 no'],
    [
      'Postfix, a greeting behind the connection',
      'connect to mx.example.com[192.0.2.1]: server refused to talk to me: 554 no',
      '554 no',
    ],
    ['Postfix, kept back', 'delivery temporarily suspended: lost connection', 'lost connection'],
    ['Postfix, its own refusal', 'NOQUEUE: reject: RCPT from unknown[192.0.2.1]: 550 no', '550 no'],
    [
      'Exim, after a command',
      'SMTP error from remote mail server after RCPT TO:<a@example.com>: host mx.example.com [192.0.2.1]: 550 no',
      '550 no',
    ],
    ['Exim, its own refusal', 'H=mx.example.com [192.0.2.1] F=<a@example.com> rejected RCPT <b@example.com>: no', 'no'],
    ['Exim, giving up', 'no: retry timeout exceeded', 'no'],
    [
      'Exim, all hosts',
      "no: retry timeout exceeded++ all hosts for 'example.com' have been failing for a long time",
      'no',
    ],
    ['qmail', '192.0.2.1 failed after I sent the message. Remote host said: 554 no', '554 no'],
    ['qmail, giving up', "no, I'm not going to try again; this message has been in the queue too long.", 'no'],
    ['Exchange', "Remote Server at example.com (192.0.2.1) returned '550 no", '550 no'],
    ['Exchange, an address', '451 4.4.0 Primary target IP address responded with: "421 no', '421 no'],
    ['Gmail', 'The response from the remote server was: 550 no', '550 no'],
    ['a status in words', '5.1.0 - Unknown address error 550 no', '550 no'],
    ['a host alone', 'host mx.example.com [192.0.2.1] 550 no', '550 no'],
  ])('%s', (_, reply, expected) => {
    expect(bare(reply)).toBe(expected);
  });
});

test.each([
  'host mx.example.com[192.0.2.1] said: 550 (in reply to RCPT TO command)',
  '550 5.1.1 This host is no good',
  'delivery temporarily suspended: host mx.example.com is away',
])('what would leave nothing, or is no frame, stays: %s', (reply) => {
  expect(bare(reply)).toBe(clusterOf(reply));
});
