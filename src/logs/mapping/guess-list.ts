import type { JsonObject } from '../format.ts';
import { isObject } from '../json/parsed.ts';
import { eventsWithin } from './event-list.ts';
import * as is from './guess-sample.ts';
import { flatKeys, textAt, valueAt } from './record-path.ts';

/** Share of the objects that must hold such a list. */
const MOST_OF = 0.8;
/** Events by which it is told what a list is of. */
const LOOKED_AT = 500;

/** Where objects hold their events in a list, and say of whom these are beside it: its key. Undefined where they do not. */
export function listOfEvents(records: readonly JsonObject[]): string | undefined {
  return listKeys(records).find((path) => isOfEvents(records, path));
}

function listKeys(records: readonly JsonObject[]): string[] {
  const counts = new Map<string, number>();
  const count = (path: string, value: unknown): void => {
    if (Array.isArray(value) && value.some(isObject)) counts.set(path, (counts.get(path) ?? 0) + 1);
  };
  for (const record of records)
    for (const [key, value] of Object.entries(record)) {
      count(key, value);
      if (isObject(value)) for (const [inner, one] of Object.entries(value)) count(`${key}.${inner}`, one);
    }
  return [...counts].filter(([, held]) => held >= records.length * MOST_OF).map(([path]) => path);
}

/** Each has a time and a word for what happened, and no address: that stands around them. */
function isOfEvents(records: readonly JsonObject[], path: string): boolean {
  const events = records.flatMap((record) => {
    const list = valueAt(record, path);
    return Array.isArray(list) ? list.filter(isObject) : [];
  });
  const within = columnsOf(events.slice(0, LOOKED_AT));
  const around = columnsOf(
    records.slice(0, LOOKED_AT).map((record) => ({ ...record, [path.split('.')[0] ?? '']: null })),
  );
  const isAddressed = (columns: readonly is.SampledColumn[]): boolean =>
    columns.some((column) => column.values.length > 0 && is.share(column, is.isAddresses) === 1);
  return (
    within.some((column) => is.formatsOf(column).length > 0) &&
    within.some((column) => column.values.length > 0 && is.share(column, is.isEventWord) >= MOST_OF) &&
    !isAddressed(within) &&
    isAddressed(around)
  );
}

const columnsOf = (objects: readonly JsonObject[]): is.SampledColumn[] =>
  [...new Set(objects.flatMap((one) => flatKeys(one)))].map((key) =>
    is.sampledColumn(
      key,
      objects.map((one) => textAt(one, key)),
    ),
  );

/** The events of all of them, as they are read by a mapping that names the list. */
export const eventsOf = (records: readonly JsonObject[], path: string): readonly JsonObject[] =>
  records.flatMap((record) =>
    (eventsWithin(record, path) ?? []).map((event) =>
      Object.fromEntries(Object.entries(event).filter(([key]) => key !== path && key !== path.split('.')[0])),
    ),
  );
