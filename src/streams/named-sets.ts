/** A set of texts for each name; nothing is kept for names nobody added to. */
export interface NamedSets {
  of(name: string): Set<string>;
  has(name: string, member: string): boolean;
}

export function namedSets(): NamedSets {
  const sets = new Map<string, Set<string>>();
  return {
    of(name) {
      const present = sets.get(name) ?? new Set<string>();
      if (present.size === 0) sets.set(name, present);
      return present;
    },
    has: (name, member) => sets.get(name)?.has(member) === true,
  };
}
