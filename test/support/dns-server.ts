import { createSocket } from 'node:dgram';
import type { Socket as UdpSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { Server as TcpServer, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { RECORD_TYPES } from '../../src/net/net.ts';
import type { Rr } from '../../src/net/net.ts';
import { TYPE_CODES } from '../../src/net/dns/codes.ts';
import { u16, wireName, wireRecord } from './dns-wire.ts';

/** A question as it came over the wire. */
export interface Asked {
  /** Octet string, in the case it came in. */
  readonly name: string;
  readonly type: string;
  readonly transport: 'udp' | 'tcp';
  readonly id: number;
  /** Payload size offered in the OPT record; undefined without EDNS. */
  readonly edns: number | undefined;
  /** The second 16 bits of the header. */
  readonly flags: number;
  /** The port the question came from. */
  readonly port: number;
}

/** What the server sends back. Nothing given: NOERROR with nothing in it. */
export interface Reply {
  readonly records?: readonly Rr[];
  readonly authority?: readonly Rr[];
  readonly rcode?: number;
  readonly aa?: boolean;
  readonly ad?: boolean;
  /** Sent without records; by itself, an answer too large for UDP is truncated anyway. */
  readonly tc?: boolean;
  /** Milliseconds. */
  readonly delay?: number;
  /** Another id than the one asked. */
  readonly id?: number;
  /** Another question than the one asked. */
  readonly question?: { readonly name: string; readonly type: (typeof RECORD_TYPES)[number] };
  /** Instead of all that; the id asked is put in its first two octets unless `rawId`. */
  readonly raw?: Buffer;
  readonly rawId?: boolean;
  /** Put behind the question instead of records, with these counts of answers, authorities and additionals. */
  readonly tail?: { readonly counts: readonly [number, number, number]; readonly bytes: Buffer };
  /** From another port. */
  readonly elsewhere?: boolean;
  /** Over TCP: what to cut off, and the size of the pieces it comes in. */
  readonly cutAt?: number;
  readonly pieces?: number;
  /** Data of an OPT record put at the end, with the upper bits of the RCODE. */
  readonly opt?: Buffer;
}
export type Behaviour = (asked: Asked) => Reply | readonly Reply[] | 'drop' | Promise<Reply | 'drop'>;

export interface DnsTestServer {
  readonly port: number;
  readonly asked: readonly Asked[];
  /** The most questions that were waiting for their answers at once. */
  readonly mostAtOnce: number;
  close(): Promise<void>;
}

/** A name server on 127.0.0.1, UDP and TCP on one port, that says whatever the behaviour says. */
export const startDnsServer = (behaviour: Behaviour): Promise<DnsTestServer> =>
  startDnsServerAt('127.0.0.1', 0, behaviour);

/** The same at another address of loopback. Throws where the port is taken; 0 is any that is free. */
export async function startDnsServerAt(address: string, at: number, behaviour: Behaviour): Promise<DnsTestServer> {
  const { udp, tcp, port } = await bindBoth(address, at);
  const other = createSocket('udp4');
  const connections = new Set<Socket>();
  const asked: Asked[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;

  async function answer(question: Asked, send: (bytes: Buffer, reply: Reply) => void): Promise<void> {
    asked.push(question);
    mostAtOnce = Math.max(mostAtOnce, ++atOnce);
    const said = await behaviour(question);
    for (const reply of said === 'drop' ? [] : [said].flat()) {
      if (reply.delay !== undefined) await sleep(reply.delay);
      send(replyBytes(question, reply), reply);
    }
    atOnce--;
  }

  udp.on('message', (bytes, from) => {
    void answer(readAsked(bytes, 'udp', from.port), (out, reply) => {
      (reply.elsewhere ? other : udp).send(out, from.port, from.address, () => {});
    });
  });
  tcp.on('connection', (socket) => {
    connections.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => connections.delete(socket));
    socket.on('data', (bytes) => {
      void answer(readAsked(bytes.subarray(2), 'tcp', socket.remotePort ?? 0), (out, reply) => {
        void sendInPieces(socket, Buffer.concat([u16(out.length), out]), reply);
      });
    });
  });
  return {
    port,
    asked,
    get mostAtOnce() {
      return mostAtOnce;
    },
    async close() {
      for (const socket of connections) socket.destroy();
      other.close();
      await Promise.all([
        new Promise<void>((done) => udp.close(done)),
        new Promise<void>((done) => tcp.close(() => done())),
      ]);
    },
  };
}

async function bindBoth(address: string, at: number): Promise<{ udp: UdpSocket; tcp: TcpServer; port: number }> {
  for (;;) {
    const udp = createSocket('udp4');
    await new Promise<void>((done, fail) => void udp.once('error', fail).bind(at, address, done));
    const { port } = udp.address();
    const tcp = createServer();
    const taken = await new Promise<Error | undefined>((resolve) => {
      tcp.once('error', resolve);
      tcp.listen(port, address, () => resolve(undefined));
    });
    if (!taken) return { udp, tcp, port };
    udp.close();
    if (at !== 0) throw taken;
  }
}

async function sendInPieces(socket: Socket, bytes: Buffer, { cutAt, pieces = bytes.length }: Reply): Promise<void> {
  socket.setNoDelay(true);
  const end = cutAt ?? bytes.length;
  for (let at = 0; at < end; at += pieces) {
    socket.write(bytes.subarray(at, Math.min(at + pieces, end)));
    if (pieces < bytes.length) await sleep(1);
  }
  if (cutAt !== undefined) socket.end();
}

function readAsked(bytes: Buffer, transport: 'udp' | 'tcp', port: number): Asked {
  const labels: string[] = [];
  let at = 12;
  while (bytes[at] !== 0) {
    const end = at + 1 + (bytes[at] as number);
    labels.push(bytes.toString('latin1', at + 1, end));
    at = end;
  }
  const code = bytes.readUInt16BE(at + 1);
  return {
    name: labels.join('.'),
    type: RECORD_TYPES.find((type) => TYPE_CODES[type] === code) ?? String(code),
    transport,
    id: bytes.readUInt16BE(0),
    edns: bytes.readUInt16BE(10) === 1 ? bytes.readUInt16BE(at + 8) : undefined,
    flags: bytes.readUInt16BE(2),
    port,
  };
}

export function replyBytes(asked: Asked, reply: Reply): Buffer {
  if (reply.raw) return reply.rawId ? reply.raw : Buffer.concat([u16(asked.id), reply.raw.subarray(2)]);
  const type = TYPE_CODES[(reply.question?.type ?? asked.type) as keyof typeof TYPE_CODES] ?? Number(asked.type);
  const question = Buffer.concat([wireName(reply.question?.name ?? asked.name), u16(type, 1)]);
  const sections = [reply.records ?? [], reply.authority ?? []];
  const opt = reply.opt ? [Buffer.from([0]), u16(41, 1232), reply.opt] : [];
  const assemble = (truncated: boolean): Buffer => {
    const flags =
      0x8080 | (asked.flags & 0x0100) | (reply.aa ? 0x0400 : 0) | (truncated ? 0x0200 : 0) | (reply.ad ? 0x0020 : 0);
    const kept = truncated ? [[], []] : sections;
    const counts = kept.map((section) => section.length);
    if (reply.tail) {
      return Buffer.concat([u16(reply.id ?? asked.id, flags, 1, ...reply.tail.counts), question, reply.tail.bytes]);
    }
    const header = u16(reply.id ?? asked.id, flags | (reply.rcode ?? 0), 1, ...counts, opt.length > 0 ? 1 : 0);
    return Buffer.concat([header, question, ...kept.flat().map(wireRecord), ...opt]);
  };
  const bytes = assemble(reply.tc ?? false);
  return asked.transport === 'udp' && bytes.length > (asked.edns ?? 512) ? assemble(true) : bytes;
}
