/** Block lists are named by domain; which one it was is the meaning of the reply, so they stay. */
const LISTS =
  /(?:spamhaus|spamcop|barracudacentral|sorbs|uceprotect|manitu|abuseat|surbl|uribl|invaluement|mailspike|cloudmark|surriel|backscatterer|junkemailfilter|senderscore|spfbl|abusix|spamrats|gbudb|dnswl|nixspam|proofpoint|senderbase|talosintelligence|validity|lashback|njabl|dsbl|ahbl|wpbl|spameatingmonkey|mailhosts|madavi|blocklist|rbl|dnsbl)/i;

/** `to:user@example.com`. */
const LABEL_AND_ADDRESS = /^([^@:]+:)[^@]+@/;
/** `user@example.com:blocked`. */
const ADDRESS_AND_MORE = /^[^@]*@[\w.-]+([:;=/!].*)$/;
const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}(?:[:/]\d{1,5})?$/;
const IPV6 = /^(?=.*:.*:)[\da-f:.]{3,45}(?:[%/]\w+)?$/i;
const ENHANCED = /^[245]\.\d{1,3}\.\d{1,3}$/;
const REPLY_CODE = /^[45]\d\d$/;
/** A provider's own numbers: Yahoo's `554.30`. */
const OWN_CODE = /^5\d\d\.\d\d$/;
const CLOCK = /^\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?(?:[ap]m)?$/i;
const DATE = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?:T[\d:.,]+(?:Z|[+-]\d\d:?\d\d)?)?$/;
const DURATION = /^\d+(?:[.,]\d+)?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|ms)$/i;
const SIZE = /^\d+(?:[.,]\d+)?(?:k|kb|kib|mb|mib|g|gb|gib|b|bytes?)$/i;
const DIGITS = /^[-+\d.,:/*x%()]+$/i;
/** Names with a digit in them that mean the same everywhere. */
const WORDS =
  /^(?:ipv[46]|tlsv?1(?:[._]\d)?|sslv?[23]|starttls|[245]xx|rfc[.-]?\d{3,4}|\d(?:st|nd|rd|th)|sha-?\d+|md5|utf-?8|8-?bit(?:mime)?|7-?bit|base64|o365|office365|p[12]|spf[12]|win32|x-?\d?)$/i;
/** A provider's own words for a reason: `S3150`, `TSS04`, `IB607`, `OFR006_102`, `AS(201806)`, `VS98-IP0`, `HVU:B1`, `AUP#In-1310`. */
const REASON =
  /^(?:[A-Z]{1,8}[-_]?\d{1,8}|[A-Z]{2,4}\d{0,3}[-_]\d{3}|[A-Z]{2,}\d+-[A-Z]+\d*|[A-Z]{2,}\d+[A-Z]?|[A-Z]{3}[:-][A-Z]{1,2}\d|[A-Z]{2,4}#\S{1,12})$/;
const HOST = /^(?:[\p{L}\p{N}_*-]+\.)+\p{Ll}[\p{Ll}\p{N}-]*[\p{Ll}\p{N}]\.?$/u;
/** Microsoft writes domains in capitals. Reasons are written so, too (`RESOLVER.ADR`): what they end in is no domain's end. */
const HOST_IN_CAPITALS = /^(?:[A-Z\d-]+\.)+(?:COM|NET|ORG|EDU|GOV|MIL|INFO|BIZ|[A-Z]{2})\.?$/;
/** `mx1.example.com:25/192.0.2.1`: where it was connected to. */
const PORT_AND_ADDRESS = /^\d{1,5}\/(.+)$/;
/** A queue's number, which may look like a reason: `ADD127454B`. */
const QUEUE_ID = /^(?=(?:\D*\d){4})[\dA-F]{9,}$/;
/** Slashes are part of it, and no path: capitals, small letters and digits at random. */
const BASE64 = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w+/-]{20,}$/;
const URL = /^(?:https?:\/\/|www\.)[^\s]+$|^(?:[a-z\d-]+\.)+[a-z]{2,10}\/[^\s]+$/i;

const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff]/;
/** What a filter calls what it found: `Trojan.Generic.1234`. The first word tells enough. */
export const MALWARE =
  /^(?:(?:win(?:32|64)?|html|js|doc|xls|pdf|unix|php|vbs|email)\.)?(?:trojan|worm|virus|backdoor|exploit|ransom|malware|w32)(?=[./:!]\w)/i;

/** What kind of thing a word is, where it differs from reply to reply; otherwise the word. */
export function wordToken(word: string): string {
  // A sentence of a script without spaces is one word: what differs in it is of another script.
  if (UNSPACED.test(word)) return word.replaceAll(/[!-~]+/g, trimmed);
  if (MALWARE.test(word) && !word.includes('@') && !HOST.test(word)) return MALWARE.exec(word)?.[0] ?? word;
  // Sentences that are held together by dots: `denied...7c60ddc1...No`.
  if (word.includes('...')) return word.split('...').map(trimmed).join('...');
  if (word.includes('@')) {
    const [, label = ''] = LABEL_AND_ADDRESS.exec(word) ?? [];
    const [, tail = ''] = ADDRESS_AND_MORE.exec(word) ?? [];
    return `${trimmed(label)}<address>${trimmed(tail)}`;
  }
  if (URL.test(word)) return urlToken(word);
  if (ENHANCED.test(word) || REPLY_CODE.test(word) || OWN_CODE.test(word)) return word;
  if (IPV4.test(word)) return '<ip>';
  const [, connected] = PORT_AND_ADDRESS.exec(word) ?? [];
  if (connected !== undefined && (IPV4.test(connected) || IPV6.test(connected))) return '<number>/<ip>';
  if (word.includes(':') && IPV6.test(word) && !CLOCK.test(word)) return '<ip>';
  if (CLOCK.test(word) || DATE.test(word)) return '<time>';
  if (DURATION.test(word)) return '<duration>';
  if (SIZE.test(word)) return '<number>';
  if (WORDS.test(word)) return word;
  if (/\d/.test(word) && DIGITS.test(word)) return '<number>';
  if (HOST.test(word)) return hostToken(word);
  if (HOST_IN_CAPITALS.test(word)) return '<host>';
  if (QUEUE_ID.test(word)) return '<id>';
  if (REASON.test(word)) return word;
  const glued = beforeColon(word);
  if (glued > 0) return `${trimmed(word.slice(0, glued))}:${trimmed(word.slice(glued + 1))}`;
  if (word.includes('=')) return pairToken(word);
  if (!/\d/.test(word)) return word;
  if (word.includes('/') && !BASE64.test(word)) return word.split('/').map(trimmed).join('/');
  return '<id>';
}

/** `REJECT:192.0.2.1:https://…`, `mx1.example.com:too`: words without a space between. `ip=2001:db8::1` is one of its own. */
function beforeColon(word: string): number {
  const at = word.indexOf(':');
  if (at === word.length - 1) return -1;
  const value = word.slice(word.indexOf('=') + 1);
  return value !== word && (IPV6.test(value) || CLOCK.test(value) || URL.test(value)) ? -1 : at;
}

function hostToken(host: string): string {
  if (!LISTS.test(host)) return '<host>';
  // The address that was looked up stands before the list's name: 2.0.0.127.zen.spamhaus.org.
  const labels = host.split('.').filter((label) => !/\d/.test(label));
  return labels.length > 1 ? labels.join('.') : '<host>';
}

/** `ip=192.0.2.1`, `id=…`, and base64 with its padding. */
function pairToken(pair: string): string {
  const at = pair.indexOf('=');
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
  if (/\d/.test(name) && !REASON.test(name)) return '<id>';
  return value === '' || /^=*$/.test(value) ? pair : `${name}=${trimmed(value)}`;
}

/** The page stays, for it names the reason (`?p=NoSuchUser`); what it was asked about goes. */
function urlToken(url: string): string {
  const [path, query] = splitOnce(url, '?');
  const scheme = /^https?:\/\//i.exec(path)?.[0] ?? '';
  const [host = '', ...steps] = path.slice(scheme.length).split('/');
  const kept = steps.map(stepOf);
  const page = scheme + [host, ...kept].join('/');
  if (query === undefined) return page;
  const asked = query
    .split('&')
    .map((pair) => (/^[a-z]+=[a-z]{2,40}$/i.test(pair) && !isAtRandom(pair) ? pair : '<id>'))
    .filter((pair, index, all) => pair !== '<id>' || all[index - 1] !== '<id>');
  return `${page}?${asked.join('&')}`;
}

/** Capitals begin words in a reason (`NoSuchUser`); at random they stand too close together for that. */
function isAtRandom(pair: string): boolean {
  const words = pair.match(/[a-z][A-Z]/g)?.length ?? 0;
  return words >= RANDOM_CAPITALS && pair.length < (words + 1) * SHORT_WORD;
}
const RANDOM_CAPITALS = 4;
const SHORT_WORD = 4;

/** Of a greylist's page: `help/example.com.html` tells whom it was asked by. */
const PAGE_OF_HOST = /^(?:[\p{L}\p{N}-]+\.){2,}html?$/u;
function stepOf(step: string): string {
  if (PAGE_OF_HOST.test(step)) return '<host>';
  return /^\d{1,9}$/.test(step) || !/\d/.test(step) ? step : stepToken(step);
}

const stepToken = (step: string): string => {
  const [page, part] = splitOnce(step, '#');
  if (part !== undefined) return `${stepToken(page)}#${stepToken(part)}`;
  if (IPV4.test(step) || IPV6.test(step)) return '<ip>';
  return /^[\w.-]{0,24}$/.test(step) && !/^[\da-f]{8,}$/i.test(step) ? step : '<id>';
};

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** The word without the marks around it, which stay. */
export function trimmed(word: string): string {
  // Marks may be part of an address: !a@example.com.
  const before = word.includes('@') ? 0 : (/^[^\p{L}\p{N}]*/u.exec(word)?.[0].length ?? 0);
  if (before === word.length) return word;
  const after = /[^\p{L}\p{N}@]*$/u.exec(word)?.[0].length ?? 0;
  const token = wordToken(word.slice(before, word.length - after));
  const marks = word.slice(word.length - after);
  // What pads an id, or ends it by chance, is as random as the rest.
  return word.slice(0, before) + token + (token === '<id>' ? marks.replace(/^[=+/_-]+/, '') : marks);
}
