import type { JsonObject } from '../format.ts';
import { LIST_KEYS } from '../json/lists.ts';
import { isObject } from '../json/parsed.ts';
import { eventsWithin } from './event-list.ts';
import { nameScore, TAGS } from './guess-names.ts';
import * as is from './guess-sample.ts';
import { flatKeys, textAt, valueAt } from './record-path.ts';

/** Share of the objects that must hold such a list. */
const MOST_OF = 0.8;
/** Objects a list may stand in. */
const DEEPEST = 4;
/** Events by which it is told what a list is of. */
const LOOKED_AT = 500;

/** Where objects hold their events in a list, and say of whom these are beside it: its key. Undefined where they do not. */
export function listOfEvents(records: readonly JsonObject[]): string | undefined {
  return listKeys(records).find((path) => isOfEvents(records, path) || isPage(records, path, withinOf(records, path)));
}

function listKeys(records: readonly JsonObject[]): string[] {
  const counts = new Map<string, number>();
  const count = (path: string, value: unknown): void => {
    if (Array.isArray(value) && value.some(isObject)) counts.set(path, (counts.get(path) ?? 0) + 1);
  };
  const walk = (value: JsonObject, path: string, depth: number): void => {
    for (const [key, one] of Object.entries(value)) {
      count(`${path}${key}`, one);
      if (isObject(one) && depth < DEEPEST) walk(one, `${path}${key}.`, depth + 1);
      // A list of the one that was asked for, as GraphQL answers.
      else if (Array.isArray(one) && one.length === 1 && isObject(one[0]) && depth < DEEPEST)
        walk(one[0], `${path}${key}.0.`, depth + 1);
    }
  };
  for (const record of records) walk(record, '', 1);
  return [...counts].filter(([, held]) => held >= records.length * MOST_OF).map(([path]) => path);
}

const withinOf = (records: readonly JsonObject[], path: string): readonly JsonObject[] =>
  records.flatMap((record) => {
    const list = valueAt(record, path);
    return Array.isArray(list) ? list.filter(isObject) : [];
  });

/**
 * Where objects hold those a message went to in a list, and all else beside it: its key. Undefined where each holds one, who
 * is read by his place in it.
 */
export const listOfRecipients = (records: readonly JsonObject[]): string | undefined =>
  listKeys(records).find((path) => {
    const within = withinOf(records, path);
    return (
      within.length > records.length &&
      nameScore('recipient', path.split('.').at(-1) ?? '') >= SURE_NAME &&
      columnsOf(within.slice(0, LOOKED_AT)).some(
        (column) => column.filled === 1 && is.share(column, is.isAddress) === 1,
      )
    );
  });

/** Each has a time and a word for what happened; the address stands around them, or each has one and an id stands around. */
function isOfEvents(records: readonly JsonObject[], path: string): boolean {
  const events = withinOf(records, path);
  const within = columnsOf(events.slice(0, LOOKED_AT));
  const around = columnsOf(records.slice(0, LOOKED_AT).map((record) => withoutList(record, path)));
  const isAddressed = (columns: readonly is.SampledColumn[]): boolean =>
    columns.some((column) => column.values.length > 0 && is.share(column, is.isAddresses) === 1);
  const senders = (['from', 'envelopeFrom'] as const).map(
    (field) => (name: string) => nameScore(field, name) > SURE_NAME,
  );
  const others = around.filter(({ name }) => !senders.some((isSender) => isSender(name)));
  const isEvents =
    within.some((column) => is.formatsOf(column).length > 0) &&
    within.some((column) => column.values.length > 0 && is.share(column, is.isEventWord) >= MOST_OF);
  return (
    isEvents &&
    isAddressed(within) !== isAddressed(others) &&
    (isAddressed(others) || isIdentified(around) || isTagged(around))
  );
}

/** An answer of an interface, with all there are in it under a name of its own; known names are looked into anyway. */
function isPage(records: readonly JsonObject[], path: string, rows: readonly JsonObject[]): boolean {
  if (records.length > MOST_PAGES || rows.length < FEWEST_ROWS * records.length || LIST_KEYS.has(path)) return false;
  const within = columnsOf(rows.slice(0, LOOKED_AT));
  return (
    within.some((column) => is.formatsOf(column).length > 0) &&
    within.some((column) => column.values.length > 0 && is.share(column, is.isAddresses) === 1)
  );
}
const MOST_PAGES = 20;
const FEWEST_ROWS = 2;

/** A message's own id, and not the number of a page. */
const isIdentified = (around: readonly is.SampledColumn[]): boolean =>
  around.some(
    ({ name, counts, filled, values }) =>
      filled === 1 &&
      counts.size === values.length &&
      Math.max(nameScore('espId', name), nameScore('messageId', name)) > SURE_NAME,
  );
const SURE_NAME = 0.6;
/** What all of them were sent for. */
const isTagged = (around: readonly is.SampledColumn[]): boolean =>
  around.some(({ name, filled }) => filled === 1 && TAGS.some((tag) => nameScore(`tag ${tag}`, name) > SURE_NAME));

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
    (eventsWithin(record, path) ?? []).map((event) => ({
      ...Object.fromEntries(Object.entries(event).filter(([key]) => key !== path)),
      ...shared(record, event, path),
    })),
  );

/** What stands around the list in the same object: the list itself would be looked through once for every event. */
function shared(record: JsonObject, event: JsonObject, path: string): JsonObject {
  const [first = ''] = path.split('.');
  return event[first] === record[first] && Object.hasOwn(event, first)
    ? { [first]: withoutList(record, path)[first] }
    : {};
}

function withoutList(record: JsonObject, path: string): JsonObject {
  const [first = '', ...rest] = Object.hasOwn(record, path) ? [path] : path.split('.');
  const inner = record[first];
  if (rest.length === 0 || !isObject(inner)) return { ...record, [first]: undefined };
  return { ...record, [first]: withoutList(inner, rest.join('.')) };
}

/** The keys of the events themselves: when and what happened they say, and not what is around them. */
export const ownKeysOf = (records: readonly JsonObject[], path: string): ReadonlySet<string> =>
  new Set(
    records.slice(0, LOOKED_AT).flatMap((record) => {
      const list = valueAt(record, path);
      return Array.isArray(list) ? list.filter(isObject).flatMap((one) => flatKeys(one)) : [];
    }),
  );
