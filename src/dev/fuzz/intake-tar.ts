import { gzipSync } from 'node:zlib';
import { paxRecord, tarOf } from '../../../test/intake/tar-bytes.ts';
import { taken } from '../fuzzing/intake.ts';
import { fuzzTarget } from '../fuzzing/target.ts';

const XML = '<feedback><record/></feedback>';

/** Tar archives: ustar, extended headers, long names. */
export default fuzzTarget({
  seeds: () => [
    tarOf([{ name: 'a.xml', content: XML }]),
    tarOf([
      { name: 'f/', type: '5' },
      { name: 'f/b.xml.gz', content: gzipSync(XML) },
      { name: 'x', type: '2' },
    ]),
    tarOf(
      [
        { name: 'p', type: 'x', content: paxRecord('path', 'long/a.xml') },
        { name: 'a', content: XML },
      ],
      false,
    ),
    tarOf([
      { name: '././@LongLink', type: 'L', content: 'long/b.xml\0' },
      { name: 'b', content: XML },
    ]),
  ],
  tokens: [
    'ustar\0',
    'ustar  \0',
    '00000000000\0',
    '77777777777\0',
    '\x80\0\0\0\0\0\0\0',
    '0',
    '5',
    'x',
    'L',
    'S',
    '12 path=a\n',
    '11 size=-1\n',
  ],
  run: (bytes) => taken(bytes),
  inPieces: taken,
});
