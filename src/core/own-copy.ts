/** V8 copies shorter slices by itself. */
const SLICE_LENGTH = 13;

/** A string of its own: a slice keeps the whole chunk alive that it was cut from. */
export const ownCopy = (text: string): string => (text.length < SLICE_LENGTH ? text : Buffer.from(text).toString());
