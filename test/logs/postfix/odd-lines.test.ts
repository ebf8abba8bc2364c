import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import postfix from '../../../src/logs/formats/postfix.ts';
import { readPostfix } from '../../support/postfix.ts';
import { readLine } from '../../support/read-line.ts';

const HEAD = 'Nov  9 10:52:13 mx1 postfix';
const delivery = (to: string, status = 'sent (250 2.0.0 Ok)', queue = '1A2B3C4D5'): string =>
  `${HEAD}/smtp[7]: ${queue}: to=<${to}>, relay=mx.example.net[198.51.100.7]:25, delay=1, delays=0/0/1/0, dsn=2.0.0, status=${status}`;

test.each([
  `${HEAD}/smtp[7]: 1A2B3C4D5: enabling PIX workarounds: disable_esmtp delay_dotcrlf for mx.example.net[198.51.100.7]:25`,
  `${HEAD}/smtp[7]: 1A2B3C4D5: conversation with mx.example.net[198.51.100.7] timed out while receiving the greeting`,
  `${HEAD}/smtp[7]: warning: host mx.example.net[198.51.100.7]:25 greeted me with my own hostname mx1`,
  `${HEAD}/smtp[7]: fatal: unknown service: smtp/tcp`,
  `${HEAD}/scache[7]: statistics: domain lookup hits=0 miss=1 success=0%`,
  `${HEAD}/qmgr[7]: 1A2B3C4D5: skipped, still being delivered`,
  `${HEAD}/qmgr[7]: warning: mail for mx.example.net is using up 4001 of 4001 active queue entries`,
  `${HEAD}/smtpd[7]: 1A2B3C4D5: reject: RCPT from unknown[203.0.113.9]: 550 5.1.1 <x@example.com>: unknown; from=<> to=<x@example.com> proto=ESMTP helo=<x>`,
  `${HEAD}/cleanup[7]: 1A2B3C4D5: milter-reject: END-OF-MESSAGE from unknown[203.0.113.9]: 5.7.1 Spam; from=<a@example.org> to=<b@example.com>`,
  `${HEAD}/postsuper[7]: 1A2B3C4D5: placed on hold`,
  `${HEAD}/master[7]: daemon started -- version 3.11.0, configuration /etc/postfix`,
  'Nov  9 10:52:13 mx1 sshd[12]: Accepted publickey for root from 203.0.113.9 port 4711 ssh2',
  'Nov  9 10:52:13 mx1 systemd[1]: Started Session 12 of user root.',
  'Nov  9 10:52:13 mx1 plesk sendmail[12]: handlers_stderr: PASS',
  'Nov  9 10:52:13 mx1 /usr/sbin/cron[12]: (root) CMD (true)',
  'Nov  9 10:52:13 mx1 -- MARK --',
  '==> /var/log/mail.log <==',
  '',
])('known, and nothing told: %s', (line) => {
  const { events, understood } = readPostfix([line]);
  expect({ events, understood }).toEqual({ events: [], understood: ['known'] });
});

test.each([
  delivery('a@example.net').slice(0, 90),
  `${HEAD}/smtp[7]: WAITING: to=<a@example.net>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, status=deferred (x)`,
  delivery('a@example.net', 'weird (who knows)'),
  `${HEAD}/qmgr[7]: 1A2B3C4D5: from=<a@exam`,
  '2026-11-09T10:52:13Z',
  'no log at all',
  'smtp-1  | postfix/smtp[7]: 1A2B3C4D5: to=<a@example.net>, relay=none, delay=1, dsn=2.0.0, status=sent (ok)',
  '\0\0\0\0',
])('not understood, and said so: %j', (line) => {
  const { events, understood } = readPostfix([line]);
  expect({ events, understood }).toEqual({ events: [], understood: ['unknown'] });
});

test.each([
  ['smtp', 'mx.example.net[198.51.100.7]:25', 'mx'],
  ['smtp', 'smtp.service.example[198.51.100.7]:587', 'relay'],
  ['smtp', 'smtp.service.example[198.51.100.7]:465', 'relay'],
  ['smtp', '127.0.0.1[127.0.0.1]:10024', 'relay'],
  ['smtp', 'mx.example.net[198.51.x.x]:25', 'mx'],
  ['smtp', 'mx.example.net[REDACTED]:25', 'mx'],
  ['smtp', 'filter[10.0.x.x]:10024', 'relay'],
  ['smtp', 'smtp.service.example[***]:587', 'relay'],
  ['smtp', 'mx.example.net', 'mx'],
  ['smtp', 'smtp.service.example:587', 'relay'],
  ['lmtp', 'mx1[private/dovecot-lmtp]', 'local'],
  ['lmtp', 'dovecot[/var/run/dovecot/lmtp]', 'local'],
  ['lmtp', 'imap1[10.0.0.9]:24', 'local'],
  ['lmtp', 'store.example.com[192.0.2.25]:7025', 'local'],
  ['pipe', 'dovecot', 'local'],
  ['pipe', 'mailman', 'local'],
  ['pipe', 'spamassassin', 'relay'],
  ['pipe', 'disclaimer', 'relay'],
  ['local', 'local', 'local'],
] as const)('%s to %s goes to: %s', (service, relay, hop) => {
  const line = `${HEAD}/${service}[7]: 1A2B3C4D5: to=<a@example.net>, relay=${relay}, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (delivered)`;
  expect(readPostfix([line]).events).toMatchObject([{ kind: 'delivered', hop }]);
});

test('LMTP to a filter, which queues the mail again, is a relay, and so is an alias that leads on', () => {
  const handed = (service: string, relay: string, reply: string) =>
    readPostfix([
      `${HEAD}/${service}[7]: 1A2B3C4D5: to=<a@example.net>, relay=${relay}, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (${reply})`,
    ]).events;
  const filtered = '250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 6F7089ABC';
  expect(handed('lmtp', '127.0.0.1[127.0.0.1]:10024', filtered)).toMatchObject([{ hop: 'relay' }]);
  expect(handed('lmtp', '127.0.0.1[127.0.0.1]:24', '250 2.0.0 Saved')).toMatchObject([{ hop: 'local' }]);
  expect(handed('local', 'local', 'forwarded as 6F7089ABC')).toMatchObject([{ hop: 'relay' }]);
});

test.each(['a,b@example.com', '"a,b"@example.com', '"x>, size=1"@example.com', ''])('the sender is <%s>', (sender) => {
  const { events } = readPostfix([
    `${HEAD}/qmgr[7]: 1A2B3C4D5: from=<${sender}>, size=77, nrcpt=1 (queue active)`,
    `${HEAD}/qmgr[7]: 1A2B3C4D5: removed`,
  ]);
  expect(events).toMatchObject([{ kind: 'accepted', envelopeFrom: sender, size: 77 }]);
});

describe('told once:', () => {
  const log = [
    `${HEAD}/qmgr[7]: 1A2B3C4D5: from=<s@example.com>, size=1, nrcpt=2 (queue active)`,
    delivery('a@example.net'),
    delivery('b@example.net'),
    `${HEAD}/qmgr[7]: 1A2B3C4D5: removed`,
  ];
  test('a log whose lines were all written twice', () => {
    const { events, repeated } = readPostfix(log.flatMap((line) => [line, line]));
    expect(events.map(({ kind, recipient }) => `${kind} ${recipient}`)).toEqual([
      'accepted undefined',
      'delivered a@example.net',
      'delivered b@example.net',
    ]);
    expect(repeated).toBe(2);
  });
  test('a log that was given twice', () => {
    let events = 0;
    const reader = postfix.open({ event: () => void (events += 1), unread: () => {} });
    const later = `Nov 10 09:00:00 mx1 postfix/qmgr[7]: 9A2B3C4D5: removed`;
    for (const latest of [1.9e9, 1.9e9]) {
      reader.begin({ latest });
      for (const line of [...log, later]) readLine(reader, line);
    }
    reader.end();
    expect({ events, repeated: reader.repeated?.(), open: reader.open() }).toEqual({ events: 3, repeated: 3, open: 0 });
  });
  test('a recipient under two aliases is two deliveries, and so is another machine’s', () => {
    const alias = (to: string): string => delivery('a@example.net').replace('>, relay', `>, orig_to=<${to}>, relay`);
    const lines = [alias('x'), alias('y'), alias('x').replace('mx1', 'mx2'), alias('x')];
    expect(readPostfix(lines).events).toHaveLength(3);
  });
});

test('no text throws, and each line is understood as one of three', () => {
  const part = fc.oneof(
    fc.constantFrom(
      'to=<',
      '>, relay=',
      ', delay=',
      ', delays=',
      ', dsn=',
      ', status=sent (',
      ')',
      'from=<',
      ': ',
      ',',
    ),
    fc.string({ maxLength: 8 }),
  );
  const line = fc.array(part, { maxLength: 14 }).map((parts) => `${HEAD}/smtp[7]: 1A2B3C4D5: ${parts.join('')}`);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
      for (const understood of readPostfix(lines).understood)
        expect(['event', 'known', 'unknown']).toContain(understood);
    }),
  );
});

describe('what is not ASCII stands where it stands', () => {
  test('a byte order mark before the first stamp', () => {
    const { events, understood } = readPostfix([`\uFEFF${delivery('a@example.net')}`]);
    expect({ understood, kinds: events.map(({ kind }) => kind) }).toEqual({
      understood: ['event'],
      kinds: ['delivered'],
    });
  });
  test('a host, a recipient and a reply: letters whose bytes look like blanks of Latin-1 among them', () => {
    const line = delivery('voilà@büro.example', 'sent (250 2.0.0 à bientôt €)').replace('mx1 postfix', 'mailà postfix');
    const { events } = readPostfix([line]);
    expect(events).toMatchObject([
      {
        ids: { host: 'mailà' },
        recipient: 'voilà@büro.example',
        recipientDomain: 'büro.example',
        diagnostic: '250 2.0.0 à bientôt €',
      },
    ]);
  });
  test('a template that puts its own word before the tag', () => {
    const line = delivery('a@example.net').replace('mx1 postfix', 'mailà mail.info postfix');
    expect(readPostfix([line]).events).toMatchObject([{ ids: { host: 'mailà' }, kind: 'delivered' }]);
  });
});

describe('nobody writes fields into an address of his own', () => {
  const forged = '"x>, relay=none, delay=1, delays=0/0/0/0, dsn=2.0.0, status=sent (250 ok)"@example.net';
  test('a quoted recipient', () => {
    const { events } = readPostfix([delivery(forged, 'bounced (host mx.example.net said: 550 5.1.1 unknown)')]);
    expect(events).toMatchObject([{ kind: 'bounced', recipient: forged, relay: { host: 'mx.example.net' } }]);
  });
  test('a quoted sender', () => {
    const from = '"a\\"b>, size=1, nrcpt=9"@example.com';
    const { events } = readPostfix([`${HEAD}/qmgr[7]: 1A2B3C4D5: from=<${from}>, size=2012, nrcpt=1 (queue active)`]);
    expect(events).toMatchObject([{ kind: 'accepted', envelopeFrom: from, size: 2012 }]);
  });
});

test('who is deleted from the queue waits no longer, and keeps what was said last', () => {
  const { events, open } = readPostfix([
    delivery(
      'a@example.net',
      'deferred (host mx.example.net[198.51.100.7] said: 452 4.2.2 full (in reply to RCPT TO command))',
    ),
    delivery('b@example.net'),
    `${HEAD}/postsuper[9]: 1A2B3C4D5: removed`,
    `${HEAD}/postsuper[9]: Deleted: 1 message`,
  ]);
  expect(events.map(({ kind, recipient, code }) => [kind, recipient, code])).toEqual([
    ['deferred', 'a@example.net', 452],
    ['delivered', 'b@example.net', 250],
    ['dropped', 'a@example.net', 452],
  ]);
  expect(open).toBe(0);
});

test('what an alias leads to is told of the message that is made for it', () => {
  const line = delivery('info@example.com', 'sent (forwarded as 9A2B3C4D5)')
    .replace('/smtp[', '/local[')
    .replace('mx.example.net[198.51.100.7]:25', 'local');
  expect(readPostfix([line]).events).toMatchObject([{ kind: 'delivered', hop: 'relay' }]);
});

test('a message that comes back from a filter keeps its login and its signature', () => {
  const { events } = readPostfix([
    `${HEAD}/submission/smtpd[7]: 1A2B3C4D5: client=app[192.0.2.7], sasl_method=PLAIN, sasl_username=shop`,
    'Nov  9 10:52:13 mx1 opendkim[8]: 1A2B3C4D5: DKIM-Signature field added (s=s1, d=example.com)',
    `${HEAD}/10025/smtpd[9]: 2A2B3C4D5: client=localhost[127.0.0.1], orig_queue_id=1A2B3C4D5, orig_client=app[192.0.2.7]`,
    delivery('a@example.net', undefined, '2A2B3C4D5'),
  ]);
  expect(events).toMatchObject([
    { tags: { sasl: 'shop' }, dkim: [{ domain: 'example.com', selector: 's1' }], recipient: 'a@example.net' },
  ]);
});

test.each([
  ['a blank too many before the message', (line: string) => line.replace(']: ', ']:  ')],
  ['the unit for all programs', (line: string) => line.replace(/ postfix\/\w+\[/, ' postfix@-.service[')],
  ['the unit of one instance', (line: string) => line.replace(/ postfix\/\w+\[/, ' postfix.service[')],
])('%s', (_, written) => {
  const lines = [
    `${HEAD}/smtpd[7]: 1A2B3C4D5: client=app[192.0.2.7], sasl_method=PLAIN, sasl_username=shop`,
    `${HEAD}/cleanup[7]: 1A2B3C4D5: message-id=<m@example.com>`,
    `${HEAD}/qmgr[7]: 1A2B3C4D5: from=<s@example.com>, size=1, nrcpt=1 (queue active)`,
    delivery('a@example.net'),
    `${HEAD}/qmgr[7]: 1A2B3C4D5: removed`,
  ].map(written);
  expect(postfix.recognise(lines)).toBeGreaterThan(0.5);
  const { events, open } = readPostfix(lines);
  expect(events).toMatchObject([
    { kind: 'accepted', envelopeFrom: 's@example.com' },
    { kind: 'delivered', recipient: 'a@example.net', ids: { message: 'm@example.com' }, tags: { sasl: 'shop' } },
  ]);
  expect(open).toBe(0);
});

test.each([
  [
    'TLS is required, but host mx.example.net[198.51.100.7] refused to start TLS: 454 4.7.0 TLS not available',
    454,
    '4.7.0',
    'STARTTLS',
  ],
  [
    'SASL authentication failed; server mx.example.net[198.51.100.7] said: 535 5.7.8 Bad password',
    535,
    '5.7.8',
    'AUTH',
  ],
  [
    'delivery temporarily suspended: SASL authentication failed; server mx.example.net[198.51.100.7] said: 534-5.7.9 Go on',
    534,
    '5.7.9',
    'AUTH',
  ],
  [
    'SASL authentication failed; cannot authenticate to server mx.example.net[198.51.100.7]: no mechanism',
    undefined,
    '2.0.0',
    undefined,
  ],
])('what was answered stands behind Postfix’s own words: %s', (text, code, enhancedCode, command) => {
  const { events } = readPostfix([delivery('a@example.net', `deferred (${text})`)]);
  const diagnostic = text.replace('delivery temporarily suspended: ', '');
  expect(events).toMatchObject([{ kind: 'deferred', code, enhancedCode, command, diagnostic }]);
});

describe('a queue id in a log that was made for others to see', () => {
  test('holds vowels', () => {
    const { events, understood } = readPostfix([
      `${HEAD}/smtpd[7]: 4AbCdEfGhIjK: client=app[192.0.2.20], sasl_method=PLAIN, sasl_username=orders`,
      `${HEAD}/qmgr[7]: 4AbCdEfGhIjK: from=<s@example.com>, size=1, nrcpt=1 (queue active)`,
      delivery('a@example.net', 'sent (250 ok)', '4AbCdEfGhIjK'),
      `${HEAD}/qmgr[7]: 4AbCdEfGhIjK: removed`,
    ]);
    expect(understood).toEqual(['event', 'event', 'event', 'event']);
    expect(events).toMatchObject([
      { kind: 'accepted', tags: { sasl: 'orders' } },
      { kind: 'delivered', envelopeFrom: 's@example.com', ids: { queue: '4AbCdEfGhIjK' } },
    ]);
  });
  test('a word is none', () => {
    const { events, understood } = readPostfix([
      `${HEAD}/smtpd[7]: NOQUEUE: client=app[192.0.2.20]`,
      `${HEAD}/smtp[7]: warning: to=<a@example.net> is odd`,
    ]);
    expect({ events, understood }).toEqual({ events: [], understood: ['known', 'known'] });
  });
  test('without the blank behind it, a delivery is told as unread', () => {
    expect(readPostfix([delivery('a@example.net').replace('1A2B3C4D5: ', '1A2B3C4D5:')]).understood).toEqual([
      'unknown',
    ]);
  });
});

describe('what cleanup throws away was taken, and goes nowhere:', () => {
  const discarded = (text: string) => {
    const { events, open } = readPostfix([
      `${HEAD}/smtpd[7]: 1A2B3C4D5: client=app[192.0.2.20], sasl_method=PLAIN, sasl_username=orders`,
      `${HEAD}/cleanup[7]: 1A2B3C4D5: message-id=<m@example.com>`,
      `${HEAD}/cleanup[7]: 1A2B3C4D5: ${text}`,
    ]);
    expect(open).toBe(0);
    return events;
  };
  const message = { kind: 'dropped', envelopeFrom: 's@example.com', ids: { message: 'm@example.com' } };
  const envelope = 'from app[192.0.2.20]; from=<s@example.com> to=<a@example.net> proto=ESMTP helo=<app>';
  test.each([
    [
      `discard: header Subject: x; from=<forged> to=<too@example.org> ${envelope}: no such mail`,
      'header_checks: no such mail',
    ],
    [`discard: mime header Content-Type: x ${envelope}`, 'header_checks'],
    [`discard: body buy now ${envelope}: body rule`, 'body_checks: body rule'],
    [
      `milter-discard: END-OF-MESSAGE from app[192.0.2.20]: milter triggers DISCARD action; from=<s@example.com> to=<a@example.net> proto=ESMTP helo=<app>`,
      'a milter',
    ],
  ])('%s', (text, by) => {
    expect(discarded(text)).toMatchObject([
      { ...message, recipient: 'a@example.net', recipientDomain: 'example.net', tags: { sasl: 'orders' } },
    ]);
    expect(discarded(text)[0]?.diagnostic).toBe(`discarded by ${by}`);
  });
  test('from a program of this machine', () => {
    expect(discarded('discard: header X: y from local; from=<s@example.com> to=<a@example.net>')).toMatchObject([
      { ...message, recipient: 'a@example.net' },
    ]);
    expect(discarded('discard: header X: y from local; from=<s@example.com>: because')).toMatchObject([message]);
  });
});

describe('where the tag does not name the program, the line itself says whose it is:', () => {
  const HEADS = [
    'Nov  9 10:52:13 mx1 postfix[7]: ',
    'Nov  9 10:52:13 mx1 postfix-out[7]: ',
    '<22>1 2026-11-09T10:52:13.5Z mx1 postfix 7 - - ',
    'Nov  9 10:52:13 mx1 postfix/ours[7]: ',
  ];
  test.each(HEADS)('%s', (head) => {
    const log = [
      'client=app[192.0.2.20], sasl_method=PLAIN, sasl_username=orders',
      'message-id=<m@example.com>',
      'from=<s@example.com>, size=9, nrcpt=2 (queue active)',
      'to=<a@example.net>, relay=mx.example.net[198.51.100.7]:25, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (250 ok)',
      'to=<b@example.com>, relay=none, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (example.com)',
      'removed',
    ].map((text) => `${head}1A2B3C4D5: ${text}`);
    const { events, understood, open } = readPostfix(log);
    expect(understood).not.toContain('unknown');
    expect(open).toBe(0);
    expect(events).toMatchObject([
      { kind: 'accepted', envelopeFrom: 's@example.com', tags: { sasl: 'orders' } },
      { kind: 'delivered', recipient: 'a@example.net', hop: 'mx', ids: { message: 'm@example.com' } },
      { kind: 'dropped', recipient: 'b@example.com' },
    ]);
    expect(postfix.recognise(log)).toBeGreaterThan(0.5);
  });
  test('a delivery behind a word of somebody’s own is told as unread', () => {
    expect(readPostfix([delivery('a@example.net').replace('1A2B', 'INFO 1A2B')]).understood).toEqual(['unknown']);
  });
});

test.each([
  ['2026-11-09T10:52:13+00:00 news smtp-out[9]: 2026-11-09T10:52:13.241165+00:00 INFO    postfix/smtp[7]:', 'news'],
  ['09.11.2026, 10:52:13 | info |', undefined],
  ['Nov  9 10:52:13 mx1', 'mx1'],
  ['Nov 09 10:52:13 |', undefined],
])('a delivery behind %s', (head, host) => {
  const line = `${head} 1A2B3C4D5: to=<a@example.net>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, status=deferred (x)`;
  expect(postfix.recognise([line])).toBeGreaterThan(0.5);
  const { events, understood } = readPostfix([line]);
  expect(understood).toEqual(['event']);
  expect(events).toMatchObject([{ kind: 'deferred', recipient: 'a@example.net', ids: { queue: '1A2B3C4D5', host } }]);
});

test('a sender that a page has lost is not known, and is no null sender', () => {
  const { events } = readPostfix([`${HEAD}/qmgr[7]: 1A2B3C4D5: from=, size=366, nrcpt=1 (queue active)`]);
  expect(events).toMatchObject([{ kind: 'accepted', size: 366 }]);
  expect(events[0]?.envelopeFrom).toBeUndefined();
});

test('an id without a blank behind it is said to be not understood', () => {
  const line = `${HEAD}/qmgr[7]: 1A2B3C4D5:from=<a@example.com>, status=expired, returned to sender`;
  expect(readPostfix([line]).understood).toEqual(['unknown']);
});

test('no Message-ID is none, and not one that many messages have', () => {
  const { events } = readPostfix([
    `${HEAD}/cleanup[7]: 1A2B3C4D5: message-id=<>`,
    `${HEAD}/qmgr[7]: 1A2B3C4D5: from=<s@example.com>, size=366, nrcpt=1 (queue active)`,
  ]);
  expect(events).toMatchObject([{ kind: 'accepted', ids: { queue: '1A2B3C4D5' } }]);
  expect(events[0]?.ids.message).toBeUndefined();
});
