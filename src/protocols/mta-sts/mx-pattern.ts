import { readable } from '../../core/readable.ts';
import { domainName, isHostName, parentOf } from '../domain.ts';
import { parseIp } from '../ip.ts';
import type { PolicyField } from './policy-lines.ts';
import { quote } from '../tag-list.ts';

/** One `mx` of an MTA-STS policy: a mail host, or with `*.` all hosts one label below a name (RFC 8461 §4.1). */
export interface MxPattern {
  readonly field: PolicyField;
  /** Lower case, without `*.`. */
  readonly name: string;
  readonly wildcard: boolean;
  /** What is wrong with it; it matches nothing then. */
  readonly fault?: string;
  /** What was probably meant. */
  readonly meant?: string;
}

export function readMxPattern(field: PolicyField): MxPattern {
  const wildcard = field.value.startsWith('*.');
  const written = wildcard ? field.value.slice(2) : field.value;
  const fault = faultOf(field.value, written);
  const meant = fault === undefined ? undefined : meantPattern(field.value);
  return {
    field,
    name: written.toLowerCase(),
    wildcard,
    ...(fault === undefined ? {} : { fault }),
    ...(meant === undefined ? {} : { meant }),
  };
}

/** Which hosts the patterns let mail go to; the wildcard stands for exactly one label (RFC 8461 §4.1). */
export function hostMatcher(patterns: readonly MxPattern[]): (host: string) => boolean {
  const sound = patterns.filter(({ fault }) => fault === undefined);
  const exact = new Set(sound.filter(({ wildcard }) => !wildcard).map(({ name }) => name));
  const above = new Set(sound.filter(({ wildcard }) => wildcard).map(({ name }) => name));
  return (host) => {
    const name = domainName(host);
    return exact.has(name) || above.has(parentOf(name) ?? '');
  };
}

/** Which patterns let mail go to any of the hosts. */
export function patternMatcher(hosts: readonly string[]): (pattern: MxPattern) => boolean {
  const names = hosts.map((host) => domainName(host));
  const exact = new Set(names);
  const above = new Set(names.map((name) => parentOf(name)));
  return ({ name, wildcard, fault }) => fault === undefined && (wildcard ? above : exact).has(name);
}

function faultOf(value: string, name: string): string | undefined {
  const shown = quote(readable(value));
  if (parseIp(name.replaceAll(/^\[(?:IPv6:)?|\]$/gi, '')) !== undefined) {
    return `${shown} is an address, where the name of a mail host belongs`;
  }
  if (/[\s,;]/.test(value)) return `${shown} is more than one name: every host has a line of its own`;
  if (name.endsWith('.')) return `${shown} ends with a dot`;
  if (name.includes('*')) return `${shown} has an asterisk that is not the whole left-most label`;
  return isHostName(name) ? undefined : `${shown} is no name of a mail host`;
}

/** A dot too many at either end, a URL or brackets around a name, letters beyond ASCII. */
function meantPattern(value: string): string | undefined {
  const bare = readable(value).replaceAll(/^(?:[a-z]+:\/\/)?[<"'[]?|[>"'\]]?[./]?$/gi, '');
  const wildcard = /^\*?\./.test(bare);
  const name = domainName(wildcard ? bare.replace(/^\*?\./, '') : bare);
  const meant = wildcard ? `*.${name}` : name;
  return isHostName(name) && parseIp(name) === undefined && meant !== value ? meant : undefined;
}
