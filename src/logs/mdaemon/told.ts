/** What a line of a session says. */
export type Told =
  | { readonly kind: 'begin'; readonly session: string }
  /** Somebody has called: what he says is the other side of what is looked for. */
  | { readonly kind: 'inbound' }
  | { readonly kind: 'message'; readonly id: string }
  | { readonly kind: 'field'; readonly name: string; readonly value: string }
  | { readonly kind: 'calling' }
  | { readonly kind: 'connected'; readonly sourceIp: string; readonly ip: string; readonly port: number }
  | { readonly kind: 'secured'; readonly version: string | undefined }
  | { readonly kind: 'sent' | 'received'; readonly text: string }
  /** It will be tried again. */
  | { readonly kind: 'waits' }
  | { readonly kind: 'over' }
  /** Anything else that is said of what was tried last. */
  | { readonly kind: 'remark'; readonly text: string };

const BEGIN = /^Session (\d{1,12}); child \d+/;
/** `Parsing message <c:\mdaemon\queues\remote\pd90001015916.msg>`: the name of the file is the message's. */
const MESSAGE = /^(?:\*\s+)?Parsing message <?([^<>]{1,260})>?$/i;
const FOLDERS = /^.*[\\/]/;
const FIELD = /^\*\s+(From|To|Size \(bytes\)|Message-ID): ?(.*)$/i;
const CONNECTED = /^\*\s+Connection established \(([\da-f.:]+):\d+ -> ([\da-f.:]+):(\d{1,5})\)/i;
const SECURED = /^(?:\*\s+)?SSL negotiation successful \((?:TLS ([\d.]+))?/;
const WAITS = /^(?:\*\s+)?This message is \d+ days? old; it has \d+ days? left to get delivered/;
const OVER = /^(?:\*\s+)?SMTP session (?:successful|terminated)\b/;
/** What was found in the DNS: `P=010 S=000 D=… MX=[…]`, `D=… TTL=(60) A=[…]`. */
const FOUND = /^\*\s+(?:P=\d+ |D=)/;

export function toldBy(text: string): Told | undefined {
  if (text.startsWith('--> ')) return { kind: 'sent', text: text.slice(4) };
  if (text.startsWith('<-- ')) return { kind: 'received', text: text.slice(4) };
  const begin = BEGIN.exec(text)?.[1];
  if (begin !== undefined) return { kind: 'begin', session: begin };
  if (/^Accepting (?:SMTP|POP|IMAP)\w* connection /.test(text)) return { kind: 'inbound' };
  const path = MESSAGE.exec(text)?.[1];
  if (path !== undefined) return { kind: 'message', id: path.replace(FOLDERS, '').replace(/\.msg$/i, '') };
  const [, name, value = ''] = FIELD.exec(text) ?? [];
  if (name !== undefined) return { kind: 'field', name: name.toLowerCase(), value: value.trim() };
  if (text.startsWith('Attempting SMTP connection to ')) return { kind: 'calling' };
  const [, sourceIp = '', ip, port] = CONNECTED.exec(text) ?? [];
  if (ip !== undefined) return { kind: 'connected', sourceIp, ip, port: Number(port) };
  const secured = SECURED.exec(text);
  if (secured !== null) return { kind: 'secured', version: secured[1] };
  if (WAITS.test(text)) return { kind: 'waits' };
  if (OVER.test(text)) return { kind: 'over' };
  return /^\*\s+\S/.test(text) && !FOUND.test(text) ? { kind: 'remark', text: text.replace(/^\*\s+/, '') } : undefined;
}
