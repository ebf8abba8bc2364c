/** Lines gathered before they are handed on: a write per line costs more than the line. */
const BATCH = 512;

/** Rows as texts of many lines, each with its end. */
export async function* batched<Row>(
  rows: AsyncIterable<Row> | Iterable<Row>,
  lineOf: (row: Row) => string,
  end: string,
): AsyncGenerator<string> {
  let batch: string[] = [];
  for await (const row of rows) {
    batch.push(lineOf(row));
    if (batch.length < BATCH) continue;
    yield `${batch.join(end)}${end}`;
    batch = [];
  }
  if (batch.length > 0) yield `${batch.join(end)}${end}`;
}
