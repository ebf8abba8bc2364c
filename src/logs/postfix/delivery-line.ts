/** `to=<…>, relay=…, delay=…, delays=…, dsn=…, status=… (…)`, by its fields, as Postfix's log_adhoc(3) writes it. */
export interface DeliveryLine {
  readonly recipient: string;
  /** `none`, `local`, `mx.example[192.0.2.1]:25` */
  readonly relay: string;
  /** How often the connection has been used, where it was kept open. */
  readonly connectionUse: number;
  /** Seconds, as they stand. */
  readonly delay: string;
  /** `a/b/c/d`; empty before Postfix 2.3. */
  readonly delays: string;
  /** Since 3.11: what the TLS level asked for, and what came of it. */
  readonly tls: string | undefined;
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
  const relayEnd = line.indexOf(', ', relayAt + 8);
  const delayAt = line.indexOf(', delay=', relayEnd);
  if (relayEnd < 0 || delayAt < 0) return undefined;
  const delayEnd = line.indexOf(', ', delayAt + 8);
  const hasDelays = line.startsWith(', delays=', delayEnd);
  const delaysEnd = hasDelays ? line.indexOf(', ', delayEnd + 9) : delayEnd;
  const hasTls = line.startsWith(', tls=', delaysEnd);
  const dsnAt = hasTls ? line.indexOf(', dsn=', delaysEnd) : delaysEnd;
  if (dsnAt < 0 || !line.startsWith(', dsn=', dsnAt)) return undefined;
  const statusAt = line.indexOf(', status=', dsnAt);
  if (statusAt < 0) return undefined;
  const statusEnd = line.indexOf(' (', statusAt);
  const replyEnd = line.lastIndexOf(')');
  return {
    recipient: recipientIn(line, start + 3, relayAt),
    relay: line.slice(relayAt + 8, relayEnd),
    connectionUse: line.startsWith(', conn_use=', relayEnd) ? Number(line.slice(relayEnd + 11, delayAt)) : 1,
    delay: line.slice(delayAt + 8, delayEnd),
    delays: hasDelays ? line.slice(delayEnd + 9, delaysEnd) : '',
    tls: hasTls ? line.slice(delaysEnd + 6, dsnAt) : undefined,
    dsn: line.slice(dsnAt + 6, statusAt),
    status: line.slice(statusAt + 9, statusEnd < 0 ? line.length : statusEnd),
    reply: statusEnd < 0 ? '' : line.slice(statusEnd + 2, replyEnd > statusEnd ? replyEnd : line.length),
  };
}

/** What stands between `to=` and `relay=`: the recipient, and perhaps what it was before aliases, `orig_to=<…>`. */
function recipientIn(line: string, from: number, to: number): string {
  const original = line.indexOf(', orig_to=', from);
  const end = original >= 0 && original < to ? original : to;
  // Some templates leave the angle brackets out.
  return line.charCodeAt(from) === 0x3c && line.charCodeAt(end - 1) === 0x3e
    ? line.slice(from + 1, end - 1)
    : line.slice(from, end);
}
