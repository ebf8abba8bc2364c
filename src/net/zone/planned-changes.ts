import type { RecordType } from '../net.ts';
import type { Rdata } from './rdata-text.ts';
import { identityOf, rrsetKey } from './rrset.ts';
import type { Zone } from './zone.ts';

/** What planned records given without their zone do to RRsets besides replacing them. */
export interface PlannedChanges {
  /** Names that anything of this kind happens to. */
  readonly names: ReadonlySet<string>;
  /** The RRset that stands there is taken away as a whole. */
  takesAway(name: string, type: RecordType): boolean;
  /** Single records come or go, and the others of the RRset stay. */
  isPartial(name: string, type: RecordType): boolean;
  /** One record of the RRset is taken away. */
  drops(name: string, type: RecordType, data: Rdata): boolean;
}

export function plannedChanges({ removed = [], partial = [] }: Zone): PlannedChanges {
  const whole = new Set<string>();
  const single = new Map<string, Set<string>>();
  for (const { name, type, data } of removed) {
    const key = rrsetKey(name, type);
    if (data === undefined) whole.add(key);
    else single.set(key, (single.get(key) ?? new Set<string>()).add(identityOf(data)));
  }
  const additions = new Set(partial.map(({ name, type }) => rrsetKey(name, type)));
  return {
    names: new Set([...removed, ...partial].map(({ name }) => name)),
    takesAway: (name, type) => whole.has(rrsetKey(name, type)),
    isPartial: (name, type) => additions.has(rrsetKey(name, type)) || single.has(rrsetKey(name, type)),
    drops: (name, type, data) => single.get(rrsetKey(name, type))?.has(identityOf(data)) === true,
  };
}
