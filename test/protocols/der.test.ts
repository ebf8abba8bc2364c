import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derValues } from '../../src/protocols/der.ts';
import { issue } from '../support/certificates.ts';
import { der, objectIdentifier, sequence, time } from '../support/der.ts';

describe('values in DER', () => {
  const written = fc.array(fc.tuple(fc.nat(0xff), fc.uint8Array({ maxLength: 300 })), { maxLength: 20 });

  test('are read as they were written', () => {
    fc.assert(
      fc.property(written, (values) => {
        const wholes = values.map(([tag, content]) => der(tag, content));
        expect(derValues(Buffer.concat(wholes))).toEqual(
          values.map(([tag, content], index) => ({ tag, content: Buffer.from(content), whole: wholes[index] })),
        );
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    [0, '3000'],
    [0x7f, '307f'],
    [0x80, '308180'],
    [0xff, '3081ff'],
    [0x1_00, '30820100'],
    [0xff_ff, '3082ffff'],
    [0x1_00_00, '3083010000'],
  ])('with %i octets begin with %s', (length, header) => {
    const whole = sequence(Buffer.alloc(length));
    expect(whole.subarray(0, whole.length - length).toString('hex')).toBe(header);
    expect(derValues(whole)).toEqual([{ tag: 0x30, content: Buffer.alloc(length), whole }]);
  });

  test('hold others', () => {
    const [outer] = derValues(sequence(objectIdentifier('1.3.6.1.4.1.53087.1.13'), time(new Date('2050-01-01'))));
    expect(derValues(outer?.content ?? Buffer.alloc(0)).map(({ content }) => content.toString('latin1'))).toEqual([
      '\x2B\x06\x01\x04\x01\x83\x9E\x5F\x01\x0D',
      '20500101000000Z',
    ]);
  });

  test.each([
    ['a length that is left open, as BER has it', '30800000'],
    ['a length of more than four octets', '3085000000000100'],
    ['a length that is cut off', '3082ff'],
    ['contents that are cut off', '30030101'],
    ['a tag alone', '30'],
  ])('end before %s', (_, hex) => {
    const good = der(0x05);
    expect(derValues(Buffer.concat([good, Buffer.from(hex, 'hex')]))).toEqual([
      { tag: 0x05, content: Buffer.alloc(0), whole: good },
    ]);
  });

  test('are no more than a certificate could need', () => {
    expect(derValues(Buffer.alloc(100_000))).toHaveLength(4096);
  });
});

test('octets of all sorts are taken apart without gaps, and without going beyond their end', () => {
  const { der: whole } = issue({ names: ['mail.example.com'] });
  const damaged = fc.tuple(fc.nat(), fc.nat(255)).map(([position, octet]) => {
    const copy = Buffer.from(whole);
    copy[position % copy.length] = octet;
    return copy;
  });
  const octets = fc.oneof(
    damaged,
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  );
  fc.assert(
    fc.property(octets, (bytes) => {
      const values = derValues(bytes);
      const read = Buffer.concat(values.map((value) => value.whole));
      expect(read.equals(bytes.subarray(0, read.length))).toBe(true);
      for (const value of values)
        expect(value.whole.subarray(value.whole.length - value.content.length).equals(value.content)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
