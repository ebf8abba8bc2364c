import type { Place } from '../core/facts.ts';

/** Record types anybody here asks for. */
export const RECORD_TYPES = [
  'A',
  'AAAA',
  'CAA',
  'CNAME',
  'DNSKEY',
  'DS',
  'MX',
  'NS',
  'PTR',
  'SOA',
  'SPF',
  'SRV',
  'TLSA',
  'TXT',
] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

interface RrBase {
  /** Owner, lower case, without the final dot; the root is the empty string. */
  readonly name: string;
  /** Seconds. */
  readonly ttl: number;
  /** Where it is written down, when it comes from a file. */
  readonly place?: Place;
}
/**
 * A resource record. Domain names in data are lower case without final dot.
 *
 * TXT and SPF strings are **octet strings**: one character (U+0000–U+00FF) per octet on the wire,
 * so that lengths are octets and nothing is lost; `readable()` in core turns them into text for people.
 */
export type Rr = RrBase &
  (
    | { readonly type: 'A' | 'AAAA'; readonly address: string }
    | { readonly type: 'CNAME' | 'NS' | 'PTR'; readonly target: string }
    | { readonly type: 'MX'; readonly preference: number; readonly exchange: string }
    | { readonly type: 'TXT' | 'SPF'; readonly strings: readonly string[] }
    | {
        readonly type: 'SOA';
        readonly mname: string;
        readonly rname: string;
        readonly serial: number;
        readonly refresh: number;
        readonly retry: number;
        readonly expire: number;
        readonly minimum: number;
      }
    | {
        readonly type: 'SRV';
        readonly priority: number;
        readonly weight: number;
        readonly port: number;
        readonly target: string;
      }
    | { readonly type: 'CAA'; readonly flags: number; readonly tag: string; readonly value: string }
    | {
        readonly type: 'TLSA';
        readonly usage: number;
        readonly selector: number;
        readonly matching: number;
        readonly data: string /* hex */;
      }
    | {
        readonly type: 'DS';
        readonly keyTag: number;
        readonly algorithm: number;
        readonly digestType: number;
        readonly digest: string /* hex */;
      }
    | { readonly type: 'DNSKEY'; readonly flags: number; readonly algorithm: number; readonly key: string /* base64 */ }
  );
export type RrOf<T extends RecordType> = Rr & { readonly type: T };

/**
 * Why there is no answer. All of them are answers to us, never exceptions:
 * - `servfail`, `refused`, `formerr`, `notimp`: the server's own word (any other RCODE is `refused`)
 * - `bogus`: a validating resolver refuses what is there, because its DNSSEC signatures do not hold (RFC 4035 §5.5)
 * - `timeout`: nobody answered in time; `network`: no server could be reached
 * - `malformed`: something answered that is no DNS message, or a CNAME chain that loops or is too long
 * - `lame`: the server only refers elsewhere, or speaks for a zone that the name is not in
 * - `unrecorded`: the recording, or the zone file, does not hold this question
 * - `name`: the name cannot stand in a DNS question (label over 63 octets, name over 255, empty label)
 */
export type Failure =
  | 'servfail'
  | 'bogus'
  | 'refused'
  | 'formerr'
  | 'notimp'
  | 'timeout'
  | 'network'
  | 'malformed'
  | 'lame'
  | 'unrecorded'
  | 'name';

/** What the world says to one question. `via` is the CNAME chain that was followed: its targets, first to last. */
export type Answer<T extends RecordType = RecordType> =
  | {
      readonly status: 'ok';
      /** The records of the type asked, at the end of the chain; never empty. */
      readonly records: readonly RrOf<T>[];
      /** Smallest TTL in the chain and the records, in seconds. */
      readonly ttl: number;
      /** The AD bit: only worth something from a validating resolver one trusts (RFC 4035 §4.9.3). */
      readonly authentic: boolean;
      readonly via: readonly string[];
    }
  | {
      /** The name, or the end of the chain, exists without this type – or does not exist (RFC 2308). */
      readonly status: 'nodata' | 'nxdomain';
      /** Negative TTL in seconds (RFC 2308 §5), 0 where none was said. */
      readonly ttl: number;
      readonly authentic: boolean;
      readonly via: readonly string[];
    }
  | {
      readonly status: 'failed';
      readonly failure: Failure;
      /** A phrase naming the question and, where there was one, the server: `SERVFAIL from 192.0.2.1 for example.com TXT`. */
      readonly reason: string;
    };

/** DNS, seen from inside: most of the house needs no more of the world. */
export interface Dns {
  /**
   * `name` may carry a final dot, capitals and U-labels; implementations normalise with `questionName`.
   * Never throws for anything the world does.
   */
  resolve<T extends RecordType>(name: string, type: T): Promise<Answer<T>>;
  /** Lets go of sockets and writes what has to be written. */
  close(): Promise<void>;
}
