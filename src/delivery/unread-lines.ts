/** Lines nobody understood, counted by why, with some of each. */
export interface UnreadLines {
  add(path: string, why: string, text: string): void;
  readonly count: number;
  list(): {
    readonly path: string;
    readonly why: string;
    readonly count: number;
    readonly samples: readonly string[];
  }[];
}

const SAMPLES = 3;
const SAMPLE_LENGTH = 200;
/** Kinds kept apart. Stops a hostile log from naming a new reason in every line. */
const MOST_KINDS = 1000;

export function newUnreadLines(): UnreadLines {
  const kinds = new Map<string, { path: string; why: string; count: number; samples: string[] }>();
  let count = 0;
  return {
    add(path, why, text) {
      count += 1;
      const key = `${path}\n${why}`;
      const kind = kinds.get(key) ?? { path, why: kinds.size < MOST_KINDS ? why : 'other', count: 0, samples: [] };
      if (kinds.size < MOST_KINDS || kinds.has(key)) kinds.set(key, kind);
      kind.count += 1;
      // A copy: a slice would keep the chunk alive that it was cut from.
      if (kind.samples.length < SAMPLES) kind.samples.push(Buffer.from(text.slice(0, SAMPLE_LENGTH)).toString());
    },
    get count() {
      return count;
    },
    list: () => [...kinds.values()].toSorted((a, b) => b.count - a.count),
  };
}
