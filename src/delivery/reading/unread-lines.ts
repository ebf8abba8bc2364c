import { cutOff } from '../../core/cut-off.ts';

/** Lines nobody understood, counted by why, with some of each. */
export interface UnreadLines {
  add(path: string, why: string, text: string): void;
  readonly count: number;
  /** The most frequent first. */
  list(): readonly UnreadKind[];
}

export interface UnreadKind {
  readonly path: string;
  readonly why: string;
  readonly count: number;
  readonly samples: readonly string[];
}
type Kind = { path: string; readonly why: string; count: number; readonly samples: string[] };

const SAMPLES = 3;
const SAMPLE_LENGTH = 200;
/** Kinds kept apart. Stops a hostile log from naming a new reason in every line; what is beyond is told as one. */
const MOST_KINDS = 1000;
const OTHER = 'other';
const SEVERAL = 'several inputs';

export function newUnreadLines(): UnreadLines {
  const kinds = new Map<string, Kind>();
  let others: Kind | undefined;
  let count = 0;

  const kindOf = (path: string, why: string): Kind => {
    const key = `${path}\n${why}`;
    const present = kinds.get(key);
    if (present !== undefined) return present;
    if (kinds.size < MOST_KINDS) {
      const kind: Kind = { path, why, count: 0, samples: [] };
      kinds.set(key, kind);
      return kind;
    }
    others ??= { path, why: OTHER, count: 0, samples: [] };
    if (others.path !== path) others.path = SEVERAL;
    return others;
  };

  return {
    add(path, why, text) {
      count += 1;
      const kind = kindOf(path, why);
      kind.count += 1;
      // A copy: a slice would keep the chunk alive that it was cut from.
      if (kind.samples.length < SAMPLES) kind.samples.push(Buffer.from(cutOff(text, SAMPLE_LENGTH)).toString());
    },
    get count() {
      return count;
    },
    list: () => [...kinds.values(), ...(others === undefined ? [] : [others])].toSorted((a, b) => b.count - a.count),
  };
}
