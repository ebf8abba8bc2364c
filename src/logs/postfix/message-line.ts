import { ownCopy } from '../../core/own-copy.ts';

/** What a line says of a message that is not a delivery. Its strings are copies: they are kept. */
export type MessageLine =
  | { readonly kind: 'client'; readonly client: string; readonly tags: Readonly<Record<string, string>> }
  | { readonly kind: 'message-id'; readonly messageId: string }
  | { readonly kind: 'header'; readonly name: string; readonly value: string }
  | { readonly kind: 'dkim'; readonly domain: string; readonly selector: string }
  | { readonly kind: 'sender'; readonly envelopeFrom: string; readonly size: number }
  | { readonly kind: 'expired'; readonly envelopeFrom: string }
  | { readonly kind: 'removed' }
  /** A bounce or a delay notice was made, under this queue id. */
  | { readonly kind: 'notification'; readonly queue: string; readonly what: string }
  | { readonly kind: 'aside' };

const ASIDE: MessageLine = { kind: 'aside' };
const REMOVED: MessageLine = { kind: 'removed' };
const SASL = /, sasl_username=([^,\s]+)/;
const NOTIFICATION = /^(?:sender|postmaster) (non-delivery|delay|delivery status) notification: (\w+)/;
/** header_checks(5) with INFO, WARN or PREPEND: `info: header X-Campaign: spring from localhost[127.0.0.1]; from=<…` */
const HEADER =
  /^(?:info|warning|prepend|filter|redirect|replace|bcc): header ([\w-]+): (.*?)(?: from \S+\[[^\]]*\])?(?: from local)?; from=</;
/** opendkim, `SyslogSuccess yes` */
const SIGNED = /^DKIM-Signature field added \(s=([^,\s]+), d=([^)\s]+)\)/;
const LONGEST_HEADER = 256;

/** Reads what stands behind the queue id, from `start`; undefined where it is not understood. */
export function messageLine(line: string, start: number, service: string): MessageLine | undefined {
  switch (service) {
    case 'qmgr':
    case 'nqmgr':
    case 'oqmgr':
      return queueManagerLine(line, start);
    case 'cleanup':
      return cleanupLine(line, start);
    case 'smtpd':
      return clientLine(line, start);
    case 'pickup':
      return pickupLine(line, start);
    case 'bounce': {
      const match = NOTIFICATION.exec(line.slice(start));
      return match === null
        ? undefined
        : {
            kind: 'notification',
            what: match[1] === 'non-delivery' ? 'bounce' : (match[1] ?? ''),
            queue: match[2] ?? '',
          };
    }
    case 'opendkim': {
      const match = SIGNED.exec(line.slice(start));
      return match === null
        ? ASIDE
        : { kind: 'dkim', selector: ownCopy(match[1] ?? ''), domain: ownCopy((match[2] ?? '').toLowerCase()) };
    }
    case 'postsuper':
      return line.startsWith('removed', start) ? REMOVED : ASIDE;
    default:
      return undefined;
  }
}

function queueManagerLine(line: string, start: number): MessageLine | undefined {
  if (line.startsWith('removed', start)) return REMOVED;
  if (!line.startsWith('from=<', start)) return line.startsWith('skipped', start) ? ASIDE : undefined;
  const sizeAt = line.indexOf('>, size=', start);
  if (sizeAt >= 0) {
    const end = line.indexOf(',', sizeAt + 8);
    return { kind: 'sender', envelopeFrom: line.slice(start + 6, sizeAt), size: Number(line.slice(sizeAt + 8, end)) };
  }
  const statusAt = line.indexOf('>, status=', start);
  if (statusAt < 0) return undefined;
  return line.startsWith('expired', statusAt + 10) || line.startsWith('force-expired', statusAt + 10)
    ? { kind: 'expired', envelopeFrom: line.slice(start + 6, statusAt) }
    : ASIDE;
}

function cleanupLine(line: string, start: number): MessageLine | undefined {
  if (line.startsWith('message-id=', start)) {
    const id = line.slice(start + 11);
    const isBracketed = id.startsWith('<') && id.endsWith('>');
    return { kind: 'message-id', messageId: ownCopy(isBracketed ? id.slice(1, -1) : id) };
  }
  if (line.startsWith('resent-message-id=', start)) return ASIDE;
  const match = HEADER.exec(line.slice(start));
  if (match === null) return ASIDE;
  const name = (match[1] ?? '').toLowerCase();
  const value = (match[2] ?? '').slice(0, LONGEST_HEADER);
  return { kind: 'header', name: ownCopy(name), value: ownCopy(name === 'from' ? addressIn(value) : value) };
}

/** `Shop <shop@example.com>` */
const addressIn = (value: string): string => /<([^<>\s]+@[^<>\s]+)>/.exec(value)?.[1] ?? value.trim();

function clientLine(line: string, start: number): MessageLine | undefined {
  if (!line.startsWith('client=', start)) return ASIDE;
  const comma = line.indexOf(',', start);
  const client = ownCopy(line.slice(start + 7, comma < 0 ? line.length : comma));
  const user = comma < 0 ? undefined : SASL.exec(line.slice(comma))?.[1];
  return { kind: 'client', client, tags: user === undefined ? {} : { sasl: ownCopy(user) } };
}

function pickupLine(line: string, start: number): MessageLine | undefined {
  const match = /^uid=(\d+) from=<([^>]*)>/.exec(line.slice(start));
  return match === null
    ? undefined
    : { kind: 'client', client: `uid ${match[1]}`, tags: { uid: ownCopy(match[1] ?? '') } };
}
