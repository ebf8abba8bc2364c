/** Whose line it is, and what it says: `[NOTICE] [6A37…D2B1.1.2] [outbound] recipient <…> deferred: 450 …`. */
export interface HarakaLine {
  /** Of the connection and the transaction in it: `6A37…D2B1.1`; of the message. */
  readonly transaction: string;
  /** With the number of what goes to one domain: `6A37…D2B1.1.2`. */
  readonly delivery: string;
  readonly told: Told;
}
export type Told =
  | { readonly kind: 'recipient'; readonly recipient: string; readonly sender: string | undefined }
  | { readonly kind: 'message'; readonly fields: Fields }
  | { readonly kind: 'delivered'; readonly fields: Fields }
  | { readonly kind: 'secured'; readonly fields: Fields }
  | { readonly kind: 'answered'; readonly isFinal: boolean; readonly recipient: string; readonly said: string }
  | { readonly kind: 'deferred'; readonly said: string }
  /** Whom it was not delivered to has been told one by one. */
  | { readonly kind: 'over' }
  /** Who was put off for the last time; what was said to each has been told. */
  | { readonly kind: 'gaveUp'; readonly recipients: readonly string[] }
  | { readonly kind: 'bounced'; readonly said: string };
export type Fields = ReadonlyMap<string, string>;

/** As docs/Logging.md of Haraka has it: level, uuid, origin, message. */
const LINE = /^\[[A-Z]+\] \[([\dA-Fa-f]{8}(?:-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}\.\d+)((?:\.\d+)*)\] \[([^\]]*)\] +(.*)$/;
const RECIPIENT = /^recipient <([^>]*)> (?=code=OK\b)(.*)$/;
const ANSWERED = /^recipient <([^>]*)> (deferred|rejected): (.*)$/;
const TEMP_FAILING = /^Temp failing \S+ for [\d.]+ seconds: (?:Error: )?(.*)$/;
const BOUNCING = /^bouncing mail: (?:Error: )?(.*)$/;
const GAVE_UP = /^Too many failures \((Some recipients temp failed: .*)\)$/;
/** They have been told one by one. */
const TOLD_ALREADY = /^Some recipients (?:temp failed|failed|rejected)\b/;
/** Colours of a terminal. */
// oxlint-disable-next-line no-control-regex -- it is the escape character that is meant
const COLOUR = /\u001B\[[\d;]*m/g;

/** Reads a line behind its stamp; undefined where it tells nothing of a message. */
export function harakaLine(text: string): HarakaLine | undefined {
  const match = LINE.exec(text.includes('\u001B') ? text.replaceAll(COLOUR, '') : text);
  if (match === null) return undefined;
  const [, transaction = '', number = '', origin, message = ''] = match;
  const told = origin === 'outbound' ? toldOutbound(message) : toldInbound(message);
  return told === undefined ? undefined : { transaction, delivery: `${transaction}${number}`, told };
}

function toldInbound(message: string): Told | undefined {
  const recipient = RECIPIENT.exec(message);
  if (recipient !== null)
    return { kind: 'recipient', recipient: recipient[1] ?? '', sender: fieldsIn(recipient[2] ?? '').get('sender') };
  // `queue` is all that versions before 2.8.17 have.
  if (!/^(?:message|queue) /.test(message)) return undefined;
  const fields = fieldsIn(message);
  return /^(?:OK|CONT)$/.test(fields.get('code') ?? '') ? { kind: 'message', fields } : undefined;
}

function toldOutbound(message: string): Told | undefined {
  if (message.startsWith('delivered file=')) return { kind: 'delivered', fields: fieldsIn(message) };
  if (message.startsWith('secured ')) return { kind: 'secured', fields: fieldsIn(message) };
  const answered = ANSWERED.exec(message);
  if (answered !== null) {
    const [, recipient = '', how, said = ''] = answered;
    return { kind: 'answered', isFinal: how === 'rejected', recipient, said };
  }
  const deferred = TEMP_FAILING.exec(message)?.[1];
  if (deferred !== undefined)
    return TOLD_ALREADY.test(deferred) ? { kind: 'over' } : { kind: 'deferred', said: deferred };
  const bounced = BOUNCING.exec(message)?.[1];
  const putOff = GAVE_UP.exec(bounced ?? '')?.[1];
  if (putOff !== undefined)
    return { kind: 'gaveUp', recipients: Array.from(putOff.matchAll(/<([^>]*)>/g), ([, address = '']) => address) };
  return bounced === undefined || TOLD_ALREADY.test(bounced) ? undefined : { kind: 'bounced', said: bounced };
}

const FIELD = /(?:^| )([a-z_]+)=(?:"((?:[^"\\]|\\.)*)"|([^ ]*))/g;
/** Fields of a line. Stops a line that is nothing but fields. */
const MOST_FIELDS = 64;

/** The first of its kind counts. */
function fieldsIn(text: string): Fields {
  const fields = new Map<string, string>();
  for (const [, name = '', quoted, plain = ''] of text.matchAll(FIELD)) {
    if (!fields.has(name)) fields.set(name, quoted === undefined ? plain : quoted.replaceAll(/\\(["\\])/g, '$1'));
    if (fields.size >= MOST_FIELDS) break;
  }
  return fields;
}
