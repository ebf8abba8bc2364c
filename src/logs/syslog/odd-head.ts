/** Where the parts of a line stand that is not `host tag[pid]: message`. */
export interface OddHead {
  readonly hostAt: number;
  /** Equal to `hostAt` where no host is named. */
  readonly hostEnd: number;
  readonly tagAt: number;
  readonly tagEnd: number;
  readonly pidAt: number;
  readonly pidEnd: number;
  readonly at: number;
}

/** Words between stamp and tag. Stops the search in a line of prose. */
const MOST_WORDS = 5;
/** Looked at; no head is longer. */
const HEAD_LENGTH = 1024;
/** `INFO`, `mail.info`, `<mail.info>`, `mail:info`: severities and facilities (RFC 5424 §6.2.1) that templates write out. */
export const SEVERITY =
  /^[<[(]?(?:(?:mail|daemon|user|auth|authpriv|cron|kern|syslog|local\d)[.:])?(?:debug|info|notice|warn|warning|err|error|crit|critical|alert|emerg|emergency|panic|fatal)[>\])]?$/i;
/** `postfix/smtp[123]:`, `cron:`, and the same with a message that follows without a blank, or with no colon. */
const TAG = /^([^\s[\]:]+)(?:\[([^\]\s]*)\]:?|:$)/;
/** RFC 5424 §6, behind the host: procid, msgid, structured data; perhaps the mark of UTF-8. */
const STRUCTURED = /^([^\s[\]:]+) (\d+|-) \S+ (?:-|(?:\[(?:[^\]\\]|\\.)*\])+)(?: \uFEFF?|$)/;
/** What syslog itself writes without a tag. */
const BY_SYSLOG = /^(?:last message repeated \d+ times|-- MARK --)/;

/** Reads the head of a syslog line as people's templates make it; undefined where no program is named. */
export function oddHead(text: string, stampEnd: number, lineEnd: number): OddHead | undefined {
  const line = text.slice(stampEnd, Math.min(lineEnd, stampEnd + HEAD_LENGTH));
  let [hostAt, hostEnd] = [stampEnd, stampEnd];
  const word = /[ \t]*(\S+)/y;
  for (let words = 0; words < MOST_WORDS; words += 1) {
    const match = word.exec(line);
    if (match === null) return undefined;
    const part = match[1] ?? '';
    const at = word.lastIndex - part.length;
    const structured = STRUCTURED.exec(line.slice(at));
    if (structured !== null) {
      const [whole, name = '', pid = ''] = structured;
      const tagEnd = stampEnd + at + name.length;
      const [pidAt, pidEnd] = [tagEnd + 1, tagEnd + 1 + pid.length];
      return { hostAt, hostEnd, tagAt: stampEnd + at, tagEnd, pidAt, pidEnd, at: stampEnd + at + whole.length };
    }
    const tag = TAG.exec(part);
    if (tag !== null && !SEVERITY.test(tag[1] ?? '')) {
      const [whole, name = '', pid] = tag;
      const tagAt = stampEnd + at;
      const tagEnd = tagAt + name.length;
      const [pidAt, pidEnd] = pid === undefined ? [tagEnd, tagEnd] : [tagEnd + 1, tagEnd + 1 + pid.length];
      let begin = tagAt + whole.length;
      while (begin < lineEnd && text.charCodeAt(begin) === 0x20) begin += 1;
      return { hostAt, hostEnd, tagAt, tagEnd, pidAt, pidEnd, at: begin };
    }
    if (BY_SYSLOG.test(line.slice(at))) {
      const place = stampEnd + at;
      return { hostAt, hostEnd, tagAt: place, tagEnd: place, pidAt: place, pidEnd: place, at: place };
    }
    if (hostEnd === hostAt && !SEVERITY.test(part)) [hostAt, hostEnd] = [stampEnd + at, stampEnd + at + part.length];
  }
  return undefined;
}
