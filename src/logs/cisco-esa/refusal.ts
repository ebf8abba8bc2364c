import type { Draft } from '../event.ts';
import { addReply } from '../mta/said.ts';
import { stringsFrom } from './python-text.ts';

/** Why somebody was not delivered to. */
export interface Refusal {
  /** The appliance's own: what it takes the reply for. */
  readonly status: string | undefined;
  /** The same in words: `Unknown address error`. */
  readonly words: string;
  /** Undefined where nobody answered, which it writes as 000. */
  readonly code: string | undefined;
  readonly lines: readonly string[];
}

/** `5.1.0 - Unknown address error ('550', ['5.1.1 …', '5.1.1 …']) []`; the list behind it is of header fields. */
const REASON = /^(?:([245]\.\d{1,3}\.\d{1,3}) - )?(.*?)(?: ?\('(\d{3})', \[|$)/;
/** `Delivery expired (message too old)`; given the retries are used up, it is 5.4.7 all the same. */
const GIVEN_UP = '5.4.7';

export function refusalIn(text: string): Refusal {
  const match = REASON.exec(text);
  const [whole = '', status, words = '', code] = match ?? [];
  return {
    status,
    words,
    code: code === undefined || code === '000' ? undefined : code,
    lines: code === undefined ? [] : stringsFrom(text, whole.length),
  };
}

export const isGivenUp = ({ status }: Refusal): boolean => status === GIVEN_UP;

/**
 * The reply as it came; where nobody answered, the appliance's own words and status. Of a reply its status is no more than a
 * guess: any refusal of a recipient is 5.1.0 to it.
 */
export function addRefusal(event: Draft, { status, words, code, lines }: Refusal): void {
  const said = joined(lines);
  if (code !== undefined) return addReply(event, `${code} ${said === '' ? words : said}`);
  event.diagnostic = said === '' ? words : words === '' ? said : `${words}: ${said}`;
  if (status !== undefined) event.enhancedCode = status;
}

const ENHANCED = /^#?([245]\.\d{1,3}\.\d{1,3}) +/;

/** Each line of a reply repeats the enhanced code (RFC 2034 §4): once is enough. */
export function joined(lines: readonly string[]): string {
  const [first = '', ...rest] = lines;
  const enhanced = ENHANCED.exec(first)?.[1];
  const isRepeated = (line: string): boolean => enhanced !== undefined && ENHANCED.exec(line)?.[1] === enhanced;
  return [first, ...rest.map((line) => (isRepeated(line) ? line.replace(ENHANCED, '') : line))]
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}
