import fc from 'fast-check';
import { expect, test } from 'vitest';
import exim from '../../../src/logs/formats/exim.ts';
import postfix from '../../../src/logs/formats/postfix.ts';
import qmail from '../../../src/logs/formats/qmail.ts';
import sendmail from '../../../src/logs/formats/sendmail.ts';
import type { LineFormat } from '../../../src/logs/format.ts';
import { readLine } from '../../support/read-line.ts';

/** One line of each, and whom it was for. */
const LINES: readonly (readonly [LineFormat, string])[] = [
  [
    postfix,
    'Nov  9 10:52:13 mx1 postfix/smtp[7]: 1A2B3C4D5: to=<a@example.net>, relay=mx.example.net[198.51.100.7]:25, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (250 ok)',
  ],
  [
    sendmail,
    'Nov  9 10:52:13 mx1 sm-mta[7]: 5A9800aB004711: to=<a@example.net>, delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=120553, relay=mx.example.net. [198.51.100.7], dsn=2.0.0, stat=Sent (ok)',
  ],
  [
    exim,
    '2026-11-09 10:52:13 1r0aaa-0003Qx-1b => a@example.net R=dnslookup T=remote_smtp H=mx.example.net [198.51.100.7]',
  ],
];
/** What grep, editors, terminals, forums and mails put before a line. */
const LEADS = [
  '/var/log/mail.log.1:',
  'mail.log-',
  '/var/log/mail.log:417:',
  '417:',
  '417 ',
  '   417\t',
  '    ',
  '\t',
  '> ',
  '# ',
  '(',
  '"',
  'mail.info: ',
  'mail_1  | ',
  '\u001B[36mmail_1 |\u001B[0m ',
  '\u001B[32m',
  '[mail] ',
  '\uFEFF',
];

function told(format: LineFormat, lines: readonly string[]): unknown[] {
  const events: unknown[] = [];
  const reader = format.open({ event: (event) => void events.push(event), unread: () => {} });
  reader.begin({ latest: Date.parse('2026-11-20T12:00:00Z') / 1000 });
  for (const line of lines) readLine(reader, line);
  reader.end();
  return events;
}

test.each(LEADS)('a line is read behind %j', (lead) => {
  for (const [format, line] of LINES) {
    const plain = told(format, [line]);
    expect(plain, line).toHaveLength(1);
    expect(told(format, [`${lead}${line}`]), lead + line).toEqual(plain);
    expect(format.recognise([`${lead}${line}`]), lead + line).toBeGreaterThan(0.5);
  }
});

test('what stands before a line may change from line to line', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('', ...LEADS), { maxLength: 12 }), (leads) => {
      for (const [format, line] of LINES.slice(1))
        expect(
          told(
            format,
            leads.map((lead) => lead + line),
          ),
        ).toHaveLength(leads.length);
    }),
  );
});

test('a stamp of TAI64N is what tai64nlocal makes of it', () => {
  const log = (first: string, last: string): string[] => [
    `${first} info msg 7: bytes 9 from <a@example.com> qp 1 uid 2`,
    `${first} starting delivery 1: msg 7 to remote b@example.net`,
    `${last} delivery 1: success: 203.0.113.5_accepted_message./Remote_host_said:_250_ok/`,
  ];
  const raw = told(qmail, log('@40000000690f51aa0bebc200', '@40000000690f51ab0bebc200'));
  const local = told(qmail, log('2025-11-08 14:20:16.200000000', '2025-11-08 14:20:17.200000000'));
  expect(raw).toHaveLength(2);
  expect(local).toEqual(raw.map((event) => ({ ...(event as object), timeAssumed: 'zone' })));
});

test('a message that sendmail gives up is told once for each who waited, with what was said last', () => {
  const head = 'Nov  9 10:52:13 mx1 sm-mta[7]: 5A9800aB004711: ';
  const events = told(sendmail, [
    `${head}from=<s@example.com>, size=9, class=0, nrcpts=2, msgid=<m@example.com>, relay=localhost [127.0.0.1]`,
    `${head}to=<a@example.net>,<b@example.net>, delay=5+00:00:01, mailer=esmtp, relay=mx.example.net. [198.51.100.7], dsn=4.2.0, stat=Deferred: 450 4.2.0 later`,
    `${head}to=<b@example.net>, delay=5+00:00:02, mailer=esmtp, relay=mx.example.net. [198.51.100.7], dsn=2.0.0, stat=Sent`,
    `${head}5A9800aC004711: sender notify: Cannot send message for 5 days`,
  ]);
  expect(
    events.map((event) => {
      const { kind, recipient, attempt, code } = event as Record<string, unknown>;
      return [kind, recipient, attempt, code];
    }),
  ).toEqual([
    ['accepted', undefined, undefined, undefined],
    ['deferred', 'a@example.net', 1, 450],
    ['deferred', 'b@example.net', 1, 450],
    ['delivered', 'b@example.net', 2, undefined],
    ['expired', 'a@example.net', 1, 450],
    ['accepted', undefined, undefined, undefined],
  ]);
});

test('brackets and colours around a stamp are no part of the line', () => {
  for (const [format, line] of LINES) {
    const plain = told(format, [line]);
    const [, stamp = '', rest = ''] = /^(.*?\d\d:\d\d:\d\d)(.*)$/.exec(line) ?? [];
    for (const dressed of [`[${stamp}]${rest}`, `\u001B[32m${stamp}\u001B[0m${rest}`])
      expect(told(format, [dressed]), dressed).toEqual(plain);
  }
});

test.each([
  'Nov  9 10:52:13 box journal: postfix/smtp[7]: ',
  'Nov  9 10:52:13 box syslog: postfix/smtp[7]: ',
  'Nov  9 10:52:13 box docker/mail_1[812]: Nov  9 10:52:13 mx1 postfix/smtp[7]: ',
  'Nov  9 10:52:13 box 7f3a1b2c3d4e[812]: 2026-11-09T10:52:13.123456+00:00 mx1 postfix-out/relay/smtp[7]: ',
  'Nov  9 10:52:13 box mail.info: postfix/smtp[7]: ',
  'Nov  9 10:52:13 box mail.info postfix/smtp[7]: ',
])('what hands a line of Postfix on puts a tag of its own before it: %s', (head) => {
  const events = told(postfix, [
    `${head}1A2B3C4D5: to=<a@example.net>, relay=mx.example.net[198.51.100.7]:25, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (250 ok)`,
  ]);
  const host = head.includes('mx1') ? 'mx1' : 'box';
  expect(events).toMatchObject([{ kind: 'delivered', recipient: 'a@example.net', ids: { queue: '1A2B3C4D5', host } }]);
});

test.each([
  'Nov  9 10:52:13 box dovecot: imap-login: Login: user=<a>, rip=192.0.2.1, mpid=7, TLS, session=<x>',
  'Nov  9 10:52:13 box postfix/master[7]: warning: process /usr/libexec/postfix/smtp pid 9 exit status 1',
  'Nov  9 10:52:13 box fail2ban.filter[12]: INFO [postfix] Found 203.0.113.9',
])('what only speaks of Postfix is none of its lines: %s', (line) => {
  expect(told(postfix, [line])).toEqual([]);
});
