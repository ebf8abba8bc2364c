import { domainName, isHostName, labels } from './domain.ts';
import { quote, type Correctable, type TextRange } from './tag-list.ts';

/** Where reports are to go (RFC 9989 §4.6, RFC 8460 §3). */
export interface ReportUri extends TextRange {
  /** As written, without the obsolete size limit. */
  readonly text: string;
  /** Lower case, without the colon; absent where there is none. */
  readonly scheme?: string;
  /** Address of a `mailto:` URI, percent-decoded. */
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
  const fault =
    characterFault(text, at) ?? schemeFault(text, scheme, at) ?? (mail === undefined ? undefined : mail.fault(at));
  if (fault !== undefined) problems.push(fault);
  else if (scheme !== 'mailto') {
    problems.push({ code: 'uri-scheme', message: `Report senders need not support "${scheme}:" URIs`, ...at });
  }
  const domain = mail?.domain ?? (scheme === 'mailto' || scheme === undefined ? undefined : hostOf(text));
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
  if (/[ \t\r\n]/.test(text)) {
    const meant = /^mailto:[ \t]+[^ \t]+$/i.test(text)
      ? text.replace(/[ \t]+/, '')
      : text.replaceAll(/[ \t\r\n]+/g, ',');
    return { code: 'uri-blank', message: `${quote(text)} has blanks in it`, ...at, replacement: meant };
  }
  if (text.includes('!')) {
    return {
      code: 'uri-exclamation',
      message: `The exclamation mark in ${quote(text)} has to be written as %21`,
      ...at,
    };
  }
  const bad = /[^A-Za-z0-9\-._~:/?#[\]@$&'()*+;=%]|%(?![0-9A-Fa-f]{2})/.exec(text);
  if (bad === null) return undefined;
  return { code: 'uri-character', message: `${quote(text)} holds ${quote(bad[0])}, which no URI may`, ...at };
}

function schemeFault(text: string, scheme: string | undefined, at: TextRange): Correctable<UriCode> | undefined {
  if (scheme !== undefined) return undefined;
  const message = `${quote(text)} has no scheme such as "mailto:"`;
  const isAddress = mailAddress(text).domain !== undefined;
  return { code: 'uri-no-scheme', message, ...at, ...(isAddress ? { replacement: `mailto:${text}` } : {}) };
}

interface MailAddress {
  readonly address?: string;
  readonly domain?: string;
  fault(at: TextRange): Correctable<UriCode> | undefined;
}

/** The address part of a `mailto:` URI (RFC 6068 §2); header fields behind `?` are not ours. */
function mailAddress(rest: string): MailAddress {
  const address = decoded(rest.split('?', 1)[0]!);
  const split = address.lastIndexOf('@');
  const domain = domainName(address.slice(split + 1));
  const usable =
    split > 0 &&
    /^[^\s@<>()[\]:;,\\"]+$/.test(address.slice(0, split)) &&
    isHostName(domain) &&
    labels(domain).length > 1;
  if (usable) return { address, domain, fault: () => undefined };
  return { fault: (at) => ({ code: 'uri-address', message: `${quote(address)} is no mail address`, ...at }) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not UTF-8 behind its percent signs
  }
}

const hostOf = (text: string): string | undefined =>
  URL.canParse(text) ? new URL(text).hostname || undefined : undefined;
