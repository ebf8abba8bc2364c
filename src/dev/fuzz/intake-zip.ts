import { gzipSync } from 'node:zlib';
import { zipOf } from '../../../test/intake/zip-bytes.ts';
import { taken } from '../fuzzing/intake.ts';
import { fuzzTarget } from '../fuzzing/target.ts';

const XML = '<feedback><record/></feedback>';

/** Zip archives, with all that may lie in them. */
export default fuzzTarget({
  seeds: () => [
    zipOf({ 'a.xml': XML }),
    zipOf({ 'a.xml': XML, 'f/b.xml': XML, '__MACOSX/._a': 'x' }, { stored: true }),
    zipOf({ 'a.xml.gz': gzipSync(XML), 'in.zip': zipOf({ 'b.xml': XML }, { stored: true }) }, { stored: true }),
    Buffer.concat([zipOf({ 'a.xml': XML }), Buffer.from('tail')]),
    zipOf({ 'a.xml': XML, 'f/b.xml': XML }).subarray(0, -40),
  ],
  tokens: [
    'PK\x03\x04',
    'PK\x01\x02',
    'PK\x05\x06',
    'PK\x07\x08',
    'PK\x06\x06',
    'PK\x06\x07',
    '\x01\0\x20\0',
    '\x08\0',
    '\x63\0',
    '../',
    '\xFF\xFF\xFF\xFF',
  ],
  run: (bytes) => taken(bytes),
  inPieces: taken,
});
