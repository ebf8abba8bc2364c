import { cannotBeAsked, chase, failed, question } from '../chase.ts';
import type { Step } from '../chase.ts';
import type { Net, RecordType, RrOf } from '../net.ts';
import { questionName } from '../question-name.ts';
import { zoneTree } from './tree.ts';
import type { Hit, Zone } from './tree.ts';

export interface ZoneWorldOptions {
  /**
   * What is said of names the zones do not speak for: that it is not recorded, or, in the closed world of tests and
   * examples, that they do not exist. In a closed world everything given is answered, also below a delegation.
   */
  readonly outside: 'unrecorded' | 'nxdomain';
  /** Names that answer SERVFAIL. */
  readonly servfail?: readonly string[];
}

/**
 * The world as authoritative servers for the given zones tell it, CNAMEs followed across them: wildcards (RFC 4592),
 * empty non-terminals, NODATA and NXDOMAIN apart, delegations lead outside.
 */
export function zoneWorld(zone: Zone, options: ZoneWorldOptions): Net {
  const tree = zoneTree(zone, { closed: options.outside === 'nxdomain' });
  const servfail = new Set((options.servfail ?? []).map((name) => questionName(name) ?? name));

  return {
    async resolve(name, type) {
      const asked = questionName(name);
      if (asked === undefined) return cannotBeAsked(name, type);
      return chase(asked, type, (at) =>
        servfail.has(at)
          ? { kind: 'answer', answer: failed('servfail', `SERVFAIL for ${question(at, type, asked)}`) }
          : stepOf(tree.lookup(at, type), at, type, asked),
      );
    },
    close: async () => {},
  };
}

/** A hit as an answer. `authentic` is false: no resolver has validated a file. */
export function stepOf<T extends RecordType>(hit: Hit, name: string, type: T, asked: string): Step<T> {
  switch (hit.kind) {
    case 'alias':
      return { kind: 'alias', targets: [hit.target], ttl: hit.ttl, authentic: false };
    case 'data': {
      const records = hit.records as readonly RrOf<T>[];
      const ttl = records.reduce((least, rr) => Math.min(least, rr.ttl), Infinity);
      return { kind: 'answer', answer: { status: 'ok', records, ttl, authentic: false, via: [] } };
    }
    case 'nodata':
    case 'nxdomain':
      return { kind: 'answer', answer: { status: hit.kind, ttl: hit.ttl, authentic: false, via: [] } };
    case 'unreadable':
      return { kind: 'answer', answer: failed('unrecorded', `${hit.why}: ${question(name, type, asked)}`) };
    case 'outside':
      break;
  }
  const why = hit.why === undefined ? '' : ` (${hit.why})`;
  return {
    kind: 'answer',
    answer: failed('unrecorded', `outside the zone files given: ${question(name, type, asked)}${why}`),
  };
}
