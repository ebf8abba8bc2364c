import { randomInt } from 'node:crypto';
import { connect } from 'node:net';
import { answers, encodeQuery, readMessage } from './message.ts';
import type { Question } from './message.ts';
import type { DnsServer } from './servers.ts';
import { closed, malformed, networkFailure, startDeadline } from './transport.ts';
import type { Reply, Transport } from './transport.ts';

/** Two octets of length before each message (RFC 7766 §8), so none is larger. */
const LENGTH_OCTETS = 2;
const LARGEST_FRAME = LENGTH_OCTETS + 0xffff;

/** Asks one server over TCP: a connection per question, as only truncated answers come this way. */
export function tcpTransport(server: DnsServer, timeoutMs: number): Transport {
  const underWay = new Set<(reply: Reply) => void>();
  let isClosed = false;
  return {
    ask(question: Question, edns: boolean) {
      if (isClosed) return Promise.resolve(closed);
      return new Promise((resolve) => {
        const query = encodeQuery(question, randomInt(0x1_0000), edns);
        const socket = connect({ host: server.address, port: server.port, noDelay: true });
        const stop = startDeadline(timeoutMs, () => settle({ kind: 'timeout', over: 'TCP' }));
        const settle = (reply: Reply): void => {
          stop();
          underWay.delete(settle);
          socket.destroy();
          resolve(reply);
        };
        underWay.add(settle);
        socket.on('error', (error) => settle(networkFailure(error, 'TCP')));
        socket.on('close', () => settle({ kind: 'network', why: 'connection closed', over: 'TCP' }));
        const take = frameReader((bytes) => {
          if (!answers(bytes, query)) return;
          const message = readMessage(bytes, query);
          settle(message && !message.truncated ? { kind: 'message', message } : malformed);
        });
        socket.on('data', take);
        const length = Buffer.alloc(LENGTH_OCTETS);
        length.writeUInt16BE(query.bytes.length);
        socket.write(Buffer.concat([length, query.bytes]));
      });
    },
    close() {
      isClosed = true;
      for (const settle of underWay) settle(closed);
    },
  };
}

/** Puts messages together from whatever pieces TCP delivers. Holds one message at most. */
function frameReader(take: (message: Buffer) => void): (chunk: Buffer) => void {
  const frame = Buffer.allocUnsafe(LARGEST_FRAME);
  let filled = 0;
  return (chunk) => {
    for (let at = 0; at < chunk.length;) {
      const wanted = filled < LENGTH_OCTETS ? LENGTH_OCTETS : LENGTH_OCTETS + frame.readUInt16BE(0);
      const copied = chunk.copy(frame, filled, at, at + wanted - filled);
      at += copied;
      filled += copied;
      if (filled < LENGTH_OCTETS || filled < LENGTH_OCTETS + frame.readUInt16BE(0)) continue;
      take(Buffer.from(frame.subarray(LENGTH_OCTETS, filled)));
      filled = 0;
    }
  };
}
