/** V8 copies shorter slices by itself. */
const SLICE_LENGTH = 13;

/**
 * A string of its own: a slice keeps the whole chunk alive that it was cut from. Cutting a part out of two joined strings
 * makes V8 write them down anew, in less than half the time that a buffer would take.
 */
export const ownCopy = (text: string): string => (text.length < SLICE_LENGTH ? text : ` ${text}`.slice(1));
