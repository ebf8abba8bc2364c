/** What a line of OpenSMTPD's smtpd says, in any of the forms it has had since 5.3. */
export type Told =
  | { readonly kind: 'attempt'; readonly result: string; readonly envelope: string; readonly fields: FieldsOf }
  | { readonly kind: 'message'; readonly message: string; readonly session: string; readonly fields: FieldsOf }
  | { readonly kind: 'envelope'; readonly envelope: string; readonly session: string; readonly fields: FieldsOf }
  | { readonly kind: 'tls'; readonly session: string; readonly version: string; readonly cipher: string }
  | { readonly kind: 'verified'; readonly session: string }
  | { readonly kind: 'login'; readonly session: string; readonly user: string };
/** A field by its name, without brackets or quotes. */
export type FieldsOf = (name: string) => string | undefined;

/** `5df8… mta delivery evpid=… from=<…> to=<…> …`; with `event=` until 6.3. */
const MODERN = /^([\da-f]{16}) (?:mta|mda) (?:event=)?delivery (evpid=([\da-f]{16}) .*)$/;
/** `relay: TempFail for da22…: session=…, from=…, to=…, …, stat=…`; what a queue gives up is told so to this day. */
const CLASSIC = /^(?:relay|delivery): (\w+) for ([\da-f]{16}): (.*)$/;
/** `smtp-out: session 0000…: evpid=…, status=PermFail, from=<…>, …`, 5.9 */
const SESSION = /^(?:smtp-out|mda|delivery): session [\da-f]{16}: (evpid=([\da-f]{16}), .*)$/;

/** `… smtp message msgid=78e5c402 size=1118 nrcpt=1 proto=ESMTP`, `… smtp event=message … msgid=… from=<…> to=<…> size=…` */
const MESSAGE = /^([\da-f]{16}) smtp (?:event=)?message (.*\bmsgid=([\da-f]{8})\b.*)$/;
const ACCEPTED = /^smtp-in: Accepted message ([\da-f]{8}) on session ([\da-f]{16}): (.*)$/;
const ENVELOPE = /^([\da-f]{16}) smtp envelope (evpid=([\da-f]{16}) .*)$/;

const TLS =
  /^([\da-f]{16}) mta (?:event=starttls|tls) (?:ciphers=)?"?(?:version=([^,\s]+), cipher=([^,\s"]+)|([^:\s"]+):([^:\s"]+))/;
const TLS_ON = /^smtp-out: Started TLS on session ([\da-f]{16}): version=([^,\s]+), cipher=([^,\s]+)/;
const VERIFIED = /^([\da-f]{16}) mta (?:event=)?(?:server-)?cert-check result="?(?:success|verified|valid)"?(?: |$)/;
const VERIFIED_ON = /^smtp-out: Server certificate verification succeeded on session ([\da-f]{16})/;
const LOGIN = /^([\da-f]{16}) smtp (?:event=)?authentication user=(\S+) .*result="?(?:ok|permit)"?(?: |$)/;
const LOGIN_ON = /^smtp-in: Accepted authentication for user "?([^\s"]+)"? on session ([\da-f]{16})/;

/** Reads a line behind its tag; undefined where it tells nothing of a message. */
export function toldBy(text: string): Told | undefined {
  const modern = MODERN.exec(text);
  if (modern !== null) return attempt(undefined, modern[3] ?? '', modern[2] ?? '');
  const classic = CLASSIC.exec(text);
  if (classic !== null) return attempt(classic[1], classic[2] ?? '', classic[3] ?? '');
  const session = SESSION.exec(text);
  if (session !== null) return attempt(undefined, session[2] ?? '', session[1] ?? '');
  const message = MESSAGE.exec(text);
  if (message !== null) return messageOf(message[3], message[1], message[2]);
  const accepted = ACCEPTED.exec(text);
  if (accepted !== null) return messageOf(accepted[1], accepted[2], accepted[3]);
  const envelope = ENVELOPE.exec(text);
  if (envelope !== null)
    return { kind: 'envelope', session: envelope[1] ?? '', envelope: envelope[3] ?? '', fields: fieldsOf(envelope[2]) };
  return connectionIn(text);
}

function attempt(result: string | undefined, envelope: string, rest: string): Told {
  const fields = fieldsOf(rest);
  return { kind: 'attempt', result: result ?? fields('result') ?? fields('status') ?? '', envelope, fields };
}

const messageOf = (message = '', session = '', rest = ''): Told => ({
  kind: 'message',
  message,
  session,
  fields: fieldsOf(rest),
});

function connectionIn(text: string): Told | undefined {
  const tls = TLS.exec(text) ?? TLS_ON.exec(text);
  if (tls !== null)
    return { kind: 'tls', session: tls[1] ?? '', version: tls[2] ?? tls[4] ?? '', cipher: tls[3] ?? tls[5] ?? '' };
  const verified = VERIFIED.exec(text) ?? VERIFIED_ON.exec(text);
  if (verified !== null) return { kind: 'verified', session: verified[1] ?? '' };
  const login = LOGIN.exec(text);
  if (login !== null) return { kind: 'login', session: login[1] ?? '', user: login[2] ?? '' };
  const before = LOGIN_ON.exec(text);
  return before === null ? undefined : { kind: 'login', session: before[2] ?? '', user: before[1] ?? '' };
}

/** `name=<value>`, `name="value"`, `name=value`, between blanks or commas. */
const FIELD = /(?:^|[, ])([a-z]+)=(?:<([^>]*)>|"([^"]*)"|([^,\s]*))/g;
const STAT = /(?:^|[, ])stat=(.*)$/;
/** Fields of a line. Stops a line that is nothing but fields. */
const MOST_FIELDS = 64;

/** What stands behind `stat=` is the other side's, and may look like anything. */
function fieldsOf(text = ''): FieldsOf {
  const stat = STAT.exec(text);
  const found = new Map<string, string>();
  for (const [, name = '', bracketed, quoted, plain] of text.slice(0, stat?.index).matchAll(FIELD)) {
    if (!found.has(name)) found.set(name, bracketed ?? quoted ?? plain ?? '');
    if (found.size >= MOST_FIELDS) break;
  }
  // Commas and blanks stand in it: `relay=192.0.2.1 (mx.example), delay=…`
  const relay = /(?:^|[, ])relay=(?!")([^,]*),/.exec(text)?.[1];
  if (relay !== undefined) found.set('relay', relay);
  if (stat !== null) found.set('stat', unquoted((stat[1] ?? '').trim()));
  return (name) => found.get(name);
}

/** The last quote is missing where the line was cut off. */
function unquoted(text: string): string {
  if (!text.startsWith('"')) return text;
  return text.length > 1 && text.endsWith('"') ? text.slice(1, -1) : text.slice(1);
}
