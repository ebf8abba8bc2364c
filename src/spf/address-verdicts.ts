import { atOnce } from '../core/at-once.ts';
import type { Answer, Dns, RecordType } from '../net/net.ts';
import { parseIp, parseIpv4, unmapped } from '../protocols/ip.ts';
import { evaluateSpf, type SpfResultCode } from './evaluate.ts';
import { namedRanges } from './named-ranges.ts';
import { spfTree } from './read-tree.ts';
import type { SpfTree } from './tree.ts';

/** What check_host() comes to for one address; `unknown` where that cannot be told, and `reason` says why. */
export interface AddressVerdict {
  readonly result: SpfResultCode | 'unknown';
  /** For none, permerror and unknown. */
  readonly reason?: string;
}

/** The SPF of a domain, made for asking about many addresses. */
export interface AddressVerdicts {
  readonly tree: SpfTree;
  /** Undefined for what is no address, and for one that was not among those given. */
  of(ip: string): AddressVerdict | undefined;
  /** Addresses that were left `unknown`, because each needs questions of its own and there are too many. */
  readonly unasked: number;
}

/**
 * Addresses looked at one by one. Only `ptr`, and macros with the client's address in them, ask for that: then each costs
 * questions of its own, and a botnet has hundreds of thousands.
 */
const MOST_ONE_BY_ONE = 5000;
const AT_ONCE = 32;

/**
 * Stands for what reports do not tell. No macro transformer takes it apart (RFC 7208 §7.3), so a question that depends on
 * it holds it; twice in the HELO name, of which a macro may take the last labels only.
 */
const UNSAID = 'nottoldbyreports';
const UNSAID_REASON = 'it depends on the local part or the HELO name, which reports do not tell';
const UNASKED_REASON = `each address needs questions of its own, and ${MOST_ONE_BY_ONE} were asked about`;

/**
 * Evaluates SPF (RFC 7208 §4) for many addresses of one domain. Between two borders of the networks that the tree names
 * evaluation takes the same way, limits and errors included, for as long as no question has the address in it: so it is
 * done once for each stretch, and address by address only where a stretch asks such questions.
 * `addresses`: those that matter most first.
 */
export async function addressVerdicts(
  domain: string,
  net: Dns,
  addresses: Iterable<string>,
  given?: NotedTree,
): Promise<AddressVerdicts> {
  const { tree, asked } = given ?? (await notedTree(domain, net));
  const stretchOf = stretches(tree);
  const evaluate = evaluator(domain, net, asked);
  const representatives = new Map<number, string>();
  const byStretch = new Map<number, AddressVerdict | 'differs'>();
  const byAddress = new Map<string, AddressVerdict>();
  const all = [...addresses];
  for (const ip of all) {
    const stretch = stretchOf(ip);
    if (stretch !== undefined && !representatives.has(stretch)) representatives.set(stretch, ip);
  }
  await atOnce(AT_ONCE, representatives, async ([stretch, ip]) => {
    const { verdict, asksAboutAddress } = await evaluate(ip);
    byStretch.set(stretch, asksAboutAddress || tree.cut.length > 0 ? 'differs' : verdict);
  });
  const single = all.filter((ip) => byStretch.get(stretchOf(ip) ?? Number.NaN) === 'differs');
  await atOnce(AT_ONCE, single.slice(0, MOST_ONE_BY_ONE), async (ip) => {
    byAddress.set(ip, (await evaluate(ip)).verdict);
  });
  return {
    tree,
    unasked: Math.max(0, single.length - MOST_ONE_BY_ONE),
    of(ip) {
      const stretch = stretchOf(ip);
      const verdict = stretch === undefined ? undefined : byStretch.get(stretch);
      return verdict === 'differs' ? (byAddress.get(ip) ?? UNASKED) : verdict;
    },
  };
}

const UNASKED: AddressVerdict = { result: 'unknown', reason: UNASKED_REASON };

/** A tree, and every question it took: whoever asks another one asks about the message. */
export interface NotedTree {
  readonly tree: SpfTree;
  readonly asked: ReadonlySet<string>;
}

export async function notedTree(domain: string, net: Dns): Promise<NotedTree> {
  const asked = new Set<string>();
  const tree = await spfTree(domain, {
    resolve(name, type) {
      asked.add(`${type} ${name}`);
      return net.resolve(name, type);
    },
    close: async () => {},
  });
  return { tree, asked };
}

interface Evaluated {
  readonly verdict: AddressVerdict;
  /** Some question was not one of the tree's: another address of the stretch may fare otherwise. */
  readonly asksAboutAddress: boolean;
}

function evaluator(domain: string, net: Dns, asked: ReadonlySet<string>): (ip: string) => Promise<Evaluated> {
  return async (ip) => {
    let [unsaid, asksAboutAddress] = [false, false];
    const watched: Dns = {
      async resolve<T extends RecordType>(name: string, type: T): Promise<Answer<T>> {
        if (name.includes(UNSAID)) {
          unsaid = true;
          return NOTHING;
        }
        asksAboutAddress ||= !asked.has(`${type} ${name}`);
        return net.resolve(name, type);
      },
      close: async () => {},
    };
    const query = { ip, sender: `${UNSAID}@${domain}`, helo: `${UNSAID}.${UNSAID}.${UNSAID}`, explains: false };
    const { result, reason } = await evaluateSpf(watched, query);
    if (unsaid) return { verdict: { result: 'unknown', reason: UNSAID_REASON }, asksAboutAddress };
    // Nobody knows what the domain says: an answer of another day, not a verdict.
    const told = result === 'temperror' ? 'unknown' : result;
    return { verdict: { result: told, ...(reason === undefined ? {} : { reason }) }, asksAboutAddress };
  };
}

const NOTHING = { status: 'nodata', ttl: 0, authentic: false, via: [] } as const;

/** The stretch between two borders that an address lies in; undefined for what is no address. */
function stretches(tree: SpfTree): (ip: string) => number | undefined {
  const ranges = namedRanges(tree);
  const borders = (family: 4 | 6): bigint[] => [
    ...new Set(ranges.flatMap((one) => (one.family === family ? [one.first, one.last + 1n] : []))),
  ];
  const ipv4 = Float64Array.from(borders(4), Number).toSorted();
  const ipv6 = borders(6).toSorted((a, b) => (a < b ? -1 : 1));
  // The text of an IPv6 address takes ten times as long to read, and each is asked about several times.
  const seen = new Map<string, number>();
  return (ip) => {
    const number = parseIpv4(ip);
    if (number !== undefined) return bordersUpTo(ipv4, number);
    const known = seen.get(ip);
    if (known !== undefined) return known;
    const parsed = parseIp(ip);
    if (parsed === undefined) return undefined;
    const { family, bits } = unmapped(parsed);
    const stretch = family === 4 ? bordersUpTo(ipv4, Number(bits)) : -1 - bordersUpTo(ipv6, bits);
    seen.set(ip, stretch);
    return stretch;
  };
}

/** How many borders are not above it. */
function bordersUpTo<N extends number | bigint>(borders: ArrayLike<N>, address: N): number {
  let [low, high] = [0, borders.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (borders[middle]! <= address) low = middle + 1;
    else high = middle;
  }
  return low;
}
