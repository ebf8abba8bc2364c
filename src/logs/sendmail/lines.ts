/** What a line of sendmail says, behind its queue id. */
export interface Arrival {
  /** Empty for the null reverse-path. */
  readonly envelopeFrom: string;
  readonly size: number | undefined;
  /** Recipients, before aliases. */
  readonly recipients: number | undefined;
  readonly messageId: string | undefined;
}
export interface Attempt {
  readonly recipients: readonly string[];
  /** Whose mail it was, where it went to a program or a file. */
  readonly controlling: string | undefined;
  readonly delay: string | undefined;
  readonly mailer: string | undefined;
  readonly relay: string | undefined;
  readonly enhancedCode: string | undefined;
  /** All that stands behind `stat=`. */
  readonly stat: string;
  /** What the other side said, where the log has that as well. */
  readonly reply: string | undefined;
  /** `tls_verify=OK, tls_version=TLSv1.3, cipher=…`: Proofpoint’s says it in the same line; `NONE` where there was none. */
  readonly tls: { readonly version: string; readonly cipher: string; readonly verify: string } | undefined;
}

/**
 * Four letters or digits that tell year, month, day and hour, and some for the rest: `AA01234` of old, `HAA03001` until 8.9,
 * `r39G922P001173` since; 8.18 has longer ones.
 */
export const QUEUE_ID = /^([A-Za-z0-9]{7,24}): ?/;
const ARRIVAL = /^from=(.*?), ?size=(\d+)\b/;
const ATTEMPT = /^to=(.*?)(?=, ?(?:ctladdr|auth|delay|xdelay|mailer|stat)=)/;
/** Blanks, and no comma: fields stand one behind the other. */
const FIELD = /, ?([a-z_]+)=((?:"[^"]*"|<[^>]*>|[^,])*)/g;
const STAT = /, ?stat=(.*)$/;
/** The other side's words have commas of their own: they end where a field begins. */
const REPLY = /, ?reply=(.*?)(?=, ?[a-z_]{2,20}=|$)/;

/** Octets. No message is larger than that. */
const LARGEST = Number.MAX_SAFE_INTEGER;

/** Reads `from=<…>, size=…, class=0, nrcpts=1, msgid=<…>, …`; undefined where it is something else. */
export function arrivalIn(text: string): Arrival | undefined {
  const match = ARRIVAL.exec(text);
  if (match === null) return undefined;
  const [, from = '', size] = match;
  const fields = fieldsIn(text.slice(match[0].length));
  const octets = Number(size);
  const recipients = fields.get('nrcpts');
  const messageId = fields.get('msgid');
  return {
    envelopeFrom: bare(from),
    size: octets <= LARGEST ? octets : undefined,
    recipients: recipients === undefined ? undefined : Number(recipients),
    messageId: messageId === undefined || messageId === '' ? undefined : bare(messageId),
  };
}

/** Reads `to=…, ctladdr=…, delay=…, xdelay=…, mailer=…, pri=…, relay=…, dsn=…, stat=…`. */
export function attemptIn(text: string): Attempt | undefined {
  const to = ATTEMPT.exec(text);
  if (to === null) return undefined;
  const rest = text.slice(to[0].length);
  const stat = STAT.exec(rest);
  if (stat === null) return undefined;
  // What stands behind stat= is the other side's, and may look like anything.
  const before = rest.slice(0, stat.index);
  const fields = fieldsIn(before);
  const controlling = fields.get('ctladdr');
  return {
    recipients: recipientsIn(to[1] ?? ''),
    controlling: controlling === undefined ? undefined : bare(controlling.replace(/ \(.*$/, '')),
    delay: fields.get('delay'),
    mailer: fields.get('mailer'),
    relay: fields.get('relay'),
    enhancedCode: fields.get('dsn'),
    stat: (stat[1] ?? '').trim(),
    reply: REPLY.exec(before)?.[1],
    tls: tlsIn(fields),
  };
}

function tlsIn(fields: ReadonlyMap<string, string>): Attempt['tls'] {
  const verify = fields.get('tls_verify');
  const version = fields.get('tls_version') ?? (verify === 'NONE' ? 'NONE' : undefined);
  return version === undefined ? undefined : { version, cipher: fields.get('cipher') ?? '', verify: verify ?? '' };
}

/** Fields of a line. Stops a line that is nothing but fields. */
const MOST_FIELDS = 64;

/** The first of its kind counts. */
export function fieldsIn(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(FIELD)) {
    if (!fields.has(name)) fields.set(name, value);
    if (fields.size >= MOST_FIELDS) break;
  }
  return fields;
}

/** Recipients of one line: it names all that went to one host. Stops a line that is a list. */
const MOST_RECIPIENTS = 5000;
const RECIPIENT = /(?:"(?:[^"\\]|\\.)*"|<[^>]*>|[^,"<]+|["<])+/g;

const recipientsIn = (list: string): string[] =>
  (list.match(RECIPIENT) ?? []).slice(0, MOST_RECIPIENTS).map((one) => bare(one.trim()));

/** `<anna@example.com>`, `Anna <anna@example.com>`, `anna@example.com`, `\root`. */
function bare(text: string): string {
  const close = text.endsWith('>') ? text.lastIndexOf('<') : -1;
  const address = close < 0 ? text : text.slice(close + 1, -1);
  return address.replace(/^\\+/, '');
}
