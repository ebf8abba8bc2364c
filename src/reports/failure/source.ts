import { canonicalIp } from '../aggregate/ip-address.ts';

/** Where a message came from, as a report writes it. */
export interface Source {
  readonly ip: string;
  readonly host?: string;
  readonly port?: number;
  /** What had to be put right, as a phrase. */
  readonly repair?: string;
}

/**
 * An address with whatever stands around it: `192.0.2.1`, `[IPv6:2001:db8::1]`, OpenDMARC's `192.0.2.1 (mail.example)`,
 * `mail.example [192.0.2.1]`, `192.0.2.1:25`. Undefined where there is none in it.
 */
export function sourceIn(written: string): Source | undefined {
  const text = written.trim().slice(0, 500);
  const plain = canonicalIp(withoutTag(text));
  if (plain !== undefined) return { ip: plain };
  const [, address = '', host = ''] = /^(\S+)\s+\(([^()]*)\)$/.exec(text) ?? [];
  const named = canonicalIp(withoutTag(address));
  // A comment in parentheses may stand in any of these fields.
  if (named !== undefined) return { ip: named, ...hostIn(host) };
  for (const word of text.split(/[\s()[\]<>,;"]+/)) {
    const ip = canonicalIp(withoutTag(word));
    if (ip !== undefined) return { ip, ...hostIn(text.split(/[\s([]/)[0] ?? ''), repair: `taken from "${text}"` };
    const [, before = '', port = ''] = /^(\d+\.\d+\.\d+\.\d+):(\d{1,5})$/.exec(word) ?? [];
    const withPort = canonicalIp(before);
    if (withPort !== undefined) return { ip: withPort, port: Number(port), repair: `taken from "${text}"` };
  }
  return undefined;
}

/** RFC 5321 §4.1.3 puts `IPv6:` in front of an address in brackets. */
const withoutTag = (text: string): string => text.replace(/^\[(.*)\]$/, '$1').replace(/^IPv6:/i, '');

const hostIn = (text: string): { readonly host?: string } =>
  /^[\w-]+(?:\.[\w-]+)+\.?$/.test(text) && canonicalIp(text) === undefined
    ? { host: text.toLowerCase().replace(/\.$/, '') }
    : {};
