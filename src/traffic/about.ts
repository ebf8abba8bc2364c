import { isSubdomainOf } from '../protocols/domain.ts';
import type { Traffic } from './traffic.ts';

/** The part of a period's traffic whose From domain is the domain or lies below it; undefined where there is none. */
export function trafficAbout(traffic: Traffic, domain: string): Traffic | undefined {
  const streams = traffic.streams.filter(({ headerFrom }) => isSubdomainOf(headerFrom, domain));
  if (streams.length === 0) return undefined;
  const sum = (key: 'messages' | 'pass'): number => streams.reduce((total, stream) => total + stream[key], 0);
  return { ...traffic, streams, messages: sum('messages'), pass: sum('pass') };
}
