import type { Draft } from '../event.ts';
import { unescaped } from './python-text.ts';

/** `[('subject', 'Hello'), ('from', '"Shop" <shop@example.com>'), …]`: what the subscription was told to log. */
const HEADER = /\(u?'([\w-]{1,80})', u?(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\)/g;
/** Fields of a line. Stops a line that is nothing but fields. */
const MOST_HEADERS = 32;
const ADDRESS = /<([^<>\s]+@[^<>\s]+)>\s*$|^\s*([^<>\s]+@[^<>\s]+)\s*$/;
/** What a sender calls its own mail stands in fields of its own. */
const OWN = /^x-(.+)$/i;

/** Takes the From field, who signed, and the fields of the sender's own. */
export function addHeaders(event: Draft, logged: string): void {
  if (!logged.includes('(')) return;
  const tags: Record<string, string> = {};
  let count = 0;
  for (const [, name = '', single, double] of logged.matchAll(HEADER)) {
    const value = unescaped(single ?? double ?? '');
    const field = name.toLowerCase();
    if (field === 'from') addFrom(event, value);
    else if (field === 'dkim-signature') addSignature(event, value);
    else {
      const own = OWN.exec(field)?.[1];
      if (own !== undefined && value.trim() !== '' && value.trim() !== 'None') tags[own] = value.trim();
    }
    count += 1;
    if (count >= MOST_HEADERS) break;
  }
  if (Object.keys(tags).length > 0) event.tags = tags;
}

function addFrom(event: Draft, value: string): void {
  const match = ADDRESS.exec(value);
  const address = match?.[1] ?? match?.[2];
  if (address !== undefined) event.from = address;
}

function addSignature(event: Draft, value: string): void {
  const domain = /(?:^|;)\s*d=\s*([\w.-]+)/.exec(value)?.[1];
  const selector = /(?:^|;)\s*s=\s*([\w.-]+)/.exec(value)?.[1];
  if (domain === undefined) return;
  const signature = selector === undefined ? { domain } : { domain, selector };
  event.dkim = [...(event.dkim ?? []), signature];
}
