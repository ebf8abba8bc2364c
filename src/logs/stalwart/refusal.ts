import { ownCopy } from '../../core/own-copy.ts';
import type { Draft } from '../event.ts';
import type { StalwartLine } from './line.ts';

/** What was said, and by whom; of a delivery as well. */
export interface Refusal {
  readonly code: number | undefined;
  readonly said: string;
  readonly host: string | undefined;
  readonly ip: string | undefined;
  readonly port: number | undefined;
  readonly tls: Draft['tls'];
}

export const refusalIn = (
  fields: StalwartLine['fields'],
  { ip, port, tls }: Pick<Refusal, 'ip' | 'port' | 'tls'>,
): Refusal => {
  const code = Number(fields.get('code') ?? Number.NaN);
  const host = fields.get('hostname');
  // What could not be connected to says itself where that was.
  const peer = fields.get('remoteIp') ?? ip;
  return {
    code: code > 0 ? code : undefined,
    said: ownCopy([fields.get('details'), fields.get('reason')].filter((one) => one !== undefined).join(': ')),
    host: host === undefined ? undefined : ownCopy(host),
    ip: peer === undefined ? undefined : ownCopy(peer),
    port,
    tls,
  };
};

/** Nobody answered: what went wrong stands in the event's own words. */
export const failureIn = (words: string, refusal: Refusal): Refusal =>
  refusal.code === undefined
    ? { ...refusal, said: refusal.said === '' ? words : `${words}: ${refusal.said}` }
    : refusal;

export const portIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined;

/** `version = "TLSv1_3", details = "TLS13_AES_256_GCM_SHA384"`, as rustls has them. */
export function tlsOf(fields: StalwartLine['fields']): Draft['tls'] {
  const version = fields.get('version')?.replace('_', '.');
  return version === undefined ? {} : { version: ownCopy(version) };
}
