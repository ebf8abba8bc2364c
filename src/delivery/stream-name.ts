import type { Stream } from '../streams/stream.ts';

/** Streams of one name differ in their From domain. */
export const streamName = ({ name, headerFrom }: Pick<Stream, 'name' | 'headerFrom'>): string =>
  headerFrom === '' ? name : `${name}, ${headerFrom}`;
