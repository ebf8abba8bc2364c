import { isIP, isIPv6 } from 'node:net';
import type { Socket } from 'node:net';
import { connectTo } from './connect.ts';
import { smtpQuestion } from './services.ts';
import type { SmtpAnswer, StartTls } from './services.ts';
import { dialogue } from './smtp/dialogue.ts';
import type { Dialogue } from './smtp/dialogue.ts';
import { serverWords } from './smtp/replies.ts';
import type { SmtpReply } from './smtp/replies.ts';
import { sessionOf } from './smtp/session.ts';
import { serviceFailed } from './under-way.ts';
import type { ServicesUnderWay } from './under-way.ts';

export interface SmtpOptions {
  readonly underWay: ServicesUnderWay;
  readonly port: number;
  readonly ca: readonly string[];
  readonly heloName: string | undefined;
}

/** What a mail host shows before any mail: greeting, EHLO, STARTTLS (RFC 3207), QUIT. Once; no mail is offered. */
export function probeSmtp(host: string, address: string, options: SmtpOptions): Promise<SmtpAnswer> {
  return options.underWay.run(async (signal) => {
    if (isIP(address) === 0) {
      return serviceFailed('network', `${address} is no address, so no ${smtpQuestion(host, address)}`);
    }
    const other = `${host} (${address})`;
    const connection = await connectTo(address, options.port, `${other} on port ${options.port}`, signal);
    if (connection.status === 'failed') return connection;
    const { socket } = connection;
    try {
      return await probe(socket, { host, other, ...options }, signal);
    } finally {
      socket.destroy();
    }
  });
}

interface Probe extends SmtpOptions {
  readonly host: string;
  readonly other: string;
}

async function probe(socket: Socket, wanted: Probe, signal: AbortSignal): Promise<SmtpAnswer> {
  const { other, heloName = addressLiteral(socket) } = wanted;
  const talk = dialogue(socket, other, signal);
  const greeting = await talk.hear('greeting');
  if (greeting.status === 'failed') return greeting;
  if (greeting.code !== 220) return serviceFailed('protocol', `${other} greets with ${inWords(greeting)}`);
  const banner = greeting.lines.join('\n');

  // A name with a blank or a line end in it would be another command
  talk.say(`EHLO ${heloName.replaceAll(/[^!-~]/g, '')}`);
  const hello = await talk.hear('reply to EHLO');
  if (hello.status === 'failed') return hello;
  // 500 and 502 are those of a server from before EHLO (RFC 5321 §3.2), which has no extensions
  const isOld = hello.code === 500 || hello.code === 502;
  if (hello.code !== 250 && !isOld) return serviceFailed('protocol', `${other} answers EHLO with ${inWords(hello)}`);
  const extensions = isOld ? [] : hello.lines.slice(1).map(upperKeyword);
  const startTls = await tryStartTls(socket, talk, extensions, wanted, signal);
  return { status: 'ok', banner, extensions, startTls };
}

async function tryStartTls(
  socket: Socket,
  talk: Dialogue,
  extensions: readonly string[],
  wanted: Probe,
  signal: AbortSignal,
): Promise<StartTls> {
  const { other } = wanted;
  if (!extensions.some((line) => /^STARTTLS(?: |$)/.test(line))) {
    await quit(talk);
    return { state: 'not-offered' };
  }
  talk.say('STARTTLS');
  const ready = await talk.hear('reply to STARTTLS');
  if (ready.status === 'failed') return { state: 'failed', reason: ready.reason };
  if (ready.code !== 220) {
    await quit(talk);
    return { state: 'refused', reason: `${other} answers STARTTLS with ${inWords(ready)}` };
  }
  const early = talk.leave();
  // Somebody in between could have put it there, to be taken for what the server says inside TLS (as CVE-2011-0411)
  if (early > 0) {
    return { state: 'failed', reason: `${other} sends ${early} octets in the clear after it agreed to STARTTLS` };
  }
  const session = await sessionOf(socket, wanted, signal);
  if (session.status === 'failed') return { state: 'failed', reason: session.reason };
  await quit(dialogue(session.socket, other, signal));
  session.socket.destroy();
  return { state: 'established', ...session.tls };
}

/** A server that is slow to say goodbye is left without. */
const GOODBYE_MS = 500;

/** RFC 5321 §4.1.1.10: a client does not close before the reply to QUIT. Whatever comes changes nothing. */
async function quit(talk: Dialogue): Promise<void> {
  talk.say('QUIT');
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => void (timer = setTimeout(resolve, GOODBYE_MS)));
  await Promise.race([talk.hear('reply to QUIT'), enough]);
  clearTimeout(timer);
}

/**
 * RFC 5321 §4.1.3, for clients without a name of their own (§4.1.4): it is always well formed, while the name of this
 * machine is often none that DNS knows, and nobody's business.
 */
function addressLiteral({ localAddress = '127.0.0.1' }: Socket): string {
  return isIPv6(localAddress) ? `[IPv6:${localAddress}]` : `[${localAddress}]`;
}

const inWords = ({ code, lines }: SmtpReply): string => `${code} ${serverWords(lines.join(' '))}`;

/** Keywords are in either case (RFC 5321 §2.4); parameters mean what they are. */
const upperKeyword = (line: string): string => line.trim().replace(/^\S+/, (keyword) => keyword.toUpperCase());
