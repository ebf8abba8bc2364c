import { cannotBeAsked, chase, failed, question } from '../chase.ts';
import type { Step } from '../chase.ts';
import type { Net, RecordType, RrOf } from '../net.ts';
import { questionName } from '../question-name.ts';
import { fetchIfAddressed, noServices } from '../services.ts';
import type { Services } from '../services.ts';
import { zoneTree, type Hit } from './tree.ts';
import type { Zone } from './zone.ts';

export interface ZoneWorldOptions {
  /**
   * What is said of names the zones do not speak for: that it is not recorded, or, in the closed world of tests and
   * examples, that they do not exist. In a closed world everything given is answered, also below a delegation.
   */
  readonly outside: 'unrecorded' | 'nxdomain';
  /** Names that answer SERVFAIL. */
  readonly servfail?: readonly string[];
  /** Names that a validating resolver refuses to answer for. */
  readonly bogus?: readonly string[];
  /** Names, with all below them, whose answers carry the AD bit, as from a validating resolver. */
  readonly authentic?: readonly string[];
  /** What there is besides DNS; nothing where it is not given. */
  readonly services?: Services;
}

/**
 * The world as authoritative servers for the given zones tell it, CNAMEs followed across them: wildcards (RFC 4592),
 * empty non-terminals, NODATA and NXDOMAIN apart, delegations lead outside.
 */
export function zoneWorld(zone: Zone, options: ZoneWorldOptions): Net {
  const tree = zoneTree(zone, { closed: options.outside === 'nxdomain' });
  const servfail = new Set((options.servfail ?? []).map((name) => questionName(name) ?? name));
  const bogus = new Set((options.bogus ?? []).map((name) => questionName(name) ?? name));
  const { authentic = [] } = options;
  const isAuthentic = (name: string): boolean =>
    authentic.some((top) => top === '' || name === top || name.endsWith(`.${top}`));

  const outside = noServices((what) => `outside the zone files given: ${what}`);
  const world: Net = {
    ...outside,
    fetchText: (url, limits) => fetchIfAddressed(world, url, () => outside.fetchText(url, limits)),
    ...options.services,
    async resolve(name, type) {
      const asked = questionName(name);
      if (asked === undefined) return cannotBeAsked(name, type);
      return chase(asked, type, (at) => {
        const fails = (failure: 'servfail' | 'bogus', what: string): Step<typeof type> => ({
          kind: 'answer',
          answer: failed(failure, `${what} for ${question(at, type, asked)}`),
        });
        if (servfail.has(at)) return fails('servfail', 'SERVFAIL');
        if (bogus.has(at)) return fails('bogus', 'DNSSEC validation fails');
        return stepOf(tree.lookup(at, type), at, type, asked, isAuthentic(at));
      });
    },
    close: async () => {},
  };
  return world;
}

/** A hit as an answer. No resolver has validated a file, unless a test says so. */
export function stepOf<T extends RecordType>(
  hit: Hit,
  name: string,
  type: T,
  asked: string,
  authentic = false,
): Step<T> {
  switch (hit.kind) {
    case 'alias':
      return { kind: 'alias', targets: [hit.target], ttl: hit.ttl, authentic };
    case 'data': {
      const records = hit.records as readonly RrOf<T>[];
      const ttl = records.reduce((least, rr) => Math.min(least, rr.ttl), Infinity);
      return { kind: 'answer', answer: { status: 'ok', records, ttl, authentic, via: [] } };
    }
    case 'nodata':
    case 'nxdomain':
      return { kind: 'answer', answer: { status: hit.kind, ttl: hit.ttl, authentic, via: [] } };
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
