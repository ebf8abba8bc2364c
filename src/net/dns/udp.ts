import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { answers, encodeQuery, readMessage } from './message.ts';
import type { Query, Question } from './message.ts';
import type { DnsServer } from './servers.ts';
import { closed, malformed, networkFailure, startDeadline } from './transport.ts';
import type { Reply, Transport } from './transport.ts';

/** Sockets per server: a forged answer has to guess among their ports as well as the id (RFC 5452 §9.2). */
const SOCKETS = 4;

interface Pending {
  readonly query: Query;
  readonly settle: (reply: Reply) => void;
}
interface Port {
  readonly socket: Socket;
  /** By query id. */
  readonly pending: Map<number, Pending>;
  /** Resolves once the socket is connected, so that the kernel drops what others send. */
  readonly connected: Promise<void>;
  /** Closes the socket; questions under way end with this. */
  shut(reply: Reply): void;
}

/** Asks one server over UDP. Sockets never keep the process alive; questions under way do. */
export function udpTransport(server: DnsServer, timeoutMs: number): Transport {
  const ports: (Port | undefined)[] = Array.from({ length: SOCKETS });
  let isClosed = false;

  function portAt(index: number): Port {
    const open = ports[index];
    if (open) return open;
    const port = openPort(server, () => {
      if (ports[index] === port) ports[index] = undefined;
    });
    ports[index] = port;
    return port;
  }

  return {
    async ask(question: Question, edns: boolean) {
      if (isClosed) return closed;
      return send(portAt(randomInt(SOCKETS)), question, edns, timeoutMs);
    },
    close() {
      isClosed = true;
      for (const port of ports) port?.shut(closed);
      ports.fill(undefined);
    },
  };
}

function openPort(server: DnsServer, drop: () => void): Port {
  const socket = createSocket(server.address.includes(':') ? 'udp6' : 'udp4');
  socket.unref();
  const pending = new Map<number, Pending>();
  let isOpen = true;
  const port: Port = {
    socket,
    pending,
    connected: new Promise((resolve) => void socket.once('connect', resolve)),
    shut(reply) {
      for (const { settle } of pending.values()) settle(reply);
      if (isOpen) socket.close();
      isOpen = false;
    },
  };
  socket.on('message', (bytes) => receive(pending, bytes));
  // An ICMP "port unreachable", say. It names no question, so all of them have failed
  socket.on('error', (error) => {
    drop();
    port.shut(networkFailure(error));
  });
  socket.connect(server.port, server.address);
  return port;
}

function send(port: Port, question: Question, edns: boolean, timeoutMs: number): Promise<Reply> {
  return new Promise((resolve) => {
    const query = encodeQuery(question, freeId(port.pending), edns);
    const stop = startDeadline(timeoutMs, () => settle({ kind: 'timeout' }));
    const settle = (reply: Reply): void => {
      stop();
      port.pending.delete(query.id);
      resolve(reply);
    };
    port.pending.set(query.id, { query, settle });
    const begin = async (): Promise<void> => {
      await port.connected;
      if (port.pending.has(query.id)) port.socket.send(query.bytes, (error) => error && settle(networkFailure(error)));
    };
    void begin();
  });
}

function freeId(pending: ReadonlyMap<number, Pending>): number {
  for (;;) {
    const id = randomInt(0x1_0000);
    if (!pending.has(id)) return id;
  }
}

/** Anything that is not the answer to a question under way is ignored: the real one may still come. */
function receive(pending: ReadonlyMap<number, Pending>, bytes: Buffer): void {
  const asked = bytes.length < 2 ? undefined : pending.get(bytes.readUInt16BE(0));
  if (!asked || !answers(bytes, asked.query)) return;
  const message = readMessage(bytes, asked.query);
  asked.settle(message ? { kind: 'message', message } : malformed);
}
