/** Numbers per key, in growing columns: 200,000 sources as objects would cost five times the memory. */
export interface Columns {
  signature: Uint32Array;
  address: Uint32Array;
  messages: Float64Array;
  records: Uint32Array;
  first: Float64Array;
  last: Float64Array;
}

export const columnsFor = (room: number): Columns => ({
  signature: new Uint32Array(room),
  address: new Uint32Array(room),
  messages: new Float64Array(room),
  records: new Uint32Array(room),
  first: new Float64Array(room),
  last: new Float64Array(room),
});

/** The same with twice the room. */
export function grown(columns: Columns): Columns {
  const wider = columnsFor(columns.messages.length * 2);
  wider.signature.set(columns.signature);
  wider.address.set(columns.address);
  wider.messages.set(columns.messages);
  wider.records.set(columns.records);
  wider.first.set(columns.first);
  wider.last.set(columns.last);
  return wider;
}
