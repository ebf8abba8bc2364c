import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { TlsOptions } from 'node:tls';
import type { Issued } from './certificates.ts';
import { identity, tcpServer } from './tls-server.ts';

/** What a mail host says. Nothing given: a greeting, an EHLO reply with STARTTLS, and TLS with the chain. */
export interface SmtpScript {
  readonly greeting?: string;
  /** The whole reply, lines parted by `\n`. */
  readonly ehlo?: string;
  readonly startTls?: string;
  /** Sent in the clear behind the reply to STARTTLS, in the same packet or on its own some milliseconds later. */
  readonly early?: string;
  readonly later?: string;
  readonly chain?: readonly Issued[];
  readonly tls?: TlsOptions;
  /** Instead of TLS. */
  readonly insteadOfTls?: (socket: Socket) => void;
}

export interface SmtpTestServer {
  readonly port: number;
  /** Commands, those inside TLS after `tls: `. */
  readonly heard: readonly string[];
}

export async function smtpServer(script: SmtpScript = {}): Promise<SmtpTestServer> {
  const { greeting = '220 mx.example.com ESMTP', ehlo = '250-mx.example.com\n250-SIZE 1000\n250 STARTTLS' } = script;
  const { startTls = '220 ready', chain = [] } = script;
  const heard: string[] = [];
  const wire = (text: string): string => `${text.replaceAll('\n', '\r\n')}\r\n`;

  function listen(socket: Socket, mark: string): void {
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      for (const command of chunk.toString().split('\r\n').filter(Boolean)) {
        heard.push(mark + command);
        obey(socket, command);
      }
    });
  }

  function obey(socket: Socket, command: string): void {
    if (command.startsWith('EHLO ')) socket.write(wire(ehlo));
    else if (command === 'QUIT') socket.end(wire('221 bye'));
    else if (command === 'STARTTLS') agree(socket);
  }

  function agree(socket: Socket): void {
    socket.write(wire(startTls) + (script.early ?? ''));
    if (script.later !== undefined) setTimeout(() => socket.write(script.later ?? ''), 5);
    if (!startTls.startsWith('220')) return;
    socket.removeAllListeners('data');
    if (script.insteadOfTls) return script.insteadOfTls(socket);
    listen(new TLSSocket(socket, { isServer: true, ...identity(chain), ...script.tls }), 'tls: ');
  }

  const port = await tcpServer((socket) => {
    listen(socket, '');
    socket.write(wire(greeting));
  });
  return { port, heard };
}
