/** What a line of a sending zone says of one recipient. */
export interface ZoneMtaLine {
  readonly zone: string | undefined;
  /** Of the message; with `sequence`, of one recipient. */
  readonly id: string;
  readonly sequence: string;
  readonly status: 'ACCEPTED' | 'DEFERRED' | 'REJECTED';
  /** ZoneMTA's own word for why: `greylist`, `blacklist`, `recipient`. */
  readonly category: string | undefined;
  readonly envelopeFrom: string;
  readonly recipient: string;
  readonly source: string | undefined;
  readonly host: string;
  readonly ip: string | undefined;
  readonly messageId: string | undefined;
  readonly said: string;
}

/**
 * `Sender/default/4711 id=5xK… 18c0a3f5ab200039d8.001 DEFERRED[greylist] from=news@a.example[b+1@a.example] to=ann@b.example
 * src=192.0.2.1 mx=mx.b.example[198.51.100.7] id=<…> (450 …)`. Before 2018 without `src=` and `id=`.
 */
const LINE =
  /(?:\bSender\/([^/\s]{1,128})\/\d+ )?(?:id=\S+ )?\b([\da-f]{16,24})\.([\da-f]{3,}) (ACCEPTED|DEFERRED|REJECTED)(?:\[([^\]]{0,64})\])? from=(\S*) to=(.*?) (?:src=(\S*) )?mx=([^\s[]*)(?:\[([^\]]*)\])?((?: \w+=\S*)*) \((.*)\)$/;
const MESSAGE_ID = / id=<?([^>\s]+)>?/;
/** The envelope sender that was used stands behind the one the mail came with. */
const REWRITTEN = /\[([^[\]]*)\]$/;
/** Characters looked at. Stops a line of nothing but equals signs. */
const LOOKED_AT = 8192;

/** Undefined where the line tells nothing of a recipient. */
export function zoneMtaLine(text: string): ZoneMtaLine | undefined {
  const match = LINE.exec(text.slice(0, LOOKED_AT));
  if (match === null) return undefined;
  const [
    ,
    zone,
    id = '',
    sequence = '',
    status,
    category,
    from = '',
    recipient = '',
    source,
    host = '',
    ip,
    more = '',
  ] = match;
  const envelopeFrom = REWRITTEN.exec(from)?.[1] ?? from;
  return {
    zone,
    id,
    sequence,
    status: status as ZoneMtaLine['status'],
    category: category === '' ? undefined : category,
    envelopeFrom: envelopeFrom === '<>' ? '' : envelopeFrom,
    recipient,
    source: source === '' ? undefined : source,
    host,
    ip,
    messageId: MESSAGE_ID.exec(more)?.[1],
    said: match[12] ?? '',
  };
}
