import type { Repair } from '../../intake/document.ts';

/** Repairs of one document. A report of 200,000 records may have one fault 200,000 times. */
export interface Notes {
  add(kind: string, what: string, line?: number): void;
  /** All of them, in order; what there were too many of is counted. */
  list(): Repair[];
}

/** Repairs of one kind that are told one by one. */
const TOLD = 5;

export function createNotes(): Notes {
  const repairs: Repair[] = [];
  const counts = new Map<string, number>();
  return {
    add(kind, what, line) {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      if (count <= TOLD) repairs.push(line === undefined ? { what } : { what, line });
    },
    list() {
      const rest = [...counts].filter(([, count]) => count > TOLD);
      return [...repairs, ...rest.map(([kind, count]) => ({ what: `${kind}: ${count - TOLD} more of the same kind` }))];
    },
  };
}
