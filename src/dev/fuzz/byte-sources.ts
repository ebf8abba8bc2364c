import { gzipSync, zstdCompressSync } from 'node:zlib';
import { bzip2Of } from '../../../test/intake/bzip2-bytes.ts';
import { tarOf } from '../../../test/intake/tar-bytes.ts';
import { zipOf } from '../../../test/intake/zip-bytes.ts';
import { byteSources } from '../../intake/byte-sources.ts';
import type { Condition } from '../../intake/document.ts';
import { fuzzTarget } from '../fuzzing/target.ts';

const LOG = '2026-11-09 08:00:00 a\n2026-11-09 08:00:01 b\n';
const TAR = tarOf([
  { name: 'mail.log', content: LOG },
  { name: 'mail.log.1.gz', content: gzipSync(LOG) },
]);

/** Logs in whatever they come packed in, each opened twice: looked at, and then read. */
export default fuzzTarget({
  seeds: () => [
    LOG,
    gzipSync(LOG),
    gzipSync(gzipSync(LOG)),
    Buffer.concat([gzipSync(LOG), gzipSync(LOG)]),
    zstdCompressSync(LOG),
    bzip2Of(LOG),
    bzip2Of(TAR),
    zipOf({ 'a.log': LOG, 'b.log.gz': gzipSync(LOG) }, { stored: true }),
    zipOf({ 'a.log': LOG, 'in.zip': zipOf({ 'b.log': LOG }) }),
    TAR,
    gzipSync(TAR, { level: 0 }),
    zstdCompressSync(TAR),
  ],
  tokens: [
    '\x1F\x8B\x08\0\0\0\0\0\0\x03',
    '\x28\xB5\x2F\xFD',
    'PK\x03\x04',
    'PK\x01\x02',
    'PK\x05\x06',
    'ustar\0',
    '00000000000\0',
    '77777777777\0',
    '\x80\0\0\0\0\0\0\0',
    'BZh9',
    '\0\0\0\0',
  ],
  run: (bytes) => told(bytes, 50_000),
  inPieces: told,
});

/** A small allowance, so that mutated archives meet it. */
const LIMITS = { heldArchiveBytes: 4096, members: 50, nesting: 4 };

async function told(bytes: Buffer, length: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const source of byteSources(['-'], { stdin: pieces(bytes, length), limits: LIMITS })) {
    if (source.kind === 'failed') {
      lines.push(`${source.path}: ${source.error}`);
      continue;
    }
    const [first, second] = [await read(source.open), await read(source.open)];
    if (first !== second) throw new Error('another result the second time');
    lines.push(`${source.path} = ${first}`);
  }
  return lines;
}

async function read(open: (condition: Condition) => AsyncGenerator<Uint8Array>): Promise<string> {
  const condition: Condition = { repairs: [] };
  const parts: Uint8Array[] = [];
  for await (const chunk of open(condition)) parts.push(Uint8Array.from(chunk));
  return JSON.stringify([Buffer.concat(parts).toString('latin1'), condition]);
}

async function* pieces(bytes: Buffer, length: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
