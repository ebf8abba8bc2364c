import { deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { bzip2Of } from '../../../test/intake/bzip2-bytes.ts';
import { xzOf } from '../../../test/intake/xz-bytes.ts';
import { BY_THE_PROGRAM } from '../../../test/intake/xz-vectors.ts';
import { taken } from '../fuzzing/intake.ts';
import { REPORTS } from '../fuzzing/samples.ts';
import { fuzzTarget } from '../fuzzing/target.ts';

/** Gzip, zlib, zstd, bzip2 and xz: whole, double, several members, cut off, with something behind. */
export default fuzzTarget({
  seeds: () => {
    const xml = Buffer.from(REPORTS[1] ?? '');
    return [
      gzipSync(xml),
      gzipSync('<feedback/>', { level: 0 }),
      gzipSync(gzipSync('<feedback/>')),
      Buffer.concat([gzipSync('<feedback>'), gzipSync('</feedback>')]),
      Buffer.concat([gzipSync('<feedback/>'), Buffer.from('\0\0tail')]),
      deflateSync(xml),
      Buffer.concat([deflateSync('<feedback/>'), Buffer.from('tail')]),
      zstdCompressSync(xml),
      Buffer.concat([zstdCompressSync('<feedback>'), zstdCompressSync('</feedback>')]),
      bzip2Of(xml),
      Buffer.concat([bzip2Of('<feedback>', { level: 1 }), bzip2Of('</feedback>')]),
      xzOf(xml, { check: 0 }),
      ...Object.values(BY_THE_PROGRAM).map((text) => Buffer.from(text, 'base64')),
    ];
  },
  tokens: [
    '\x1F\x8B',
    '\x1F\x8B\x08',
    '\x1F\x8B\x08\0\0\0\0\0\0\x03',
    '\x78\x9C',
    '\x28\xB5\x2F\xFD',
    '\x50\x2A\x4D\x18',
    'BZh1',
    '1AY&SY',
    '\x17\x72\x45\x38\x50\x90',
    '\xFD7zXZ\0\0',
    '\x02\0\x21\x01\x16\0\0\0',
    '\xE0\0',
    '\x04',
    '\x08\x1F',
  ],
  run: (bytes) => taken(bytes),
  inPieces: taken,
});
