/** What a line of dma says of the message, or of the recipient of one, whose process wrote it. */
export type Told =
  | { readonly kind: 'new'; readonly uid: string; readonly from: string }
  | { readonly kind: 'queued'; readonly recipient: string; readonly id: string }
  | { readonly kind: 'trying'; readonly recipient: string }
  | { readonly kind: 'peer'; readonly host: string; readonly ip: string }
  | { readonly kind: 'smarthost'; readonly port: number }
  | { readonly kind: 'tls'; readonly isOn: boolean }
  | { readonly kind: 'delivered'; readonly recipient: string }
  | { readonly kind: 'failed'; readonly isPermanent: boolean; readonly command?: string; readonly said: string }
  /** Given up; `bounce` is the message that tells the sender. */
  | { readonly kind: 'over'; readonly bounce: string | undefined }
  | { readonly kind: 'other' };

/** `168083`: a message. `168083.5637ab629f60`: one recipient of it. They stand where others have their process. */
export const ID = /^[\da-f]{1,16}(?:\.[\da-f]{1,32})?$/;
/** What journals and FreeBSD's logger put behind: the process itself. */
const PROCESS = /^\[\d+\]: */;

const NEW = /^new mail from user=\S* uid=(\d*) envelope_from=<(.*)>$/;
const QUEUED = /^mail to=<(.*)> queued as ([\da-f.]+)$/;
const OF_RECIPIENT = /^<(.*)> (?:trying delivery|delivery (successful))$/;
const PEER = /^trying remote delivery to (\S+) \[([^\]]*)\] pref -?\d+$/;
const SMARTHOST = /^using smarthost \(.*:(\d+)\)$/;
const WITHOUT_TLS = /^\s*(?:Server does not support STARTTLS|in opportunistic TLS mode, STARTTLS not available)/;
const WITH_TLS = /^\s*SSL initialization successful/;
const CONNECT = /^(connect to \S+ \[[^\]]*\] failed: .*)$/;
const FAILED = /^(?:remote|local) delivery (?:(deferred)|failed)(?:: (.*))?$/;
/** The other server's words, behind the command that they answer. */
const ANSWERED = /^(?:remote delivery to )?\S+ \[[^\]]*\] failed after ([^:]{1,64}): (.*)$/;
const OVER = /^(?:delivery failed, bouncing as ([\da-f]+)|can not bounce a bounce message, discarding)$/;

/** Reads a line behind its tag. */
export function toldBy(line: string): Told {
  const text = line.replace(PROCESS, '');
  const delivery = OF_RECIPIENT.exec(text);
  if (delivery !== null)
    return { kind: delivery[2] === undefined ? 'trying' : 'delivered', recipient: delivery[1] ?? '' };
  const queued = QUEUED.exec(text);
  if (queued !== null) return { kind: 'queued', recipient: queued[1] ?? '', id: queued[2] ?? '' };
  const begun = NEW.exec(text);
  if (begun !== null) return { kind: 'new', uid: begun[1] ?? '', from: begun[2] ?? '' };
  const peer = PEER.exec(text);
  if (peer !== null) return { kind: 'peer', host: peer[1] ?? '', ip: peer[2] ?? '' };
  const smarthost = SMARTHOST.exec(text);
  if (smarthost !== null) return { kind: 'smarthost', port: Number(smarthost[1]) };
  if (WITH_TLS.test(text) || WITHOUT_TLS.test(text)) return { kind: 'tls', isOn: WITH_TLS.test(text) };
  const over = OVER.exec(text);
  if (over !== null) return { kind: 'over', bounce: over[1] };
  return failureIn(text) ?? { kind: 'other' };
}

function failureIn(text: string): Told | undefined {
  const connect = CONNECT.exec(text)?.[1];
  if (connect !== undefined) return { kind: 'failed', isPermanent: false, said: connect };
  const failed = FAILED.exec(text);
  const answered = ANSWERED.exec(failed?.[2] ?? text);
  if (failed === null && answered === null) return undefined;
  const isPermanent = failed?.[1] === undefined;
  if (answered === null) return { kind: 'failed', isPermanent, said: failed?.[2] ?? '' };
  return { kind: 'failed', isPermanent, command: commandOf(answered[1] ?? ''), said: inOneLine(answered[2] ?? '') };
}

/** The dot at the end of the message is what it calls so. */
const commandOf = (command: string): string => (command === 'final DATA' ? 'end of DATA' : command);

/** Lines of a reply are divided by line ends, as the system's logger writes them down. */
const inOneLine = (said: string): string => said.replaceAll(/(?:#015|#012|\\r|\\n|[\r\n])+/g, ' ').trim();
