import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { audited, type Audited } from '../support/audited.ts';
import { issue, type Issued, type Wanted } from '../support/certificates.ts';
import { sendauditIn } from '../support/sendaudit.ts';
import { smtpServer, type SmtpScript } from '../support/smtp-server.ts';
import { drip, freePort, httpsServer, tcpServer, tlsServer } from '../support/tls-server.ts';
import { authorityFor, nameServersAt, referringTo, resolverOf } from '../support/zone-servers.ts';

const root = issue({ commonName: 'Test Root', authority: true });
const of = (name: string, wanted: Wanted = {}): Issued => issue({ names: [name], issuer: root, ...wanted });
const EXPIRED = { from: '2020-01-01', until: '2021-01-01' };
const web = of('mta-sts.example.com');
const mx = of('mx.example.com');

type Ports = NonNullable<Io['ports']>;
const world = (ports: Ports): Partial<Io> => ({ ports: { ca: [root.pem], ...ports } });
/** The same with little patience, for services that never answer. */
const hasty = (ports: Ports): Partial<Io> => world({ serviceTimeoutMs: 250, ...ports });

const MAIL = '@ MX 10 mx\nmx A 127.0.0.1\n@ TXT "v=spf1 mx -all"';
const STS = '_mta-sts TXT "v=STSv1; id=20261101"\nmta-sts A 127.0.0.1';
const POLICY = ['version: STSv1', 'mode: enforce', 'mx: mx.example.com', 'max_age: 2592000', ''].join('\r\n');

describe('MTA-STS', () => {
  type Respond = (request: IncomingMessage, response: ServerResponse) => void;
  const plain: Respond = (_, response) => void response.setHeader('content-type', 'text/plain').end(POLICY);

  const checked = async (httpsPort: number, zone = `${MAIL}\n${STS}`, io = world): Promise<Audited> =>
    audited(io({ httpsPort }), ...(await resolverOf(zone)), '--only', 'mta-sts');
  const serving = (respond: Respond, chain: readonly Issued[] = [web]): Promise<number> => httpsServer(chain, respond);

  test('with a good policy passes', async () => {
    const { exitCode, codes, outcomes } = await checked(await serving(plain));
    expect([codes(), exitCode]).toEqual([[], 0]);
    expect(outcomes('mta-sts')).not.toContain('inconclusive');
  });

  test.each<[string, Issued, string]>([
    ['expired', of('mta-sts.example.com', EXPIRED), 'expired on 2021-01-01'],
    ['of another host', of('www.example.com'), 'is for www.example.com, not for mta-sts.example.com'],
    ['self-signed', issue({ names: ['mta-sts.example.com'] }), 'is self-signed'],
    [
      'of an authority nobody knows',
      of('mta-sts.example.com', { issuer: issue({ commonName: 'Own Root', authority: true }) }),
      'comes from `Own Root`',
    ],
  ])('with a certificate that is %s has no policy', async (_, certificate, what) => {
    let requests = 0;
    const port = await serving(
      (request, response) => {
        requests++;
        plain(request, response);
      },
      [certificate],
    );
    const { exitCode, codes, words } = await checked(port);
    expect([codes(), exitCode]).toEqual([['mta-sts/policy-host:certificate'], 0]);
    expect(words('mta-sts/policy-host:certificate')).toContain(what);
    expect(requests).toBe(0);
  });

  test.each<[string, Respond, string, string]>([
    [
      'a redirect',
      (_, response) => void response.writeHead(301, { location: 'https://www.example.com/' }).end(),
      'mta-sts/policy-response:redirect',
      '301, a redirect to https://www.example.com/',
    ],
    [
      'a page that is not there',
      (_, response) => void response.writeHead(404).end('<h1>'),
      'mta-sts/policy-response:status',
      '404',
    ],
    [
      'a web page',
      (_, response) => void response.setHeader('content-type', 'text/html').end(`<!doctype html><title>${POLICY}`),
      'mta-sts/policy-syntax:page',
      'web page',
    ],
    [
      'the policy as HTML',
      (_, response) => void response.setHeader('content-type', 'text/html').end(POLICY),
      'mta-sts/media-type:other',
      'text/html',
    ],
  ])('with %s has a finding', async (_, respond, code, what) => {
    const { exitCode, codes, words } = await checked(await serving(respond));
    expect([codes(), exitCode]).toEqual([[code], 0]);
    expect(words(code)).toContain(what);
  });

  test('a policy of ten million octets is not read to its end', async () => {
    let sent = 0;
    const port = await serving((_, response) => {
      response.setHeader('content-type', 'text/plain').on('error', () => {});
      const more = (): void => {
        while (sent < 10_000_000 && response.write(Buffer.alloc(10_000, POLICY))) sent += 10_000;
      };
      response.on('drain', more);
      more();
    });
    const { codes } = await checked(port);
    await sleep(20);
    expect(codes()).toEqual(['mta-sts/policy-response:size']);
    expect(sent).toBeLessThan(5_000_000);
  });

  test.each<[string, () => Promise<number>]>([
    ['nobody listens', freePort],
    ['TLS never comes about', () => tcpServer(() => {})],
    [
      'the answer comes octet by octet',
      () =>
        tlsServer([web], (s) => void s.once('data', () => drip(s, `HTTP/1.1 200 OK\r\n\r\n${POLICY}`.padEnd(9000)))),
    ],
    [
      'the connection breaks in the middle',
      () =>
        tlsServer(
          [web],
          (s) => void s.once('data', () => s.end('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nversion: STSv1')),
        ),
    ],
  ])('where %s is not decided, in time', async (_, start) => {
    const port = await start();
    const begin = performance.now();
    const { exitCode, codes, outcomes } = await checked(port, undefined, hasty);
    expect(performance.now() - begin).toBeLessThan(6000);
    expect([codes(), exitCode]).toEqual([[], 3]);
    expect(outcomes('mta-sts/policy-host')).toEqual(['inconclusive']);
    expect(outcomes('mta-sts/policy-response')).toEqual(['inconclusive']);
  });

  test('enforced for all mail hosts but one is an error', async () => {
    const zone = `${MAIL}\n${STS}\n@ MX 20 backup\nbackup A 127.0.0.1`;
    const { exitCode, codes, words } = await checked(await serving(plain), zone);
    expect([codes(), exitCode]).toEqual([['mta-sts/mx-patterns:refused'], 1]);
    expect(words('mta-sts/mx-patterns:refused')).toContain('`backup.example.com`');
  });

  test('whose host has no address has no policy', async () => {
    const { codes } = await checked(1, `${MAIL}\n_mta-sts TXT "v=STSv1; id=20261101"`);
    expect(codes()).toEqual(['mta-sts/policy-host:address']);
  });

  test('whose host cannot be looked up is not decided', async () => {
    const resolver = await resolverOf(`${MAIL}\n${STS}`, { servfail: ['mta-sts.example.com'] });
    const { exitCode, codes, words } = await audited(world({}), ...resolver, '--only', 'mta-sts');
    expect([codes(), exitCode]).toEqual([[], 3]);
    expect(words('mta-sts/policy-host')).toContain('SERVFAIL');
  });
});

describe('STARTTLS', () => {
  const probed = async (script: SmtpScript, zone = MAIL): Promise<Audited> => {
    const { port } = await smtpServer({ chain: [mx], ...script });
    return probedAt(port, zone);
  };
  const probedAt = async (smtpPort: number, zone = MAIL, io = world): Promise<Audited> =>
    audited(io({ smtpPort }), ...(await resolverOf(zone)), '--probe-smtp', '--only', 'starttls', '--fail-on', 'note');

  test('with TLS 1.3 and a good certificate passes', async () => {
    const { exitCode, codes, outcomes } = await probed({});
    expect([codes(), exitCode]).toEqual([[], 0]);
    expect(outcomes('starttls')).toEqual(['pass']);
  });

  test('nobody asked for is nobody’s business', async () => {
    const { port, heard } = await smtpServer({ chain: [mx] });
    const { exitCode, outcomes } = await audited(
      world({ smtpPort: port }),
      ...(await resolverOf(MAIL)),
      '--only',
      'starttls',
    );
    expect([outcomes('starttls'), exitCode]).toEqual([['not-applicable'], 0]);
    expect(heard).toEqual([]);
  });

  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;
  test.each<[string, SmtpScript, string[]]>([
    ['an expired certificate', { chain: [of('mx.example.com', EXPIRED)] }, ['starttls/certificate-dates:outside']],
    ['a certificate of another host', { chain: [of('other.example.com')] }, ['starttls/certificate-name:other']],
    [
      'a self-signed certificate',
      { chain: [issue({ names: ['mx.example.com'] })] },
      ['starttls/certificate-trust:untrusted'],
    ],
    ['no STARTTLS', { ehlo: '250-mx.example.com\n250 SIZE 1000' }, ['starttls/offer:none']],
    ['a refusal of STARTTLS', { startTls: '454 4.7.0 TLS not available' }, ['starttls/handshake:fails']],
    ['TLS 1.0 only', { tls: old }, ['starttls/protocol:old']],
  ])('with %s has a finding', async (_, script, expected) => {
    const { exitCode, codes } = await probed(script);
    expect([codes(), exitCode]).toEqual([expected, 1]);
  });

  test.each<[string, () => Promise<number>]>([
    ['nobody listens', freePort],
    ['the host says nothing', () => tcpServer(() => {})],
    ['the host greets octet by octet', () => tcpServer((socket) => drip(socket, '220-mx.example.com\r\n'.repeat(90)))],
    ['the host hangs up', () => tcpServer((socket) => void socket.end())],
    ['the host is busy', async () => (await smtpServer({ greeting: '421 later' })).port],
  ])('where %s is not decided, in time, and never a finding', async (_, start) => {
    const port = await start();
    const begin = performance.now();
    const { exitCode, codes, outcomes } = await probedAt(port, MAIL, hasty);
    expect(performance.now() - begin).toBeLessThan(6000);
    expect([codes(), exitCode, outcomes('starttls')]).toEqual([[], 3, ['inconclusive']]);
  });

  test('of one host is judged although another is silent', async () => {
    const zone = `${MAIL}\n@ MX 20 gone\ngone A 127.0.0.2`;
    const { exitCode, codes, words } = await probed({ ehlo: '250 mx.example.com' }, zone);
    expect([codes(), exitCode]).toEqual([['starttls/offer:none'], 1]);
    expect(words('starttls/offer')).toContain('gone.example.com (127.0.0.2)');
  });

  test('matters more where MTA-STS is enforced', async () => {
    const httpsPort = await httpsServer([web], (_, response) => {
      response.setHeader('content-type', 'text/plain').end(POLICY);
    });
    const { port: smtpPort } = await smtpServer({ chain: [of('mx.example.com', EXPIRED)] });
    const resolver = await resolverOf(`${MAIL}\n${STS}`);
    const { exitCode, codes } = await audited(
      world({ httpsPort, smtpPort }),
      ...resolver,
      '--probe-smtp',
      '--only',
      'starttls',
    );
    expect([codes(), exitCode]).toEqual([['starttls/certificate-dates:enforced'], 1]);
  });

  test('of a host that is silent keeps nobody who interrupts', async () => {
    const smtpPort = await tcpServer(() => {});
    const resolver = await resolverOf(MAIL);
    const interruption = new AbortController();
    const io = { ...world({ smtpPort }), interrupted: interruption.signal };
    const begin = performance.now();
    const run = sendauditIn(io, 'check', 'example.com', ...resolver, '--probe-smtp', '--only', 'starttls');
    await sleep(100);
    interruption.abort();
    expect((await run).exitCode).toBe(130);
    expect(performance.now() - begin).toBeLessThan(4000);
  });

  test('of a host behind an address that cannot be looked up is not decided', async () => {
    const resolver = await resolverOf(MAIL, { servfail: ['mx.example.com'] });
    const { exitCode, codes } = await audited(world({}), ...resolver, '--probe-smtp', '--only', 'starttls');
    expect([codes(), exitCode]).toEqual([[], 3]);
  });
});

describe('DANE', () => {
  const digest = ({ spki }: Issued): string => createHash('sha256').update(spki).digest('hex');
  const tlsa = (data: string): string => `_25._tcp.mx TLSA 3 1 1 ${data}`;
  const stale = 'ab'.repeat(32);
  const probed = async (
    records: readonly string[],
    { authentic = [''], chain = [mx] }: { authentic?: string[]; chain?: Issued[] } = {},
  ): Promise<Audited> => {
    const { port } = await smtpServer({ chain });
    const resolver = await resolverOf([MAIL, ...records].join('\n'), { authentic });
    return audited(world({ smtpPort: port }), ...resolver, '--probe-smtp', '--only', 'dane');
  };

  test('with the digest of the key shown passes', async () => {
    const { exitCode, codes, outcomes } = await probed([tlsa(digest(mx))]);
    expect([codes(), exitCode]).toEqual([[], 0]);
    expect(outcomes('dane/presentation')).toEqual(['pass']);
  });

  test('with the digest of another key is an error', async () => {
    const { exitCode, codes } = await probed([tlsa(stale)]);
    expect([codes(), exitCode]).toEqual([['dane/presentation:mismatch'], 1]);
  });

  test('in the middle of a rollover passes with the old key and with the new', async () => {
    const next = of('mx.example.com');
    const pair = [tlsa(digest(mx)), tlsa(digest(next))];
    for (const chain of [[mx], [next]]) {
      const { exitCode, codes, outcomes } = await probed(pair, { chain });
      expect([codes(), exitCode]).toEqual([[], 0]);
      expect(outcomes('dane/presentation')).toEqual(['pass']);
    }
  });

  test('does not care for names, dates and authorities of a certificate of usage 3', async () => {
    const odd = issue({ names: ['elsewhere.example'], ...EXPIRED });
    const { exitCode, codes } = await probed([tlsa(digest(odd))], { chain: [odd] });
    expect([codes(), exitCode]).toEqual([[], 0]);
  });

  test('that no resolver has validated protects nobody, so that a wrong digest harms nobody', async () => {
    const { exitCode, codes } = await probed([tlsa(stale)], { authentic: [] });
    expect([codes(), exitCode]).toEqual([['dane/authenticity:zone'], 0]);
  });

  test('whose TLSA question fails is an error: senders defer', async () => {
    const { port } = await smtpServer({ chain: [mx] });
    const resolver = await resolverOf(MAIL, { authentic: [''], servfail: ['_25._tcp.mx.example.com'] });
    const run = await audited(world({ smtpPort: port }), ...resolver, '--probe-smtp', '--only', 'dane');
    expect([run.codes(), run.exitCode]).toEqual([['dane/lookup:fails'], 1]);
  });
});

// Elsewhere loopback has only one address, unless somebody adds others.
if (process.platform !== 'linux') console.log('skipped: loopback has only one address here');
describe.runIf(process.platform === 'linux')('name servers, each asked for itself', () => {
  const ABOVE = 'com. NS ns.nic.example.\nns.nic.example. A 127.0.0.4';
  const soaWith = (serial: number): string => `@ SOA ns1 hostmaster ${serial} 7200 900 1209600 300`;
  const REST = '@ NS ns1\n@ NS ns2\nns1 A 127.0.0.2\nns2 A 127.0.0.3\n_dmarc TXT "v=DMARC1; p=none"';
  const zone = ({ serial = 1, spf = 'v=spf1 mx -all' } = {}): string => `${soaWith(serial)}\n${REST}\n@ TXT "${spf}"`;
  const PARENT = { '127.0.0.4': referringTo('ns1.example.com', 'ns2.example.com') };
  const CHECKS = ['delegation', 'lame-server', 'server-agreement'].flatMap((name) => ['--only', `dns/${name}`]);

  const asked = async (servers: Parameters<typeof nameServersAt>[0]): Promise<Audited> => {
    const serverPort = await nameServersAt(servers);
    const resolver = await resolverOf(`${ABOVE}\n${zone()}`);
    const fast = ['--timeout', '0.1', '--fail-on', 'note'];
    return audited(world({ serverPort }), ...resolver, '--ask-servers', ...CHECKS, ...fast);
  };

  test('agree', async () => {
    const { exitCode, codes, outcomes } = await asked({
      '127.0.0.2': authorityFor(zone()),
      '127.0.0.3': authorityFor(zone()),
      ...PARENT,
    });
    expect([codes(), exitCode, outcomes('dns')]).toEqual([[], 0, ['pass']]);
  });

  test.each<[string, Parameters<typeof nameServersAt>[0], string[]]>([
    [
      'one is lame',
      { '127.0.0.2': authorityFor(zone()), '127.0.0.3': () => ({ rcode: 5 }), ...PARENT },
      ['dns/lame-server:some'],
    ],
    [
      'one only refers to the root',
      {
        '127.0.0.2': authorityFor(zone()),
        '127.0.0.3': () => ({ authority: [{ name: '', ttl: 60, type: 'NS', target: 'a.root-servers.net' }] }),
        ...PARENT,
      },
      ['dns/lame-server:some'],
    ],
    [
      'one has an older serial',
      { '127.0.0.2': authorityFor(zone({ serial: 2 })), '127.0.0.3': authorityFor(zone()), ...PARENT },
      ['dns/server-agreement:serial'],
    ],
    [
      'one has another SPF record',
      {
        '127.0.0.2': authorityFor(zone()),
        '127.0.0.3': authorityFor(zone({ spf: 'v=spf1 ~all' })),
        ...PARENT,
      },
      ['dns/server-agreement:spf'],
    ],
    [
      'the parent knows only one',
      {
        '127.0.0.2': authorityFor(zone()),
        '127.0.0.3': authorityFor(zone()),
        '127.0.0.4': referringTo('ns1.example.com'),
      },
      ['dns/delegation:unknown'],
    ],
  ])('differ: %s', async (_, servers, expected) => {
    const { exitCode, codes } = await asked(servers);
    expect([codes(), exitCode]).toEqual([expected, 1]);
  });

  test('that are silent, or not there, are not decided', async () => {
    const { exitCode, codes, outcomes } = await asked({ '127.0.0.2': authorityFor(zone()), '127.0.0.3': () => 'drop' });
    expect([codes(), exitCode]).toEqual([[], 3]);
    expect(outcomes('dns')).toEqual(['inconclusive']);
  });
});

describe('BIMI', () => {
  const LOGO =
    '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" viewBox="0 0 64 64"><title>Example</title><rect width="64" height="64" fill="#0a5"/></svg>';

  test('with a logo and a certificate that is not there is half of BIMI', async () => {
    const httpsPort = await httpsServer([of('example.com')], ({ url }, response) => {
      if (url === '/logo.svg') response.setHeader('content-type', 'image/svg+xml').end(LOGO);
      else response.writeHead(404).end();
    });
    const zone = `@ A 127.0.0.1\n_dmarc TXT "v=DMARC1; p=reject"\ndefault._bimi TXT "v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/mark.pem"`;
    const { exitCode, codes, outcomes } = await audited(
      world({ httpsPort }),
      ...(await resolverOf(zone)),
      '--only',
      'bimi',
    );
    expect([codes(), exitCode]).toEqual([['bimi/certificate-file:status'], 0]);
    expect(outcomes('bimi/svg-profile')).toEqual(['pass']);
  });
});

describe('a recording', () => {
  test('of servers that are silent is as little decided as they are', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sendaudit-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const port = await tcpServer(() => {});
    const resolver = await resolverOf(`${MAIL}\n${STS}`);
    const asks = ['--probe-smtp', '--only', 'starttls', '--only', 'mta-sts', '--only', 'dane'];
    const recording = join(folder, 'world.txt');
    const live = await audited(hasty({ httpsPort: port, smtpPort: port }), ...resolver, ...asks, '--record', recording);
    const replayed = await audited({}, '--replay', recording, ...asks);
    expect(live.exitCode).toBe(3);
    expect([replayed.exitCode, replayed.results]).toEqual([live.exitCode, live.results]);
  });

  test('of everything that was asked gives the same results, with local parts hidden where that is wished', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sendaudit-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const recording = join(folder, 'world.txt');
    const httpsPort = await httpsServer([web], (_, response) => {
      response.setHeader('content-type', 'text/plain').end(`${POLICY}contact: anna.rossi@example.com\r\n`);
    });
    const { port: smtpPort } = await smtpServer({
      chain: [issue({ names: ['mx.example.com'] })],
      greeting: '220 anna.rossi@example.com',
    });
    const serverPort = await nameServersAt({ '127.0.0.1': () => ({ rcode: 5 }) });
    const zone = [
      'com. NS ns.nic.example.\nns.nic.example. A 127.0.0.1',
      '@ SOA ns1 anna.rossi 1 7200 900 1209600 300\n@ NS ns1\nns1 A 127.0.0.1',
      MAIL,
      STS,
      '_dmarc TXT "v=DMARC1; p=none; rua=mailto:anna.rossi@example.com, anna.rossi@example.com"',
      '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:anna.rossi@example.com!"',
      '_25._tcp.mx TLSA 3 1 1 00',
      's1._domainkey TXT "v=DKIM1; p=; n=anna.rossi@example.com"',
    ].join('\n');
    const asks = ['--probe-smtp', '--ask-servers', '--selector', 's1', '--skip', 'dns/name-server-diversity'];
    const resolver = await resolverOf(zone, { authentic: [''] });
    const io = world({ httpsPort, smtpPort, serverPort });
    const live = await audited(io, ...resolver, ...asks, '--record', recording);
    expect(live.codes('starttls/certificate-trust')).toHaveLength(1);
    expect(live.codes('dns/lame-server')).toHaveLength(1);
    const replayed = await audited({}, '--replay', recording, ...asks);
    expect([replayed.exitCode, replayed.results]).toEqual([live.exitCode, live.results]);

    const files = ['text', 'html', 'markdown', 'json', 'jsonl', 'csv', 'sarif', 'junit', 'github'];
    const formats = files.flatMap((format) => ['--format', `${format}=${join(folder, format)}`]);
    await sendauditIn({}, 'check', 'example.com', '--replay', recording, ...asks, '--passed', '--redact', ...formats);
    for (const format of files) {
      const text = await readFile(join(folder, format), 'utf8');
      expect(text.length).toBeGreaterThan(100);
      expect(/.{0,60}(?:anna|rossi).{0,60}/.exec(text)?.[0], format).toBeUndefined();
    }
  });
});
