import type { JsonObject } from '../format.ts';
import { columnsOf } from './mapping.ts';
import { textAt } from './record-path.ts';
import type { RowSource } from './row-source.ts';

/** Objects, by the paths of their keys; of several, the first that holds something. */
export const recordSource: RowSource<JsonObject> = {
  pick(column) {
    const paths = columnsOf(column);
    const [only = ''] = paths;
    if (paths.length === 1) return (record) => textAt(record, only);
    return (record) => paths.map((path) => textAt(record, path)).find((text) => text !== '') ?? '';
  },
  text: (record) => JSON.stringify(record),
};
