import * as fc from 'fast-check';

/** Property tests draw the same examples every time. */

const TAGS = ['v=DMARC1', 'v=DKIM1', 'p', 'P', 'sp', 'rua', 'k', 't', 'fo'];
const MARKS = ['=', '=', ';', ';', ';', ' ', ' ', '\t', '\r\n', ',', '"', '\\', ':', '%', '\u00E9', '\uFEFF'];
const VALUES = ['none', 'reject', 'mailto:a@example.com', '!10m', 'rsa', 'AAAA', 'y', '0:1'];
const pieces = fc.constantFrom(...TAGS, ...MARKS, ...VALUES);

/** Texts that are nearly tag lists, and texts that are not. */
export const lists = fc.oneof(
  fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

/** A good text with some characters taken out, put in, or replaced. */
export const damaged = (good: string) =>
  fc
    .array(fc.tuple(fc.nat(good.length), fc.nat(3), fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 2 }))), {
      maxLength: 4,
    })
    .map((edits) => edits.reduce((text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut), good));
