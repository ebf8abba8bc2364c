import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { HttpAnswer } from '../../src/net/services.ts';
import { inDays, issue } from '../support/certificates.ts';
import type { Issued, Wanted } from '../support/certificates.ts';
import type { Behaviour } from '../support/dns-server.ts';
import { liveWorld, soa } from '../support/live-world.ts';
import { drip, freePort, httpsServer, tcpServer, tlsServer } from '../support/tls-server.ts';

const HOST = 'mta-sts.example.com';
const root = issue({ commonName: 'Test Root', authority: true });
const intermediate = issue({ commonName: 'Test Intermediate', authority: true, issuer: root });
const of = (wanted: Wanted): Issued => issue({ names: [HOST], issuer: root, ...wanted });
const good = of({});

const absent = { authority: [soa('example.com', 60, 60)] };
const at =
  (...addresses: string[]): Behaviour =>
  ({ name, type }) =>
    type === 'A' ? { records: addresses.map((address) => ({ name, ttl: 60, type: 'A', address })) } : absent;

interface World {
  readonly port: number;
  readonly dns?: Behaviour;
  readonly url?: string;
  readonly octets?: number;
  readonly timeoutMs?: number;
}

/** Fetches from a port on loopback with nothing but the test's own root beside the usual authorities. */
async function fetched({
  port,
  dns = at('127.0.0.1'),
  url,
  octets = 1000,
  timeoutMs = 3000,
}: World): Promise<HttpAnswer> {
  const options = { httpsPort: port, ca: [root.pem], serviceTimeoutMs: timeoutMs, timeoutMs: 500, tries: 1 };
  const { net } = await liveWorld([dns], options);
  return net.fetchText(url ?? `https://${HOST}/.well-known/mta-sts.txt?a=b`, { octets });
}

describe('an answer', () => {
  test('is code, media type and body, octet by octet; the request says who asks', async () => {
    let seen: unknown;
    const port = await httpsServer([good], ({ method, url, headers }, response) => {
      seen = { method, url, headers };
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('version: STSv1\r\nü');
    });
    expect(await fetched({ port })).toEqual({
      status: 'ok',
      code: 200,
      contentType: 'text/plain; charset=utf-8',
      body: 'version: STSv1\r\n\u00C3\u00BC',
    });
    expect(seen).toEqual({
      method: 'GET',
      url: '/.well-known/mta-sts.txt?a=b',
      headers: {
        host: HOST,
        'user-agent': expect.stringMatching(/^sendaudit\/\d/),
        accept: '*/*',
        'accept-encoding': 'identity',
        connection: 'close',
      },
    });
  });

  test('may be of any media type, or of none', async () => {
    const port = await httpsServer([good], (_, response) => void response.end('<html>'));
    expect(await fetched({ port })).toMatchObject({ status: 'ok', contentType: '', body: '<html>' });
  });

  test('of a redirect says where it leads, and nobody goes there', async () => {
    let requests = 0;
    const port = await httpsServer([good], (_, response) => {
      requests++;
      response.writeHead(301, { location: 'https://elsewhere.example/' }).end('moved');
    });
    expect(await fetched({ port })).toEqual({
      status: 'ok',
      code: 301,
      contentType: '',
      location: 'https://elsewhere.example/',
      body: '',
    });
    expect(requests).toBe(1);
  });

  test.each([404, 500, 999])('with code %i is an answer, without the page that goes with it', async (code) => {
    const port = await httpsServer([good], (_, response) => {
      response.writeHead(code, { 'content-type': 'text/html' }).end('x'.repeat(100_000));
    });
    expect(await fetched({ port })).toEqual({ status: 'ok', code, contentType: 'text/html', body: '' });
  });

  test('may be exactly as long as allowed', async () => {
    const port = await httpsServer([good], (_, response) => void response.end('x'.repeat(1000)));
    expect(await fetched({ port })).toMatchObject({ status: 'ok', body: 'x'.repeat(1000) });
  });

  test('comes from the next address where the first does not take the connection', async () => {
    const port = await httpsServer([good], (_, response) => void response.end('here'));
    expect(await fetched({ port, dns: at('127.0.0.2', '127.0.0.3', '127.0.0.1') })).toMatchObject({ body: 'here' });
  });

  test('is had from a host at the end of a CNAME, under the name of the URL', async () => {
    const port = await httpsServer([good], (_, response) => void response.end('here'));
    const dns: Behaviour = ({ name, type }) =>
      name === HOST
        ? { records: [{ name, ttl: 60, type: 'CNAME', target: 'sts.provider.example' }] }
        : at('127.0.0.1')({ name, type } as Parameters<Behaviour>[0]);
    expect(await fetched({ port, dns })).toMatchObject({ body: 'here' });
  });

  test('is had from the port and the address in the URL, whose certificate is for that', async () => {
    const port = await httpsServer([of({ addresses: ['127.0.0.1'] })], ({ headers }, response) => {
      response.end(headers.host);
    });
    const url = `https://127.0.0.1:${port}/`;
    expect(await fetched({ port: 1, url, dns: () => 'drop' })).toMatchObject({ body: `127.0.0.1:${port}` });
  });

  test('is had from a name with a final dot, which no certificate has', async () => {
    const port = await httpsServer([good], (_, response) => void response.end('here'));
    expect(await fetched({ port, url: `https://${HOST}./` })).toMatchObject({ body: 'here' });
  });
});

describe('a body is too large', () => {
  const tooLarge = {
    status: 'failed',
    failure: 'too-large',
    reason: expect.stringContaining('longer than 1000 octets'),
  };

  test('when its length says so', async () => {
    const port = await httpsServer([good], (_, response) => {
      response.writeHead(200, { 'content-length': 1001 }).write('x'); // and nothing more comes
    });
    expect(await fetched({ port })).toMatchObject(tooLarge);
  });

  test('when it does not end; nobody reads ten million octets', async () => {
    let sent = 0;
    const port = await httpsServer([good], (_, response) => {
      const more = (): void => {
        while (sent < 10_000_000 && response.write(Buffer.alloc(10_000))) sent += 10_000;
      };
      response.on('drain', more).on('error', () => {});
      more();
    });
    expect(await fetched({ port })).toMatchObject(tooLarge);
    await sleep(20);
    expect(sent).toBeLessThan(5_000_000);
  });
});

describe('a certificate does not hold', () => {
  test.each<[string, Issued[], string]>([
    ['expired', [of({ from: inDays(-9), until: inDays(-2) })], `expired on ${inDays(-2)}`],
    ['not yet valid', [of({ from: inDays(2) })], `is valid only from ${inDays(2)} on`],
    ['for another host', [of({ names: ['www.example.com'] })], `is for www.example.com, not for ${HOST}`],
    [
      'for many other hosts',
      [of({ names: ['a.example', '*.b.example', 'c.example', 'd.example', 'e.example'] })],
      `is for a.example, *.b.example, c.example and 2 more, not for ${HOST}`,
    ],
    [
      'for the host only by its subject',
      [of({ names: [], commonName: HOST })],
      `names no host, so it is not for ${HOST}`,
    ],
    ['self-signed', [issue({ names: [HOST] })], 'is self-signed'],
    [
      'self-signed, expired and for another host',
      [issue({ names: ['x.example'], from: inDays(-9), until: inDays(-2) })],
      `expired on ${inDays(-2)}, is self-signed and is for x.example, not for ${HOST}`,
    ],
    [
      'without its intermediate',
      [of({ issuer: intermediate })],
      "comes from `Test Intermediate`, whose certificate was not sent and is none of the usual authorities'",
    ],
    [
      'of nobody known',
      [of({ issuer: issue({ commonName: 'Nobody\u202E', authority: true }) })],
      "comes from `Nobody\\u{202e}`, whose certificate was not sent and is none of the usual authorities'",
    ],
  ])('that is %s', async (_, chain, what) => {
    let requests = 0;
    const port = await httpsServer(chain, (__, response) => {
      requests++;
      response.end();
    });
    const reason = `the certificate of ${HOST} ${what}`;
    expect(await fetched({ port })).toEqual({ status: 'failed', failure: 'certificate', reason });
    expect(requests).toBe(0);
  });

  test('whose chain ends in a root that is not known, or in an expired intermediate', async () => {
    const unknown = issue({ commonName: 'Own Root', authority: true });
    const port = await httpsServer([of({ issuer: unknown }), unknown], (_, response) => void response.end());
    const reason = `the certificate of ${HOST} comes from \`Own Root\`, which is none of the usual authorities`;
    expect(await fetched({ port })).toMatchObject({ failure: 'certificate', reason });

    const old = issue({ commonName: 'Old', authority: true, issuer: root, from: inDays(-9), until: inDays(-2) });
    const other = await httpsServer([of({ issuer: old }), old], (_, response) => void response.end());
    const why = `the certificate of ${HOST} was issued with the certificate of \`Old\`, which expired on ${inDays(-2)}`;
    expect(await fetched({ port: other })).toMatchObject({ failure: 'certificate', reason: why });
  });

  test('but one with its intermediate does, in whatever order', async () => {
    const own = of({ issuer: intermediate });
    const port = await httpsServer([own, root, intermediate], (_, response) => void response.end('here'));
    expect(await fetched({ port })).toMatchObject({ body: 'here' });
  });
});

describe('no session comes about', () => {
  test('with a server that speaks plain HTTP', async () => {
    const port = await tcpServer((socket) => {
      socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    });
    expect(await fetched({ port })).toEqual({
      status: 'failed',
      failure: 'tls',
      reason: `no TLS session with ${HOST}: what answers there does not speak TLS`,
    });
  });

  test('with a server that knows only TLS 1.0 and 1.1 (RFC 8996)', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;
    const port = await tlsServer([good], () => {}, old);
    expect(await fetched({ port })).toEqual({
      status: 'failed',
      failure: 'tls',
      reason: `no TLS session with ${HOST}: tlsv1 alert protocol version`,
    });
  });

  test('where the connection is cut', async () => {
    const port = await tcpServer((socket) => void socket.once('data', () => socket.resetAndDestroy()));
    expect(await fetched({ port })).toMatchObject({
      failure: 'network',
      reason: `no TLS session with ${HOST}: connection reset`,
    });
  });

  test('where nobody listens', async () => {
    const port = await freePort();
    expect(await fetched({ port })).toEqual({
      status: 'failed',
      failure: 'network',
      reason: `no connection to ${HOST} (127.0.0.1): connection refused`,
    });
  });
});

describe('what answers is no HTTP', () => {
  test.each([
    ['SMTP', '220 mx.example.com ESMTP\r\n'],
    ['garbage', '\u0000\u0001\u0002\u0003'.repeat(50)],
  ])('but %s', async (_, text) => {
    const port = await tlsServer([good], (socket) => void socket.once('data', () => socket.end(text)));
    expect(await fetched({ port })).toMatchObject({
      failure: 'protocol',
      reason: expect.stringContaining(`what answers at ${HOST} does not speak HTTP`),
    });
  });

  test('but header fields without end', async () => {
    const port = await tlsServer([good], (socket) => {
      socket.once('data', () => socket.write(`HTTP/1.1 200 OK\r\n${'x-a: b\r\n'.repeat(5000)}`));
    });
    expect(await fetched({ port })).toMatchObject({
      failure: 'protocol',
      reason: expect.stringContaining('more than 16384 octets of header fields'),
    });
  });

  test('but an encoding nobody asked for', async () => {
    const port = await httpsServer([good], (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('x');
    });
    expect(await fetched({ port })).toMatchObject({
      failure: 'protocol',
      reason: expect.stringContaining('comes encoded as `gzip`, which was not asked for'),
    });
  });

  test('but another protocol to go on with', async () => {
    const port = await tlsServer([good], (socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n');
      });
    });
    expect(await fetched({ port })).toMatchObject({ failure: 'protocol' });
  });

  test('but silence, and the end', async () => {
    const port = await tlsServer([good], (socket) => void socket.once('data', () => socket.end()));
    expect(await fetched({ port })).toMatchObject({
      failure: 'network',
      reason: expect.stringMatching(/^no answer from https:.*: connection (reset|closed)$/),
    });
  });

  test('but half a body', async () => {
    const port = await tlsServer([good], (socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf'));
    });
    expect(await fetched({ port })).toMatchObject({
      failure: 'network',
      reason: expect.stringMatching(/^no complete answer from https:/),
    });
  });
});

describe('a server that is slow is left at the deadline, however much it sends', () => {
  const page = `HTTP/1.1 200 OK\r\nx-pad: ${'x'.repeat(2000)}\r\n\r\n`;
  test.each<[string, string, () => Promise<number>]>([
    ['to accept TLS', 'no TLS session with', () => tcpServer(() => {})],
    ['to answer', 'no answer from', () => tlsServer([good], () => {})],
    ['with its header', 'no answer from', () => tlsServer([good], (s) => void s.once('data', () => drip(s, page)))],
    [
      'with its body',
      'no complete answer from',
      () =>
        tlsServer([good], (socket) => {
          socket.once('data', () => {
            socket.write('HTTP/1.1 200 OK\r\n\r\n');
            drip(socket, 'x'.repeat(900));
          });
        }),
    ],
  ])('%s', async (_, what, start) => {
    const port = await start();
    const begin = performance.now();
    const answer = await fetched({ port, timeoutMs: 150 });
    expect(answer).toMatchObject({ failure: 'timeout', reason: expect.stringMatching(`^${what} .* within 0.15 s$`) });
    expect(performance.now() - begin).toBeLessThan(5000);
  });
});

describe('a host', () => {
  test.each<[string, Behaviour]>([
    ['that does not exist', () => ({ rcode: 3, ...absent })],
    ['without addresses', () => absent],
  ])('%s has no address', async (_, dns) => {
    expect(await fetched({ port: 1, dns })).toEqual({
      status: 'failed',
      failure: 'no-address',
      reason: `${HOST} has neither an A nor an AAAA record`,
    });
  });

  test('whose addresses could not be found out is a matter of DNS', async () => {
    const dns: Behaviour = ({ type }) => (type === 'A' ? absent : { rcode: 5 });
    expect(await fetched({ port: 1, dns })).toMatchObject({
      failure: 'dns',
      reason: expect.stringMatching(`^REFUSED from .* for ${HOST} AAAA$`),
    });
  });

  test('that has one kind of address for certain is asked there', async () => {
    const port = await httpsServer([good], (_, response) => void response.end('here'));
    const dns: Behaviour = (asked) => (asked.type === 'A' ? at('127.0.0.1')(asked) : { rcode: 5 });
    expect(await fetched({ port, dns })).toMatchObject({ body: 'here' });
  });
});

test.each(['http://example.com/', 'file:///etc/passwd', 'no URL', ''])('`%s` is not fetched', async (url) => {
  expect(await fetched({ port: 1, url })).toMatchObject({ failure: 'protocol', reason: expect.stringContaining(url) });
});

test('closing the net ends what is under way, and what comes later', async () => {
  const port = await tcpServer(() => {});
  const { net } = await liveWorld([at('127.0.0.1')], { httpsPort: port });
  const pending = net.fetchText(`https://${HOST}/`, { octets: 1 });
  await sleep(50);
  await net.close();
  const reason = expect.stringContaining('closed before an answer came');
  expect(await pending).toMatchObject({ failure: 'network', reason });
  expect(await net.fetchText('https://127.0.0.1/', { octets: 1 })).toMatchObject({ failure: 'network', reason });
});

test('no more than sixteen are under way at once', async () => {
  let most = 0;
  let open = 0;
  const port = await httpsServer([good], (_, response) => {
    most = Math.max(most, ++open);
    setTimeout(() => {
      open--;
      response.end();
    }, 20);
  });
  const { net } = await liveWorld([at('127.0.0.1')], { httpsPort: port, ca: [root.pem], timeoutMs: 1000 });
  await Promise.all(Array.from({ length: 40 }, () => net.fetchText(`https://${HOST}/`, { octets: 1 })));
  expect(most).toBeGreaterThan(4);
  expect(most).toBeLessThanOrEqual(16);
});
