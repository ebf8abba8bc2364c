import { parseIp } from '../../protocols/ip.ts';

export interface PostalDetails {
  readonly relay?: { readonly host?: string; readonly ip?: string; readonly port?: number };
  readonly sourceIp?: string;
}

/** Since Postal 3: `accepted by 192.0.2.1:25 (mx.example.com) (from 198.51.100.1)`, IPv6 without brackets. */
const BY_ADDRESS = / (?:by|to) ([\da-f.:]{3,45}):(\d{1,5}) \(([\w.-]{1,255})\)/i;
/** Before: `by SMTP to mx.example.com (192.0.2.1)`. */
const BY_NAME = / to ([\w.-]{1,255}) \(([\da-f.:]{3,45})\)/i;
const FROM = /\(from ([\da-f.:]{3,45})\)/i;

/** Which server Postal talked to, and from which address, as its words of a delivery tell. */
export function postalDetails(details: string): PostalDetails {
  const from = FROM.exec(details)?.[1];
  const sourceIp = from !== undefined && parseIp(from) !== undefined ? { sourceIp: from } : {};
  const [, address = '', port = '', name = ''] = BY_ADDRESS.exec(details) ?? [];
  if (parseIp(address) !== undefined) return { relay: { host: name, ip: address, port: Number(port) }, ...sourceIp };
  const [, host = '', ip = ''] = BY_NAME.exec(details) ?? [];
  return parseIp(ip) === undefined ? sourceIp : { relay: { host, ip }, ...sourceIp };
}
