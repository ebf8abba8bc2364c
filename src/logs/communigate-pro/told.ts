import type { MailEvent } from '../event.ts';

/** What a record tells of a message. */
export type Told =
  | {
      readonly kind: 'came';
      readonly id: string;
      readonly from: string;
      readonly size: number;
      readonly messageId: string | undefined;
    }
  /** A server has taken it; for whom, further records tell. */
  | {
      readonly kind: 'sent';
      readonly id: string;
      readonly queue: string;
      readonly sourceIp: string;
      readonly ip: string;
      readonly port: number;
      readonly reply: string;
    }
  /** The dequeuer says something of a recipient that is not to be read. */
  | { readonly kind: 'unclear' }
  | {
      readonly kind: 'outcome';
      readonly id: string;
      readonly outcome: MailEvent['kind'];
      readonly module: string;
      readonly queue: string;
      readonly recipient: string;
      /** The server that said it. */
      readonly host: string | undefined;
      readonly said: string;
    };

const CAME = /^QUEUE\(\[(\d+)\]\) from <([^>]*)>, (\d+) bytes(?: \(<?([^<>()]+)>?\))?/;
const SENT =
  /^SMTP-\d+\(([^()]*)\) \[(\d+)\] sent \[([\da-f.:]+)\]:\d{1,5} -> \[([\da-f.:]+)\]:(\d{1,5}), got: ?(.*)$/i;
/** `[1] SMTP(example.net)anna@example.net relayed: relayed via mx.example.net`: the module, its queue, the address. */
const DEQUEUED = /^DEQUEUER \[(\d+)\] ([A-Z\d]+)\(([^()]*)\)(<[^<>]*>|"[^"]*"@\S+|\S+) (\w+):? *(.*)$/;

const OF_RECIPIENT = /^DEQUEUER \[\d+\] [A-Z\d]+\(/;
/** `failed: : DNS A-record is empty`: where nothing stands, a server may. */
const SAYS = /^(?:: *|(?:host )?\[?([\w.:-]+?)\]?(?: says)?: +(?=[245]\d\d[ -]))/;

/** How the actions of RFC 3464 §2.3.3 are named; what Rules discard is told in their row. */
const OUTCOMES: ReadonlyMap<string, MailEvent['kind']> = new Map([
  ['delivered', 'delivered'],
  ['relayed', 'delivered'],
  ['expanded', 'delivered'],
  ['delayed', 'deferred'],
  ['failed', 'bounced'],
  ['discarded', 'dropped'],
]);

/** Undefined where the record tells of no message, or nothing that matters of one. */
export function toldBy(text: string): Told | undefined {
  if (text.startsWith('QUEUE(')) return came(text);
  if (text.startsWith('SMTP-')) return sent(text);
  return OF_RECIPIENT.test(text) ? dequeued(text) : undefined;
}

function dequeued(text: string): Told {
  const [, id, module = '', queue = '', address = '', word = '', said = ''] = DEQUEUED.exec(text) ?? [];
  const outcome = OUTCOMES.get(word);
  if (id === undefined || outcome === undefined) return { kind: 'unclear' };
  const recipient = address.replace(/^<(.*)>$/, '$1');
  const [before = '', host] = SAYS.exec(said) ?? [];
  return { kind: 'outcome', id, outcome, module, queue, recipient, host, said: said.slice(before.length) };
}

function came(text: string): Told | undefined {
  const [, id, from = '', size, messageId] = CAME.exec(text) ?? [];
  return id === undefined ? undefined : { kind: 'came', id, from, size: Number(size), messageId };
}

function sent(text: string): Told | undefined {
  const [, queue = '', id, sourceIp = '', ip = '', port, reply = ''] = SENT.exec(text) ?? [];
  return id === undefined ? undefined : { kind: 'sent', id, queue, sourceIp, ip, port: Number(port), reply };
}
