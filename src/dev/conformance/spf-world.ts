import type { Answer, Dns, RecordType, Rr, RrOf } from '../../net/net.ts';

type Text = string | readonly string[];
type Entry = 'TIMEOUT' | Readonly<Record<string, Text | readonly [preference: number, host: string]>>;
/** A scenario's `zonedata`: owner to entries. */
export type SuiteZone = Readonly<Record<string, readonly Entry[]>>;

/**
 * The world of a scenario. By the suite's convention `SPF` entries stand for TXT records unless the owner has `TXT`
 * entries of its own (`TXT: NONE` only takes them away); `TIMEOUT` is the answer for every type without entries.
 */
export function spfSuiteWorld(zone: SuiteZone): Dns {
  const owners = new Map(Object.entries(zone).map(([name, entries]) => [plain(name), entries]));
  return {
    resolve: async (name, type) => answer(owners, plain(name), type),
    close: async () => {},
  };
}

const plain = (name: string): string => name.toLowerCase().replace(/\.$/, '');
const TIME_OUT = 'TIMEOUT';
const TTL = 3600;
const LONGEST_CHAIN = 8;

function answer<T extends RecordType>(
  owners: ReadonlyMap<string, readonly Entry[]>,
  name: string,
  type: T,
  chain = 0,
): Answer<T> {
  if (chain > LONGEST_CHAIN) {
    return { status: 'failed', failure: 'malformed', reason: `The CNAME chain to ${name} does not end` };
  }
  const nothing = { ttl: 0, authentic: false, via: [] };
  if (name.split('.').some((label) => label === '' || label.length > 63)) {
    return { status: 'failed', failure: 'name', reason: `${name} cannot be asked` };
  }
  const entries = owners.get(name);
  if (entries === undefined) return { status: 'nxdomain', ...nothing };
  const alias = valuesOf(entries, 'CNAME')[0];
  if (typeof alias === 'string' && type !== 'CNAME') return answer(owners, plain(alias), type, chain + 1);
  const records = recordsOf(entries, name, type);
  if (records.length > 0) return { status: 'ok', records, ttl: TTL, authentic: false, via: [] };
  if (entries.includes(TIME_OUT)) {
    return { status: 'failed', failure: 'timeout', reason: `No answer for ${name} ${type} in time` };
  }
  return { status: 'nodata', ...nothing };
}

const valuesOf = (entries: readonly Entry[], key: string) =>
  entries.flatMap((entry) => (entry !== TIME_OUT && key in entry ? [entry[key]!] : []));

function recordsOf<T extends RecordType>(entries: readonly Entry[], name: string, type: T): RrOf<T>[] {
  const own = valuesOf(entries, type);
  const values = type === 'TXT' && own.length === 0 ? valuesOf(entries, 'SPF') : own;
  return values.filter((value) => value !== 'NONE').map((value) => record(name, type, value) as RrOf<T>);
}

function record(name: string, type: RecordType, value: Text | readonly [number, string]): Rr {
  const base = { name, ttl: TTL };
  if (type === 'MX' && typeof value !== 'string') {
    return { ...base, type, preference: Number(value[0]), exchange: plain(value[1]) };
  }
  if (type === 'TXT' || type === 'SPF') return { ...base, type, strings: [value].flat().map(String) };
  if (type === 'A' || type === 'AAAA') return { ...base, type, address: String(value) };
  return { ...base, type: 'PTR', target: plain(String(value)) };
}
