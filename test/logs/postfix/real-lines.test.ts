import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { readPostfix } from '../../support/postfix.ts';

const SHARED = '../shared/data/logs';
const GROK = `${SHARED}/postfix-grok-patterns`;
/** What programs the messages are of, by the names of their files; the others are parts of messages. */
const PART = /^(?:command_counter_data|delays|relay|tls_features_00(?:0[7-9]|1\d))_?/;
const program = (name: string): string =>
  name.startsWith('tls_features') ? 'smtp' : name.replace(/_\d+\.yaml$/, '').replace('trivial_', 'trivial-');

const lineOf = (name: string, message: string): string =>
  `Nov  9 10:52:13 mx1 postfix/${program(name)}[123]: ${message}`;
const messages = existsSync(GROK)
  ? readdirSync(GROK)
      .filter((name) => !PART.test(name))
      .map((name) => ({ name, message: (parse(readFileSync(`${GROK}/${name}`, 'utf8')) as { data: string }).data }))
  : [];

/** Read by eye, from the messages: queue id, kind, recipient, host, address, port, delay, a/b/c/d, code, dsn. */
const DELIVERIES: Readonly<Record<string, string>> = {
  'discard_0001.yaml': '25F2E5E061 dropped george.desantis@test.example.com - - - 0.05 0.05/0/0/0 - 2.0.0',
  'error_0001.yaml': '2DC5552A34 deferred user@yahoo.com - - - 63495 63350/144/0/0 - 4.4.2',
  'lmtp_0001.yaml': '7EE668039 delivered admin@example.com 127.0.0.1 127.0.0.1 2525 3.6 0.2/0.02/0.04/3.3 250 2.0.0',
  'local_0001.yaml': '2A22C263F6 delivered user@hostname.example.com - - - 0.07 0.04/0/0/0.03 - 2.0.0',
  'local_0002.yaml': '892A0205B6 bounced ghdsgfhdslfh@localhost - - - 0.05 0.02/0/0/0.02 - 5.1.1',
  'pipe_0001.yaml': '0F5383D delivered tom@example.com - - - 4.3 4.1/0.01/0/0.15 - 2.0.0',
  'pipe_0002.yaml': '153053D delivered tom@example.com - - - 3.4 3.3/0.03/0/0.12 - 2.0.0',
  'pipe_0003.yaml': '95ECE24E0 bounced tom@example.com - - - 0.12 0.03/0/0/0.08 - 5.4.6',
  'pipe_0004.yaml': '2F6C83D bounced user@example.org - - - 5.1 4.4/0.02/0/0.61 - 5.1.1',
  'smtp_0001.yaml': '7EE668039 delivered admin@example.com 127.0.0.1 127.0.0.1 2525 3.6 0.2/0.02/0.04/3.3 250 2.0.0',
  'smtp_0002.yaml':
    '0D9633D delivered jos@example.com mail1.example.net 10.74.103.11 25 11 5.4/0.06/5.1/0.03 250 2.0.0',
  'smtp_0017.yaml': 'AD6E41CDC05C delivered admin@example.com - - - 0.15 0.04/0/0.02/0.08 250 2.0.0',
  'smtp_0018.yaml':
    '4E74613FE76 bounced redacted@gmail.com gmail-smtp-in.l.google.com 2607:f8b0:400e:c04::1b 25 1.9 0.05/0/1.1/0.71 550 5.7.1',
  'smtp_0026.yaml':
    'A0E85200BD deferred whatever-user@lists.example.org open.example.nl 10.49.140.10 25 2.3 0.25/0.05/2/0.04 450 4.2.0',
  'virtual_0001.yaml': 'B657F2DB195D delivered postmaster@example.com - - - 0.52 0.51/0.01/0/0 - 2.0.0',
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((n) => [
      `tls_features_000${n}.yaml`,
      '7EE668039 delivered user@example.com mail.example.com 1.2.3.4 25 3.6 0.08/0.02/0.85/0.14 250 2.0.0',
    ]),
  ),
};
/** TLS by the field of 3.11, where it tells: `may?` and `requiretls?` tell nothing yet. */
const TLS: Readonly<Record<string, unknown>> = {
  'tls_features_0001.yaml': { verified: true },
  'tls_features_0003.yaml': false,
  'tls_features_0004.yaml': { verified: true },
  'tls_features_0005.yaml': { verified: false },
};

if (messages.length === 0) console.log('skipped: no public collection of Postfix messages beside this checkout');
describe.skipIf(messages.length === 0)('messages of a public collection (it is not beside this checkout)', () => {
  test.each(messages)('$name is understood', ({ name, message }) => {
    const { events, understood } = readPostfix([lineOf(name, message)]);
    expect(understood).not.toContain('unknown');
    const told = events
      .filter(({ kind }) => kind !== 'accepted')
      .map(({ kind, ids, recipient, relay, delay, code, enhancedCode }) =>
        [
          ids.queue,
          kind,
          recipient,
          relay?.host ?? '-',
          relay?.ip ?? '-',
          relay?.port ?? '-',
          delay?.total,
          [delay?.before, delay?.queue, delay?.connect, delay?.transmit].join('/'),
          code ?? '-',
          enhancedCode,
        ].join(' '),
      );
    expect(told).toEqual(DELIVERIES[name] === undefined ? [] : [DELIVERIES[name]]);
    if (name in TLS) expect(events.map(({ tls }) => tls)).toEqual([TLS[name]]);
  });

  test('replies stand as they were given, without what Postfix says around them', () => {
    const replies = messages
      .filter(({ name }) => name in DELIVERIES)
      .flatMap(({ name, message }) => readPostfix([lineOf(name, message)]).events)
      .map(({ diagnostic = '', command = '' }) => `${diagnostic}|${command}`);
    expect(replies).toContain(
      '450 4.2.0 <whatever-user@lists.example.org>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/lists.example.org.html|RCPT TO',
    );
    expect(replies).toContain('lost connection with mta7.am0.yahoodns.net[98.136.216.22] while sending RCPT TO|');
    expect(replies).toContain('250 2.0.0 <admin@example.com> qYyyBMsl9FRuZQAAA15QOA Saved|');
  });
});

const CROWDSEC = `${SHARED}/crowdsec-hub`;
if (!existsSync(CROWDSEC)) console.log('skipped: no public collection of log lines beside this checkout');
describe.skipIf(!existsSync(CROWDSEC))('lines of a public collection (it is not beside this checkout)', () => {
  test('all are understood, and none of what comes in is taken for what goes out', () => {
    const lines = readdirSync(CROWDSEC)
      .filter((name) => name.startsWith('post'))
      .flatMap((name) => readFileSync(`${CROWDSEC}/${name}`, 'utf8').split('\n'))
      .filter((line) => line !== '');
    const { events, understood } = readPostfix(lines);
    expect(lines.filter((_, n) => understood[n] === 'unknown')).toEqual([]);
    expect(events).toEqual([]);
  });
});
