import type { FetchLimits, Services } from '../net/services.ts';
import { parseIp } from '../protocols/ip.ts';
import { isDefinite, isPassing } from './definite-failure.ts';

/** What stands at an address of HTTPS. */
export type HttpsFile =
  | {
      readonly state: 'found';
      /** The address it was asked for at first. */
      readonly url: string;
      /** Where redirects led, first to last; the file is at the last. */
      readonly redirects: readonly string[];
      /** Media type without parameters, lower case; empty where none was sent. */
      readonly mediaType: string;
      /** An octet string. */
      readonly body: string;
    }
  /** An answer that is no file: 404, or a redirect that leads nowhere. */
  | {
      readonly state: 'refused';
      readonly url: string;
      readonly redirects: readonly string[];
      readonly code: number;
    }
  /** No answer, for a reason that receivers will meet as well. */
  | { readonly state: 'unreachable'; readonly url: string; readonly reason: string }
  /** No answer, and nobody knows whether others get one. */
  | { readonly state: 'unknown'; readonly url: string; readonly reason: string };

/** Redirects followed for one file; those who fetch files for mail follow few, if any. */
const MOST_REDIRECTS = 3;

/**
 * Fetches a file, and follows redirects within HTTPS. The file is a stranger's, and so is where it leads: not to addresses
 * or single labels, which may be of the auditor's own network, nor to other ports than that of HTTPS.
 */
export async function httpsFile(
  url: string,
  limits: FetchLimits,
  net: Pick<Services, 'fetchText'>,
): Promise<HttpsFile> {
  const redirects: string[] = [];
  for (;;) {
    const at = redirects.at(-1) ?? url;
    const answer = await net.fetchText(at, limits);
    if (answer.status === 'failed') {
      const state = isDefinite(answer.failure) ? 'unreachable' : 'unknown';
      return { state, url, reason: answer.reason };
    }
    const { code, contentType, location, body } = answer;
    if (code === 200) return { state: 'found', url, redirects, mediaType: mediaTypeOf(contentType), body };
    if (isPassing(code)) return { state: 'unknown', url, reason: `HTTP status ${code} from ${at}` };
    const next = code >= 300 && code < 400 ? targetOf(location, at) : undefined;
    if (next === undefined || redirects.length === MOST_REDIRECTS) return { state: 'refused', url, redirects, code };
    redirects.push(next);
  }
}

const mediaTypeOf = (contentType: string): string => contentType.split(';', 1)[0]!.trim().toLowerCase();

function targetOf(location: string | undefined, base: string): string | undefined {
  if (location === undefined || !URL.canParse(location, base)) return undefined;
  const target = new URL(location, base);
  const { protocol, port, hostname } = target;
  const isPublicName = hostname.includes('.') && parseIp(hostname.replaceAll(/^\[|\]$|\.$/g, '')) === undefined;
  return protocol === 'https:' && port === '' && isPublicName ? target.href : undefined;
}
