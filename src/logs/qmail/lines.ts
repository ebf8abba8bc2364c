/** What qmail-send says (qmail-log(5)). */
export type Told =
  | { readonly kind: 'new'; readonly message: string }
  | {
      readonly kind: 'info';
      readonly message: string;
      readonly size: number;
      readonly sender: string;
      readonly queued: string;
      readonly uid: string;
    }
  | {
      readonly kind: 'starting';
      readonly delivery: string;
      readonly message: string;
      readonly isLocal: boolean;
      readonly recipient: string;
    }
  | { readonly kind: 'outcome'; readonly delivery: string; readonly result: Result; readonly said: string }
  | { readonly kind: 'bounce'; readonly message: string; readonly queued: string }
  | { readonly kind: 'end'; readonly message: string };
export type Result = 'success' | 'failure' | 'deferral';

/** Several queues may run beside each other (indimail); which one, stands at the end of their lines. */
const QUEUE = /^(.*\S) (queue\d+)$/;
const NEW = /^new msg (\d+)$/;
const INFO = /^info msg (\d+): bytes (\d+) from <(.*)> qp (\d+)(?: uid (\d+))?/;
const STARTING = /^starting delivery (\d+(?:\.\d+)?): msg (\d+) to (local|remote) (.*)$/;
const OUTCOME = /^delivery (\d+(?:\.\d+)?): (success|failure|deferral): ?(.*)$/;
const BOUNCE = /^bounce msg (\d+) qp (\d+)/;
const END = /^end msg (\d+)$/;
/** Reads what stands behind stamps and tags; `queue` is what tells one queue's numbers from another's. */
export function toldBy(line: string): { readonly told: Told | undefined; readonly queue: string } {
  const marked = QUEUE.exec(line);
  const [text, queue] = marked === null ? [line.trimEnd(), ''] : [marked[1] ?? '', marked[2] ?? ''];
  return { told: toldIn(text), queue };
}

function toldIn(text: string): Told | undefined {
  const outcome = OUTCOME.exec(text);
  if (outcome !== null) {
    const [, delivery = '', result = '', said = ''] = outcome;
    return { kind: 'outcome', delivery, result: result as Result, said };
  }
  const starting = STARTING.exec(text);
  if (starting !== null) {
    const [, delivery = '', message = '', channel, recipient = ''] = starting;
    return { kind: 'starting', delivery, message, isLocal: channel === 'local', recipient };
  }
  const info = INFO.exec(text);
  if (info !== null) {
    const [, message = '', bytes, sender = '', queued = '', uid = ''] = info;
    return { kind: 'info', message, size: Number(bytes), sender, queued, uid };
  }
  const bounce = BOUNCE.exec(text);
  if (bounce !== null) return { kind: 'bounce', message: bounce[1] ?? '', queued: bounce[2] ?? '' };
  const begun = NEW.exec(text);
  if (begun !== null) return { kind: 'new', message: begun[1] ?? '' };
  const end = END.exec(text);
  return end === null ? undefined : { kind: 'end', message: end[1] ?? '' };
}
