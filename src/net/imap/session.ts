import type { ImapFlow, ImapTransport, Logger } from 'imapflow';
import { VERSION } from '../../core/version.ts';
import type { ImapFailed, ImapLogin, ImapServer, ImapSession } from '../imap.ts';
import type { Ended } from '../under-way.ts';
import { attempts } from './attempts.ts';
import { mailboxCommands } from './mailbox.ts';
import { PIECE_BYTES, readingCommands } from './reading.ts';
import { connectToServer } from './sockets.ts';
import { takingCommands } from './taking.ts';
import { waitingCommands } from './waiting.ts';
import type { Refusals } from './within.ts';
import { wordsOf } from './words.ts';

const MIB = 1024 * 1024;
/** Some servers only guess how large a mail is: four times as much is taken, what announces more is no mail store. */
const LARGEST_LITERAL = 4 * PIECE_BYTES;
/** A SEARCH answer is one line: ten digits for each of a million mails. Nothing that never ends is gathered. */
const LONGEST_LINE = 16 * MIB;
/** A whole mail, and what is said of it. */
const LARGEST_RESPONSE = LARGEST_LITERAL + LONGEST_LINE;
/** Words in one answer: the description of a mail of thousands of parts. Each costs a hundred times its size. */
const MOST_WORDS = 200_000;
const TOKENS = ['AUTH=OAUTHBEARER', 'AUTH=XOAUTH2', 'AUTH=XOAUTH'];
/** A server that is slow to say goodbye is left without. */
const GOODBYE_MS = 1000;

export async function openSession(
  server: ImapServer,
  login: ImapLogin,
  interrupted: AbortSignal,
): Promise<{ readonly status: 'ok'; readonly session: ImapSession } | ImapFailed> {
  const ending = new AbortController();
  const interrupt = (): void => ending.abort({ failure: 'network', why: ': interrupted' } satisfies Ended);
  interrupted.addEventListener('abort', interrupt, { once: true });
  if (interrupted.aborted) interrupt();
  let cause: unknown;
  const words = wordsOf({ host: server.host, login, signal: ending.signal, cause: () => cause });
  const attempt = attempts(words, server.timeoutMs, ending);

  const opened = await attempt(`no session with ${server.host}`, async () => {
    const connected = await connectToServer(server, ending.signal);
    if (connected.status === 'failed') return connected;
    const refusals: Refusals = { last: undefined };
    const client = await clientFor(server, login, connected.transport, refusals);
    client.on('error', (error: unknown) => (cause ??= error));
    try {
      await client.connect();
    } catch (error) {
      client.close();
      // The library has no word of its own for a server that takes no token.
      const isNamed = ['code', 'responseStatus', 'tlsFailed'].some((key) => key in (error as object));
      const takesTokens = TOKENS.some((mechanism) => client.capabilities.has(mechanism));
      if (!isNamed && login.secret.kind === 'token' && !takesTokens) return words.noWayIn();
      return connected.fault() ?? words.failed(`no session with ${server.host}`, error);
    }
    return { status: 'ok', client, refusals } as const;
  });
  const letGo = (): void => {
    interrupted.removeEventListener('abort', interrupt);
    ending.abort({ failure: 'network', why: ': closed' } satisfies Ended);
  };
  if (opened.status === 'failed') {
    letGo();
    return opened;
  }
  const { client, refusals } = opened;
  const prefix = client.namespace?.prefix ?? '';
  // Names are the user's, as they are; the library would put the prefix before those of shared mailboxes as well.
  client.namespace = { prefix: '', delimiter: client.namespace?.delimiter ?? '/' };
  const within = { client, server, words, attempt, refusals, prefix };
  return {
    status: 'ok',
    session: {
      ...mailboxCommands(within),
      ...readingCommands(within),
      ...takingCommands(within),
      ...waitingCommands(within),
      async close() {
        await goodbye(client);
        letGo();
      },
    },
  };
}

/** Everything the library would decide by itself is decided here. */
async function clientFor(
  { host, port, security, timeoutMs }: ImapServer,
  { user, secret }: ImapLogin,
  transport: ImapTransport,
  refusals: Refusals,
): Promise<ImapFlow> {
  const { ImapFlow: Client } = await import('imapflow');
  return new Client({
    host,
    port,
    secure: security === 'tls',
    ...(security === 'starttls' ? { doSTARTTLS: true } : {}),
    transport,
    auth: { user, ...(secret.kind === 'token' ? { accessToken: secret.text } : { pass: secret.text }) },
    clientInfo: { name: 'sendaudit', version: VERSION, vendor: false, 'support-url': false },
    logger: listener(refusals),
    // Reports are packed already, and what unpacks without end is one thing less to think of.
    disableCompression: true,
    disableAutoIdle: true,
    disableAutoEnable: true,
    disableIMAP4rev2: true,
    disableBinary: true,
    // MD5 is missing where OpenSSL keeps to FIPS 140; the name is of no use here.
    idHashAlgorithm: 'sha256',
    // Ours are over first, and say more.
    connectionTimeout: 2 * timeoutMs,
    greetingTimeout: 2 * timeoutMs,
    maxLiteralSize: LARGEST_LITERAL,
    maxLineLength: LONGEST_LINE,
    maxResponseSize: LARGEST_RESPONSE,
    maxResponseTokens: MOST_WORDS,
  });
}

/** Nothing is logged. Refusals are heard this way alone: some commands only answer that they did not succeed. */
function listener(refusals: Refusals): Logger {
  const quiet = (): void => {};
  const warn = ({ err }: { readonly err?: { readonly responseText?: string } }): void => {
    refusals.last = err?.responseText;
  };
  // Without `debug` and `info` the library does not write down what it would log there.
  return { warn, error: quiet, fatal: quiet } as unknown as Logger;
}

async function goodbye(client: ImapFlow): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => void (timer = setTimeout(resolve, GOODBYE_MS)));
  await Promise.race([client.usable ? client.logout().catch(() => {}) : undefined, enough]);
  clearTimeout(timer);
  client.close();
}
