/** What cleanup(8) has taken and thrown away, by header_checks(5), body_checks or a milter. */
export interface Discarded {
  readonly envelopeFrom: string;
  /** Of several recipients the last; undefined where there was none yet. */
  readonly recipient: string | undefined;
  readonly why: string;
}

/** `discard: header Subject: … from app[192.0.2.20]; from=<…> to=<…> proto=ESMTP helo=<app>: no such mail` */
const ACTION = /^(?:discard: (?:(?:mime |nested )?(header)|(body)) |milter-discard: )/;
/** Before it stands what others have written. */
const ENVELOPE = '; from=<';
const TO = '> to=<';
/** What stands behind the recipient. */
const BEHIND = /> proto=|>: |>$/;
/** The administrator's own words, behind the envelope. */
const TEXT = /^.{0,1000}? helo=<[^>]{0,255}>: (.{1,1000})$/;

/** Reads what cleanup says of a message; undefined where it goes on. */
export function discardedIn(line: string): Discarded | undefined {
  const action = ACTION.exec(line);
  const at = line.lastIndexOf(ENVELOPE);
  if (action === null || at < 0) return undefined;
  const envelope = line.slice(at + ENVELOPE.length);
  const to = envelope.indexOf(TO);
  const first = to < 0 ? envelope : envelope.slice(0, to);
  const second = to < 0 ? '' : envelope.slice(to + TO.length);
  const recipient = upTo(BEHIND, second);
  const by = action[1] === undefined && action[2] === undefined ? 'a milter' : `${action[1] ?? action[2]}_checks`;
  const text = TEXT.exec(envelope)?.[1];
  return {
    envelopeFrom: to < 0 ? upTo(BEHIND, first) : first,
    recipient: recipient === '' || recipient === 'unknown' ? undefined : recipient,
    why: `discarded by ${by}${text === undefined ? '' : `: ${text}`}`,
  };
}

function upTo(end: RegExp, text: string): string {
  const at = text.search(end);
  return at < 0 ? text : text.slice(0, at);
}
