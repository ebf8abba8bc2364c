/** What a line of the delivery log says. */
export type Told =
  | { readonly kind: 'started'; readonly from: string }
  | { readonly kind: 'finished' }
  /** Into a mailbox of the server. */
  | { readonly kind: 'local'; readonly to: string }
  | { readonly kind: 'remote'; readonly to: string }
  | { readonly kind: 'mx'; readonly host: string }
  /** A server is called. */
  | { readonly kind: 'calling' }
  | { readonly kind: 'connected'; readonly ip: string; readonly port: number; readonly sourceIp: string }
  | { readonly kind: 'sent' | 'received'; readonly text: string }
  /** The attempt at a server has come to nothing. */
  | { readonly kind: 'failed' }
  | {
      readonly kind: 'completed';
      readonly from: string;
      readonly to: string;
      readonly how: 'Delivered' | 'Bounced' | 'other';
    }
  | { readonly kind: 'remark'; readonly text: string };

const STARTED = /^Delivery started for (\S*) at /;
const LOCAL = /^Starting local delivery to (\S+)/;
const REMOTE = /^Sending remote mail to: (\S+)/;
const MX = /^Attempting to send to MxRecord '([^']+)' /;
const CONNECTED = /^Connection to \[?([\da-f.:]+?)\]?:(\d{1,5}) from \[?([\da-f.:]+?)\]?:\d+ succeeded\b/i;
const FAILED = /^Attempt to ip, '[^']*' success: 'False'/;
const COMPLETED = /^Delivery for (\S*) to (\S+) has completed \((\w+)\)/;
/** Why something has not been delivered, as far as it is told in a line of its own. */
const REMARK = /^(?:This message cannot be delivered\b|The smtp session has timed out)/;

/** Undefined where the line tells nothing of what becomes of the message. */
export function toldBy(text: string): Told | undefined {
  if (text.startsWith('CMD: ')) return { kind: 'sent', text: text.slice(5) };
  if (text.startsWith('RSP: ')) return { kind: 'received', text: text.slice(5) };
  if (text.startsWith('Initiating connection to ')) return { kind: 'calling' };
  if (text.startsWith('Delivery finished for ')) return { kind: 'finished' };
  const [, from, to, how] = COMPLETED.exec(text) ?? [];
  if (to !== undefined)
    return { kind: 'completed', from: from ?? '', to, how: how === 'Delivered' || how === 'Bounced' ? how : 'other' };
  const started = STARTED.exec(text)?.[1];
  if (started !== undefined) return { kind: 'started', from: started };
  const local = LOCAL.exec(text)?.[1];
  if (local !== undefined) return { kind: 'local', to: local };
  const remote = REMOTE.exec(text)?.[1];
  if (remote !== undefined) return { kind: 'remote', to: remote };
  const host = MX.exec(text)?.[1];
  if (host !== undefined) return { kind: 'mx', host };
  const [, ip, port, sourceIp] = CONNECTED.exec(text) ?? [];
  if (ip !== undefined) return { kind: 'connected', ip, port: Number(port), sourceIp: sourceIp ?? '' };
  if (FAILED.test(text)) return { kind: 'failed' };
  return REMARK.test(text) ? { kind: 'remark', text } : undefined;
}
