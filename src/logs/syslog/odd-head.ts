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

/** Words between stamp and tag, and what stands between them. Stops the search in a line of prose. */
const MOST_WORDS = 6;
const FACILITIES = 'mail|daemon|user|auth|authpriv|cron|kern|syslog|local\\d';
const SEVERITIES = 'debug|info|notice|warn|warning|err|error|crit|critical|alert|emerg|emergency|panic|fatal';
/** `INFO`, `mail.info`, `<mail.info>`, `mail:info`: severities and facilities (RFC 5424 §6.2.1) that templates write out. */
export const SEVERITY = new RegExp(`^[<[(]?(?:(?:${FACILITIES})[.:])?(?:${SEVERITIES})[>\\])]?$`, 'i');
/** The same as a tag: `mail.info: `. A severity alone may be a program's word. */
export const FACILITY = new RegExp(`^(?:${FACILITIES})\\.(?:${SEVERITIES})$`, 'i');
/** What begins where a template or a page leaves the program out: a queue id, and what only Postfix writes behind one. */
const NAMELESS = /^(?=[\dA-Za-z]{0,15}\d)[\dA-Za-z]{5,24}: (?:to=<|from=<|message-id=|client=|removed$)/;
/** What pages put between the columns of a table. */
const BETWEEN_COLUMNS = /^[|│]$/;
/** Not `\S`: half a character of UTF-8 may look like a blank of Latin-1. */
const WORD = /[ \t]*([^ \t\n\v\f\r]+)/y;
/** `postfix/smtp[123]:`, `cron:`, and the same with a message that follows without a blank, or with no colon. */
const TAG = /^([^[\]:]+)(?:\[([^\]]*)\]:?|:$)/;
/** RFC 5424 §6, behind the host: procid, msgid, structured data; perhaps the mark of UTF-8, as three characters. */
const STRUCTURED = /^([^ [\]:]+) (\d+|-) [^ ]+ (?:-|(?:\[(?:[^\]\\]|\\.)*\])+)(?: (?:\u00EF\u00BB\u00BF)?|$)/;
/** What syslog itself writes without a tag. */
const BY_SYSLOG = /^(?:last message repeated \d+ times|-- MARK --)/;

/**
 * Reads the head of a syslog line as people's templates make it, one character for each byte, behind the stamp; undefined
 * where no program is named. Places are counted from the end of the stamp.
 */
export function oddHead(line: string): OddHead | undefined {
  let [hostAt, hostEnd] = [0, 0];
  const word = new RegExp(WORD);
  for (let words = 0; words < MOST_WORDS; words += 1) {
    const match = word.exec(line);
    if (match === null) return undefined;
    const part = match[1] ?? '';
    if (BETWEEN_COLUMNS.test(part)) continue;
    const at = word.lastIndex - part.length;
    if (NAMELESS.test(line.slice(at))) return { hostAt, hostEnd, tagAt: at, tagEnd: at, pidAt: at, pidEnd: at, at };
    const structured = STRUCTURED.exec(line.slice(at));
    if (structured !== null) {
      const [whole, name = '', pid = ''] = structured;
      const tagEnd = at + name.length;
      const [pidAt, pidEnd] = [tagEnd + 1, tagEnd + 1 + pid.length];
      return { hostAt, hostEnd, tagAt: at, tagEnd, pidAt, pidEnd, at: at + whole.length };
    }
    const tag = TAG.exec(part);
    if (tag !== null && !SEVERITY.test(tag[1] ?? '')) {
      const [whole, name = '', pid] = tag;
      const tagEnd = at + name.length;
      const [pidAt, pidEnd] = pid === undefined ? [tagEnd, tagEnd] : [tagEnd + 1, tagEnd + 1 + pid.length];
      let begin = at + whole.length;
      while (line[begin] === ' ') begin += 1;
      return { hostAt, hostEnd, tagAt: at, tagEnd, pidAt, pidEnd, at: begin };
    }
    if (BY_SYSLOG.test(line.slice(at))) return { hostAt, hostEnd, tagAt: at, tagEnd: at, pidAt: at, pidEnd: at, at };
    if (hostEnd === hostAt && !SEVERITY.test(part.replace(/:$/, ''))) [hostAt, hostEnd] = [at, at + part.length];
  }
  return undefined;
}
