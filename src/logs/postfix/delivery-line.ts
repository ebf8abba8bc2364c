import type { Delay } from '../event.ts';

/** `to=<…>, relay=…, delay=…, delays=…, dsn=…, status=… (…)`, by its fields; log_adhoc(3) of Postfix writes it. */
export interface DeliveryLine {
  readonly recipient: string;
  readonly originalRecipient?: string;
  /** `none`, `local`, `mx.example[192.0.2.1]:25` */
  readonly relay: string;
  readonly connectionUse?: number;
  readonly delay: Delay;
  /** Since 3.11: what the TLS level asked for, and what came of it. */
  readonly tls?: string;
  readonly dsn: string;
  readonly status: string;
  /** Without its parentheses. */
  readonly reply: string;
}

/** Reads what stands behind the queue id, from `start`; undefined where it is no delivery. */
export function deliveryLine(line: string, start: number): DeliveryLine | undefined {
  if (!line.startsWith('to=', start)) return undefined;
  const relayAt = line.indexOf(', relay=', start);
  if (relayAt < 0) return undefined;
  const delayAt = line.indexOf(', delay=', relayAt + 8);
  const delaysAt = line.indexOf(', delays=', delayAt);
  const dsnAt = line.indexOf(', dsn=', delayAt);
  const statusAt = line.indexOf(', status=', delayAt);
  if (delayAt < 0 || dsnAt < 0 || statusAt < dsnAt) return undefined;

  const originalAt = line.indexOf(', orig_to=', start);
  const hasOriginal = originalAt >= 0 && originalAt < relayAt;
  const connectionAt = line.indexOf(', conn_use=', relayAt);
  const hasConnection = connectionAt >= 0 && connectionAt < delayAt;
  const tlsAt = line.indexOf(', tls=', delayAt);
  const hasTls = tlsAt >= 0 && tlsAt < dsnAt;
  const hasDelays = delaysAt >= 0 && delaysAt < dsnAt;
  const totalEnd = hasDelays ? delaysAt : hasTls ? tlsAt : dsnAt;
  const statusEnd = line.indexOf(' (', statusAt);
  const replyEnd = line.lastIndexOf(')');
  return {
    recipient: unbracketed(line.slice(start + 3, hasOriginal ? originalAt : relayAt)),
    ...(hasOriginal ? { originalRecipient: unbracketed(line.slice(originalAt + 10, relayAt)) } : {}),
    relay: line.slice(relayAt + 8, hasConnection ? connectionAt : delayAt),
    ...(hasConnection ? { connectionUse: Number(line.slice(connectionAt + 11, delayAt)) } : {}),
    delay: delayOf(
      line.slice(delayAt + 8, totalEnd),
      hasDelays ? line.slice(delaysAt + 9, hasTls ? tlsAt : dsnAt) : '',
    ),
    ...(hasTls ? { tls: line.slice(tlsAt + 6, dsnAt) } : {}),
    dsn: line.slice(dsnAt + 6, statusAt),
    status: line.slice(statusAt + 9, statusEnd < 0 ? line.length : statusEnd),
    reply: statusEnd < 0 ? '' : line.slice(statusEnd + 2, replyEnd > statusEnd ? replyEnd : line.length),
  };
}

/** Some templates leave the angle brackets out. */
const unbracketed = (text: string): string => (text.startsWith('<') && text.endsWith('>') ? text.slice(1, -1) : text);

/** `a/b/c/d` of postconf(5), `delay_logging_resolution_limit`. */
function delayOf(total: string, parts: string): Delay {
  const a = parts.indexOf('/');
  const b = parts.indexOf('/', a + 1);
  const c = parts.indexOf('/', b + 1);
  if (c < 0) return { total: Number(total) };
  return {
    total: Number(total),
    before: Number(parts.slice(0, a)),
    queue: Number(parts.slice(a + 1, b)),
    connect: Number(parts.slice(b + 1, c)),
    transmit: Number(parts.slice(c + 1)),
  };
}
