import type { Step } from '../chase.ts';
import { RECORD_TYPES } from '../net.ts';
import type { Answer, Net, RecordType, Rr } from '../net.ts';
import type { PlannedChanges } from './planned-changes.ts';
import { sameRecords, unionOf } from './rrset.ts';
import type { Hit } from './tree.ts';
import { parentOf } from './zone.ts';

/** What becomes of an RRset to which a plan adds, or from which it takes away. */
export interface ChangeSteps {
  /** `hit` is what the files give for the RRset. */
  changed<T extends RecordType>(name: string, type: T, hit: Hit | undefined): Promise<Change<T>>;
}

/** A new hit, or an answer of the world below that stands; undefined where nothing happens to the RRset. */
type Change<T extends RecordType> = Hit | Extract<Step<T>, { kind: 'answer' }> | undefined;

const GONE: Hit = { kind: 'nodata', ttl: 0 };

export function changeSteps(
  changes: PlannedChanges,
  below: Net,
  { isPlannedName }: { /** Planned records make the name exist. */ readonly isPlannedName: (name: string) => boolean },
): ChangeSteps {
  const direct = (answer: Answer): readonly Rr[] =>
    answer.status === 'ok' && answer.via.length === 0 ? answer.records : [];

  async function changed<T extends RecordType>(name: string, type: T, hit: Hit | undefined): Promise<Change<T>> {
    if (hit !== undefined && hit.kind !== 'data') return undefined;
    if (changes.isPartial(name, type)) {
      const merged = await mergedWithBelow(name, type, hit?.records ?? []);
      if (merged !== undefined) return merged;
    }
    if (hit !== undefined) return undefined;
    if (changes.takesAway(name, type)) return (await wildcardInstead(name, type)) ?? GONE;
    if (type !== 'CNAME' && changes.takesAway(name, 'CNAME') && (await wasAlias(name, type))) return GONE;
    return undefined;
  }

  /** The planned records, and of those that stand there now the ones that stay. */
  async function mergedWithBelow<T extends RecordType>(
    name: string,
    type: T,
    planned: readonly Rr[],
  ): Promise<Change<T>> {
    if (changes.takesAway(name, type)) return planned.length === 0 ? undefined : { kind: 'data', records: planned };
    const answer = await below.resolve(name, type);
    // A recording that does not know a name has seen nothing else there
    if (answer.status === 'failed' && (answer.failure !== 'unrecorded' || planned.length === 0))
      return { kind: 'answer', answer };
    const stood = direct(answer);
    const stay = stood.filter((rr) => !changes.drops(name, type, rr));
    if (planned.length === 0) {
      if (stay.length === stood.length) return undefined;
      return stay.length === 0 ? GONE : { kind: 'data', records: stay };
    }
    const own = stay.length > 0 && (await isSynthesised(name, type, stood)) ? [] : stay;
    return { kind: 'data', records: unionOf(planned, own) };
  }

  /** Data of a wildcard, which no longer answers for a name that has records of its own (RFC 4592 §2.2.1). */
  async function isSynthesised(name: string, type: RecordType, stood: readonly Rr[]): Promise<boolean> {
    const wildcard = wildcardFor(name);
    return wildcard !== undefined && sameRecords(direct(await below.resolve(wildcard, type)), stood);
  }

  /** Where nothing is left at a name, the wildcard beside it answers. Asked only where there is one. */
  async function wildcardInstead(name: string, type: RecordType): Promise<Hit | undefined> {
    const wildcard = wildcardFor(name);
    if (wildcard === undefined || isPlannedName(name) || changes.takesAway(wildcard, type)) return undefined;
    const records = direct(await below.resolve(wildcard, type));
    if (records.length === 0) return undefined;
    const others = RECORD_TYPES.filter((other) => !changes.takesAway(name, other));
    const left = await Promise.all(others.map((other) => below.resolve(name, other)));
    return left.some((answer) => answer.status === 'ok')
      ? undefined
      : { kind: 'data', records: records.map((rr) => ({ ...rr, name })) };
  }

  async function wasAlias(name: string, type: RecordType): Promise<boolean> {
    const answer = await below.resolve(name, type);
    if (answer.status !== 'failed') return answer.via.length > 0;
    return (await below.resolve(name, 'CNAME')).status === 'ok';
  }

  return { changed };
}

function wildcardFor(name: string): string | undefined {
  const parent = parentOf(name);
  return parent === '' || name.startsWith('*.') ? undefined : `*.${parent}`;
}
