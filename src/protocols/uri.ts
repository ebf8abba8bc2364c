import { readable } from '../core/readable.ts';
import { mailAddress } from './mailto.ts';
import { quote, type Correctable, type TextRange } from './tag-list.ts';

/** Where reports are to go (RFC 9989 §4.6, RFC 8460 §3). */
export interface ReportUri extends TextRange {
  /** As written, without the obsolete size limit. */
  readonly text: string;
  /** Lower case, without the colon; absent where there is none. */
  readonly scheme?: string;
  /** Address of a `mailto:` URI, percent-decoded; octets beyond ASCII, which no URI may hold, as the text they are. */
  readonly address?: string;
  /** Domain of that address, or host of another URI; lower case. */
  readonly domain?: string;
  /** `10m` of the obsolete `!10m` (RFC 7489 §6.2); report senders ignore it. */
  readonly size?: string;
  /** Whether the URI is syntactically valid, so that reports may go there. */
  readonly valid: boolean;
}

export type UriCode =
  /** Nothing between two commas. */
  | 'uri-empty'
  /** `dmarc@example.com`: no scheme. */
  | 'uri-no-scheme'
  /** Something other than `mailto:`; valid, but report senders need not support it. */
  | 'uri-scheme'
  /** Blanks inside: `mailto: a@b`, or two URIs without a comma. */
  | 'uri-blank'
  /** A character no URI may hold, or a `%` that escapes nothing (RFC 3986 §2). */
  | 'uri-character'
  /** A `mailto:` without a usable address. */
  | 'uri-address'
  /** An exclamation mark that is not percent-encoded and starts no size. */
  | 'uri-exclamation'
  /** The obsolete `!10m`. */
  | 'uri-size';

/** Reads a comma-separated list of reporting URIs (RFC 9989 §4.8 `dmarc-urilist`); ranges are moved by `offset`. */
export function parseReportUris(
  list: string,
  offset = 0,
): { readonly uris: readonly ReportUri[]; readonly problems: readonly Correctable<UriCode>[] } {
  const uris: ReportUri[] = [];
  const problems: Correctable<UriCode>[] = [];
  let from = 0;
  for (const item of list.split(',')) {
    const start = offset + from + (item.length - item.trimStart().length);
    from += item.length + 1;
    const text = item.trim();
    if (text === '') {
      problems.push({ code: 'uri-empty', message: 'The list holds an empty entry', start, end: start });
      continue;
    }
    const one = parseReportUri(text, start);
    uris.push(one.uri);
    for (const problem of one.problems) problems.push(problem);
  }
  return { uris, problems };
}

function parseReportUri(written: string, start: number): { uri: ReportUri; problems: Correctable<UriCode>[] } {
  const at = { start, end: start + written.length };
  const problems: Correctable<UriCode>[] = [];
  const size = /!([0-9]+[kmgt]?)$/i.exec(written);
  const text = size === null ? written : written.slice(0, size.index);
  if (size !== null) {
    const message = `The size limit "${size[0]}" is obsolete and ignored`;
    problems.push({ code: 'uri-size', message, start: start + text.length, end: at.end, replacement: '' });
  }
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text)?.[1]?.toLowerCase();
  const mail = scheme === 'mailto' ? mailAddress(text.slice('mailto:'.length)) : undefined;
  const fault = characterFault(text, at) ?? schemeFault(text, scheme, at) ?? addressFault(mail, at);
  if (fault !== undefined) problems.push(fault);
  else if (scheme !== 'mailto') {
    problems.push({ code: 'uri-scheme', message: `Report senders need not support "${scheme}:" URIs`, ...at });
  }
  const domain = mail?.domain ?? (scheme === 'mailto' || scheme === undefined ? undefined : hostOf(readable(text)));
  return {
    uri: {
      text,
      ...at,
      ...(scheme === undefined ? {} : { scheme }),
      ...(mail?.address === undefined ? {} : { address: mail.address }),
      ...(domain === undefined ? {} : { domain }),
      ...(size === null ? {} : { size: size[1]! }),
      valid: fault === undefined,
    },
    problems,
  };
}

function characterFault(text: string, at: TextRange): Correctable<UriCode> | undefined {
  const shown = readable(text);
  if (/[ \t\r\n]/.test(text)) {
    const meant = /^mailto:[ \t]+[^ \t]+$/i.test(text)
      ? text.replace(/[ \t]+/, '')
      : text.replaceAll(/[ \t\r\n]+/g, ',');
    return { code: 'uri-blank', message: `${quote(shown)} has blanks in it`, ...at, replacement: meant };
  }
  if (text.includes('!')) {
    return {
      code: 'uri-exclamation',
      message: `The exclamation mark in ${quote(shown)} has to be written as %21`,
      ...at,
    };
  }
  const bad = /[^A-Za-z0-9\-._~:/?#[\]@$&'()*+;=%]|%(?![0-9A-Fa-f]{2})/u.exec(shown);
  if (bad === null) return undefined;
  const message = `${quote(shown)} holds ${quote(bad[0])}, which no URI may`;
  // An internationalised domain has an ASCII form (RFC 5890 §2.3.2.1); a local part has none.
  const { meant } = mailAddress(text.replace(/^mailto:/i, ''));
  return { code: 'uri-character', message, ...at, ...(meant === undefined ? {} : { replacement: `mailto:${meant}` }) };
}

function schemeFault(text: string, scheme: string | undefined, at: TextRange): Correctable<UriCode> | undefined {
  if (scheme !== undefined) return undefined;
  const message = `${quote(text)} has no scheme such as "mailto:"`;
  const { meant } = mailAddress(text);
  return { code: 'uri-no-scheme', message, ...at, ...(meant === undefined ? {} : { replacement: `mailto:${meant}` }) };
}

function addressFault(
  mail: ReturnType<typeof mailAddress> | undefined,
  at: TextRange,
): Correctable<UriCode> | undefined {
  if (mail?.fault === undefined) return undefined;
  const { fault: message, meant } = mail;
  return { code: 'uri-address', message, ...at, ...(meant === undefined ? {} : { replacement: `mailto:${meant}` }) };
}

const hostOf = (text: string): string | undefined =>
  URL.canParse(text) ? new URL(text).hostname || undefined : undefined;
