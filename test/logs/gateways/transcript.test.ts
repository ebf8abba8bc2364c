import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replyLines } from '../../../src/logs/transcript/replies.ts';
import { type Outcome, smtpSession } from '../../../src/logs/transcript/session.ts';

const replies = fc.constantFrom('250 ok', '450 4.2.0 later', '550 5.1.1 no', '552 5.2.2 full');

/** A session with one message for so many, answered so. */
function talk(answers: readonly string[], end: string | undefined): Outcome[] {
  const session = smtpSession();
  const outcomes: Outcome[] = [...session.received('220 mx.example.net ESMTP')];
  const say = (command: string, reply: string): void => {
    session.sent(command);
    outcomes.push(...session.received(reply));
  };
  say('EHLO mail.example.com', '250 mx.example.net');
  say('MAIL FROM:<s@example.com> SIZE=9', '250 ok');
  answers.forEach((reply, n) => say(`RCPT TO:<r${n}@example.net>`, reply));
  if (answers.includes('250 ok') && end !== undefined) {
    say('DATA', '354 go');
    say('[nl].', end);
  }
  outcomes.push(...session.broken());
  return outcomes;
}

test('whatever is answered, each recipient has one outcome', () => {
  fc.assert(
    fc.property(fc.array(replies, { maxLength: 20 }), fc.option(replies, { nil: undefined }), (answers, end) => {
      const outcomes = talk(answers, end);
      expect(outcomes).toHaveLength(answers.length);
      expect(new Set(outcomes.map(({ recipient }) => recipient))).toEqual(
        new Set(answers.map((_, n) => `r${n}@example.net`)),
      );
      const delivered = outcomes.filter(({ kind }) => kind === 'delivered').length;
      expect(delivered).toBe(end === '250 ok' ? answers.filter((reply) => reply === '250 ok').length : 0);
    }),
  );
});

test('who was refused before anybody was named, is told without a name', () => {
  const session = smtpSession();
  expect(session.received('554 5.7.1 go away')).toEqual([
    { kind: 'bounced', recipient: undefined, reply: '554 5.7.1 go away', command: 'greeting' },
  ]);
});

test('commands may be sent before the replies to others are there', () => {
  const session = smtpSession();
  session.received('220 mx.example.net');
  for (const command of ['MAIL FROM:<>', 'RCPT TO:<a@example.net>', 'RCPT TO:<b@example.net>', 'DATA'])
    session.sent(command);
  const said = ['250 ok', '250 ok', '550 5.1.1 no', '354 go'].flatMap((reply) => session.received(reply));
  session.sent('.');
  expect([...said, ...session.received('250 done')].map(({ kind, recipient }) => [kind, recipient])).toEqual([
    ['bounced', 'b@example.net'],
    ['delivered', 'a@example.net'],
  ]);
  expect(session.envelopeFrom).toBe('');
});

test('a reply is the same whether its lines come one by one or together', () => {
  const lines = ['250-mx.example.net', '250-SIZE 9', '250 STARTTLS'];
  const one = replyLines('[nl]');
  expect(lines.map((line) => one.add(line))).toEqual([undefined, undefined, lines.join(' ')]);
  expect(replyLines('[nl]').add(lines.join('[nl]'))).toBe(lines.join(' '));
});

test('a log that begins in the middle of a session is not misread', () => {
  const session = smtpSession();
  session.sent('RCPT TO:<a@example.net>');
  expect(session.received('550 5.1.1 no')).toMatchObject([{ kind: 'bounced', recipient: 'a@example.net' }]);
});
