import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { liveNet } from '../../../src/net/live.ts';
import type { Net } from '../../../src/net/net.ts';
import { replyBytes } from '../../support/dns-server.ts';
import { txt } from '../../support/live-world.ts';

const DNS_MESSAGE = 'application/dns-message';
type Respond = (response: ServerResponse, body: Buffer, request: IncomingMessage) => void;

/** A live net that asks one HTTP server on loopback (plain HTTP, as certificates are not what is tested). */
async function dohWorld(respond: Respond, timeoutMs = 500): Promise<{ net: Net; url: string }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => respond(response, Buffer.concat(chunks), request));
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/dns-query`;
  const net = liveNet({ servers: [{ kind: 'doh', url }], timeoutMs, tries: 1 });
  onTestFinished(async () => {
    await net.close();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  return { net, url };
}

const answerBytes = (body: Buffer, texts: readonly string[] = ['v=spf1 -all']): Buffer =>
  replyBytes(
    {
      name: 'example.com',
      type: 'TXT',
      transport: 'tcp',
      id: body.readUInt16BE(0),
      edns: 1232,
      flags: 0x0120,
      port: 0,
    },
    { records: texts.map((text) => txt('example.com', text)) },
  );

test('a question over HTTPS is a POST of a DNS message with id 0', async () => {
  let seen: unknown;
  const { net } = await dohWorld((response, body, request) => {
    seen = { method: request.method, type: request.headers['content-type'], id: body.readUInt16BE(0) };
    response.setHeader('content-type', `${DNS_MESSAGE}; charset=x`).end(answerBytes(body));
  });
  expect(await net.resolve('example.com', 'TXT')).toMatchObject({
    status: 'ok',
    records: [{ strings: ['v=spf1 -all'] }],
  });
  expect(seen).toEqual({ method: 'POST', type: DNS_MESSAGE, id: 0 });
});

test('an answer over HTTPS may be as large as any', async () => {
  const texts = Array.from({ length: 240 }, (_, n) => `${n} ${'x'.repeat(240)}`);
  const { net } = await dohWorld((response, body) => {
    response.setHeader('content-type', DNS_MESSAGE).end(answerBytes(body, texts));
  });
  expect(await net.resolve('example.com', 'TXT')).toHaveProperty('records.length', 240);
});

test.each<[string, string, string, Respond]>([
  ['an error of the server', 'malformed', 'HTTP 503', (response) => response.writeHead(503).end('busy')],
  ['a refusal', 'refused', 'HTTP 429', (response) => response.writeHead(429).end()],
  [
    'a page',
    'malformed',
    `text/html instead of ${DNS_MESSAGE}`,
    (response) => response.setHeader('content-type', 'text/html').end('<p>hello'),
  ],
  [
    'a body that is no DNS message',
    'malformed',
    'malformed answer',
    (response) => response.setHeader('content-type', DNS_MESSAGE).end('nonsense'),
  ],
  [
    'a body without end',
    'malformed',
    'malformed answer',
    (response) => {
      response.setHeader('content-type', DNS_MESSAGE);
      const flood = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384)));
        response.once('drain', flood);
      };
      flood();
    },
  ],
])('%s is a failure that names the URL', async (_, failure, what, respond) => {
  const { net, url } = await dohWorld(respond);
  expect(await net.resolve('example.com', 'TXT')).toEqual({
    status: 'failed',
    failure,
    reason: `${what} from ${url} for example.com TXT`,
  });
});

test('a redirect is not followed', async () => {
  const { net } = await dohWorld((response) => response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end());
  expect(await net.resolve('example.com', 'TXT')).toMatchObject({ status: 'failed', failure: 'network' });
});

test('silence over HTTPS is a time-out', async () => {
  const { net, url } = await dohWorld(() => {}, 60);
  const reason = `no answer from ${url} within 0.06 s for example.com TXT`;
  expect(await net.resolve('example.com', 'TXT')).toEqual({ status: 'failed', failure: 'timeout', reason });
});

test('a body that stops halfway is a time-out, too', async () => {
  const { net } = await dohWorld((response, body) => {
    response.setHeader('content-type', DNS_MESSAGE).write(answerBytes(body).subarray(0, 20));
  }, 60);
  expect(await net.resolve('example.com', 'TXT')).toMatchObject({ status: 'failed', failure: 'timeout' });
});

test('a server nobody listens at is a network failure, in words', async () => {
  const { net, url } = await dohWorld((response) => response.destroy());
  const answer = await net.resolve('example.com', 'TXT');
  expect(answer).toMatchObject({ status: 'failed', failure: 'network', reason: expect.stringContaining(url) });
});

test('closing the net ends questions under way', async () => {
  const { net } = await dohWorld(() => {}, 5000);
  const pending = net.resolve('example.com', 'TXT');
  await new Promise((resolve) => setTimeout(resolve, 20));
  await net.close();
  expect(await pending).toMatchObject({
    status: 'failed',
    failure: 'network',
    reason: expect.stringContaining('closed'),
  });
});
