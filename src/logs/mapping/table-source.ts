import type { JsonObject } from '../format.ts';
import { columnIndex } from './columns.ts';
import { objectIn, objectsIn } from './held-object.ts';
import { type Column, columnsOf } from './mapping.ts';
import { textAt } from './record-path.ts';
import type { RowSource, ValueOf } from './row-source.ts';

type Cells = readonly string[];
export type TableSource = RowSource<Cells>;

export function tableSource(columns: Cells): TableSource {
  const objectOf = objectsIn();
  return {
    pick(column) {
      const found = columnsOf(column).flatMap((name) => pickOf(columns, name, objectOf) ?? []);
      return found.length < 2 ? found[0] : firstFilled(found);
    },
    text: (row) => row.join(','),
  };
}

const firstFilled =
  (values: readonly ValueOf<Cells>[]): ValueOf<Cells> =>
  (row) => {
    for (const value of values) {
      const text = value(row);
      if (text.trim() !== '') return text;
    }
    return '';
  };

/** Whether any of these names is a column, or a key in the objects that one holds. */
export const isThere = (columns: Cells, column: Column): boolean =>
  columnsOf(column).some((name) => pickOf(columns, name, objectIn) !== undefined);

/** `payload.status` is the key `status` of what the column `payload` holds as JSON. */
function pickOf(
  columns: Cells,
  name: string,
  objectOf: (text: string) => JsonObject | undefined,
): ValueOf<Cells> | undefined {
  const index = columnIndex(columns, name);
  if (index >= 0) return (row) => row[index] ?? '';
  for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
    const at = columns.indexOf(name.slice(0, dot));
    if (at < 0) continue;
    const path = name.slice(dot + 1);
    return (row) => {
      const object = objectOf(row[at] ?? '');
      return object === undefined ? '' : textAt(object, path);
    };
  }
  return undefined;
}
