import { domainName, isHostName, labels } from './domain.ts';
import { quote, type Correctable, type Tag, type TextRange } from './tag-list.ts';

/** Where a file of a BIMI record is (draft-brand-indicators-for-message-identification §4.3 `bimi-uri`). */
export interface BimiUri extends TextRange {
  /** As written. */
  readonly text: string;
  /** Lower case; absent where it cannot be read. */
  readonly host?: string;
  /** Behind the last dot of the path, lower case: `svg`; empty where there is none. */
  readonly extension: string;
  /** Whether receivers may fetch it: one URI, HTTPS, with a full host name. */
  readonly valid: boolean;
}

export type BimiUriCode =
  /** No URI at all: a path, a host name, several of them. */
  | 'uri'
  /** Something other than `https:`. */
  | 'uri-scheme'
  /** A host that is no fully qualified name. */
  | 'uri-host'
  /** More than one URI, which early drafts allowed. */
  | 'uri-several';

/** Reads the value of `l=` or `a=`. */
export function bimiUri({ name, value, valueAt }: Tag): {
  readonly value: BimiUri;
  readonly problems: readonly Correctable<BimiUriCode>[];
} {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const host = url === undefined || url.hostname === '' ? undefined : domainName(url.hostname);
  const fault = faultOf(value, url, host);
  const tag = name.toLowerCase();
  return {
    value: {
      text: value,
      ...valueAt,
      ...(host === undefined ? {} : { host }),
      extension: extensionOf(url?.pathname ?? ''),
      valid: fault === undefined,
    },
    problems: fault === undefined ? [] : [{ ...fault, ...valueAt, tag }],
  };
}

function faultOf(
  value: string,
  url: URL | undefined,
  host: string | undefined,
): Pick<Correctable<BimiUriCode>, 'code' | 'message' | 'replacement'> | undefined {
  if (url !== undefined && !/^https?:$/.test(url.protocol)) {
    return { code: 'uri-scheme', message: `${quote(value)} is no address of HTTPS` };
  }
  if (/[,\s]/.test(value)) {
    const several = value.split(/[,\s]+/).filter((part) => /^https?:/i.test(part)).length > 1;
    return several
      ? { code: 'uri-several', message: `${quote(value)} is more than one address` }
      : { code: 'uri', message: `${quote(value)} has a blank or a comma in it, which no address may` };
  }
  if (url === undefined) {
    // `cdn.example.com/logo.svg`: only the scheme is missing.
    const bare = /^(?:\/\/)?([^/:?#@]+)\/[^/]/.exec(value)?.[1];
    const meant = bare !== undefined && isFullName(domainName(bare)) ? value.replace(/^\/\//, '') : undefined;
    const replacement = meant === undefined ? {} : { replacement: `https://${meant}` };
    return { code: 'uri', message: `${quote(value)} is no address such as "https://…"`, ...replacement };
  }
  if (url.protocol === 'http:') {
    const replacement = value.replace(/^http:/i, 'https:');
    return { code: 'uri-scheme', message: `${quote(value)} is an address without encryption`, replacement };
  }
  if (host === undefined || !isFullName(host)) {
    return { code: 'uri-host', message: `${quote(value)} has no full host name` };
  }
  return undefined;
}

/** An address is no name, and its last label is a number. */
const isFullName = (host: string): boolean => isHostName(host) && labels(host).length > 1 && !/(?:^|\.)\d+$/.test(host);

const extensionOf = (path: string): string =>
  /\.([A-Za-z0-9]+)$/.exec(path.slice(path.lastIndexOf('/') + 1))?.[1]?.toLowerCase() ?? '';
