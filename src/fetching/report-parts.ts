import type { MailPart } from '../net/imap.ts';

/** What reports come as, by the end of a file's name, packed or not: of names, as those are what reporters get right. */
const NAMES = /\.(?:xml|json|gz|gzip|tgz|zip|zipx|tar|eml|msg|mbox|z|bin|dat)$/i;

/** Types that reports come as, and those that say nothing: octet-stream, x-zip-compressed, tlsrpt+gzip, x-gunzip … */
const TYPES =
  /^(?:message\/(?!disposition-notification|delivery-status|external-body)|text\/(?:.*\+)?(?:xml|json)\b|application\/)/;

/** Of `application/`, what is something else: a letter with a signature, a bill or an invitation is no report. */
const OTHERS =
  /^application\/(?:pdf|postscript|rtf|msword|ics|pgp-(?:signature|keys|encrypted)|(?:x-)?pkcs7-signature|vnd\.|font|ogg|javascript|epub|wasm)/;

/**
 * Whether a mail may hold a report, by what the server says it is made of; subjects prove nothing. Better one letter too many
 * than one report too few: what cannot be told is taken, and reading it tells.
 */
export function mayHoldReport(part: MailPart | undefined): boolean {
  if (part === undefined) return true;
  const { type, fileName, parts } = part;
  if (parts.length > 0) return parts.some((one) => mayHoldReport(one));
  if (fileName !== undefined && NAMES.test(fileName.trim())) return true;
  // A multipart without parts is one the server could not take apart.
  return type.startsWith('multipart/') || type === '/' || (TYPES.test(type) && !OTHERS.test(type));
}
