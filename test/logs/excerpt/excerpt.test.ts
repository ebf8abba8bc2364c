import { describe, expect, test } from 'vitest';
import type { LineFormat } from '../../../src/logs/format.ts';
import { excerptIn, excerptReader } from '../../../src/logs/excerpt/excerpt.ts';
import exim from '../../../src/logs/formats/exim.ts';
import postfix from '../../../src/logs/formats/postfix.ts';
import sendmail from '../../../src/logs/formats/sendmail.ts';

function put(lines: readonly string[], format: LineFormat = postfix): string[] {
  const whole: string[] = [];
  const reader = excerptReader(format, excerptIn(lines, format) ?? {}, { take: (line) => void whole.push(line) });
  for (const line of lines) reader.line(line);
  reader.end();
  return whole;
}

const SMTP = 'Nov  9 10:52:13 mx1 postfix/smtp[7]: 1A2B3C4D5:';
const TO = 'to=<anna@example.net>, relay=mx.example.net[198.51.100.7]:25, delay=1, delays=0/0/1/0, dsn=5.1.1,';
const REFUSED =
  'status=bounced (host mx.example.net[198.51.100.7] said: 550 5.1.1 <anna@example.net> User unknown (in reply to RCPT TO command))';
const WHOLE = `${SMTP} ${TO} ${REFUSED}`;

describe('Postfix: a broken line is put together', () => {
  test.each([
    ['at its commas', [`${SMTP} to=<anna@example.net>, `, ...TO.split(/(?<=,) /).slice(1), REFUSED]],
    ['behind the id', [SMTP, `    ${TO} ${REFUSED}`]],
    ['behind the tag', [SMTP.slice(0, -' 1A2B3C4D5:'.length), `1A2B3C4D5: ${TO} ${REFUSED}`]],
    ['within the reply', [WHOLE.slice(0, WHOLE.indexOf(' User')), 'User unknown', '(in reply to RCPT TO command))']],
    ['before the reply', [WHOLE.slice(0, WHOLE.indexOf(' (host')), WHOLE.slice(WHOLE.indexOf('(host'))]],
    ['within the address', [`${SMTP} to=<anna@`, WHOLE.slice(WHOLE.indexOf('example.net>'))]],
    ['before the port', [WHOLE.slice(0, WHOLE.indexOf(':25')), WHOLE.slice(WHOLE.indexOf(':25'))]],
    ['within a number', [WHOLE.slice(0, WHOLE.indexOf('/1/0')), WHOLE.slice(WHOLE.indexOf('/1/0'))]],
    ['within a name', [WHOLE.slice(0, WHOLE.indexOf('tus=')), WHOLE.slice(WHOLE.indexOf('tus='))]],
  ])('%s', (_, lines) => {
    expect(put(lines)).toEqual([WHOLE]);
    expect(excerptIn(lines, postfix)).toEqual({});
  });

  test('in a mail that quotes it', () => {
    expect(put([`> ${SMTP} ${TO}`, `> ${REFUSED}`, 'What may that be?'])).toEqual([`> ${WHOLE}`, 'What may that be?']);
  });

  test.each([
    ['Nov  9 10:52:13 mx1 postfix/qmgr[9]: 1A2B3C4D5: from=<s@example.com>, size=366,', 'nrcpt=1 (queue active)'],
    ['Nov  9 10:52:13 mx1 postfix/cleanup[9]: 1A2B3C4D5: message-id=<20261109.', '1@example.com>'],
    ['Nov  9 10:52:13 mx1 postfix/bounce[9]: 1A2B3C4D5: sender', '  non-delivery notification: 2A2B3C4D5'],
  ])('%s', (line, next) => {
    expect(put([line, next])).toHaveLength(1);
  });
});

describe('Postfix: what is no rest stays a line', () => {
  test.each([
    ['a whole line', [WHOLE, 'and then nothing']],
    ['another line', [`${SMTP} to=<a@example.net>, relay=none,`, WHOLE]],
    ['a blank between', [`${SMTP} ${TO}`, '-- No entries --', REFUSED]],
    ['another program', ['Nov  9 10:52:13 mx1 node[7]: to=<a@example.net>,', 'status=sent (ok)']],
    ['a smiley', [`${SMTP} ${TO} status=bounced (host x said: 550 no :( (in reply to RCPT TO command))`, 'Help!']],
  ])('%s', (_, lines) => {
    expect(put(lines)).toEqual(lines);
    expect(excerptIn(lines, postfix)).toBeUndefined();
  });

  test('however long it goes on', () => {
    expect(put([`${SMTP} ${TO}`, ...Array.from({ length: 100 }, () => 'dsn=2.0.0,')]).length).toBeGreaterThan(50);
  });
});

test('where a terminal broke them, words go on without a blank', () => {
  const lines = [WHOLE, WHOLE.replace('anna', 'bert')];
  const at = WHOLE.indexOf('nown (in');
  const broken = lines.flatMap((line) => [line.slice(0, at), line.slice(at)]);
  expect(excerptIn(broken, postfix)).toEqual({ width: at });
  expect(put(broken)).toEqual(lines);
});

test('lines that a page has put into one are several', () => {
  const lines = [WHOLE, 'Nov  9 10:52:14 mx1 postfix/qmgr[9]: 1A2B3C4D5: removed'];
  expect(put([lines.join(' ')])).toEqual(lines);
  const handedOn = `2026-11-09T10:52:13Z mx1 out[9]: ${WHOLE}`;
  expect(put([handedOn])).toEqual([handedOn]);
  const anvil = 'Nov  9 10:52:13 mx1 postfix/anvil[9]: statistics: max cache size 1 at Nov  9 10:50:00';
  expect(put([anvil])).toEqual([anvil]);
});

test('sendmail: a broken line is put together', () => {
  const whole =
    'Nov  9 10:52:13 mx1 sendmail[9]: v0KN2jFQ020178: to=<anna@example.net>, delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=1, relay=mx.example.net. [198.51.100.7], dsn=4.2.2, stat=Deferred: 452-4.2.2 Over quota';
  expect(put(whole.split(/(?<=,) (?=xdelay|stat)/), sendmail)).toEqual([whole]);
  expect(put([whole, 'and nothing else'], sendmail)).toEqual([whole, 'and nothing else']);
});

describe('Exim', () => {
  const HEAD = '2026-11-13 08:00:02 1r0aaa-0003Qx-1b';
  test.each([
    [`${HEAD} == anna@example.net R=dnslookup`, ' T=remote_smtp defer (-44): SMTP error from remote mail server after'],
    [`${HEAD} => anna@example.net R=smarthost T=smtp`, '  H=mx.example.net [198.51.100.7] C="250 OK"'],
    [`${HEAD} => anna@example.net R=smarthost T=smtp C="250 OK`, 'queued"'],
    [`${HEAD} ** anna@example.net R=x T=y: SMTP error from remote mail server after`, 'RCPT TO:<a@b.example>: host'],
    [
      `${HEAD} ** anna@example.net R=x T=y: SMTP error from remote mail server after RCPT TO:<a@b.example>: host mx [192.0.2.1]: 550-No`,
      '550 Sender verify failed',
    ],
    [`${HEAD} <= s@example.com H=app`, '[192.0.2.20] P=esmtp S=12'],
  ])('%s', (line, next) => {
    expect(put([line, next], exim)).toEqual([`${line} ${next.trim()}`]);
  });

  test.each([
    [`${HEAD} => anna@example.net R=smarthost T=smtp H=mx.example.net [198.51.100.7]`, 'and it never came'],
    [`${HEAD} == anna@example.net R=x T=y defer (111): Connection refused`, 'and it never came'],
    [`${HEAD} Completed`, '  and it never came'],
    ['2026-11-13 08:00:02 Warning: purging the environment.', ' Suggested action: use keep_environment.'],
  ])('is whole: %s', (line, next) => {
    expect(put([line, next], exim)).toEqual([line, next]);
  });
});

test('marks of a page or a forum are taken off', () => {
  const lines = [
    `${SMTP} to=&lt;anna@example.net&gt;, relay=none, delay=1, status=deferred (&quot;x&quot;)`,
    `${SMTP} to=<[EMAIL="anna@example.net"]anna@example.net[/EMAIL]>, relay=none, delay=1, status=deferred (x)`,
  ];
  expect(put(lines)).toEqual([
    `${SMTP} to=<anna@example.net>, relay=none, delay=1, status=deferred ("x")`,
    `${SMTP} to=<anna@example.net>, relay=none, delay=1, status=deferred (x)`,
  ]);
  for (const line of lines) expect(excerptIn([line], postfix)).toEqual({});
  expect(excerptIn([WHOLE, 'Nov  9 10:52:13 mx1 node[7]: <b>&lt;x&gt;</b>'], postfix)).toBeUndefined();
});

describe('the sample that a program’s source holds in quotes', () => {
  const QUOTED = WHOLE.replace('User unknown', 'User "anna" unknown');
  test.each([
    ['{`', QUOTED, '`, "bounced"},'],
    ['  "line": "', QUOTED.replaceAll('"', '\\"'), '",'],
    ["log.read('", QUOTED, "');"],
    ['expect(read("', QUOTED.replaceAll('"', '\\"'), '").unwrap()).toBe(1);'],
    ['"', QUOTED, '"'],
  ])('%s', (before, line, behind) => {
    const shown = `${before}${line}${behind}`;
    expect(excerptIn([shown], postfix)).toEqual({});
    expect(put([shown, 'expect(1);'])).toEqual([QUOTED, 'expect(1);']);
  });

  test.each([
    ['a table', '"2026-11-09T10:52:13Z","mx1","postfix/smtp[7]: 1A2B3C4D5: to=<a@example.net>"'],
    ['another program’s remark', `Nov  9 10:52:14 mx1 exporter[9]: cannot parse record="${WHOLE}"`],
    ['no end', `"${WHOLE}`],
    ['another program', '"Nov  9 10:52:13 mx1 node[7]: hello",'],
  ])('%s is none', (_, line) => {
    expect(excerptIn([line], postfix)).toBeUndefined();
    expect(put([line])).toEqual([line]);
  });
});

describe('where a screen was copied with the blanks to its edge', () => {
  const edge = ' '.repeat(29);
  const filled = (line: string): string => line.replaceAll(/.{80}(?=.)/gs, `$&${edge}`);
  const other = WHOLE.replace('anna', 'bert');

  test('they are taken out', () => {
    expect(excerptIn([filled(WHOLE), filled(other)], postfix)).toEqual({ padding: { width: 80, blanks: 29 } });
    expect(put([filled(WHOLE), filled(other)])).toEqual([WHOLE, other]);
  });

  test.each([
    ['one line alone', [filled(WHOLE)]],
    ['a table', [`${'x'.repeat(80)}${edge}y`, `${'x'.repeat(70)}${edge}y`]],
    ['columns', [`x${edge}y`, `x${edge}y`]],
  ])('%s tells of none', (_, lines) => {
    expect(excerptIn(lines, postfix)).toBeUndefined();
  });
});

test('what is indented below a whole line is no part of it', () => {
  const lines = [
    '  Nov  9 10:52:13 mx1 postfix/cleanup[7]: 1A2B3C4D5: message-id=<>',
    '      and an answer',
    '  Nov  9 10:52:13 mx1 postfix/smtpd[7]: connect from unknown[192.0.2.1]',
    '  and an answer',
  ];
  expect(put(lines)).toEqual(lines);
});
