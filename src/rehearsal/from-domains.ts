import { byName } from '../core/order.ts';
import type { Traffic } from '../traffic/traffic.ts';
import type { Applied, Policies } from './policies.ts';

/** Mail of one From domain whose DMARC record could not be read. */
export interface Unreadable {
  readonly domain: string;
  readonly messages: number;
  readonly reason: string;
}

/** From domains whose policy was not looked up, and their messages. */
export interface Unasked {
  readonly domains: number;
  readonly messages: number;
}

/** From domains of the period and their organisations, busiest first. */
export function busiestFrom({ streams }: Traffic, organisation: (domain: string) => string): string[] {
  const messages = new Map<string, number>();
  for (const { headerFrom, messages: count } of streams)
    for (const domain of new Set([headerFrom, organisation(headerFrom)]))
      if (domain.includes('.')) messages.set(domain, (messages.get(domain) ?? 0) + count);
  return [...messages].toSorted((a, b) => b[1] - a[1] || byName(a[0], b[0])).map(([domain]) => domain);
}

/** Whose records apply to the traffic; the organisational domain where there is none yet. */
export function recordDomains(
  { streams }: Traffic,
  policyOf: (from: string) => Applied,
  organisation: (domain: string) => string,
): string[] {
  const found = new Set<string>();
  for (const { headerFrom } of streams) {
    if (!headerFrom.includes('.')) continue;
    const policy = policyOf(headerFrom);
    if (policy.state !== 'unknown') found.add(policy.state === 'found' ? policy.domain : organisation(headerFrom));
  }
  return [...found].toSorted(byName);
}

export function unreadableMail({ streams }: Traffic, policyOf: (from: string) => Applied): Unreadable[] {
  const byDomain = Map.groupBy(streams, ({ headerFrom }) => headerFrom);
  return [...byDomain]
    .flatMap(([domain, own]) => {
      const policy = policyOf(domain);
      const messages = own.reduce((sum, stream) => sum + stream.messages, 0);
      return policy.state === 'unknown' ? [{ domain, messages, reason: policy.reason }] : [];
    })
    .toSorted((a, b) => b.messages - a.messages || byName(a.domain, b.domain));
}

export function unaskedMail({ streams }: Traffic, { unasked }: Policies): Unasked {
  const messages = streams
    .filter(({ headerFrom }) => unasked.has(headerFrom))
    .reduce((sum, stream) => sum + stream.messages, 0);
  return { domains: unasked.size, messages };
}
