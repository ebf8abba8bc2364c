import type { Assumptions, EventSink, JsonObject, LogFormat, RecordFormat } from '../../logs/format.ts';
import { readInside } from '../../logs/json/inside.ts';

/** Surer than this: an object that somebody wrote into the log of a hook must not become another service's event. */
const SURELY = 0.85;
/** Objects with the same keys that are looked at in vain before others like them are not: an application writes millions. */
const PATIENCE = 100;
/** Kinds of them remembered. Stops objects that have each another key from filling memory. */
const MOST_KINDS = 1000;

export type ReadByOthers = (
  value: JsonObject,
  assumptions: Assumptions,
  unknown: (value: JsonObject) => void,
) => boolean;

/**
 * Reads objects that are not of the format an input is read as: one table or queue often takes in what several services
 * post. False where no format is sure of it; what of it nobody knows goes to `unknown`.
 */
export function readByOthers(formats: readonly LogFormat[], sink: EventSink): ReadByOthers {
  const others = formats.filter((format): format is RecordFormat => format.shape === 'records');
  let last: RecordFormat | undefined;
  const formatOf = (value: JsonObject): RecordFormat | undefined => {
    if (last !== undefined && last.recognise(value) > SURELY) return last;
    const [best] = others
      .map((format) => ({ format, sureness: format.recognise(value) }))
      .toSorted((a, b) => b.sureness - a.sureness);
    return best !== undefined && best.sureness > SURELY ? (last = best.format) : undefined;
  };
  const inVain = new Map<string, number>();
  return (value, assumptions, unknown) => {
    const kind = Object.keys(value).join('\n');
    const tried = inVain.get(kind) ?? 0;
    if (tried >= PATIENCE) return false;
    if (tried > 0 || inVain.size < MOST_KINDS) inVain.set(kind, tried + 1);
    const isRead = readAnyhow(value, assumptions, unknown);
    if (isRead) inVain.delete(kind);
    return isRead;
  };

  function readAnyhow(value: JsonObject, assumptions: Assumptions, unknown: (value: JsonObject) => void): boolean {
    const read = (one: JsonObject): boolean => formatOf(one)?.read(one, sink, assumptions) ?? false;
    if (read(value)) return true;
    const strangers: JsonObject[] = [];
    let isRead = false;
    readInside(
      value,
      (one) => {
        const isKnown = read(one);
        isRead ||= isKnown;
        return isKnown;
      },
      (one) => void strangers.push(one),
    );
    if (isRead) for (const one of strangers) unknown(one);
    return isRead;
  }
}
