import { X509Certificate } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { LiveOptions } from '../../src/net/live.ts';
import type { SmtpAnswer } from '../../src/net/services.ts';
import { inDays, issue } from '../support/certificates.ts';
import type { Issued, Wanted } from '../support/certificates.ts';
import { liveWorld } from '../support/live-world.ts';
import { smtpServer } from '../support/smtp-server.ts';
import type { SmtpScript } from '../support/smtp-server.ts';
import { drip, freePort, tcpServer } from '../support/tls-server.ts';

const HOST = 'mx.example.com';
const OTHER = `${HOST} (127.0.0.1)`;
const root = issue({ commonName: 'Test Root', authority: true });
const intermediate = issue({ commonName: 'Test Intermediate', authority: true, issuer: root });
const of = (wanted: Wanted): Issued => issue({ names: [HOST], issuer: root, ...wanted });
const good = of({});

/** Probes a port on loopback with nothing but the test's own root beside the usual authorities. */
async function probed(port: number, options: LiveOptions = {}, host = HOST): Promise<SmtpAnswer> {
  const world = { smtpPort: port, ca: [root.pem], serviceTimeoutMs: 3000, ...options };
  const { net, server } = await liveWorld([() => 'drop'], world);
  const answer = await net.probeSmtp(host, '127.0.0.1');
  expect(server.asked).toEqual([]);
  return answer;
}

async function scripted(script: SmtpScript): Promise<{ answer: SmtpAnswer; heard: readonly string[] }> {
  const { port, heard } = await smtpServer({ chain: [good], ...script });
  return { answer: await probed(port), heard };
}

describe('a mail host', () => {
  test('shows its greeting, its extensions and its TLS, and hears a goodbye', async () => {
    const { answer, heard } = await scripted({});
    expect(answer).toEqual({
      status: 'ok',
      banner: 'mx.example.com ESMTP',
      extensions: ['SIZE 1000', 'STARTTLS'],
      startTls: {
        state: 'established',
        protocol: 'TLSv1.3',
        cipher: 'TLS_AES_256_GCM_SHA384',
        certificates: [good.der.toString('base64')],
        distrust: '',
      },
    });
    expect(heard).toEqual(['EHLO [127.0.0.1]', 'STARTTLS', 'tls: QUIT']);
  });

  test('may greet in many lines, and in any octets', async () => {
    const { answer } = await scripted({ greeting: '220-mx.example.com\n220-w\u00E9lcome\n220 ' });
    // A test server sends UTF-8
    expect(answer).toMatchObject({ banner: 'mx.example.com\nw\u00C3\u00A9lcome\n' });
  });

  test('may write its extensions in either case, with parameters', async () => {
    const { answer } = await scripted({ ehlo: '250-mx\n250-auth=LOGIN Plain\n250-size\n250 starttls' });
    expect(answer).toMatchObject({
      extensions: ['AUTH=LOGIN Plain', 'SIZE', 'STARTTLS'],
      startTls: { state: 'established' },
    });
  });

  test('may be from before EHLO', async () => {
    const { answer, heard } = await scripted({ ehlo: '502 what?' });
    expect(answer).toMatchObject({ status: 'ok', extensions: [], startTls: { state: 'not-offered' } });
    expect(heard).toEqual(['EHLO [127.0.0.1]', 'QUIT']);
  });

  test('hears the name we were told to give, as one word', async () => {
    const { port, heard } = await smtpServer({ chain: [good] });
    await probed(port, { heloName: 'probe.example.net\r\nMAIL FROM:<>' });
    expect(heard[0]).toBe('EHLO probe.example.netMAILFROM:<>');
  });

  test.each(['192.0.2.1', 'an..odd name', ''])('with the name `%s` gets no SNI that is none', async (host) => {
    const { port } = await smtpServer({ chain: [good] });
    expect(await probed(port, {}, host)).toMatchObject({ startTls: { state: 'established', distrust: '' } });
  });

  test('without STARTTLS offers none', async () => {
    const { answer, heard } = await scripted({ ehlo: '250-mx\n250 STARTTLSX' });
    expect(answer).toMatchObject({ status: 'ok', extensions: ['STARTTLSX'], startTls: { state: 'not-offered' } });
    expect(heard.at(-1)).toBe('QUIT');
  });

  test('that refuses STARTTLS says why', async () => {
    const { answer, heard } = await scripted({ startTls: '454-4.7.0 TLS not\n454 available' });
    const reason = `${OTHER} answers STARTTLS with 454 \`4.7.0 TLS not available\``;
    expect(answer).toMatchObject({ status: 'ok', startTls: { state: 'refused', reason } });
    expect(heard.at(-1)).toBe('QUIT');
  });
});

describe('TLS is told, whatever it is', () => {
  test.each<[string, Issued[], string]>([
    [
      'an expired certificate',
      [of({ from: inDays(-9), until: inDays(-2) })],
      `the certificate expired on ${inDays(-2)}`,
    ],
    ['one that is not yet valid', [of({ from: inDays(2) })], `the certificate is valid only from ${inDays(2)} on`],
    ['a self-signed one', [issue({ names: [HOST] })], 'the certificate is self-signed'],
    [
      'one without its intermediate',
      [of({ issuer: intermediate })],
      "the certificate comes from `Test Intermediate`, whose certificate was not sent and is none of the usual authorities'",
    ],
    ['one for another host, which is judged elsewhere', [of({ names: ['other.example'] })], ''],
  ])('%s', async (_, chain, distrust) => {
    const { answer } = await scripted({ chain });
    const certificates = chain.map(({ der }) => der.toString('base64'));
    expect(answer).toMatchObject({ startTls: { state: 'established', certificates, distrust } });
  });

  test('the chain is given as it was sent: nothing put in order, nothing added, nothing twice', async () => {
    const own = of({ commonName: HOST, issuer: intermediate });
    const { answer } = await scripted({
      chain: [own, own, issue({ commonName: 'Stray', authority: true }), intermediate, intermediate],
    });
    const { startTls } = answer as Extract<SmtpAnswer, { status: 'ok' }>;
    const { certificates, distrust } = startTls as Extract<typeof startTls, { state: 'established' }>;
    const names = certificates.map((der) => new X509Certificate(Buffer.from(der, 'base64')).subject);
    expect(names).toEqual([`CN=${HOST}`, 'CN=Stray', 'CN=Test Intermediate']);
    expect(distrust).toBe('');
  });

  test.each([
    ['TLSv1', 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA'],
    ['TLSv1.1', 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA'],
    ['TLSv1.2', 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384'],
  ] as const)('the version %s, by which mail is still sent', async (version, cipher) => {
    const ciphers = 'DEFAULT:@SECLEVEL=0';
    const { answer } = await scripted({ tls: { minVersion: version, maxVersion: version, ciphers } });
    expect(answer).toMatchObject({ startTls: { state: 'established', protocol: version, cipher } });
  });
});

describe('TLS fails', () => {
  const failed = (reason: unknown) => ({
    status: 'ok',
    banner: 'mx.example.com ESMTP',
    startTls: { state: 'failed', reason },
  });

  test('where the server goes on in the clear', async () => {
    const { answer } = await scripted({ insteadOfTls: (socket) => void socket.write('500 what?\r\n') });
    expect(answer).toMatchObject(failed(`no TLS session with ${OTHER}: what answers there does not speak TLS`));
  });

  test('where both sides have no cipher in common', async () => {
    const { answer } = await scripted({ tls: { ciphers: 'ECDHE-RSA-AES128-GCM-SHA256', maxVersion: 'TLSv1.2' } });
    expect(answer).toMatchObject(failed(`no TLS session with ${OTHER}: ssl/tls alert handshake failure`));
  });

  test('where the connection is cut', async () => {
    const { answer } = await scripted({ insteadOfTls: (socket) => void socket.resetAndDestroy() });
    expect(answer).toMatchObject(failed(`no TLS session with ${OTHER}: connection reset`));
  });

  test('where the server says nothing more, at the deadline', async () => {
    const { port } = await smtpServer({ insteadOfTls: () => {} });
    const answer = await probed(port, { serviceTimeoutMs: 150 });
    expect(answer).toMatchObject(failed(`no TLS session with ${OTHER} within 0.15 s`));
  });

  test('where the server hangs up on STARTTLS', async () => {
    const { answer } = await scripted({ startTls: 'so long' });
    expect(answer).toMatchObject(failed(`what answers at ${OTHER} does not speak SMTP: \`so long\``));
  });
});

describe('what is put in between in the clear is not taken for what the server says inside TLS', () => {
  test('behind the agreement, in one packet', async () => {
    const { answer, heard } = await scripted({ early: '250-evil\r\n250 AUTH PLAIN\r\n' });
    expect(answer).toMatchObject({
      extensions: ['SIZE 1000', 'STARTTLS'],
      startTls: { state: 'failed', reason: `${OTHER} sends 26 octets in the clear after it agreed to STARTTLS` },
    });
    expect(heard).toEqual(['EHLO [127.0.0.1]', 'STARTTLS']);
  });

  test('behind the agreement, later', async () => {
    const { answer } = await scripted({ later: '250 AUTH PLAIN\r\n', insteadOfTls: () => {} });
    expect(answer).toMatchObject({ extensions: ['SIZE 1000', 'STARTTLS'], startTls: { state: 'failed' } });
  });
});

describe('there is no answer', () => {
  test.each([
    [
      'a refusal',
      { greeting: '554 5.7.1 no service\u009B for you' },
      'greets with 554 `5.7.1 no service\\x9b for you`',
    ],
    ['a busy host', { greeting: '421-busy\n421 later' }, 'greets with 421 `busy later`'],
    ['a refusal of EHLO', { ehlo: '550 go away' }, 'answers EHLO with 550 `go away`'],
  ])('but %s', async (_, script, what) => {
    const { answer } = await scripted(script);
    expect(answer).toEqual({ status: 'failed', failure: 'protocol', reason: `${OTHER} ${what}` });
  });

  test.each([
    ['HTTP', 'HTTP/1.1 400 Bad Request\r\n', 'does not speak SMTP: `HTTP/1.1 400 Bad Request`'],
    ['SSH', 'SSH-2.0-OpenSSH_9.9\r\n', 'does not speak SMTP: `SSH-2.0-OpenSSH_9.9`'],
    ['binary junk', '\u0000\u001B[2J\u0007\n', 'does not speak SMTP: `\\x00\\x1b[2J\\x07`'],
    ['a code alone with a text', '220mx.example.com\r\n', 'does not speak SMTP: `220mx.example.com`'],
    ['a line without end', 'x'.repeat(100_000), 'sends a line of more than 2048 octets'],
    ['a greeting without end', '220-mx\r\n'.repeat(100_000), 'sends a reply of more than 128 lines'],
  ])('but %s', async (_, text, what) => {
    const port = await tcpServer((socket) => void socket.write(text));
    const reason = `what answers at ${OTHER} ${what}`;
    expect(await probed(port)).toEqual({ status: 'failed', failure: 'protocol', reason });
  });

  test.each<[string, Parameters<typeof tcpServer>[0]]>([
    ['silence', () => {}],
    ['a greeting byte by byte', (socket) => drip(socket, '220-mx.example.com\r\n'.repeat(100))],
  ])('but %s, until the deadline', async (_, behave) => {
    const port = await tcpServer(behave);
    const begin = performance.now();
    const reason = `no greeting from ${OTHER} within 0.15 s`;
    expect(await probed(port, { serviceTimeoutMs: 150 })).toEqual({ status: 'failed', failure: 'timeout', reason });
    expect(performance.now() - begin).toBeLessThan(5000);
  });

  test('where the host hangs up before it greets, or nobody listens', async () => {
    const port = await tcpServer((socket) => void socket.end());
    expect(await probed(port)).toMatchObject({
      failure: 'network',
      reason: `no greeting from ${OTHER}: connection closed`,
    });
    const free = await freePort();
    const reason = `no connection to ${OTHER} on port ${free}: connection refused`;
    expect(await probed(free)).toMatchObject({ failure: 'network', reason });
  });

  test('for a name where an address should be, which nobody looks up', async () => {
    const { net } = await liveWorld([() => 'drop']);
    const reason = `localhost is no address, so no SMTP at ${HOST} (localhost)`;
    expect(await net.probeSmtp(HOST, 'localhost')).toEqual({ status: 'failed', failure: 'network', reason });
  });
});

test('a host that does not answer a goodbye keeps nobody waiting', async () => {
  const port = await tcpServer((socket) => {
    socket.write('220 mx\r\n');
    socket.once('data', () => void socket.write('250 mx\r\n'));
  });
  const begin = performance.now();
  expect(await probed(port)).toMatchObject({ status: 'ok', startTls: { state: 'not-offered' } });
  expect(performance.now() - begin).toBeLessThan(5000);
});

test('closing the net ends a probe under way', async () => {
  const port = await tcpServer(() => {});
  const { net } = await liveWorld([() => 'drop'], { smtpPort: port });
  const pending = net.probeSmtp(HOST, '127.0.0.1');
  await sleep(50);
  await net.close();
  const reason = `no greeting from ${OTHER}: closed before an answer came`;
  expect(await pending).toEqual({ status: 'failed', failure: 'network', reason });
});
