/**
 * A reply has up to 512 octets a line and any number of lines (RFC 5321 §4.5.3.1.5); what tells the reason stands in
 * the first few. The cut keeps one hostile server from making every pattern read a megabyte.
 */
const REPLY_LIMIT = 1_500;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

/** Forms that pass a text on: quoted-printable and escaped line ends, HTML, doubled codes. */
const WRAPPED = /&(?:#\d{1,4}|[a-z]{2,4});|=0[AD]|\\[nrt]/i;

function unwrapped(text: string): string {
  return text
    .replaceAll(/(?:=0D)?=0A=?|=0D/g, '\n')
    .replaceAll(/\\r\\n|\\n|\\r|\\t/g, '\n')
    .replaceAll(/&(?:#(\d{1,4})|([a-z]{2,4}));/gi, (whole, number: string | undefined, name: string | undefined) => {
      if (number !== undefined) return Number(number) >= 32 ? String.fromCodePoint(Number(number)) : ' ';
      return ENTITIES[name?.toLowerCase() ?? ''] ?? whole;
    });
}

/** `550-5.1.1 one 550 5.1.1 two`: lines of one reply that a log has joined, each with its codes. */
const REPEATED_CODES = /\b([45]\d\d)([- ]#?)([245]\.\d{1,3}\.\d{1,3})(?=\s)/g;
const REPEATED_CODE = /(?:^|\s)([45]\d\d)-(?=\S)/g;

function withoutRepeats(text: string): string {
  let first = '';
  const once = text.replaceAll(REPEATED_CODES, (_, code: string, _between: string, enhanced: string) => {
    const both = `${code} ${enhanced}`;
    if (first === '') first = both;
    else if (first === both) return '';
    return both;
  });
  let code = '';
  return once.replaceAll(REPEATED_CODE, (whole, digits: string) => {
    if (code === digits) return ' ';
    code = digits;
    return whole.startsWith(digits) ? `${digits} ` : ` ${digits} `;
  });
}

/** qmail's log writes spaces as `_` and line ends as `/`; GoDaddy's reports write `550_5.1.1_User_unknown`. */
const OF_QMAIL =
  /_(?:host_said:|like_recipient)|_on_[\d.]+\/$|^[^\s_]+_[^\s_]+_[^\s_]+_\S+\/$|(?:^|\s)[45]\d\d_(?:[245]\.\d{1,3}\.\d{1,3}_)?[A-Za-z<]/;

export const qmailWords = (text: string): string =>
  text.includes('_') && OF_QMAIL.test(text)
    ? text.replaceAll(/\/(?=_|Remote_|Giving_|$)/g, ' ').replaceAll('_', ' ')
    : text;

/**
 * The reply in one line: joined lines, each code once, glued codes (`5505.1.1`) apart, without the wrapping that
 * services and logs put around it. Doing it twice changes nothing.
 */
export function plainReply(text: string): string {
  let plain = qmailWords(text.length > REPLY_LIMIT ? text.slice(0, REPLY_LIMIT) : text);
  // Until nothing changes: `&amp;lt;` is wrapped twice. Each round shortens the text, so it ends.
  while (WRAPPED.test(plain)) {
    const next = unwrapped(plain);
    if (next === plain) break;
    plain = next;
  }
  plain = plain
    .replaceAll('’', "'")
    .replaceAll(/\b([45]\d\d)-?(?=[245]\.\d{1,3}\.\d{1,3}(?!\d|\.\d))/g, '$1 ')
    .replaceAll(/\s+/g, ' ');
  return withoutRepeats(plain).replaceAll(/ {2,}/g, ' ').trim();
}

/** The codes a reply's text begins with, or quotes: `smtp;550 5.1.1`, `RecipientError: 550`, `(#5.1.1)`. */
export function codesIn(plain: string): { readonly code?: number; readonly enhancedCode?: string } {
  const code = /(?:^|[\s;:(>"'])([45]\d\d)(?=[\s:;,-]|$)/.exec(plain)?.[1];
  const enhancedCode = /(?:^|[\s#(:;=>"'])([245]\.\d{1,2}\.\d{1,3})(?![.\d])/.exec(plain)?.[1];
  return { ...(code && { code: Number(code) }), ...(enhancedCode && { enhancedCode }) };
}
