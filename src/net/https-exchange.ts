import { request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { VERSION } from '../core/version.ts';
import { networkWords } from './dns/transport.ts';
import type { FetchLimits, HttpAnswer } from './services.ts';
import { broken, connectionClosed, serviceFailed } from './under-way.ts';

/** All header fields together; Node's own default, written down as hosts are strangers. */
const MOST_HEADER_OCTETS = 16_384;

/** Asks for one resource over a session that is ready, and takes the session down. */
export function fetchAnswer(
  socket: TLSSocket,
  url: URL,
  { octets }: FetchLimits,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  return new Promise((resolve) => {
    const settle = (answer: HttpAnswer): void => {
      socket.destroy();
      resolve(answer);
    };
    const missing = `no answer from ${url.href}`;
    const asking = request({
      createConnection: () => socket,
      host: url.hostname,
      path: url.pathname + url.search,
      maxHeaderSize: MOST_HEADER_OCTETS,
      headers: {
        host: url.host,
        'user-agent': `sendaudit/${VERSION}`,
        accept: '*/*',
        'accept-encoding': 'identity',
      },
    });
    asking.on('error', (error) => settle(unanswered(missing, url, error, signal)));
    const close = (): void => settle(broken(missing, connectionClosed, signal));
    asking.on('close', close);
    asking.on('upgrade', () => settle(serviceFailed('protocol', `${url.href} answers by another protocol than HTTP`)));
    asking.on('response', (response) => {
      asking.off('close', close);
      void answerOf(response, url, octets, signal).then(settle);
    });
    asking.end();
  });
}

/** The parser's errors are what is no HTTP; all others are the network's. */
function unanswered(missing: string, url: URL, error: Error, signal: AbortSignal): HttpAnswer {
  const code = 'code' in error ? String(error.code) : '';
  if (signal.aborted || !code.startsWith('HPE_')) return broken(missing, error, signal);
  if (code === 'HPE_HEADER_OVERFLOW') {
    return serviceFailed(
      'protocol',
      `${url.href} answers with more than ${MOST_HEADER_OCTETS} octets of header fields`,
    );
  }
  return serviceFailed('protocol', `what answers at ${url.host} does not speak HTTP: ${networkWords(error)}`);
}

async function answerOf(response: IncomingMessage, url: URL, octets: number, signal: AbortSignal): Promise<HttpAnswer> {
  const { statusCode: code = 0, headers } = response;
  const { location, 'content-type': contentType = '', 'content-encoding': encoding = 'identity' } = headers;
  const answer = { status: 'ok', code, contentType, ...(location === undefined ? {} : { location }) } as const;
  // The page that goes with an error is for a browser: its size and slowness change nothing
  if (code < 200 || code > 299) return { ...answer, body: '' };
  if (encoding.toLowerCase() !== 'identity') {
    return serviceFailed('protocol', `${url.href} comes encoded as \`${encoding}\`, which was not asked for`);
  }
  const tooLarge = serviceFailed('too-large', `${url.href} is longer than ${octets} octets`);
  if (Number(headers['content-length'] ?? 0) > octets) return tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > octets) return tooLarge; // leaving the loop destroys the response
      chunks.push(chunk);
    }
  } catch (error) {
    return unanswered(`no complete answer from ${url.href}`, url, error as Error, signal);
  }
  return { ...answer, body: Buffer.concat(chunks).toString('latin1') };
}
