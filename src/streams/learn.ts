import type { Catalogue } from '../providers/catalogue.ts';
import { OPEN } from './branch.ts';
import { identify, NAMED, type Ours } from './identify.ts';
import type { Lessons } from './lessons.ts';
import type { Signature } from './signature.ts';
import type { Tallies } from './tally.ts';

/** A lesson needs this share of all messages with the thing, or a few forwarded copies would name it … */
const FEWEST_OF_ALL = 0.1;
/** … and this share of those that name anybody. */
const FEWEST_OF_NAMED = 2 / 3;

export function lessonsOf(tallies: Tallies, oursOf: (headerFrom: string) => Ours, catalogue: Catalogue): Lessons {
  const [keys, returnPaths] = [newBallot(), newBallot()];
  const addresses = addressBallot(tallies.addresses);
  const addressKeys = addressBallot(tallies.addresses);
  const known = new Map<Signature, Witness>();
  for (const { signature, address, messages } of tallies.all()) {
    let witness = known.get(signature);
    if (witness === undefined)
      known.set(signature, (witness = witnessOf(signature, oursOf(signature.headerFrom), catalogue)));
    for (const key of witness.keys) keys.vote(key, witness.provider, messages);
    for (const domain of witness.returnPaths) returnPaths.vote(domain, witness.provider, messages);
    addresses.vote(address, witness.provider, messages);
    addressKeys.vote(address, witness.selector, messages);
  }
  const ofNumber =
    (ballot: Ballot<number>) =>
    (sourceIp: string): string | undefined => {
      const address = tallies.addressNumber(sourceIp);
      return address === undefined ? undefined : ballot.winner(address);
    };
  return {
    ofKey: (domain, selector) => keys.winner(`${domain} ${selector}`),
    ofReturnPath: returnPaths.winner,
    ofAddress: ofNumber(addresses),
    keyOfAddress: ofNumber(addressKeys),
  };
}

/** What the rows of one signature have to say. */
interface Witness {
  /** Undefined where nobody is named for certain. */
  readonly provider: string | undefined;
  readonly keys: readonly string[];
  readonly returnPaths: readonly string[];
  readonly selector: string | undefined;
}

function witnessOf(signature: Signature, ours: Ours, catalogue: Catalogue): Witness {
  const { provider, evidence } = identify(signature, ours, OPEN, catalogue);
  // A return path alone may be a forwarder's; a signature is the sender's own hand.
  const signed = evidence.some(
    ({ kind, provider: speaksFor, weight }) =>
      speaksFor === provider?.id && weight >= NAMED && (kind === 'dkim-domain' || kind === 'dkim-selector'),
  );
  const own = signature.dkim.filter(
    ({ domain, selector, result }) => result === 'pass' && (selector ?? '') !== '' && ours(domain),
  );
  return {
    provider: signed && provider?.category !== 'forwarder' ? provider?.id : undefined,
    keys: own.map(({ domain, selector }) => `${domain} ${selector}`),
    returnPaths: signature.spf
      .filter(({ domain, result }) => result === 'pass' && ours(domain) && domain !== signature.headerFrom)
      .map(({ domain }) => domain),
    selector: own[0]?.selector,
  };
}

interface Ballot<About> {
  vote(about: About, candidate: string | undefined, messages: number): void;
  winner(about: About): string | undefined;
}

function newBallot(): Ballot<string> {
  const all = new Map<string, number>();
  const votes = new Map<string, Map<string, number>>();
  return {
    vote(about, candidate, messages) {
      all.set(about, (all.get(about) ?? 0) + messages);
      if (candidate === undefined) return;
      const cast = votes.get(about) ?? new Map<string, number>();
      votes.set(about, cast.set(candidate, (cast.get(candidate) ?? 0) + messages));
    },
    winner: (about) => elected(votes.get(about) ?? [], all.get(about) ?? 0),
  };
}

/** The same about addresses, by their numbers: a botnet has hundreds of thousands, most with one candidate or none. */
function addressBallot(addresses: number): Ballot<number> {
  const all = new Float64Array(addresses);
  const first = Array.from<string | undefined>({ length: addresses });
  const votesForFirst = new Float64Array(addresses);
  const others = new Map<number, Map<string, number>>();
  return {
    vote(address, candidate, messages) {
      all[address] = (all[address] ?? 0) + messages;
      if (candidate === undefined) return;
      if ((first[address] ??= candidate) === candidate) {
        votesForFirst[address] = (votesForFirst[address] ?? 0) + messages;
        return;
      }
      const cast = others.get(address) ?? new Map<string, number>();
      others.set(address, cast.set(candidate, (cast.get(candidate) ?? 0) + messages));
    },
    winner(address) {
      const candidate = first[address];
      if (candidate === undefined) return undefined;
      const cast: [string, number][] = [[candidate, votesForFirst[address] ?? 0], ...(others.get(address) ?? [])];
      return elected(cast, all[address] ?? 0);
    },
  };
}

function elected(votes: Iterable<readonly [candidate: string, messages: number]>, all: number): string | undefined {
  const cast = [...votes];
  const named = cast.reduce((sum, [, messages]) => sum + messages, 0);
  const [best] = cast.toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (best === undefined || best[1] < named * FEWEST_OF_NAMED) return undefined;
  return best[1] >= all * FEWEST_OF_ALL ? best[0] : undefined;
}
