/** A lesson needs this share of all messages with the thing, or a few forwarded copies would name it … */
const FEWEST_OF_ALL = 0.1;
/** … and this share of those that name anybody. */
const FEWEST_OF_NAMED = 2 / 3;

/** Messages vote on who something belongs to. */
interface Ballot<About> {
  vote(about: About, candidate: string | undefined, messages: number): void;
  winner(about: About): string | undefined;
}
interface TextBallot extends Ballot<string> {
  /** `isLikely`: a candidate for whom fewer votes are enough, if those that name anybody agree. */
  winner(about: string, isLikely?: (candidate: string) => boolean): string | undefined;
}

export function newBallot(fewestOfAll = FEWEST_OF_ALL): TextBallot {
  const all = new Map<string, number>();
  const votes = new Map<string, Map<string, number>>();
  return {
    vote(about, candidate, messages) {
      all.set(about, (all.get(about) ?? 0) + messages);
      if (candidate === undefined) return;
      const cast = votes.get(about) ?? new Map<string, number>();
      votes.set(about, cast.set(candidate, (cast.get(candidate) ?? 0) + messages));
    },
    winner: (about, isLikely) => elected(votes.get(about) ?? [], (all.get(about) ?? 0) * fewestOfAll, isLikely),
  };
}

/** The same about addresses, by their numbers: a botnet has hundreds of thousands, most with one candidate or none. */
export function addressBallot(addresses: number): Ballot<number> {
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
      // Nobody else was named, which is so of nearly all.
      if (!others.has(address))
        return (votesForFirst[address] ?? 0) >= (all[address] ?? 0) * FEWEST_OF_ALL ? candidate : undefined;
      const cast: [string, number][] = [[candidate, votesForFirst[address] ?? 0], ...(others.get(address) ?? [])];
      return elected(cast, (all[address] ?? 0) * FEWEST_OF_ALL);
    },
  };
}

function elected(
  votes: Iterable<readonly [candidate: string, messages: number]>,
  fewest: number,
  isLikely?: (candidate: string) => boolean,
): string | undefined {
  const cast = [...votes];
  const named = cast.reduce((sum, [, messages]) => sum + messages, 0);
  const [best] = cast.toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (best === undefined || best[1] < named * FEWEST_OF_NAMED) return undefined;
  return best[1] >= fewest || isLikely?.(best[0]) === true ? best[0] : undefined;
}
